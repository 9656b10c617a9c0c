// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, ReleaseStatus, Unit } from '../../contract/index.ts';
import type { Taal } from '../../text/index.ts';

/** How a value is written. `verandering`: a signed percentage since the base year. */
export type Vorm = 'aantal' | 'procent' | 'verandering' | 'euro' | 'miljoen';

export interface GebiedData {
  readonly code: string;
  /** Full name, `H8 (de regio zonder Den Haag)`. */
  readonly naam: string;
  /** Name where room is scarce. */
  readonly kort: string;
  readonly soort: 'gemeente' | 'groep' | 'regio' | 'extern';
  /** Row and column on the tile map. */
  readonly tegel?: readonly [rij: number, kolom: number];
  /** Indicator that its figures come from, where that is another one: counted differently. */
  readonly uit?: string;
  /** The group to read a gemeente beside. */
  readonly naast?: string;
}

export interface VariantData {
  /** Empty when there is only one. */
  readonly id: string;
  readonly naam: string;
  readonly eenheid: Unit;
  /** Unit in words. */
  readonly woord: string;
  readonly vorm: Vorm;
  /** For a variant that is a moment of a course: so many days after its begin. */
  readonly dagen?: number;
}

/** A break that touches this indicator. */
export interface BreukData {
  readonly jaar: number;
  /** In words. */
  readonly datum: string;
  readonly gebieden: readonly string[];
  readonly types: readonly string[];
  readonly oorzaak: string;
  readonly overbrugd: boolean;
}

/**
 * A figure in as few characters as possible: places of variant, period, area and of one code per dimension, then the value, then the place of
 * its status; numerator, denominator, lower and upper bound follow as far as there are any. `true` as a value: numerator over denominator.
 */
export type RijData = readonly (number | true | null)[];

export interface TabelData {
  readonly dimensies: readonly Dimensie[];
  /** Codes with their names in the order in which they are shown, per dimension. */
  readonly codes: readonly (readonly (readonly [code: string, naam: string])[])[];
  readonly rijen: readonly RijData[];
}

/** Everything that the figures of one indicator can show, in one language; plain JSON that stands in the page. Safe figures only. */
export interface FigureData {
  readonly taal: Taal;
  readonly indicator: string;
  readonly naam: string;
  readonly release: string;
  /** What stands under every figure: release, status, data up to. */
  readonly stempel: string;
  readonly bron: string;
  /** Way to the folder with the release's figure files. */
  readonly cijfers: string;
  readonly basisjaar: string;
  readonly gebieden: readonly GebiedData[];
  readonly perioden: readonly string[];
  /** How final the figures of a period are, where that is less than final. */
  readonly voorlopig: Readonly<Record<string, Exclude<ReleaseStatus, 'definitief'>>>;
  readonly varianten: readonly VariantData[];
  /** The variant that the others are the parts of, for a change that is explained by its parts. */
  readonly opbouw?: string;
  /** Statuses that occur, `geheim` or `normaal`; several are joined by `+`. */
  readonly statussen: readonly string[];
  /** What is printed for a status other than `normaal`, and what it means. */
  readonly woorden: Readonly<Record<string, readonly [teken: string, uitleg: string]>>;
  readonly dimensies: Readonly<Partial<Record<Dimensie, string>>>;
  readonly tabellen: readonly TabelData[];
  readonly breuken: readonly BreukData[];
  /** Residents aged 0 to 17 by area and period; absent when they are not known or make no sense beside it. */
  readonly inwoners?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Shares carry a Wilson interval. */
  readonly interval: boolean;
  /** Counts of persons, of which chance can be spoken. */
  readonly personen: boolean;
  /** Share of providers that answered, by period, as printed; for figures from the survey. */
  readonly respons?: Readonly<Record<string, string>>;
  /** Multiples to which counts are rounded; 0 = not. */
  readonly afronding: number;
}
