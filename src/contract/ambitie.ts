// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from './dimensie.ts';

/** Which way a figure should go to bring an ambition closer. `volgen`: it is followed, neither way is better by itself. */
export const RICHTINGEN = ['omhoog', 'omlaag', 'volgen'] as const;
export type Richting = (typeof RICHTINGEN)[number];

/** One figure by which an ambition is followed. */
export interface AmbitieIndicator {
  readonly indicator: string;
  readonly variant?: string;
  /** The part it is about, code by dimension; absent = the whole. */
  readonly splitsing?: Readonly<Partial<Record<Dimensie, string>>>;
  readonly richting: Richting;
}

/** What a region wants for its young people, and the figures by which it is followed. */
export interface Ambitie {
  /** Part of an address. */
  readonly id: string;
  readonly naam: { readonly nl: string; readonly en: string };
  readonly doel: { readonly nl: string; readonly en: string };
  /** What cannot be said yet, and why; printed with the ambition. */
  readonly kanttekening?: { readonly nl: string; readonly en: string };
  readonly indicatoren: readonly AmbitieIndicator[];
}
