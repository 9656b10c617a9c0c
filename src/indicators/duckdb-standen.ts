// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import { countIf } from './duckdb-eenmaal.ts';
import { trajectTables } from './duckdb-trajecten.ts';
import { codeTables, dimensiesOf, foldAll, type Kolom, kolommenVan, selected } from './duckdb-woord.ts';
import type { SourceQuery } from './figure-bundle.ts';
import type { SourceParts } from './source-parts.ts';

/**
 * Who is in care on the day before the period and on its last day, and the stretches of care that began or ended between. A stretch is the
 * days of care of one client in one cell without a day between; it has ended on the day after its last.
 *
 * Cost: a client with one traject in a period is one stretch in every cell; only the others are folded per split, and only those of at least three
 * trajecten with a day between are put in order.
 */
export function standParts(query: SourceQuery, bind: Binder): SourceParts {
  return {
    ctes: [
      ...trajectTables(query, bind),
      perPeriodeTable(query),
      ...codeTables(query, 'per_periode', 'feit'),
      'meer AS MATERIALIZED (SELECT * FROM feit WHERE NOT enkel)',
      ...query.splits.map(stapelTable),
      langTable(query),
    ],
    branches: [
      foldAll(query, measuresOf(query, REEKS), '(SELECT * FROM feit WHERE enkel)'),
      ...query.splits.map((split, index) => stapelBranch(query, split, index)),
      reeksBranch(query),
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

/** The trajecten of one client in one cell, folded: what begins last after the first end has a day between is `los`. */
function stapelTable(split: readonly Dimensie[], index: number): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  return `stapel_${index} AS MATERIALIZED (
  SELECT ${cell}, pseudoniem, van_dag, tot_dag, min(begin) AS begin, max(begin) AS laatste_begin, min(tot) AS eerste_tot, max(tot) AS tot,
    max(begin) > min(tot) + 1 AS los, count(*) > 2 AND los AS lang
  FROM meer GROUP BY ${cell}, pseudoniem, van_dag, tot_dag)`;
}

/** What a stretch from `begin` to `tot` counts in. */
const REEKS: Telling = {
  begin: countIf('begin < van_dag'),
  begonnen: countIf('begin >= van_dag'),
  beeindigd: countIf('tot < tot_dag'),
  eind: countIf('tot >= tot_dag'),
};

/** The same of one stretch, or of two with a day between. */
const STAPEL: Telling = {
  begin: REEKS.begin,
  begonnen: `${REEKS.begonnen} + ${countIf('los AND laatste_begin >= van_dag')}`,
  beeindigd: `${REEKS.beeindigd} + ${countIf('los AND eerste_tot < tot_dag')}`,
  eind: REEKS.eind,
};

function stapelBranch(query: SourceQuery, split: readonly Dimensie[], index: number): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  return `SELECT ${index} AS split, ${cell}${selected(measuresOf(query, STAPEL))} FROM stapel_${index} WHERE NOT lang GROUP BY ${cell}`;
}

/** Under every way of splitting the trajecten of those stacks that must be put in order. */
function langTable({ splits }: SourceQuery): string {
  const selects = splits.map((split, index) => {
    const keys = ['plek', 'periode', ...split, 'pseudoniem'];
    const on = keys.map((name) => `s.${name} = m.${name}`).join(' AND ');
    return `SELECT ${index}::SMALLINT AS split, ${keys.map((name) => `m.${name}`).join(', ')}, m.van_dag, m.tot_dag, m.begin, m.tot
  FROM meer m SEMI JOIN (SELECT * FROM stapel_${index} WHERE lang) s ON ${on}`;
  });
  return `lang AS MATERIALIZED (${selects.join('\nUNION ALL BY NAME\n')})`;
}

/** Trajecten in order of begin: one that begins after the care before it and a day between begins a stretch. */
function reeksBranch(query: SourceQuery): string {
  const cell = ['split', 'plek', 'periode', ...dimensiesOf(query)].join(', ');
  const order = `PARTITION BY ${cell}, pseudoniem ORDER BY begin, tot`;
  return `SELECT ${cell}${selected(measuresOf(query, REEKS))}
FROM (
  SELECT ${cell}, pseudoniem, van_dag, tot_dag, min(begin) AS begin, max(tot) AS tot
  FROM (SELECT *, sum(nieuw) OVER (${order} ROWS UNBOUNDED PRECEDING) AS reeks
    FROM (SELECT *, CASE WHEN begin <= max(tot) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1 THEN 0 ELSE 1 END AS nieuw FROM lang))
  GROUP BY ${cell}, pseudoniem, van_dag, tot_dag, reeks)
GROUP BY ${cell}`;
}

type Telling = Readonly<Record<'begin' | 'begonnen' | 'beeindigd' | 'eind', string>>;

function measuresOf({ maten }: SourceQuery, tel: Telling): readonly Kolom[] {
  const sql: Readonly<Record<string, string>> = {
    'stand-begin': tel.begin,
    'stand-begonnen': tel.begonnen,
    'stand-beeindigd': tel.beeindigd,
    'stand-eind': tel.eind,
    'stand-residu': `${tel.eind} - (${tel.begin} + ${tel.begonnen} - (${tel.beeindigd}))`,
  };
  return kolommenVan(maten, ({ maat }) => sql[maat] ?? '0');
}
