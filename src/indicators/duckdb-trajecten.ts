// SPDX-License-Identifier: EUPL-1.2
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import { countIf, onceBranches, onceTable } from './duckdb-eenmaal.ts';
import { codeTables, foldAll, kolommenVan } from './duckdb-woord.ts';
import type { SourceQuery } from './figure-bundle.ts';
import type { PlanMaat } from './figure-plan.ts';
import { tredeSql, vormSql } from './ladder.ts';
import { DUURKLASSEN, type Duurklasse } from './maat.ts';
import type { SourceParts } from './source-parts.ts';

/** Stands for "still runs" as the last day of a traject. */
export const LOOPT = "DATE '9999-12-31'";

/** Quantities over trajecten: built per place from the intervals of care there, as if nothing else existed. */
export function trajectParts(query: SourceQuery, bind: Binder): SourceParts {
  const perTraject = query.maten.filter(({ maat }) => !(maat in EENMAAL));
  const eenmalig = query.maten.filter(({ maat }) => maat in EENMAAL);
  const once = kolommenVan(eenmalig, (maat) => countIf(`wat = ${eenmalig.indexOf(maat)}`));
  return {
    ctes: [
      ...trajectPerPeriode(query, bind),
      ...codeTables(query, 'per_periode', 'feit'),
      ...(eenmalig.length > 0 ? [eenmaalTable(eenmalig)] : []),
    ],
    branches: [
      foldAll(query, kolommenVan(perTraject, measure), 'feit'),
      ...(eenmalig.length > 0 ? onceBranches(query, 'eenmaal', ['wat', 'pseudoniem', 'dag'], once) : []),
    ],
  };
}

/**
 * Events that a client or a client and day counts for once per cell, whatever the number of trajecten: the few rows where each happens. `dag` tells
 * events of one client apart where they are counted apart.
 */
function eenmaalTable(maten: readonly PlanMaat[]): string {
  const selects = maten.map((maat, nr) => {
    const { als, dag } = EENMAAL[maat.maat] ?? { als: 'false', dag: false };
    const reden = maat.redenen === undefined ? '' : ` AND ${redenSql(maat)}`;
    return `SELECT ${nr}::TINYINT AS wat, ${dag ? 'tot' : 'NULL::DATE'} AS dag, * FROM feit WHERE ${als}${reden}`;
  });
  return onceTable('eenmaal', ['wat', 'pseudoniem', 'dag'], selects.join('\nUNION ALL BY NAME\n'));
}

/** The trajecten of every place, with what came before and after each, up to the table `moment`. */
export function trajectTables(query: SourceQuery, bind: Binder): readonly string[] {
  return [
    intervalTables(query),
    genummerdTable(query, bind),
    trajectTable(query),
    beginTable(query, bind),
    momentTable(query, bind),
  ];
}

/** The trajecten of every place that touch each period, up to the table `per_periode`. */
export function trajectPerPeriode(query: SourceQuery, bind: Binder): readonly string[] {
  return [...trajectTables(query, bind), perPeriodeTable(query)];
}

/** What makes intervals one traject, beside time. */
function sleutel(query: SourceQuery): string {
  const vorm = query.bron === 'verblijf' ? ', verblijfsvorm' : '';
  return `plek, pseudoniem, aanbieder, type${vorm}`;
}

function intervalTables(query: SourceQuery): string {
  const met = query.bron === 'verblijf' ? ' WHERE i.vorm IS NOT NULL' : '';
  return `hier AS MATERIALIZED (
  SELECT i.*, coalesce(i.eind, ${LOOPT}) AS tot, ${vormSql('i')} AS verblijfsvorm
  FROM zorg_interval i JOIN lid l ON l.gemeente = i.gemeente AND i.begin BETWEEN l.van AND l.tot${met}),
verhuisd AS (SELECT pseudoniem FROM hier GROUP BY pseudoniem HAVING min(gemeente) <> max(gemeente)),
op_plek AS (
  SELECT pl.plek, h.* FROM hier h LEFT JOIN verhuisd v ON v.pseudoniem = h.pseudoniem
  JOIN plek pl ON pl.gemeente = h.gemeente AND pl.samen = (v.pseudoniem IS NOT NULL))`;
}

/** Intervals of one client, provider and type in order of begin; a number per traject rises where the care before it is too long ago. */
function genummerdTable(query: SourceQuery, bind: Binder): string {
  const order = `PARTITION BY ${sleutel(query)} ORDER BY begin, tot, gemeente, toewijzing_nummer`;
  const gap = bind.value(query.parameters['traject-gap-days'], 'INTEGER');
  return `genummerd AS (
  SELECT *, sum(nieuw) OVER (${order} ROWS UNBOUNDED PRECEDING) AS nr
  FROM (SELECT *, CASE WHEN begin <= max(tot) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1 + ${gap}
      THEN 0 ELSE 1 END AS nieuw
    FROM op_plek))`;
}

