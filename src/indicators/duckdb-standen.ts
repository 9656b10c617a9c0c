// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import { trajectTables } from './duckdb-trajecten.ts';
import type { SourceQuery } from './figure-bundle.ts';
import type { SourceParts } from './source-parts.ts';

/**
 * Who is in care on the day before the period and on its last day, and the stretches of care that began or ended between. A stretch is the
 * days of care of one client in one cell without a day between; it has ended on the day after its last.
 */
export function standParts(query: SourceQuery, bind: Binder): SourceParts {
  return {
    ctes: [...trajectTables(query, bind), perPeriodeTable(query)],
    branches: query.splits.map((split, index) => standBranch(query, split, index)),
  };
}

function perPeriodeTable(query: SourceQuery): string {
  const client = clientColumns(query, 't.pseudoniem');
  return `per_periode AS MATERIALIZED (
  SELECT t.*, q.nr AS periode, q.van AS van_dag, q.tot AS tot_dag${client.columns}
  FROM moment t JOIN periode q ON t.begin <= q.tot AND t.tot >= q.van - 1${client.join})`;
}

function standBranch(query: SourceQuery, split: readonly Dimensie[], index: number): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  const reeks = `PARTITION BY ${cell}, pseudoniem ORDER BY begin, tot`;
  const tel: Readonly<Record<string, string>> = {
    'stand-begin': 'count(DISTINCT pseudoniem) FILTER (begin < van_dag)',
    'stand-begonnen': 'coalesce(sum(eerste) FILTER (begin >= van_dag), 0)',
    'stand-beeindigd': 'coalesce(sum(laatste) FILTER (tot_samen < tot_dag), 0)',
    'stand-eind': 'count(DISTINCT pseudoniem) FILTER (tot >= tot_dag)',
  };
  const residu = `${tel['stand-eind']} - (${tel['stand-begin']} + ${tel['stand-begonnen']} - ${tel['stand-beeindigd']})`;
  const measures = query.maten.map(({ maat, kolom }) => `, ${tel[maat] ?? residu} AS ${kolom}`);
  return `SELECT ${index}::SMALLINT AS split, ${cell}${measures.join('')}
FROM (SELECT *, CASE WHEN begin <= tot_eerder + 1 THEN 0 ELSE 1 END AS eerste,
    CASE WHEN lead(begin) OVER (${reeks}) <= tot_samen + 1 THEN 0 ELSE 1 END AS laatste
  FROM (SELECT *, greatest(tot, tot_eerder) AS tot_samen
    FROM (SELECT *, max(tot) OVER (${reeks} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS tot_eerder FROM per_periode)))
GROUP BY ${cell}`;
}
