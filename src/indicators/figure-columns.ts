// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureStatus, FigureTable, ReleaseStatus } from '../contract/index.ts';

/** What the status of a figure can be, together; columns hold a place in it. */
export const STATUSLIJSTEN = [
  ['normaal'],
  ['niet_van_toepassing'],
  ['onbekend'],
  ['nog_niet_bekend'],
  ['onvolledig'],
  ['niet_van_toepassing', 'onvolledig'],
  ['geheim'],
] as const satisfies readonly (readonly FigureStatus[])[];

/** Figures of one variant, period and area: one per cell, those of the columns from `van` on. */
export interface FigureBlok {
  readonly variant: string;
  readonly periode: string;
  readonly gebied: string;
  readonly van: number;
  /** Places in the table's `cellen`. */
  readonly cel: Int32Array;
  /** Whether the figures have an interval that does not follow from numerator and denominator. */
  readonly interval: boolean;
  /** Makes what says which breaks the figure of a cell carries. */
  readonly breuken: () => (dimensies: readonly string[]) => readonly string[] | undefined;
}

/** The figures of a table column by column, in the order of its rows; many millions of them take seconds. */
export interface FigureColumns {
  readonly kop: Omit<FigureTable, 'rows'>;
  readonly aantal: number;
  readonly blokken: readonly FigureBlok[];
  readonly cellen: readonly (readonly string[])[];
  /** NaN where there is none. */
  readonly waarde: Float64Array;
  readonly teller: Float64Array;
  readonly noemer: Float64Array;
  /** Places in `STATUSLIJSTEN`. */
  readonly status: Uint8Array;
  /** NaN where it is not known; empty when no figure of the table has an interval of its own. */
  readonly ondergrens: Float64Array;
  readonly bovengrens: Float64Array;
  /** Of figures that are more or less final than others of their period. */
  readonly voorlopigheid: ReadonlyMap<number, ReleaseStatus>;
}

/** The table that columns stand for. */
export function tableOf(columns: FigureColumns): FigureTable {
  const rows: FigureRow[] = [];
  for (const blok of columns.blokken) addRows(columns, blok, rows);
  return { ...columns.kop, rows };
}

function addRows(columns: FigureColumns, blok: FigureBlok, rows: FigureRow[]): void {
  const { indicator } = columns.kop;
  const { variant, periode, gebied, cel, interval, van } = blok;
  const carried = blok.breuken();
  for (const [place, one] of cel.entries()) {
    const at = van + place;
    const dimensies = columns.cellen[one] ?? [];
    const noemer = known(columns.noemer[at]);
    const grenzen = interval && noemer !== null && noemer > 0 ? grenzenOf(columns, at) : undefined;
    const voorlopigheid = columns.voorlopigheid.get(at);
    const breuken = carried(dimensies);
    rows.push({
      indicator,
      variant,
      periode,
      gebied,
      dimensies,
      waarde: known(columns.waarde[at]),
      teller: known(columns.teller[at]),
      noemer,
      status: STATUSLIJSTEN[columns.status[at] ?? 0] ?? [],
      ...(grenzen === undefined ? {} : { grenzen }),
      ...(voorlopigheid === undefined ? {} : { voorlopigheid }),
      ...(breuken === undefined ? {} : { breuken }),
    });
  }
}

function known(value = Number.NaN): number | null {
  return Number.isNaN(value) ? null : value;
}

function grenzenOf(columns: FigureColumns, at: number): FigureRow['grenzen'] {
  const [ondergrens, bovengrens] = [known(columns.ondergrens[at]), known(columns.bovengrens[at])];
  return {
    ...(ondergrens === null ? {} : { ondergrens }),
    ...(bovengrens === null ? {} : { bovengrens }),
  };
}
