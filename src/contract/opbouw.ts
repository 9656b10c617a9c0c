// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from './dimensie.ts';

/** What a number counts or sums. `openbaar`: something that anybody can look up, such as residents; it is never protected. */
export const TELBAAR = [
  'personen',
  'gezinnen',
  'trajecten',
  'momenten',
  'zaken',
  'antwoorden',
  'aanbieders',
  'eurocent',
  'dagen',
  'openbaar',
] as const;
export type Telbaar = (typeof TELBAAR)[number];

/**
 * How the number of a whole relates to those of its parts: their sum; between the largest and the sum (`overlap`); at most the sum; at least the
 * sum; at least the largest; or not at all.
 */
export const TELLINGEN = [
  'som',
  'overlap',
  'hoogstens-som',
  'minstens-som',
  'minstens-deel',
  'geen',
] as const;
export type Telling = (typeof TELLINGEN)[number];

/** A quantity behind published figures, as anybody may know it from the definitions. Equal names are equal quantities. */
export interface Grootheid {
  readonly naam: string;
  readonly telt: Telbaar;
  /** The quantity before any choice of codes or parameters. */
  readonly maat: string;
  /** Counts only what has one of these codes; absent = everything. Quantities of one `maat` are nested as their codes are. */
  readonly codes?: readonly string[];
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** Maten that it is never more than, in the same cell: what is counted here is, or points to its own, there. */
  readonly deelVan?: readonly string[];
  /** It is exactly this combination of other maten in the same cell: all who wait are those with bridging help and those without. */
  readonly gelijkAan?: readonly { readonly maat: string; readonly factor: number }[];
  /** It can be below zero. */
  readonly negatief?: boolean;
  /** For a sum: the maat that counts who or what it is summed over. */
  readonly over?: string;
  /** Parts of an area; classes in which each thing has one value (age, sex); other dimensions; periods inside a period. */
  readonly delen: {
    readonly gebied: Telling;
    readonly kenmerk: Telling;
    readonly dimensie: Telling;
    readonly periode: Telling;
  };
}

/**
 * How the value of a figure is made. `waarde`: the number itself. `deel`: a part divided by its whole. `verhouding`: two numbers that are not part
 * and whole. `gemiddelde`: a sum divided by a count. `groei`: now / base year − 1. `kengetal`: a statistic (median, percentile) that is no formula
 * of published numbers; its `noemer` is what it is taken over.
 */
export const VORMEN = ['waarde', 'deel', 'verhouding', 'gemiddelde', 'groei', 'kengetal'] as const;
export type Vorm = (typeof VORMEN)[number];

/** How the figures of one variant are made. */
export interface Opbouw {
  readonly variant: string;
  readonly vorm: Vorm;
  readonly teller: Grootheid;
  /** Absent for `waarde`. */
  readonly noemer?: Grootheid;
  /** Split that the denominator leaves out: the share of a type in all types together. */
  readonly zonder?: Dimensie;
}