/**
 * One row per traject. What it is split by comes from its earliest interval; how it ended (`einde`) from its latest end: a reason of JZ588,
 * `onbekend`, `afgeleid` or `loopt`. Of ends on one day a message goes before a derived end, then the smallest code.
 */
function trajectTable(query: SourceQuery): string {
  return `traject AS MATERIALIZED (
  SELECT ${sleutel(query)}, min(begin) AS begin, max(tot) AS tot,
    arg_min(gemeente, (begin, gemeente)) AS gemeente,
    arg_min(verwijzer, (begin, verwijzer)) AS verwijzer,
    arg_min(categorie, (begin, categorie)) AS categorie,
    arg_min(verwijzer_afgeleid, (begin, verwijzer, verwijzer_afgeleid)) AS verwijzer_afgeleid,
    arg_min(verblijfsvorm, (begin, ${tredeSql('verblijfsvorm')})) AS vorm_begin,
    arg_max(verblijfsvorm, (tot, ${tredeSql('verblijfsvorm')})) AS vorm_eind,
    arg_min(einde, (DATE '9999-12-31' - tot, eind_afgeleid, einde)) AS einde
  FROM (SELECT *, CASE WHEN eind IS NULL THEN 'loopt' WHEN eind_afgeleid THEN 'afgeleid' ELSE coalesce(reden, 'onbekend') END AS einde
    FROM genummerd)
  GROUP BY ${sleutel(query)}, nr)`;
}

/** Marks the trajecten that begin while their client had no care in the days before. */
function beginTable(query: SourceQuery, bind: Binder): string {
  const days = bind.value(query.parameters['terugkijk-dagen'] ?? 0, 'INTEGER');
  const before = bind.value(query.parameters['eerdere-hulp-dagen'] ?? 0, 'INTEGER');
  return `begonnen AS MATERIALIZED (
  SELECT *, coalesce(eerder_tot < begin - ${days}, true) AS instroom, coalesce(eerder_tot >= begin - ${before}, false) AS eerder
  FROM (SELECT *, max(tot) OVER (PARTITION BY plek, pseudoniem ORDER BY begin
      RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) AS eerder_tot FROM traject))`;
}

/** Marks the trajecten after whose end no care runs or soon begins, and of those the ones that are followed by care later. */
function momentTable(query: SourceQuery, bind: Binder): string {
  const soon = bind.value(query.parameters['uitstroom-dagen'] ?? 0, 'INTEGER');
  const later = bind.value(query.parameters['return-window-days'] ?? 0, 'INTEGER');
  const once = bind.value(query.parameters['in-een-keer-dagen'] ?? 0, 'INTEGER');
  const other = 'SELECT 1 FROM traject o WHERE o.plek = t.plek AND o.pseudoniem = t.pseudoniem';
  return `moment AS MATERIALIZED (
  SELECT t.*, t.einde <> 'loopt' AND NOT EXISTS (${other} AND o.tot > t.tot AND o.begin <= t.tot + ${soon}) AS uitstroom,
    EXISTS (${other} AND o.begin > t.tot + ${soon} AND o.begin <= t.tot + ${later}) AS terug,
    t.einde = '31' AND NOT EXISTS (${other} AND (o.type <> t.type OR o.aanbieder <> t.aanbieder)
      AND o.begin BETWEEN t.begin AND t.begin + ${once}) AS in_een_keer, t.tot <= t.begin + ${once} AS afgerond
  FROM begonnen t)`;
}

/** Reason of ending in the period as a number: 0 unknown, -1 none in the period, or no definitive one. */
const SLOT = `CASE WHEN t.tot > q.tot OR t.einde IN ('loopt', 'afgeleid') THEN -1 WHEN t.einde = 'onbekend' THEN 0 ELSE coalesce(try_cast(t.einde AS SMALLINT), 0) END::SMALLINT`;

/**
 * Of trajecten that began in the period how long they lasted: those that ended, and those of which no more is known than that they lasted so long.
 * What runs is known up to the data date; what was never told to have ended is known up to its derived end. `duur` is twice the days, one more for
 * the second kind.
 */
const DUUR = `CASE WHEN t.begin >= q.van AND t.begin <= d.datum THEN 2 * (CASE WHEN t.einde = 'loopt' THEN d.datum ELSE t.tot END - t.begin + 1)
    + CASE WHEN t.einde IN ('loopt', 'afgeleid') THEN 1 ELSE 0 END END::INTEGER`;

