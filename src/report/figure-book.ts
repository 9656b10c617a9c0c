// SPDX-License-Identifier: EUPL-1.2
import { type Dimensie, type FigureRow, refuseUnsafe, type SafeTable } from '../contract/index.ts';

export interface FigureKey {
  readonly indicator: string;
  readonly variant?: string;
  readonly gebied: string;
  readonly jaar: number;
  /** A quarter or a shifted year instead of the whole year `jaar`. */
  readonly periode?: string;
  /** Value of each dimension, in any order. */
  readonly split?: Readonly<Partial<Record<Dimensie, string>>>;
}

/** Every safe figure of a release, found by what it is about. */
export interface FigureBook {
  find(key: FigureKey): FigureRow | undefined;
  /** The release tells about this area and period: a combination that is not among its figures does not occur there. */
  tells(key: FigureKey): boolean;
  /** The table that holds figures of this indicator with exactly these dimensions, in any order; with a variant, the one that holds it. */
  table(indicator: string, dimensies?: readonly Dimensie[], variant?: string): SafeTable | undefined;
}

/** Throws: a bug when a table was not protected or is not for everyone, or when a hidden cell still holds a value. */
export function figureBook(tables: readonly SafeTable[]): FigureBook {
  const byName = new Map<string, SafeTable[]>();
  const rows = new Map<string, FigureRow>();
  const told = new Set<string>();
  const variants = new Map<SafeTable, ReadonlySet<string>>();
  for (const table of tables) {
    refuseUnsafe(table);
    const name = tableName(table.indicator, table.dimensies);
    byName.set(name, [...(byName.get(name) ?? []), table]);
    variants.set(table, new Set(table.rows.map(({ variant }) => variant)));
    for (const row of table.rows) {
      const values = table.dimensies.map(
        (dimensie, place) => [dimensie, row.dimensies[place] ?? ''] as const,
      );
      told.add(rowName(name, row.variant, row.periode, row.gebied, []));
      rows.set(rowName(name, row.variant, row.periode, row.gebied, values), row);
    }
  }
  return {
    find({ indicator, variant = '', gebied, jaar, periode = String(jaar), split = {} }) {
      const values = Object.entries(split) as [Dimensie, string][];
      const name = tableName(
        indicator,
        values.map(([dimensie]) => dimensie),
      );
      return rows.get(rowName(name, variant, periode, gebied, values));
    },
    tells({ indicator, variant = '', gebied, jaar, periode = String(jaar), split = {} }) {
      const name = tableName(indicator, Object.keys(split) as Dimensie[]);
      return told.has(rowName(name, variant, periode, gebied, []));
    },
    table(indicator, dimensies = [], variant) {
      const all = byName.get(tableName(indicator, dimensies)) ?? [];
      return variant === undefined ? all[0] : all.find((table) => variants.get(table)?.has(variant));
    },
  };
}

function tableName(indicator: string, dimensies: readonly Dimensie[]): string {
  return [indicator, ...[...dimensies].sort()].join('-');
}

function rowName(
  table: string,
  variant: string,
  periode: string,
  gebied: string,
  values: readonly (readonly [Dimensie, string])[],
): string {
  const ordered = [...values].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
  return JSON.stringify([table, variant, periode, gebied, ...ordered]);
}
