// SPDX-License-Identifier: EUPL-1.2
import { figureEn } from './figure-en.ts';
import { type FigureTexts, figureNl } from './figure-nl.ts';
import type { Taal } from './taal.ts';

const catalogues: Readonly<Record<Taal, FigureTexts>> = { nl: figureNl, en: figureEn };

/** What a figure of the dashboard says; apart from the other texts, because a browser gets it. */
export function figureTexts(taal: Taal): FigureTexts {
  return catalogues[taal];
}
