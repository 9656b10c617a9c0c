// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type SqlQuery } from '../contract/index.ts';
import { Binder } from './duckdb-binder.ts';
import { kostenParts } from './duckdb-kosten.ts';
import { overgangParts } from './duckdb-overgangen.ts';
import { prestatieParts } from './duckdb-prestaties.ts';
import { rijParts } from './duckdb-rijen.ts';
import { standParts } from './duckdb-standen.ts';
import { startParts } from './duckdb-starts.ts';
import { trajectParts } from './duckdb-trajecten.ts';
import type { FigureBundle, SourceQuery } from './figure-bundle.ts';
import { type Bron, MATEN } from './maat.ts';
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

/** The queries of a bundle, in its order. See `sourceSql`. */
export function bundleSql(bundle: FigureBundle): readonly SqlQuery[] {
  return bundle.queries.map(sourceSql);
}

/**
 * What is wanted from one source, as DuckDB SQL over the derived tables of the warehouse.
 *
 * Shape: one row per split, area, measured period and combination of dimension values that occurs, with columns `split` (its place in the
 * query), `gebied`, `periode`, one per dimension (null where the split has it not), and one per quantity. One more row, with `split` null,
 * has the first and last day of the data as `data_vanaf` and `data_tot`; for a source beside message traffic, rows with `split` null name the periods that were delivered. A distribution is text.
 *
 * Cost: one pass over the records, which folds them to a row per client, gemeente and period; one pass over that fold per split.
 * A client with one gemeente counts alike in every area that holds it, so only clients who moved are counted per area.
 */
export function sourceSql(query: SourceQuery): SqlQuery {
  const bind = new Binder();
  const dimensies = DIMENSIES.filter((dimensie) => query.splits.some((split) => split.includes(dimensie)));
  const tables = [
    periodeTable(query, bind),
    lidTable(query, bind),
    plekTable(query, bind),
    plekGebiedTable(query, bind),
  ];
  const { ctes, branches, gedekt } = (BRONNEN[query.bron] ?? rijParts)(query, bind);
  const keys = ['c.split', 'g.gebied', 'q.label AS periode', ...dimensies.map((dimensie) => `c.${dimensie}`)];
  const measures = query.maten.map(({ kolom, maat }) =>
    MATEN[maat].verdeling === true
      ? `coalesce(string_agg(c.${kolom}, ' '), '') AS ${kolom}`
      : `coalesce(sum(c.${kolom}), 0)::DOUBLE AS ${kolom}`,
  );
  const text = [
    `WITH ${[...tables, ...ctes, `cel AS (\n${branches.join('\nUNION ALL BY NAME\n')})`].join(',\n')}`,
    `SELECT ${[...keys, ...measures].join(', ')}`,
    'FROM cel c JOIN plek_gebied g ON g.plek = c.plek JOIN periode q ON q.nr = c.periode',
    'GROUP BY ALL',
    'UNION ALL BY NAME',
    'SELECT vanaf::VARCHAR AS data_vanaf, datum::VARCHAR AS data_tot FROM data_datum',
    ...(gedekt === undefined ? [] : ['UNION ALL BY NAME', gedekt]),
  ].join('\n');
  return { text, params: bind.params };
}

function periodeTable(query: SourceQuery, bind: Binder): string {
  const rows = query.meetperioden.map(
    ({ label, van, tot, peiljaar, basis }, nr) =>
      `(${nr}::SMALLINT, ${bind.value(label, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')}, ${bind.value(peiljaar, 'SMALLINT')}, ${query.meetperioden.findIndex((other) => other.label === basis)}::SMALLINT)`,
  );
  return `periode(nr, label, van, tot, peiljaar, basis) AS (VALUES ${rows.join(', ')})`;
}

function lidTable(query: SourceQuery, bind: Binder): string {
  const rows = query.leden.map(
    ({ gemeente, van, tot }) =>
      `(${bind.value(gemeente, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')})`,
  );
  return `lid(gemeente, van, tot) AS (VALUES ${rows.join(', ')})`;
}

/** Places to count at: each gemeente for those who have one, and (`samen`) each area as a whole for those who moved. */
function plekTable(query: SourceQuery, bind: Binder): string {
  const gemeenten = gemeentenOf(query);
  const rows = [
    ...gemeenten.map((gemeente, index) => `(${index}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, false)`),
    ...query.gebieden.flatMap((gebied, index) =>
      gebied.gemeenten.map(
        (gemeente) => `(${gemeenten.length + index}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, true)`,
      ),
    ),
  ];
  return `plek(plek, gemeente, samen) AS (VALUES ${rows.join(', ')})`;
}

function plekGebiedTable(query: SourceQuery, bind: Binder): string {
  const gemeenten = gemeentenOf(query);
  const rows = query.gebieden.flatMap((gebied, index) =>
    [...gebied.gemeenten.map((gemeente) => gemeenten.indexOf(gemeente)), gemeenten.length + index].map(
      (plek) => `(${plek}::SMALLINT, ${bind.value(gebied.code, 'VARCHAR')})`,
    ),
  );
  return `plek_gebied(plek, gebied) AS (VALUES ${rows.join(', ')})`;
}

function gemeentenOf(query: SourceQuery): readonly string[] {
  return [...new Set(query.leden.map(({ gemeente }) => gemeente))];
}
