// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureTable } from '../contract/index.ts';
import type { Getal, Getallen } from './getallen.ts';
import { samenstellingOf, uitsplitsingKey } from './getallen.ts';
import type { Wereld } from './wereld.ts';

/**
 * Tables with a row for every value of the split in every area, where zeros may be hidden: a row that is not there would tell that nothing occurs.
 * `groepen`: where, by `uitsplitsingKey`.
 */
export function metLegeRijen(
  tables: readonly FigureTable[],
  getallen: Getallen,
  groepen: ReadonlySet<string>,
  wereld: Wereld,
): readonly FigureTable[] {
  const values = new Map<string, Getal[]>();
  for (const getal of getallen.values()) {
    const key = uitsplitsingKey(getal);
    if (!groepen.has(key) || getal.dimensies.length === 0) continue;
    const known = values.get(key) ?? [];
    known.push(getal);
    values.set(key, known);
  }
  return values.size === 0 ? tables : tables.map((table) => filled(table, getallen, values, wereld));
}

function filled(
  table: FigureTable,
  getallen: Getallen,
  values: ReadonlyMap<string, readonly Getal[]>,
  wereld: Wereld,
): FigureTable {
  const rows = new Map(table.rows.map((row) => [rowKey(row), row]));
  const isOther = table.dimensies.map((dimensie) => dimensie !== 'gemeente');
  for (const row of table.rows) {
    const { onderdelen } = samenstellingOf(table, row, wereld);
    for (const { plaats } of onderdelen) {
      for (const { dimensies } of values.get(uitsplitsingKey(plaats)) ?? []) {
        const split = new Map(dimensies);
        const own = table.dimensies.map((dimensie, at) =>
          isOther[at] === true ? (split.get(dimensie) ?? '') : (row.dimensies[at] ?? ''),
        );
        const empty = { ...row, dimensies: own };
        if (!rows.has(rowKey(empty))) rows.set(rowKey(empty), emptyRow(table, empty, getallen, wereld));
      }
    }
  }
  if (rows.size === table.rows.length) return table;
  return {
    ...table,
    rows: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  };
}

/** What the row would say if it were there. */
function emptyRow(table: FigureTable, row: FigureRow, getallen: Getallen, wereld: Wereld): FigureRow {
  const { indicator, variant, periode, gebied, dimensies } = row;
  const key = { indicator, variant, periode, gebied, dimensies };
  const { vorm, onderdelen } = samenstellingOf(table, row, wereld);
  const [first = 0, second = 0] = onderdelen.map((onderdeel) => getallen.get(onderdeel.key)?.value ?? 0);
  if (vorm === 'waarde') return { ...key, waarde: first, teller: null, noemer: null, status: ['normaal'] };
  if (vorm === 'kengetal')
    return { ...key, waarde: null, teller: null, noemer: first, status: ['niet_van_toepassing'] };
  if (second === 0)
    return { ...key, waarde: null, teller: first, noemer: second, status: ['niet_van_toepassing'] };
  const waarde = first / second - (vorm === 'groei' ? 1 : 0);
  return { ...key, waarde, teller: first, noemer: second, status: ['normaal'] };
}

function rowKey({ variant, periode, gebied, dimensies }: FigureRow): string {
  return [variant, periode, gebied, ...dimensies].join('\t');
}
