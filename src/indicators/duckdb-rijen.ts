// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Binder } from './duckdb-binder.ts';
import { codeTables } from './duckdb-woord.ts';
import { gemeentenOf, type SourceQuery } from './figure-bundle.ts';
import type { PlanMaat } from './figure-plan.ts';
import { RIJ_TABELLEN, type RijBron } from './rij-bron.ts';
import { RIJ_MATEN, type RijMaat } from './rij-maat.ts';
import type { SourceParts } from './source-parts.ts';

/** Quantities over rows of a source beside message traffic. These tables are small: a row is looked at once per area and period. */
export function rijParts(query: SourceQuery, bind: Binder): SourceParts {
  const bron = query.bron as RijBron;
  const named = query.maten.some(({ soorten }) => soorten !== undefined);
  const ctes = [
    ...(bron === 'verschillen' ? [schaalTable(query, bind)] : []),
    ...(bron === 'cbs' ? cbsTables(query) : rowTables(query, bron, bind)),
    ...(bron === 'bevolking' ? [membersTable(query, bind)] : []),
    `telbaar AS (SELECT *${named ? ', soort AS telsoort' : ''} FROM per_periode)`,
    ...codeTables(query, 'telbaar', 'rij'),
  ];
  const branches = query.splits.map((split, index) => {
    const cell = ['plek', 'periode', ...split].join(', ');
    const measures = query.maten.map((maat) => `, ${measure(maat, query, bind)} AS ${maat.kolom}`);
    const source = bron === 'bevolking' ? residents(split, cell) : `rij GROUP BY ${cell}`;
    return `SELECT ${index} AS split, ${cell}${measures.join('')} FROM ${source}`;
  });
  if (RIJ_TABELLEN[bron].levering === undefined) return { ctes, branches };
  return {
    ctes,
    branches,
    gedekt: coveredPeriods(query, bron, bind),
    zonderGemeente: placelessPeriods(query, bron, bind),
  };
}

/** Periods of which a delivery of the source covers any day: without one a figure is unknown, not zero. */
function coveredPeriods(query: SourceQuery, bron: RijBron, bind: Binder): string {
  return `SELECT DISTINCT q.nr AS periode FROM bron_gedekt r JOIN periode q ON r.van <= q.tot AND r.tot >= q.van${surveyed(query, bron, bind)}
  WHERE r.soort = '${RIJ_TABELLEN[bron].levering}'`;
}

/** Periods of which no row tells its gemeente: then a figure is known of the region only. */
function placelessPeriods(query: SourceQuery, bron: RijBron, bind: Binder): string {
  return `SELECT q.nr AS periode FROM (${RIJ_TABELLEN[bron].sql}) r JOIN periode q ON r.van <= q.tot AND r.tot >= q.van${surveyed(query, bron, bind)}
  GROUP BY q.nr HAVING count(r.gemeente) = 0`;
}

/** Of a survey only that of one quarter counts for a longer period. */
function surveyed(query: SourceQuery, bron: RijBron, bind: Binder): string {
  if (!RIJ_TABELLEN[bron].peiling) return '';
  return ` AND (q.tot - q.van < 100 OR quarter(r.van) = ${bind.value(query.parameters.peilkwartaal, 'INTEGER')})`;
}

function rowTables(query: SourceQuery, bron: RijBron, bind: Binder): readonly string[] {
  const { sql, perPeriode } = RIJ_TABELLEN[bron];
  const first = gemeentenOf(query).length;
  const whole = query.gebieden.flatMap(({ heel }, index) =>
    heel === true ? [` UNION ALL SELECT ${first + index}::SMALLINT, ''`] : [],
  );
  const time =
    bron === 'bevolking'
      ? 'r.jaar = q.peiljaar AND l.van <= q.tot AND l.tot >= q.van'
      : `greatest(r.van, q.van, l.van) <= least(r.tot, q.tot, l.tot)${surveyed(query, bron, bind)}`;
  return [
    `waar(plek, gemeente) AS (SELECT plek, gemeente FROM plek WHERE samen${whole.join('')})`,
    `rij_lid(gemeente, van, tot) AS (SELECT gemeente, van, tot FROM lid UNION ALL SELECT '', DATE '0001-01-01', DATE '9999-12-31')`,
    `per_periode AS MATERIALIZED (
  SELECT w.plek, q.nr AS periode, q.van AS van_dag, q.tot AS tot_dag, r.* REPLACE (coalesce(r.gemeente, 'onbekend') AS gemeente)${
    perPeriode === undefined ? '' : `, ${perPeriode}`
  }
  FROM (${sql}) r JOIN rij_lid l ON l.gemeente = coalesce(r.gemeente, '') JOIN waar w ON w.gemeente = coalesce(r.gemeente, '')
  JOIN periode q ON ${time})`,
  ];
}

