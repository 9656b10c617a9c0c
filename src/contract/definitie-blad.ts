// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from './dimensie.ts';
import type { Unit } from './figure.ts';
import type { IntervalMethode } from './wilson-interval.ts';

/** The same words in both languages of the product. */
export interface Tweetalig {
  readonly nl: string;
  readonly en: string;
}

/** Whose definition it is. `voorgesteld`: ours, no national one was found; `in-ontwikkeling`: nobody has settled it yet. Shown as such wherever the figure is shown. */
export const DEFINITIE_STATUSSEN = ['landelijk', 'regionaal', 'voorgesteld', 'in-ontwikkeling'] as const;
export type DefinitieStatus = (typeof DEFINITIE_STATUSSEN)[number];

/** A number of days (or of persons) that decides when a figure is given, under the name of its parameter. */
export interface DefinitieGrens {
  readonly parameter: string;
  readonly waarde: number;
  readonly tekst: Tweetalig;
}

/** One way to compute an indicator, in words. */
export interface DefinitieVariant {
  /** Empty when there is only one. */
  readonly id: string;
  readonly naam: Tweetalig;
  /** Where it differs from that of the indicator. */
  readonly status?: DefinitieStatus;
  readonly eenheid: Unit;
  readonly berekening: string;
  readonly teller: Tweetalig;
  readonly noemer?: Tweetalig;
  /** Minimum follow-up: the figure is not known until the data reach this many days past the period. */
  readonly naloop?: DefinitieGrens;
  /** The figure is incomplete when the data begin less than this many days before the period. */
  readonly voorloop?: DefinitieGrens;
  /** The figure is not given when its denominator is below this. */
  readonly minimum?: DefinitieGrens;
  /** Interval of this variant only, where the indicator has none for all of them. */
  readonly interval?: IntervalMethode;
}

/** What one indicator means, for people and programs outside: the definition that figures were computed with, and its explanation. */
export interface DefinitieBlad {
  readonly id: string;
  /** Valid-from date of the definition, `2020-01-01`. */
  readonly versie: string;
  readonly status: DefinitieStatus;
  readonly naam: Tweetalig;
  /** The meaning in one sentence: the first of the explanation. */
  readonly betekenis: Tweetalig;
  readonly telt: Tweetalig;
  readonly populatie: Tweetalig;
  readonly eenheid: Unit;
  readonly varianten: readonly DefinitieVariant[];
  readonly perioden: readonly string[];
  /** What it can be split by, whether or not a release does. */
  readonly dimensies: readonly Dimensie[];
  readonly parameters: readonly {
    readonly naam: string;
    readonly waarde: string | number;
    readonly tekst: Tweetalig;
  }[];
  readonly interval?: IntervalMethode;
  /** Indicators that belong beside this one. */
  readonly naast: readonly string[];
  readonly bronnen: readonly { readonly soort: string; readonly tekst: string }[];
  readonly gevoeligVoor: readonly string[];
  /** Markdown. */
  readonly toelichting: Tweetalig;
  /** Page with the definition and its worked cases, in the source code of the program. */
  readonly methode: Tweetalig;
}

/** A dimension as a release splits by it, with the codes that occur. */
export interface GepubliceerdeDimensie {
  readonly id: Dimensie;
  readonly naam: Tweetalig;
  readonly uitleg: Tweetalig;
  /** `naam` is the code itself where it has no name. */
  readonly codes: readonly { readonly code: string; readonly naam: Tweetalig }[];
}

/** A definition as a release publishes it: one entry of `definities.json`. */
export interface GepubliceerdeDefinitie extends Omit<DefinitieBlad, 'dimensies'> {
  readonly dimensies: readonly GepubliceerdeDimensie[];
  /** Ids of breaks of the release that touch this indicator. */
  readonly breuken: readonly string[];
  /** Tables of the release with its figures, by path of their CSV. */
  readonly tabellen: readonly string[];
}

/** `definities.json`. */
export interface Definities {
  readonly release: string;
  readonly indicatoren: readonly GepubliceerdeDefinitie[];
}

/** Whether a break of this kind touches figures of an indicator, as its definition says; a break of no kind touches all. */
export function isTouchedBy(
  { gevoeligVoor }: { readonly gevoeligVoor: readonly string[] },
  soort: string | undefined,
): boolean {
  return soort === undefined || gevoeligVoor.includes(soort);
}
