// SPDX-License-Identifier: EUPL-1.2
import type { FigurePlan, PlanMaat } from '../figure-plan.ts';
import { tredeSql, vormSql } from '../ladder.ts';
import { dateLiteral, inGebied, inSelectie, literal, type UitlegCel } from './cel.ts';
import { prestatieMeting } from './prestaties.ts';
import type { UitlegMeting, UitlegStap } from './stap.ts';
import {
  fromTrajecten,
  type Parameters,
  rowsOfTrajecten,
  touches,
  trajectSteps,
  trajectTables,
} from './traject-tabellen.ts';

type Maken = (
  cel: UitlegCel,
  parameters: Parameters,
  plan: FigurePlan,
) => Omit<UitlegMeting, 'kolom'> | undefined;

/** Quantities that are no count of trajecten in a period. */
export const ANDERE_MATEN: Readonly<Record<string, Maken>> = {
  'stand-begin': (cel, parameters) => stand(cel, parameters, 'on the day before the period', atBegin(cel)),
  'stand-eind': (cel, parameters) => stand(cel, parameters, 'on the last day of the period', atEnd(cel)),
  'stand-begonnen': (cel, parameters) => reeksen(cel, parameters, 'began in the period', begun(cel)),
  'stand-beeindigd': (cel, parameters) =>
    reeksen(cel, parameters, 'ended before the last day of the period', ended(cel)),
  'stand-residu': residu,
  'kosten-verschil': verschil,
  zorgdagen: verblijfsdagen,
  overgangen,
  'starts-binnen': (cel) =>
    starts(cel, 'binnen', 'that are initial: not retroactive, no link in a chain, not before the first day'),
  'starts-buiten': (cel) =>
    starts(cel, 'NOT binnen', 'that are left out: retroactive, a link in a chain, or before the first day'),
  'starts-met-verzoek': (cel) =>
    starts(
      cel,
      'binnen AND verzoek_start >= 0 AND verzoek_toewijzing >= 0',
      'that are initial and follow a request',
    ),
  'starts-boven-norm': (cel, _, plan) =>
    starts(
      cel,
      `binnen AND dagen > ${normSql(plan)}`,
      'that are initial and took longer than the norm of their type',
    ),
};

/** How such a quantity comes about; undefined for one that has no explanation of its own. */
export function andereMeting(
  maat: PlanMaat,
  cel: UitlegCel,
  parameters: Parameters,
  plan: FigurePlan,
): UitlegMeting | undefined {
  const made = ANDERE_MATEN[maat.maat]?.(cel, parameters, plan);
  return made === undefined ? undefined : { kolom: maat.kolom, ...made };
}

function made(cel: UitlegCel, stappen: readonly UitlegStap[], rijen: string): Omit<UitlegMeting, 'kolom'> {
  return { cel, bron: 'trajecten', op: 'overlap', stappen, rijen };
}

function atBegin({ periode }: UitlegCel): string {
  return `t.begin < ${dateLiteral(periode.van)} AND t.tot >= ${dateLiteral(periode.van)} - 1`;
}

function atEnd({ periode }: UitlegCel): string {
  return `t.begin <= ${dateLiteral(periode.tot)} AND t.tot >= ${dateLiteral(periode.tot)}`;
}

function begun({ periode }: UitlegCel): string {
  return `begin >= ${dateLiteral(periode.van)}`;
}

function ended({ periode }: UitlegCel): string {
  return `tot < ${dateLiteral(periode.tot)}`;
}

/** Clients in care on one day. */
function stand(
  cel: UitlegCel,
  parameters: Parameters,
  when: string,
  condition: string,
): Omit<UitlegMeting, 'kolom'> {
  const withTrajecten = trajectTables(cel, parameters);
  const from = fromTrajecten([condition, inSelectie(cel, 't')]);
  return made(
    cel,
    [
      ...trajectSteps(cel, parameters, withTrajecten),
      {
        id: 'die-dag',
        tekst: `of those, trajecten that run ${when}`,
        sql: `${withTrajecten} SELECT count(*) AS trajecten ${from}`,
      },
      {
        id: 'stand',
        tekst: 'distinct clients of those trajecten',
        sql: `${withTrajecten} SELECT count(DISTINCT t.pseudoniem) AS waarde ${from}`,
      },
    ],
    rowsOfTrajecten(withTrajecten, from),
  );
}

