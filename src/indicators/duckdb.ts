// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type SqlQuery } from '../contract/index.ts';
import { Binder } from './duckdb-binder.ts';
import { prestatieParts } from './duckdb-prestaties.ts';
import { trajectParts } from './duckdb-trajecten.ts';
import type { FigureBundle } from './figure-bundle.ts';

/**
 * A bundle as DuckDB SQL over the derived tables of the warehouse.
 *
 * Shape: one row per split, area, measured period and combination of dimension values that occurs, with columns `split` (its place in the
 * bundle), `gebied`, `periode`, one per dimension of the bundle (null where the split has it not), and one per quantity. One more
 * row, with `split` null, has the first and last day of the data as `data_vanaf` and `data_tot`.
 *
 * Cost: one pass over the records, which folds them to a row per client, gemeente and period; one pass over that fold per split.
 * A client with one gemeente counts alike in every area that holds it, so only clients who moved are counted per area.
 */
export function bundleSql(bundle: FigureBundle): SqlQuery {
  const bind = new Binder();
  const dimensies = DIMENSIES.filter((dimensie) => bundle.splits.some((split) => split.includes(dimensie)));
  const tables = [
    periodeTable(bundle, bind),
    lidTable(bundle, bind),
    plekTable(bundle, bind),
    plekGebiedTable(bundle, bind),
  ];
  const { ctes, branches } =
    bundle.bron === 'prestaties' ? prestatieParts(bundle, bind) : trajectParts(bundle, bind);
  const keys = ['c.split', 'g.gebied', 'q.label AS periode', ...dimensies.map((dimensie) => `c.${dimensie}`)];
  const measures = bundle.maten.map(({ kolom }) => `coalesce(sum(c.${kolom}), 0)::BIGINT AS ${kolom}`);
  const text = [
    `WITH ${[...tables, ...ctes, `cel AS (\n${branches.join('\nUNION ALL BY NAME\n')})`].join(',\n')}`,
    `SELECT ${[...keys, ...measures].join(', ')}`,
    'FROM cel c JOIN plek_gebied g ON g.plek = c.plek JOIN periode q ON q.nr = c.periode',
    'GROUP BY ALL',
    'UNION ALL BY NAME',
    'SELECT vanaf::VARCHAR AS data_vanaf, datum::VARCHAR AS data_tot FROM data_datum',
  ].join('\n');
  return { text, params: bind.params };
}

function periodeTable(bundle: FigureBundle, bind: Binder): string {
  const rows = bundle.meetperioden.map(
    ({ label, van, tot, peiljaar }, nr) =>
      `(${nr}::SMALLINT, ${bind.value(label, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')}, ${bind.value(peiljaar, 'SMALLINT')})`,
  );
  return `periode(nr, label, van, tot, peiljaar) AS (VALUES ${rows.join(', ')})`;
}

function lidTable(bundle: FigureBundle, bind: Binder): string {
  const rows = bundle.leden.map(
    ({ gemeente, van, tot }) =>
      `(${bind.value(gemeente, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')})`,
  );
  return `lid(gemeente, van, tot) AS (VALUES ${rows.join(', ')})`;
}

/** Places to count at: each gemeente for those who have one, and (`samen`) each area as a whole for those who moved. */
function plekTable(bundle: FigureBundle, bind: Binder): string {
  const gemeenten = gemeentenOf(bundle);
  const rows = [
    ...gemeenten.map((gemeente, index) => `(${index}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, false)`),
    ...bundle.gebieden.flatMap((gebied, index) =>
      gebied.gemeenten.map(
        (gemeente) => `(${gemeenten.length + index}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, true)`,
      ),
    ),
  ];
  return `plek(plek, gemeente, samen) AS (VALUES ${rows.join(', ')})`;
}

function plekGebiedTable(bundle: FigureBundle, bind: Binder): string {
  const gemeenten = gemeentenOf(bundle);
  const rows = bundle.gebieden.flatMap((gebied, index) =>
    [...gebied.gemeenten.map((gemeente) => gemeenten.indexOf(gemeente)), gemeenten.length + index].map(
      (plek) => `(${plek}::SMALLINT, ${bind.value(gebied.code, 'VARCHAR')})`,
    ),
  );
  return `plek_gebied(plek, gebied) AS (VALUES ${rows.join(', ')})`;
}

function gemeentenOf(bundle: FigureBundle): readonly string[] {
  return [...new Set(bundle.leden.map(({ gemeente }) => gemeente))];
}
