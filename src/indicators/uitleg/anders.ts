// SPDX-License-Identifier: EUPL-1.2
import type { PlanMaat } from '../figure-plan.ts';
import { tredeSql } from '../ladder.ts';
import { dateLiteral, inSelectie, type UitlegCel } from './cel.ts';
import { type UitlegMeting, type UitlegStap, type UitlegTabellen, withTables } from './stap.ts';
import {
  fromTrajecten,
  type Parameters,
  rowsOfTrajecten,
  touches,
  trajectSteps,
  trajectTables,
} from './traject-tabellen.ts';

type Maken = (cel: UitlegCel, parameters: Parameters) => Omit<UitlegMeting, 'kolom'>;

/** Quantities over trajecten that are no count of them in a period. */
export const ANDERE_MATEN: Readonly<Record<string, Maken>> = {
  'stand-begin': (cel, parameters) => stand(cel, parameters, 'on the day before the period', atBegin(cel)),
  'stand-eind': (cel, parameters) => stand(cel, parameters, 'on the last day of the period', atEnd(cel)),
  'stand-begonnen': (cel, parameters) => reeksen(cel, parameters, 'began in the period', begun(cel)),
  'stand-beeindigd': (cel, parameters) =>
    reeksen(cel, parameters, 'ended before the last day of the period', ended(cel)),
  'stand-residu': residu,
  zorgdagen: verblijfsdagen,
  overgangen,
};

/** How such a quantity comes about; undefined for one that has no explanation of its own. */
export function andereMeting(
  maat: PlanMaat,
  cel: UitlegCel,
  parameters: Parameters,
): UitlegMeting | undefined {
  const made = ANDERE_MATEN[maat.maat]?.(cel, parameters);
  return made === undefined ? undefined : { kolom: maat.kolom, ...made };
}

function made(
  cel: UitlegCel,
  stappen: readonly UitlegStap[],
  rijen: string,
  gedeeld: UitlegTabellen,
): Omit<UitlegMeting, 'kolom'> {
  return { cel, bron: 'trajecten', op: 'overlap', stappen, gedeeld, rijen };
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
  const gedeeld = trajectTables(cel, parameters);
  const withTrajecten = withTables(gedeeld);
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
    gedeeld,
  );
}

/** Stretches of care: the days of care of one client in the cell without a day between. */
function reeksen(
  cel: UitlegCel,
  parameters: Parameters,
  what: string,
  condition: string,
): Omit<UitlegMeting, 'kolom'> {
  const gedeeld = trajectTables(cel, parameters);
  const withTrajecten = withTables(gedeeld);
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
    gedeeld,
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
    trajectTables(cel, parameters),
  );
}

function verblijfsdagen(cel: UitlegCel, parameters: Parameters): Omit<UitlegMeting, 'kolom'> {
  const gedeeld = trajectTables(cel, parameters, true);
  const withTrajecten = withTables(gedeeld);
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
    gedeeld,
  );
}

function overgangen(cel: UitlegCel, parameters: Parameters): Omit<UitlegMeting, 'kolom'> {
  const gedeeld = trajectTables(cel, parameters);
  const withTrajecten = withTables(gedeeld);
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
    gedeeld,
  );
}