/** Stretches of care: the days of care of one client in the cell without a day between. */
function reeksen(
  cel: UitlegCel,
  parameters: Parameters,
  what: string,
  condition: string,
): Omit<UitlegMeting, 'kolom'> {
  const withTrajecten = trajectTables(cel, parameters);
  const { van, tot } = cel.periode;
  const from = fromTrajecten([
    `t.begin <= ${dateLiteral(tot)} AND t.tot >= ${dateLiteral(van)} - 1`,
    inSelectie(cel, 't'),
  ]);
  const order = 'PARTITION BY pseudoniem ORDER BY begin, tot';
  const reeks = `, eigen AS (SELECT t.* ${from}),
reeks AS (SELECT pseudoniem, min(begin) AS begin, max(tot) AS tot FROM (SELECT *, sum(los) OVER (${order} ROWS UNBOUNDED PRECEDING) AS stuk FROM (
  SELECT *, CASE WHEN begin <= max(tot) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1 THEN 0 ELSE 1 END AS los FROM eigen))
  GROUP BY pseudoniem, stuk)`;
  return made(
    cel,
    [
      ...trajectSteps(cel, parameters, withTrajecten),
      {
        id: 'in-periode',
        tekst: 'of those, trajecten of the cell with care in the period or on the day before',
        sql: `${withTrajecten} SELECT count(*) AS trajecten, count(DISTINCT t.pseudoniem) AS clienten ${from}`,
      },
      {
        id: 'reeksen',
        tekst: 'stretches of care without a day between that they make',
        sql: `${withTrajecten}${reeks} SELECT count(*) AS reeksen FROM reeks`,
      },
      {
        id: 'stand',
        tekst: `of those, stretches that ${what}`,
        sql: `${withTrajecten}${reeks} SELECT count(*) AS waarde FROM reeks WHERE ${condition}`,
      },
    ],
    rowsOfTrajecten(withTrajecten, from),
  );
}

/** What the four other numbers leave over: nothing, when they are right. */
function residu(cel: UitlegCel, parameters: Parameters): Omit<UitlegMeting, 'kolom'> {
  const parts = [
    stand(cel, parameters, 'on the day before the period', atBegin(cel)),
    reeksen(cel, parameters, 'began in the period', begun(cel)),
    reeksen(cel, parameters, 'ended before the last day of the period', ended(cel)),
    stand(cel, parameters, 'on the last day of the period', atEnd(cel)),
  ];
  const lasts = parts.flatMap(({ stappen }) => stappen.slice(-1));
  const [begin, began, end, last] = lasts.map(({ sql }) => `(${sql})`);
  return made(
    cel,
    [
      ...lasts,
      {
        id: 'stand',
        tekst: 'the last of these less the first, less what began, plus what ended',
        sql: `SELECT ${last} - ${begin} - ${began} + ${end} AS waarde`,
      },
    ],
    parts[0]?.rijen ?? '',
  );
}

/** Expenditure of the period less that of the period it is compared with. */
function verschil(
  cel: UitlegCel,
  parameters: Parameters,
  plan: FigurePlan,
): Omit<UitlegMeting, 'kolom'> | undefined {
  const before = plan.meetperioden.find(({ label }) => label === cel.periode.basis);
  const [now, then] = [cel, before && { ...cel, periode: before }].map(
    (one) => one && prestatieMeting({ maat: 'uitgaven', kolom: 'uitgaven' }, one, parameters),
  );
  if (now === undefined || then === undefined) return undefined;
  const [sumNow = '', sumThen = ''] = [now, then].map(({ stappen }) => stappen.at(-1)?.sql ?? '');
  return {
    ...now,
    stappen: [
      ...now.stappen,
      ...then.stappen.map((stap) => ({ ...stap, id: `eerder-${stap.id}` })),
      {
        id: 'kosten-verschil',
        tekst: 'the first sum less the second',
        sql: `SELECT (${sumNow}) - (${sumThen}) AS waarde`,
      },
    ],
  };
}

