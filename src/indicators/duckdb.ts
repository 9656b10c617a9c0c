// SPDX-License-Identifier: EUPL-1.2
import type { SqlQuery } from '../contract/index.ts';
import { Binder } from './duckdb-binder.ts';
import { kostenParts } from './duckdb-kosten.ts';
import { overgangParts } from './duckdb-overgangen.ts';
import { prestatieParts } from './duckdb-prestaties.ts';
import { rijParts } from './duckdb-rijen.ts';
import { standParts } from './duckdb-standen.ts';
import { startParts } from './duckdb-starts.ts';
import { trajectParts } from './duckdb-trajecten.ts';
import { dimensiesOf } from './duckdb-woord.ts';
import { type FigureBundle, gemeentenOf, type SourceQuery } from './figure-bundle.ts';
import { type Bron, MATEN, type MaatSoort } from './maat.ts';
import type { SourceParts } from './source-parts.ts';

const BRONNEN: Readonly<Partial<Record<Bron, (query: SourceQuery, bind: Binder) => SourceParts>>> = {
  prestaties: prestatieParts,
  trajecten: trajectParts,
  verblijf: trajectParts,
  overgangen: overgangParts,
  standen: standParts,
  kosten: kostenParts,
  starts: startParts,
};

/** What a row of a result is, in its column `split`, when it is no cell: a code, a period that was delivered, the first and last day of the data. */
export const RIJ_WOORD = -1;
export const RIJ_GEDEKT = -2;
export const RIJ_DATA = -3;
export const RIJ_ZONDER_GEMEENTE = -4;

/** The queries of a bundle, in its order. See `sourceSql`. */
export function bundleSql(bundle: FigureBundle): readonly SqlQuery[] {
  return bundle.queries.map(sourceSql);
}

/**
 * What is wanted from one source, as DuckDB SQL over the derived tables of the warehouse.
 *
 * Shape: rows with `split` (its place in the query), `plek` (a gemeente, by its place among those of the query, or after these an area as a whole),
 * `periode` (its place), one column per dimension (a number of `woord`, -1 where the split has it not), and one per quantity: a number, a list of
 * numbers or text. An area is the sum of its gemeenten and of itself as a whole; several rows of one cell add up. Below zero `split` says what else the
 * row is: a code in `woord` with its number in `periode`; in `periode` a period that was delivered, or one of which no row tells its gemeente; in `woord` the first and last day of the data.
 *
 * Cost: one pass over the records, which folds them to a row per client, gemeente and period; one pass over that fold per split.
 * A client with one gemeente counts alike in every area that holds it, so only clients who moved are counted per area.
 */
export function sourceSql(query: SourceQuery): SqlQuery {
  const bind = new Binder();
  const { ctes, branches, gedekt, zonderGemeente } = (BRONNEN[query.bron] ?? rijParts)(query, bind);
  const tables = placeTables(query, bind);
  const dimensies = dimensiesOf(query);
  const keys = ['split', 'plek', 'periode', ...dimensies].map(
    (name) => `coalesce(${name}, -1)::INTEGER AS ${name}`,
  );
  const measures = query.maten.map(({ kolom, maat }) => `${whole(MATEN[maat], kolom)} AS ${kolom}`);
  const rows = [
    ...branches,
    ...(dimensies.length === 0
      ? []
      : [`SELECT ${RIJ_WOORD} AS split, nr AS periode, waarde AS woord FROM woord`]),
    ...(gedekt === undefined ? [] : [`SELECT ${RIJ_GEDEKT} AS split, periode FROM (${gedekt})`]),
    ...(zonderGemeente === undefined
      ? []
      : [`SELECT ${RIJ_ZONDER_GEMEENTE} AS split, periode FROM (${zonderGemeente})`]),
    `SELECT ${RIJ_DATA} AS split, concat(vanaf, '|', datum) AS woord FROM data_datum`,
  ];
  const text = [
    `-- ${query.bron}`,
    `WITH ${[...tables, ...ctes].join(',\n')}`,
    `SELECT ${[...keys, ...measures].join(', ')}, coalesce(woord, '') AS woord`,
    `FROM (${rows.join('\nUNION ALL BY NAME\n')})`,
  ].join('\n');
  return { text, params: bind.params };
}

/** A quantity without nulls: those are read many times slower. */
function whole({ verdeling }: MaatSoort, kolom: string): string {
  if (verdeling === 'lijst') return `coalesce(${kolom}, []::INTEGER[])`;
  return verdeling === 'tekst' ? `coalesce(${kolom}, '')` : `coalesce(${kolom}, 0)::DOUBLE`;
}

/** Periods, the gemeenten that count and when, and the places to count at. */
export function placeTables(query: SourceQuery, bind: Binder): readonly string[] {
  return [periodeTable(query, bind), lidTable(query, bind), plekTable(query, bind)];
}

function periodeTable(query: SourceQuery, bind: Binder): string {
  const rows = query.meetperioden.map(
    ({ van, tot, peiljaar }, nr) =>
      `(${nr}::SMALLINT, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')}, ${bind.value(peiljaar, 'SMALLINT')})`,
  );
  return `periode(nr, van, tot, peiljaar) AS (VALUES ${rows.join(', ')})`;
}

/** When each gemeente belongs to the region, and its place. */
function lidTable(query: SourceQuery, bind: Binder): string {
  const gemeenten = gemeentenOf(query);
  const rows = query.leden.map(
    ({ gemeente, van, tot }) =>
      `(${gemeenten.indexOf(gemeente)}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')})`,
  );
  return `lid(plek, gemeente, van, tot) AS (VALUES ${rows.join(', ')})`;
}

/** Places to count at: each gemeente for those who have one, and (`samen`) each area as a whole for those who moved; `thuis` is the place of the gemeente itself. */
function plekTable(query: SourceQuery, bind: Binder): string {
  const gemeenten = gemeentenOf(query);
  const rows = [
    ...gemeenten.map(
      (gemeente, index) =>
        `(${index}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, ${index}::SMALLINT, false)`,
    ),
    ...query.gebieden.flatMap((gebied, index) =>
      gebied.gemeenten.map(
        (gemeente) =>
          `(${gemeenten.length + index}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, ${gemeenten.indexOf(gemeente)}::SMALLINT, true)`,
      ),
    ),
  ];
  return `plek(plek, gemeente, thuis, samen) AS (VALUES ${rows.join(', ')})`;
}
