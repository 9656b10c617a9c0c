// SPDX-License-Identifier: EUPL-1.2
import type { SqlColumn, SqlColumns, SqlLijsten } from '../contract/index.ts';
import { RIJ_DATA, RIJ_GEDEKT, RIJ_WOORD, RIJ_ZONDER_GEMEENTE } from './duckdb.ts';
import { dimensiesOf } from './duckdb-woord.ts';
import type { SourceQuery } from './figure-bundle.ts';
import { MATEN } from './maat.ts';
import { RIJ_TABELLEN } from './rij-bron.ts';
import { dataRange } from './timeliness.ts';

/** A quantity per row as it was read: numbers, lists or texts. */
export type Gemeten = Int32Array | Float64Array | SqlLijsten | readonly string[];

/** What one query gave, as its columns say it. See `sourceSql`. */
export interface Gelezen {
  readonly query: SourceQuery;
  readonly plek: Int32Array;
  readonly periode: Int32Array;
  /** Per dimension of the query, by row: a place in `woorden`. */
  readonly dimensies: ReadonlyMap<string, Int32Array>;
  readonly maten: readonly Gemeten[];
  /** By way of splitting: the rows that are cells. */
  readonly rijen: readonly Int32Array[];
  readonly woorden: readonly string[];
  /** Places of the periods about which the source was delivered: of message traffic none while no message is known at all. Undefined where there is no telling. */
  readonly gedekt: ReadonlySet<number> | undefined;
  /** Places of the periods of which the source tells nothing but the region as a whole. */
  readonly zonderGemeente: ReadonlySet<number>;
  /** First and last day of the data: `2020-01-01|2024-12-31`. */
  readonly data: string;
}

export function lees(query: SourceQuery, { rows, columns }: SqlColumns): Gelezen {
  const whole = (name: string): Int32Array => integers(columns.get(name), rows);
  const [splits, periode, teksten] = [whole('split'), whole('periode'), texts(columns.get('woord'))];
  const woorden: string[] = [];
  const [gedekt, zonderGemeente] = [new Set<number>(), new Set<number>()];
  let data = '';
  const counts = new Int32Array(query.splits.length);
  for (let row = 0; row < rows; row += 1) {
    const split = splits[row] ?? 0;
    if (split >= 0) counts[split] = (counts[split] ?? 0) + 1;
    else if (split === RIJ_WOORD) woorden[periode[row] ?? 0] = teksten[row] ?? '';
    else if (split === RIJ_GEDEKT) gedekt.add(periode[row] ?? 0);
    else if (split === RIJ_ZONDER_GEMEENTE) zonderGemeente.add(periode[row] ?? 0);
    else if (split === RIJ_DATA) data = teksten[row] ?? '';
  }
  const rijen = RIJ_TABELLEN[query.bron as keyof typeof RIJ_TABELLEN];
  const isTelling = rijen === undefined ? dataRange(data).tot === undefined : rijen.levering !== undefined;
  return {
    query,
    plek: whole('plek'),
    periode,
    dimensies: new Map(dimensiesOf(query).map((name) => [name, whole(name)])),
    maten: query.maten.map(({ kolom, maat }) => measured(columns.get(kolom), rows, MATEN[maat].verdeling)),
    rijen: rowsOfSplits(splits, rows, counts),
    woorden,
    gedekt: isTelling ? gedekt : undefined,
    zonderGemeente,
    data,
  };
}

function rowsOfSplits(splits: Int32Array, rows: number, counts: Int32Array): readonly Int32Array[] {
  const rijen = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(counts.length);
  for (let row = 0; row < rows; row += 1) {
    const split = splits[row] ?? -1;
    const own = rijen[split];
    if (own === undefined) continue;
    own[filled[split] ?? 0] = row;
    filled[split] = (filled[split] ?? 0) + 1;
  }
  return rijen;
}

function measured(
  column: SqlColumn | undefined,
  rows: number,
  verdeling: 'lijst' | 'tekst' | undefined,
): Gemeten {
  if (verdeling === 'tekst') return texts(column);
  if (verdeling === 'lijst') {
    if (column !== undefined && 'einden' in column) return column;
    return { einden: new Int32Array(rows), waarden: new Int32Array(0) };
  }
  if (column instanceof Float64Array || column instanceof Int32Array) return column;
  return Float64Array.from(values(column), Number);
}

function integers(column: SqlColumn | undefined, rows: number): Int32Array {
  if (column instanceof Int32Array) return column;
  return column === undefined ? new Int32Array(rows) : Int32Array.from(values(column), Number);
}

function texts(column: SqlColumn | undefined): readonly string[] {
  return Array.from(values(column), (value) => (typeof value === 'string' ? value : ''));
}

function values(column: SqlColumn | undefined): ArrayLike<unknown> {
  return column === undefined || 'einden' in column ? [] : column;
}