function verblijfsdagen(cel: UitlegCel, parameters: Parameters): Omit<UitlegMeting, 'kolom'> {
  const withTrajecten = trajectTables(cel, parameters, true);
  const from = fromTrajecten([touches(cel), inSelectie(cel, 't')]);
  const last = `least(t.tot, ${dateLiteral(cel.periode.tot)}, CASE WHEN t.einde = 'loopt' THEN (SELECT datum FROM data_datum) ELSE t.tot END)`;
  const days = `greatest(0, ${last} - greatest(t.begin, ${dateLiteral(cel.periode.van)}) + 1)`;
  return made(
    cel,
    [
      ...trajectSteps(cel, parameters, withTrajecten),
      {
        id: 'in-periode',
        tekst: 'of those, trajecten of residence in the cell with care in the period',
        sql: `${withTrajecten} SELECT count(*) AS trajecten, count(DISTINCT t.pseudoniem) AS clienten ${from}`,
      },
      {
        id: 'zorgdagen',
        tekst: 'their days inside the period, up to the data date',
        sql: `${withTrajecten} SELECT coalesce(sum(${days}), 0)::BIGINT AS waarde ${from}`,
      },
    ],
    rowsOfTrajecten(withTrajecten, from, true),
  );
}

function overgangen(cel: UitlegCel, parameters: Parameters): Omit<UitlegMeting, 'kolom'> {
  const withTrajecten = trajectTables(cel, parameters);
  const days = Number(parameters['doorstroom-dagen']);
  const { van, tot } = cel.periode;
  const vormen = `, vorm AS (SELECT pseudoniem, aanbieder, type, nr, arg_min(verblijfsvorm, (begin, ${tredeSql('verblijfsvorm')})) AS vorm_begin,
    arg_max(verblijfsvorm, (tot, ${tredeSql('verblijfsvorm')})) AS vorm_eind FROM genummerd GROUP BY ALL),
met_vorm AS (SELECT t.*, v.vorm_begin, v.vorm_eind FROM traject t JOIN vorm v USING (pseudoniem, aanbieder, type, nr)),
overgang AS (SELECT t.*, t.type AS van, o.type AS naar, CASE WHEN ${tredeSql('o.vorm_begin')} > ${tredeSql('t.vorm_eind')} THEN 'opschaling'
      WHEN ${tredeSql('o.vorm_begin')} < ${tredeSql('t.vorm_eind')} THEN 'afschaling' ELSE 'zijwaarts' END AS richting
  FROM met_vorm t JOIN met_vorm o ON o.pseudoniem = t.pseudoniem AND o.type <> t.type AND o.begin BETWEEN t.tot - ${days} AND t.tot + ${days}
    AND o.begin > t.begin AND o.tot > t.tot WHERE t.einde <> 'loopt' AND t.tot BETWEEN ${dateLiteral(van)} AND ${dateLiteral(tot)})`;
  const from = `FROM overgang t LEFT JOIN client c ON c.pseudoniem = t.pseudoniem WHERE ${inSelectie(cel, 't')}`;
  const endsHere = fromTrajecten([
    `t.einde <> 'loopt'`,
    `t.tot BETWEEN ${dateLiteral(van)} AND ${dateLiteral(tot)}`,
  ]);
  return made(
    cel,
    [
      ...trajectSteps(cel, parameters, withTrajecten),
      {
        id: 'eindes',
        tekst: 'of those, trajecten that end in the period',
        sql: `${withTrajecten} SELECT count(*) AS trajecten, count(DISTINCT t.pseudoniem) AS clienten ${endsHere}`,
      },
      {
        id: 'paren',
        tekst: `pairs of such a traject and one of another type that begins within ${days} days of that end, later than it began, and lasts longer`,
        sql: `${withTrajecten}${vormen} SELECT count(*) AS paren ${from}`,
      },
      {
        id: 'overgangen',
        tekst: 'counted once per client, day, types and direction',
        sql: `${withTrajecten}${vormen} SELECT count(DISTINCT (t.pseudoniem, t.tot, t.van, t.naar, t.richting)) AS waarde ${from}`,
      },
    ],
    rowsOfTrajecten(withTrajecten, endsHere),
  );
}

