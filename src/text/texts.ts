// SPDX-License-Identifier: EUPL-1.2
import { en } from './en.ts';
import { nl, type Texts } from './nl.ts';
import type { Taal } from './taal.ts';

const catalogues: Record<Taal, Texts> = { nl, en };

/** The catalogue of this language. */
export function texts(taal: Taal): Texts {
  return catalogues[taal];
}
