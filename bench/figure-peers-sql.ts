// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../src/contract/index.ts';

/** One figure, and the SQL that somebody who knows these data would write for it alone, in words that every engine of the comparison knows. */
export interface PeerFigure {
  readonly indicator: string;
  readonly variant: string;
  readonly dimensies: readonly Dimensie[];
  /** Gives area, year, the dimensions, and the value: a number, or the numerator and the denominator. */
  readonly sql: string;
}

/** A day that never comes, for what still runs. Unit: days since 1970-01-01. */
export const LOOPT_DAG = 2_932_896;

const YEARS = 'p.jaar BETWEEN 2020 AND 2024';

/** Unique clients: a product period lies within a month, so it has one year. */
function clienten(...dimensies: readonly Dimensie[]): PeerFigure {
  const columns = ['gemeente', 'jaar', ...dimensies.filter((name) => name !== 'gemeente'), 'client'];
  const cell = ['g.gebied', 'f.jaar', ...dimensies.map((name) => `f.${name}`)].join(', ');
  return {
    indicator: 'clienten',
    variant: '',
    dimensies,
    sql: `SELECT ${cell}, count(DISTINCT f.client) FROM (SELECT DISTINCT ${columns.join(', ')} FROM p WHERE ${YEARS}) f
      JOIN g ON g.gemeente = f.gemeente GROUP BY ${cell}`,
  };
}

/** Trajecten of every area from its intervals of care: joined where at most a day lies between; `reden` is that of the latest end. */
const TRAJECTEN = `genummerd AS (
    SELECT gebied, client, aanbieder, type, b, e, reden, sum(nieuw) OVER (PARTITION BY gebied, client, aanbieder, type ORDER BY b, e, nr ROWS UNBOUNDED PRECEDING) AS deel
    FROM (SELECT g.gebied, z.client, z.aanbieder, z.type, z.b, z.e, z.reden, z.nr,
        CASE WHEN z.b <= max(z.e) OVER (PARTITION BY g.gebied, z.client, z.aanbieder, z.type ORDER BY z.b, z.e, z.nr ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 2
          THEN 0 ELSE 1 END AS nieuw
      FROM z JOIN g ON g.gemeente = z.gemeente) s),
  t AS (
    SELECT gebied, client, aanbieder, type, min(b) AS tb, max(e) AS te, 999 - max(e * 1000 + 999 - reden) % 1000 AS einde
    FROM genummerd GROUP BY gebied, client, aanbieder, type, deel)`;

const DEFINITIEF = 'einde IN (31, 32, 33, 34, 35)';

/** Stretches of care of a client in an area with less than a month between them; the end of one is an uitstroom-moment, `klaar` when a traject then ended as told. */
const EILANDEN = `${TRAJECTEN},
  eiland AS (
    SELECT gebied, client, min(tb) AS eb, max(te) AS ee, max(te * 10 + CASE WHEN ${DEFINITIEF} THEN 1 ELSE 0 END) % 10 AS klaar FROM (
      SELECT gebied, client, tb, te, einde, sum(nieuw) OVER (PARTITION BY gebied, client ORDER BY tb, te, nr ROWS UNBOUNDED PRECEDING) AS deel
      FROM (SELECT gebied, client, tb, te, einde, nr, CASE WHEN tb <= max(te) OVER (PARTITION BY gebied, client ORDER BY tb, te, nr ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 30
            THEN 0 ELSE 1 END AS nieuw
          FROM (SELECT gebied, client, tb, te, einde, row_number() OVER (PARTITION BY gebied, client ORDER BY tb, te) AS nr FROM t) r) s) n
    GROUP BY gebied, client, deel)`;

const GEKOMEN = `${TRAJECTEN},
  begin_dag AS (SELECT gebied, client, tb, max(te) AS te FROM t GROUP BY gebied, client, tb),
  eerder AS (SELECT gebied, client, tb, max(te) OVER (PARTITION BY gebied, client ORDER BY tb ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS eerder_tot FROM begin_dag)`;