/** Scales for which the region names a spread and a reliability: from this difference on, chance is an unlikely explanation. */
function schaalTable({ schalen = {} }: SourceQuery, bind: Binder): string {
  const rows = Object.entries(schalen).map(
    ([instrument, { grens, richting }]) =>
      `(${bind.value(instrument, 'VARCHAR')}, ${bind.value(grens, 'DOUBLE')}, ${bind.value(richting, 'INTEGER')})`,
  );
  return `schaal(instrument, grens, richting) AS (${rows.length > 0 ? `VALUES ${rows.join(', ')}` : "SELECT '', 0::DOUBLE, 0 WHERE false"})`;
}

/** CBS publishes areas of its own; a figure of an area is what CBS says about that code. */
function cbsTables(query: SourceQuery): readonly string[] {
  const first = gemeentenOf(query).length;
  const areas = query.gebieden.map(({ code }, index) => `(${first + index}::SMALLINT, '${code}')`);
  return [
    `code(plek, gebied) AS (VALUES ${areas.join(', ')})`,
    `per_periode AS MATERIALIZED (SELECT c.plek, q.nr AS periode, q.van AS van_dag, q.tot AS tot_dag, r.*
  FROM (${RIJ_TABELLEN.cbs.sql}) r JOIN code c ON c.gebied = r.gemeente JOIN periode q ON r.van = q.van AND r.tot = q.tot)`,
  ];
}

/** The numbers of the parts that a split is about; of an area only where that of every gemeente is known: a sum of some of them would be too small. */
function residents(split: readonly Dimensie[], cell: string): string {
  const deel = split.filter((dimensie) => dimensie !== 'gemeente').join();
  const whole = split.includes('gemeente') ? '' : ' HAVING count(DISTINCT gemeente) = any_value(gemeenten)';
  return `rij JOIN leden USING (plek, periode) WHERE deel = '${deel}' GROUP BY ${cell}${whole}`;
}

/** How many gemeenten of each area belong to the region in a period. */
function membersTable(query: SourceQuery, bind: Binder): string {
  const first = gemeentenOf(query).length;
  const rows = query.meetperioden.flatMap(({ van, tot }, nr) =>
    query.gebieden.map(({ gemeenten }, index) => {
      const members = gemeenten.filter((gemeente) =>
        query.leden.some((lid) => lid.gemeente === gemeente && lid.van <= tot && lid.tot >= van),
      );
      return `(${first + index}::SMALLINT, ${nr}::SMALLINT, ${bind.value(members.length, 'INTEGER')})`;
    }),
  );
  return `leden(plek, periode, gemeenten) AS (VALUES ${rows.join(', ')})`;
}

function measure(plan: PlanMaat, query: SourceQuery, bind: Binder): string {
  const { sql, als }: RijMaat = RIJ_MATEN[plan.maat as keyof typeof RIJ_MATEN];
  const threshold = (): string => bind.value(query.parameters['positief-vanaf'] ?? null, 'INTEGER');
  const conditions = [
    ...(als === undefined
      ? []
      : [als.includes('positief_vanaf') ? als.replace('positief_vanaf', threshold()) : als]),
    ...(plan.soorten === undefined
      ? []
      : [`telsoort IN (${plan.soorten.map((soort) => bind.value(soort, 'VARCHAR')).join(', ')})`]),
  ];
  return conditions.length === 0 ? sql : `${sql} FILTER (${conditions.join(' AND ')})`;
}
