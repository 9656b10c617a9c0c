// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureRow, SafeTable } from '../contract/index.ts';

export interface FigureKey {
  readonly indicator: string;
  readonly variant?: string;
  readonly gebied: string;
  readonly jaar: number;
  /** A quarter or a shifted year instead of the whole year `jaar`. */
  readonly periode?: string;
  /** Value of each dimension, in the order of the table. */
  readonly split?: Readonly<Partial<Record<Dimensie, string>>>;
}

/** Every safe figure of a release, found by what it is about. */
export interface FigureBook {
  find(key: FigureKey): FigureRow | undefined;
  /** The table that holds figures of this indicator with exactly these dimensions. */
  table(indicator: string, ...dimensies: readonly Dimensie[]): SafeTable | undefined;
}

/** Throws: a bug when a table is not for everyone, or when a hidden cell still holds a value. */
export function figureBook(tables: readonly SafeTable[]): FigureBook {
  const byName = new Map<string, SafeTable>();
  const rows = new Map<string, FigureRow>();
  for (const table of tables) {
    if (table.zone !== 'open') throw new Error(`${table.indicator} is a table of zone ${table.zone}`);
    byName.set(tableName(table.indicator, table.dimensies), table);
    for (const row of table.rows) {
      if (row.status.includes('geheim') && row.waarde !== null) {
        throw new Error(`${table.indicator} holds a value in a hidden cell`);
      }
      rows.set(rowName(table, row), row);
    }
  }
  return {
    find({ indicator, variant = '', gebied, jaar, periode = String(jaar), split = {} }) {
      const dimensies = Object.keys(split) as Dimensie[];
      const values = dimensies.map((dimensie) => split[dimensie] ?? '');
      return rows.get(JSON.stringify([tableName(indicator, dimensies), variant, periode, gebied, ...values]));
    },
    table: (indicator, ...dimensies) => byName.get(tableName(indicator, dimensies)),
  };
}

function tableName(indicator: string, dimensies: readonly Dimensie[]): string {
  return [indicator, ...dimensies].join('-');
}

function rowName(table: SafeTable, row: FigureRow): string {
  return JSON.stringify([
    tableName(table.indicator, table.dimensies),
    row.variant,
    row.periode,
    row.gebied,
    ...row.dimensies,
  ]);
}