/** The twelve that cost most: each a figure of every area and five years. */
export const PEER_FIGURES: readonly PeerFigure[] = [
  clienten(),
  clienten('type'),
  clienten('type', 'aanbieder'),
  clienten('gemeente', 'verwijzer'),
  {
    indicator: 'uitgaven',
    variant: '',
    dimensies: ['type'],
    sql: `SELECT g.gebied, f.jaar, f.type, sum(f.cents) FROM (
        SELECT gemeente, jaar, type, sum(cents) AS cents FROM p WHERE ${YEARS} GROUP BY gemeente, jaar, type) f
      JOIN g ON g.gemeente = f.gemeente GROUP BY g.gebied, f.jaar, f.type`,
  },
  {
    indicator: 'kosten-boven-grens',
    variant: 'uitgaven',
    dimensies: [],
    sql: `SELECT gebied, jaar, sum(CASE WHEN cents > 1000000 THEN cents ELSE 0 END), sum(cents) FROM (
        SELECT g.gebied, f.jaar, f.client, sum(f.cents) AS cents FROM (SELECT gemeente, jaar, client, sum(cents) AS cents FROM p WHERE ${YEARS} GROUP BY gemeente, jaar, client) f
        JOIN g ON g.gemeente = f.gemeente GROUP BY g.gebied, f.jaar, f.client) c GROUP BY gebied, jaar`,
  },
  {
    indicator: 'aanbieders',
    variant: '',
    dimensies: ['type'],
    sql: `SELECT g.gebied, f.jaar, f.type, count(DISTINCT f.aanbieder) FROM (
        SELECT DISTINCT gemeente, jaar, type, aanbieder FROM p WHERE ${YEARS}) f
      JOIN g ON g.gemeente = f.gemeente GROUP BY g.gebied, f.jaar, f.type`,
  },
  {
    indicator: 'trajecten',
    variant: '',
    dimensies: ['type', 'aanbieder'],
    sql: `WITH ${TRAJECTEN} SELECT t.gebied, j.jaar, t.type, t.aanbieder, count(*) FROM t JOIN j ON t.tb <= j.tot AND t.te >= j.van
      GROUP BY t.gebied, j.jaar, t.type, t.aanbieder`,
  },
  {
    indicator: 'uitval',
    variant: 'U2',
    dimensies: ['type'],
    sql: `WITH ${TRAJECTEN} SELECT t.gebied, j.jaar, t.type, sum(CASE WHEN einde IN (32, 33) THEN 1 ELSE 0 END), sum(CASE WHEN ${DEFINITIEF} THEN 1 ELSE 0 END)
      FROM t JOIN j ON t.te BETWEEN j.van AND j.tot GROUP BY t.gebied, j.jaar, t.type`,
  },
  {
    indicator: 'duur',
    variant: 'D1',
    dimensies: ['type'],
    sql: `WITH ${TRAJECTEN} SELECT t.gebied, j.jaar, t.type, sum(te - tb + 1), count(*)
      FROM t JOIN j ON t.te BETWEEN j.van AND j.tot WHERE einde < 97 GROUP BY t.gebied, j.jaar, t.type`,
  },
  {
    indicator: 'instroom',
    variant: '',
    dimensies: [],
    sql: `WITH ${GEKOMEN} SELECT gebied, jaar, count(DISTINCT client) FROM eerder JOIN j ON tb BETWEEN van AND tot
      WHERE coalesce(eerder_tot, 0) < tb - 365 GROUP BY gebied, jaar`,
  },
  {
    indicator: 'terugkeer',
    variant: 'R3',
    dimensies: [],
    sql: `WITH ${EILANDEN},
      moment AS (SELECT gebied, client, ee, klaar, lead(eb) OVER (PARTITION BY gebied, client ORDER BY eb) AS volgende FROM eiland)
      SELECT m.gebied, j.jaar, sum(CASE WHEN m.volgende > 0 AND m.volgende <= m.ee + 365 THEN 1 ELSE 0 END), count(*)
      FROM moment m JOIN j ON m.ee BETWEEN j.van AND j.tot WHERE m.klaar = 1
      GROUP BY m.gebied, j.jaar`,
  },
];