/** Toewijzingen whose care started in the period. */
function starts(cel: UitlegCel, condition: string, what: string): Omit<UitlegMeting, 'kolom'> {
  const { van, tot } = cel.periode;
  const vorm = vormSql('z');
  const tables = `WITH eerste AS (SELECT gemeente, toewijzing_nummer, min(begin) AS begin, arg_min(type, (begin, type)) AS type,
    arg_min(${vorm}, (begin, type, ${vorm})) AS verblijfsvorm, arg_min(categorie, (begin, type, categorie)) AS categorie
  FROM zorg_interval z WHERE toewijzing_nummer IS NOT NULL GROUP BY ALL),
gestart AS (SELECT t.gemeente, t.toewijzing_nummer, t.pseudoniem, t.aanbieder, t.verwijzer, e.type, e.verblijfsvorm, e.categorie, e.begin, t.begin AS eerste_dag,
    e.begin - t.begin AS dagen, t.eerste_datum - t.verzoek_datum AS verzoek_toewijzing, e.begin - t.verzoek_datum AS verzoek_start,
    t.eerste_datum <= t.begin AND e.begin >= t.begin AND NOT EXISTS (SELECT 1 FROM toewijzing_actueel o WHERE o.gemeente = t.gemeente
      AND o.pseudoniem = t.pseudoniem AND o.aanbieder = t.aanbieder AND o.categorie IS NOT DISTINCT FROM t.categorie AND o.code IS NOT DISTINCT FROM t.code
      AND o.ingangsdatum < t.begin AND coalesce(o.einddatum, DATE '9999-12-31') >= t.begin - 1) AS binnen
  FROM (SELECT *, ingangsdatum AS begin FROM toewijzing_actueel) t JOIN eerste e USING (gemeente, toewijzing_nummer))`;
  const from = `FROM gestart s LEFT JOIN client c ON c.pseudoniem = s.pseudoniem
  WHERE ${inGebied(cel, 's')} AND s.begin BETWEEN ${dateLiteral(van)} AND ${dateLiteral(tot)} AND ${inSelectie(cel, 's')}`;
  const gemeenten = cel.gemeenten.map(literal).join(', ');
  return made(
    cel,
    [
      {
        id: 'toewijzingen',
        tekst: `toewijzingen of ${cel.gebied} that exist`,
        sql: `SELECT count(*) AS toewijzingen FROM toewijzing_actueel WHERE gemeente IN (${gemeenten})`,
      },
      {
        id: 'gestart',
        tekst: 'of those, whose care started in the period, in the cell',
        sql: `${tables} SELECT count(*) AS toewijzingen ${from}`,
      },
      {
        id: 'starts',
        tekst: `of those, toewijzingen ${what}`,
        sql: `${tables} SELECT count(*) AS waarde ${from} AND ${condition}`,
      },
    ],
    `${tables} SELECT r.bericht_id, r.regel, 'start' AS rol, NULL::BIGINT AS bedrag_cents, r.pseudoniem
  FROM start_actueel r JOIN (SELECT s.* ${from}) s USING (gemeente, toewijzing_nummer) WHERE r.begindatum = s.begin`,
  );
}

function normSql({ normen }: FigurePlan): string {
  const { standaard = 0, ...perType } = normen ?? {};
  const cases = Object.entries(perType).map(([type, days]) => `WHEN ${literal(type)} THEN ${days}`);
  return cases.length === 0 ? String(standaard) : `CASE s.type ${cases.join(' ')} ELSE ${standaard} END`;
}