function perPeriodeTable(query: SourceQuery): string {
  const client = clientColumns(query, 't.pseudoniem');
  const klasse = query.maten.some(({ duurklasse }) => duurklasse !== undefined)
    ? `, ${KLASSE} AS klasse`
    : '';
  const duur = query.maten.some(({ maat }) => maat === 'duren') ? `, ${DUUR} AS duur` : '';
  return `per_periode AS MATERIALIZED (
  SELECT t.plek, t.pseudoniem, t.gemeente, t.aanbieder, t.type, t.verwijzer, t.categorie, t.verwijzer_afgeleid, t.begin, t.tot, t.eerder, t.instroom,
    t.uitstroom, t.terug, t.in_een_keer, t.afgerond${query.bron === 'verblijf' ? ', t.verblijfsvorm' : ''}, t.einde = 'loopt' AS loopt,
    q.nr AS periode, t.begin >= q.van AS begint, t.tot <= q.tot AS eindigt, q.van AS van_dag, q.tot AS tot_dag,
    d.datum AS data_dag, ${SLOT} AS slot${klasse}${duur}${client.columns}
  FROM moment t CROSS JOIN data_datum d JOIN periode q ON t.begin <= q.tot AND t.tot >= q.van${client.join})`;
}

/** Conditions of events that count once, and whether the day tells them apart. */
const EENMAAL: Readonly<Record<string, { readonly als: string; readonly dag: boolean }>> = {
  instroom: { als: 'begint AND instroom', dag: false },
  'instroom-in-een-keer-goed': { als: 'begint AND instroom AND in_een_keer', dag: false },
  'instroom-in-een-keer-afgerond': { als: 'begint AND instroom AND in_een_keer AND afgerond', dag: false },
  uitstroom: { als: 'eindigt AND uitstroom', dag: false },
  'uitstroom-momenten': { als: 'eindigt AND uitstroom', dag: true },
  'momenten-met-terugkeer': { als: 'eindigt AND uitstroom AND terug', dag: true },
};

/** Ended definitively in the period, for one of the reasons; `slot` is the reason as a number, below zero when it did not end like that. */
function redenSql({ redenen }: PlanMaat): string {
  if (redenen === undefined) return 'slot >= 0';
  return `slot IN (${redenen.map((reden) => (reden === 'onbekend' ? 0 : Number(reden))).join(', ')})`;
}

/** How many of these one client has, over rows of `per_periode`. */
export function trajectenVanClient(maat: PlanMaat): string {
  const eenmaal = EENMAAL[maat.maat];
  if (eenmaal === undefined) return measure(maat);
  const reden = maat.redenen === undefined ? '' : ` AND ${redenSql(maat)}`;
  return `count(DISTINCT CASE WHEN ${eenmaal.als}${reden} THEN tot END)`;
}

function measure(maat: PlanMaat): string {
  switch (maat.maat) {
    case 'trajecten':
      return 'count(*)';
    case 'trajecten-verwijzer-afgeleid':
      return countIf('verwijzer_afgeleid');
    case 'begonnen':
      return countIf('begint');
    case 'begonnen-na-eerdere-hulp':
      return countIf('begint AND eerder');
    case 'eindes':
      return countIf(redenSql(maat));
    case 'dagen-van-eindes':
      return `sum(CASE WHEN ${redenSql(maat)} THEN tot - begin + 1 ELSE 0 END::DOUBLE)`;
    case 'duren':
      return 'list(duur) FILTER (duur IS NOT NULL)';
    case 'lopend':
      return countIf(`tot >= tot_dag${klasseSql(maat.duurklasse)}`);
    case 'zorgdagen':
      return 'sum(greatest(0, least(tot, tot_dag, CASE WHEN loopt THEN data_dag ELSE tot END) - greatest(begin, van_dag) + 1))';
    default:
      throw new Error(`${maat.maat} is not counted in trajecten`);
  }
}

/** Class of how long a traject lasts on the last day of the period, first and last day included, as its place. Whole months: one after the 31st ends on the last day of a shorter month. */
const KLASSE = `CASE ${DUURKLASSEN.map(
  ({ vanaf }, place) => `WHEN t.begin + to_months(${vanaf}) <= q.tot + 1 THEN ${place}`,
)
  .reverse()
  .join(' ')} END::TINYINT`;

function klasseSql(duurklasse: Duurklasse | undefined): string {
  const place = DUURKLASSEN.findIndex(({ code }) => code === duurklasse);
  return place < 0 ? '' : ` AND klasse = ${place}`;
}
