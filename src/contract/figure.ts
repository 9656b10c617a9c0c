// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from './dimensie.ts';
import type { Opbouw } from './opbouw.ts';
import type { ReleaseStatus } from './release-status.ts';
import type { VerschilGebied } from './verschil-gebieden.ts';
import type { IntervalMethode } from './wilson-interval.ts';

/** Why a value is what it is. An empty value always has a status other than `normaal`. */
export const FIGUUR_STATUSSEN = [
  'normaal',
  'geheim',
  'onbekend',
  'niet_van_toepassing',
  'onvolledig',
  'nog_niet_bekend',
] as const;
export type FigureStatus = (typeof FIGUUR_STATUSSEN)[number];

export const UNITS = [
  'unieke cliënten',
  'aandeel',
  'eurocent',
  'aanbieders',
  'trajecten',
  'dagen',
  'overgangen',
  'toewijzingen',
  'inwoners',
  'jeugdigen',
  'gezinnen',
  'zaken',
  'plaatsingen',
  'maatregelen',
  'antwoorden',
] as const;
export type Unit = (typeof UNITS)[number];

/** One exact figure. Grain: one row per indicator, variant, period, area and combination of dimension values. */
export interface FigureRow {
  readonly indicator: string;
  /** Empty when the indicator has no variants. */
  readonly variant: string;
  /** `2024`, `2024-Q2` or `2022-10-01/2023-09-30`. */
  readonly periode: string;
  readonly gebied: string;
  /** In the order of the table's `dimensies`. */
  readonly dimensies: readonly string[];
  /** Null when there is none; `status` says why. */
  readonly waarde: number | null;
  readonly teller: number | null;
  readonly noemer: number | null;
  readonly status: readonly FigureStatus[];
  /** Interval at 95 % where it does not follow from `teller` and `noemer`; a missing end is not known. Unit: that of the value. */
  readonly grenzen?: { readonly ondergrens?: number; readonly bovengrens?: number };
  /** How final the figure is, where that differs from the others of its period. */
  readonly voorlopigheid?: ReleaseStatus;
  /** Ids of breaks between this figure and the earlier ones it is laid beside: it may not be compared with them without a warning. */
  readonly breuken?: readonly string[];
  /** Who made up the value or the numerator, where that is a sum; needed for the dominance and p % rules. Never leaves `src/disclose/`. */
  readonly bijdragen?: Bijdragen;
  /** The same of the denominator, where one person can count in it more than once. */
  readonly bijdragenNoemer?: Bijdragen;
}

/** Contributions of persons to one sum or count. Unit of the amounts: that of the figure. */
export interface Bijdragen {
  readonly aantal: number;
  readonly grootste: number;
  readonly tweede: number;
}

/** Who makes up what areas inside a larger one leave of it: readers can subtract, so that is protected like a figure. Grain: that of `FigureRow`. */
export interface VerschilBijdragen
  extends Pick<FigureRow, 'variant' | 'periode' | 'dimensies' | 'bijdragen' | 'bijdragenNoemer'>,
    Pick<VerschilGebied, 'geheel' | 'zonder'> {}

/** A break that touches figures of a table. */
export interface FigureBreuk {
  readonly id: string;
  /** `YYYY-MM-DD`: the first day after the break. */
  readonly datum: string;
  readonly oorzaak: { readonly nl: string; readonly en: string };
  readonly overbrugd: boolean;
}

/**
 * Exact figures of one indicator: not safe to show outside. Rows are sorted by all key columns.
 * Only `src/disclose/` turns this into a `SafeTable`.
 */
export interface FigureTable {
  readonly indicator: string;
  /** Version of the definition, its valid-from date: `2020-01-01`. */
  readonly definitie: string;
  readonly eenheid: Unit;
  readonly dimensies: readonly Dimensie[];
  /** How the uncertainty of its shares is to be given; absent = not. */
  readonly interval?: IntervalMethode;
  /** Gemeenten of the publication year in every year, or those of each day itself. */
  readonly samenstelling?: 'restated' | 'actual';
  /** How its figures are made, per variant; without it they cannot be protected. */
  readonly opbouw?: readonly Opbouw[];
  /** Parameters that the figures were computed with, and their values. */
  readonly parameters?: Readonly<Record<string, number | string>>;
  /** How final the figures of each period are. */
  readonly voorlopigheid?: Readonly<Record<string, ReleaseStatus>>;
  /** The breaks that rows name. */
  readonly breuken?: readonly FigureBreuk[];
  /** Who makes up the differences between its areas. Never leaves `src/disclose/`. */
  readonly verschillen?: readonly VerschilBijdragen[];
  readonly rows: readonly FigureRow[];
}
