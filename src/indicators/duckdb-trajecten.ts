// SPDX-License-Identifier: EUPL-1.2
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import type { FigureBundle } from './figure-bundle.ts';
import type { PlanMaat } from './figure-plan.ts';
import type { SourceParts } from './source-parts.ts';

/** Stands for "still runs" as the last day of a traject. */
const LOOPT = "DATE '9999-12-31'";

/** Quantities over trajecten: built per place from the intervals of care there, as if nothing else existed. */
export function trajectParts(bundle: FigureBundle, bind: Binder): SourceParts {
  return {
    ctes: [
      intervalTables(),
      genummerdTable(bundle, bind),
      trajectTable(),
      beginTable(bundle, bind),
      momentTable(bundle, bind),
      perPeriodeTable(bundle),
    ],
    branches: bundle.splits.map((split, index) => {
      const cell = ['plek', 'periode', ...split].join(', ');
      const measures = bundle.maten.map((maat) => `${measure(maat, bind)} AS ${maat.kolom}`);
      return `SELECT ${index}::SMALLINT AS split, ${cell}, ${measures.join(', ')} FROM per_periode GROUP BY ${cell}`;
    }),
  };
}

function intervalTables(): string {
  return `hier AS MATERIALIZED (
  SELECT i.*, coalesce(i.eind, ${LOOPT}) AS tot
  FROM zorg_interval i JOIN lid l ON l.gemeente = i.gemeente AND i.begin BETWEEN l.van AND l.tot),
verhuisd AS (SELECT pseudoniem FROM hier GROUP BY pseudoniem HAVING min(gemeente) <> max(gemeente)),
op_plek AS (
  SELECT pl.plek, h.* FROM hier h LEFT JOIN verhuisd v ON v.pseudoniem = h.pseudoniem
  JOIN plek pl ON pl.gemeente = h.gemeente AND pl.samen = (v.pseudoniem IS NOT NULL))`;
}

/** Intervals of one client, provider and type in order of begin; a number per traject rises where the care before it is too long ago. */
function genummerdTable(bundle: FigureBundle, bind: Binder): string {
  const order =
    'PARTITION BY plek, pseudoniem, aanbieder, type ORDER BY begin, tot, gemeente, toewijzing_nummer';
  const gap = bind.value(bundle.parameters['traject-gap-days'], 'INTEGER');
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
function trajectTable(): string {
  return `traject AS MATERIALIZED (
  SELECT plek, pseudoniem, aanbieder, type, min(begin) AS begin, max(tot) AS tot,
    arg_min(gemeente, (begin, gemeente)) AS gemeente,
    arg_min(verwijzer, (begin, verwijzer)) AS verwijzer,
    arg_min(categorie, (begin, categorie)) AS categorie,
    arg_min(einde, (DATE '9999-12-31' - tot, eind_afgeleid, einde)) AS einde
  FROM (SELECT *, CASE WHEN eind IS NULL THEN 'loopt' WHEN eind_afgeleid THEN 'afgeleid' ELSE coalesce(reden, 'onbekend') END AS einde
    FROM genummerd)
  GROUP BY plek, pseudoniem, aanbieder, type, nr)`;
}

/** Marks the trajecten that begin while their client had no care in the days before. */
function beginTable(bundle: FigureBundle, bind: Binder): string {
  const days = bind.value(bundle.parameters['terugkijk-dagen'] ?? 0, 'INTEGER');
  return `begonnen AS MATERIALIZED (
  SELECT *, coalesce(max(tot) OVER (PARTITION BY plek, pseudoniem ORDER BY begin
      RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) < begin - ${days}, true) AS instroom
  FROM traject)`;
}

/** Marks the trajecten after whose end no care runs or soon begins, and of those the ones that are followed by care later. */
function momentTable(bundle: FigureBundle, bind: Binder): string {
  const soon = bind.value(bundle.parameters['uitstroom-dagen'] ?? 0, 'INTEGER');
  const later = bind.value(bundle.parameters['terugkeer-dagen'] ?? 0, 'INTEGER');
  const other = 'SELECT 1 FROM traject o WHERE o.plek = t.plek AND o.pseudoniem = t.pseudoniem';
  return `moment AS MATERIALIZED (
  SELECT t.*, t.einde <> 'loopt' AND NOT EXISTS (${other} AND o.tot > t.tot AND o.begin <= t.tot + ${soon}) AS uitstroom,
    EXISTS (${other} AND o.begin > t.tot + ${soon} AND o.begin <= t.tot + ${later}) AS terug
  FROM begonnen t)`;
}

function perPeriodeTable(bundle: FigureBundle): string {
  const client = clientColumns(bundle, 't.pseudoniem');
  return `per_periode AS MATERIALIZED (
  SELECT t.*, q.nr AS periode, t.begin >= q.van AS begint, t.tot <= q.tot AS eindigt${client.columns}
  FROM moment t JOIN periode q ON t.begin <= q.tot AND t.tot >= q.van${client.join})`;
}

function measure({ maat, redenen }: PlanMaat, bind: Binder): string {
  const ended = ['eindigt', `einde NOT IN ('loopt', 'afgeleid')`];
  const withReason = redenen
    ? `einde IN (${redenen.map((reden) => bind.value(reden, 'VARCHAR')).join(', ')})`
    : 'true';
  const counted = [...ended, withReason].join(' AND ');
  switch (maat) {
    case 'trajecten':
      return 'count(*)';
    case 'instroom':
      return 'count(DISTINCT pseudoniem) FILTER (begint AND instroom)';
    case 'uitstroom':
      return 'count(DISTINCT pseudoniem) FILTER (eindigt AND uitstroom)';
    case 'eindes':
      return `count(*) FILTER (${counted})`;
    case 'dagen-van-eindes':
      return `sum(tot - begin + 1) FILTER (${counted})`;
    case 'uitstroom-momenten':
      return `count(DISTINCT (pseudoniem, tot)) FILTER (uitstroom AND ${counted})`;
    case 'momenten-met-terugkeer':
      return `count(DISTINCT (pseudoniem, tot)) FILTER (terug AND uitstroom AND ${counted})`;
    default:
      throw new Error(`${maat} is not counted in trajecten`);
  }
}
