// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import { countIf } from './duckdb-eenmaal.ts';
import { trajectTables } from './duckdb-trajecten.ts';
import { codeTables, foldAll } from './duckdb-woord.ts';
import type { SourceQuery } from './figure-bundle.ts';
import type { SourceParts } from './source-parts.ts';

/**
 * Who is in care on the day before the period and on its last day, and the stretches of care that began or ended between. A stretch is the
 * days of care of one client in one cell without a day between; it has ended on the day after its last.
 *
 * Cost: a client with one traject in a period is one stretch in every cell; only the others are put in order per split.
 */
export function standParts(query: SourceQuery, bind: Binder): SourceParts {
  return {
    ctes: [
      ...trajectTables(query, bind),
      perPeriodeTable(query),
      ...codeTables(query, 'per_periode', 'feit'),
      meerTable(),
    ],
    branches: [
      foldAll(query, enkelMeasures(query), '(SELECT * FROM feit WHERE enkel)'),
      ...query.splits.map((split, index) => meerBranch(query, split, index)),
    ],
  };
}

function perPeriodeTable(query: SourceQuery): string {
  const client = clientColumns(query, 't.pseudoniem');
  return `per_periode AS MATERIALIZED (
  SELECT t.plek, t.pseudoniem, t.gemeente, t.aanbieder, t.type, t.verwijzer, t.categorie, t.begin, t.tot, q.nr AS periode, q.van AS van_dag, q.tot AS tot_dag,
    count(*) OVER (PARTITION BY t.plek, q.nr, t.pseudoniem) = 1 AS enkel${client.columns}
  FROM moment t JOIN periode q ON t.begin <= q.tot AND t.tot >= q.van - 1${client.join})`;
}

function meerTable(): string {
  return 'meer AS MATERIALIZED (SELECT * FROM feit WHERE NOT enkel)';
}

function enkelMeasures(query: SourceQuery): string {
  return measuresOf(query, {
    begin: countIf('begin < van_dag'),
    begonnen: countIf('begin >= van_dag'),
    beeindigd: countIf('tot < tot_dag'),
    eind: countIf('tot >= tot_dag'),
  });
}

function meerBranch(query: SourceQuery, split: readonly Dimensie[], index: number): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  const reeks = `PARTITION BY ${cell}, pseudoniem ORDER BY begin, tot`;
  const measures = measuresOf(query, {
    begin: 'count(DISTINCT pseudoniem) FILTER (begin < van_dag)',
    begonnen: 'coalesce(sum(eerste) FILTER (begin >= van_dag), 0)',
    beeindigd: 'coalesce(sum(laatste) FILTER (tot_samen < tot_dag), 0)',
    eind: 'count(DISTINCT pseudoniem) FILTER (tot >= tot_dag)',
  });
  return `SELECT ${index} AS split, ${cell}${measures}
FROM (SELECT *, CASE WHEN begin <= tot_eerder + 1 THEN 0 ELSE 1 END AS eerste,
    CASE WHEN lead(begin) OVER (${reeks}) <= tot_samen + 1 THEN 0 ELSE 1 END AS laatste
  FROM (SELECT *, greatest(tot, tot_eerder) AS tot_samen
    FROM (SELECT *, max(tot) OVER (${reeks} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS tot_eerder FROM meer)))
GROUP BY ${cell}`;
}

function measuresOf(
  { maten }: SourceQuery,
  tel: Readonly<Record<'begin' | 'begonnen' | 'beeindigd' | 'eind', string>>,
): string {
  const sql: Readonly<Record<string, string>> = {
    'stand-begin': tel.begin,
    'stand-begonnen': tel.begonnen,
    'stand-beeindigd': tel.beeindigd,
    'stand-eind': tel.eind,
    'stand-residu': `${tel.eind} - (${tel.begin} + ${tel.begonnen} - ${tel.beeindigd})`,
  };
  return maten.map(({ maat, kolom }) => `, ${sql[maat]} AS ${kolom}`).join('');
}
