// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../src/contract/index.ts';

/** One figure, and the SQL that somebody who knows these data would write for it, in words that every engine of the comparison knows. */
export interface PeerFigure {
  readonly indicator: string;
  readonly variant: string;
  readonly dimensies: readonly Dimensie[];
  /** Tables of `TUSSENTABELLEN` that it is made from: in its own `WITH`, or made once for all figures. */
  readonly tussen: readonly Tussentabel[];
  /** Gives area, year, the dimensions, and the value: a number, or the numerator and the denominator. `p` names the prestaties. */
  readonly select: (p: 'p' | 'f') => string;
}

/** A day that never comes, for what still runs. Unit: days since 1970-01-01. */
export const LOOPT_DAG = 2_932_896;

const YEARS = 'p.jaar BETWEEN 2020 AND 2024';
const GRENS_CENTS = 1_000_000;

/** What several figures are made from, each from those before it. */
export const TUSSENTABELLEN = {
  /** Prestaties added up: a product period lies within a month, so it has one year. */
  f: `SELECT client, gemeente, aanbieder, type, verwijzer, jaar, sum(cents) AS cents FROM p WHERE ${YEARS} GROUP BY client, gemeente, aanbieder, type, verwijzer, jaar`,
  /** Clients above the threshold in an area and year. */
  boven: `SELECT g.gebied AS gebied, p.jaar AS jaar, p.client AS client, 1 AS boven FROM p JOIN g ON g.gemeente = p.gemeente WHERE ${YEARS}
      GROUP BY g.gebied, p.jaar, p.client HAVING sum(p.cents) > ${GRENS_CENTS}`,
  /** Trajecten of every area from its intervals of care: joined where at most a day lies between; `reden` is that of the latest end. */
  t: `SELECT gebied, client, aanbieder, type, min(b) AS tb, max(e) AS te, 999 - max(e * 1000 + 999 - reden) % 1000 AS einde FROM (
      SELECT gebied, client, aanbieder, type, b, e, reden, sum(nieuw) OVER (PARTITION BY gebied, client, aanbieder, type ORDER BY b, e, nr ROWS UNBOUNDED PRECEDING) AS deel
      FROM (SELECT g.gebied, z.client, z.aanbieder, z.type, z.b, z.e, z.reden, z.nr,
          CASE WHEN z.b <= max(z.e) OVER (PARTITION BY g.gebied, z.client, z.aanbieder, z.type ORDER BY z.b, z.e, z.nr ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 2
            THEN 0 ELSE 1 END AS nieuw
        FROM z JOIN g ON g.gemeente = z.gemeente) s) n
    GROUP BY gebied, client, aanbieder, type, deel`,
  /** Until when a client had care in an area before each day on which a traject begins. */
  eerder: `SELECT gebied, client, tb, max(te) OVER (PARTITION BY gebied, client ORDER BY tb ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS eerder_tot
    FROM (SELECT gebied, client, tb, max(te) AS te FROM t GROUP BY gebied, client, tb) d`,
  /** Uitstroom-momenten: ends of stretches of care of a client in an area with less than a month between them; `klaar` when a traject then ended as told. */
  moment: `SELECT gebied, client, ee, klaar, lead(eb) OVER (PARTITION BY gebied, client ORDER BY eb) AS volgende FROM (
      SELECT gebied, client, min(tb) AS eb, max(te) AS ee, max(te * 10 + CASE WHEN einde IN (31, 32, 33, 34, 35) THEN 1 ELSE 0 END) % 10 AS klaar FROM (
        SELECT gebied, client, tb, te, einde, sum(nieuw) OVER (PARTITION BY gebied, client ORDER BY tb, te, nr ROWS UNBOUNDED PRECEDING) AS deel
        FROM (SELECT gebied, client, tb, te, einde, nr, CASE WHEN tb <= max(te) OVER (PARTITION BY gebied, client ORDER BY tb, te, nr ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 30
              THEN 0 ELSE 1 END AS nieuw
            FROM (SELECT gebied, client, tb, te, einde, row_number() OVER (PARTITION BY gebied, client ORDER BY tb, te) AS nr FROM t) r) s) n
      GROUP BY gebied, client, deel) e`,
} as const;
export type Tussentabel = keyof typeof TUSSENTABELLEN;

const DEFINITIEF = 't.einde IN (31, 32, 33, 34, 35)';
const IN_JAAR = 't.te BETWEEN j.van AND j.tot';

type Figuur = (...dimensies: readonly Dimensie[]) => PeerFigure;

const clienten: Figuur = (...dimensies) => ofPrestaties('clienten', '', dimensies, 'client');
const aanbieders: Figuur = (...dimensies) => ofPrestaties('aanbieders', '', dimensies, 'aanbieder');

/** How many different ones: the rows are folded to what is told apart before they are counted in every area. */
function ofPrestaties(
  indicator: string,
  variant: string,
  dimensies: readonly Dimensie[],
  wat: 'client' | 'aanbieder',
): PeerFigure {
  const columns = [...new Set(['gemeente', 'jaar', ...dimensies, wat])];
  const cell = cellOf('f', dimensies);
  return {
    indicator,
    variant,
    dimensies,
    tussen: [],
    select: (p) =>
      `SELECT ${cell}, count(DISTINCT f.${wat}) FROM (SELECT DISTINCT ${columns.join(', ')} FROM ${p} p WHERE ${YEARS}) f
      JOIN g ON g.gemeente = f.gemeente GROUP BY ${cell}`,
  };
}

const uitgaven: Figuur = (...dimensies) => {
  const columns = [...new Set(['gemeente', 'jaar', ...dimensies])].join(', ');
  const cell = cellOf('f', dimensies);
  return {
    indicator: 'uitgaven',
    variant: '',
    dimensies,
    tussen: [],
    select: (p) =>
      `SELECT ${cell}, sum(f.cents) FROM (SELECT ${columns}, sum(cents) AS cents FROM ${p} p WHERE ${YEARS} GROUP BY ${columns}) f
      JOIN g ON g.gemeente = f.gemeente GROUP BY ${cell}`,
  };
};

/** A client is above the threshold in an area as a whole, and counts so in each of its cells. */
const kostenBovenGrens: Figuur = (...dimensies) => {
  const columns = [...new Set(['gemeente', 'jaar', ...dimensies, 'client'])].join(', ');
  const cell = cellOf('f', dimensies);
  const folded = (p: string): string =>
    `(SELECT ${columns}, sum(cents) AS cents FROM ${p} p WHERE ${YEARS} GROUP BY ${columns}) f JOIN g ON g.gemeente = f.gemeente`;
  return {
    indicator: 'kosten-boven-grens',
    variant: 'uitgaven',
    dimensies,
    tussen: dimensies.length === 0 ? [] : ['boven'],
    select: (p) =>
      dimensies.length === 0
        ? `SELECT gebied, jaar, sum(CASE WHEN cents > ${GRENS_CENTS} THEN cents ELSE 0 END), sum(cents) FROM (
        SELECT g.gebied, f.jaar, f.client, sum(f.cents) AS cents FROM ${folded(p)} GROUP BY g.gebied, f.jaar, f.client) c GROUP BY gebied, jaar`
        : `SELECT ${cell}, sum(coalesce(b.boven, 0) * f.cents), sum(f.cents) FROM ${folded(p)}
      LEFT JOIN boven b ON b.gebied = g.gebied AND b.jaar = f.jaar AND b.client = f.client GROUP BY ${cell}`,
  };
};

/** A figure of trajecten, counted per year that they are joined with. */
function ofTrajecten(indicator: string, variant: string, measure: string, join: string): Figuur {
  return (...dimensies) => {
    const cell = ['t.gebied', 'j.jaar', ...dimensies.map((name) => `t.${name}`)].join(', ');
    return {
      indicator,
      variant,
      dimensies,
      tussen: ['t'],
      select: () => `SELECT ${cell}, ${measure} FROM t JOIN j ON ${join} GROUP BY ${cell}`,
    };
  };
}

const trajecten = ofTrajecten('trajecten', '', 'count(*)', 't.tb <= j.tot AND t.te >= j.van');
const uitval = ofTrajecten(
  'uitval',
  'U2',
  `sum(CASE WHEN t.einde IN (32, 33) THEN 1 ELSE 0 END), sum(CASE WHEN ${DEFINITIEF} THEN 1 ELSE 0 END)`,
  IN_JAAR,
);
const duur = ofTrajecten('duur', 'D1', 'sum(t.te - t.tb + 1), count(*)', `${IN_JAAR} WHERE t.einde < 97`);

const instroom: Figuur = (...dimensies) => {
  const cell = ['e.gebied', 'j.jaar', ...dimensies.map((name) => `t.${name}`)].join(', ');
  const ofTraject =
    dimensies.length === 0 ? '' : ' JOIN t ON t.gebied = e.gebied AND t.client = e.client AND t.tb = e.tb';
  return {
    indicator: 'instroom',
    variant: '',
    dimensies,
    tussen: ['t', 'eerder'],
    select:
      () => `SELECT ${cell}, count(DISTINCT e.client) FROM eerder e JOIN j ON e.tb BETWEEN j.van AND j.tot${ofTraject}
      WHERE coalesce(e.eerder_tot, 0) < e.tb - 365 GROUP BY ${cell}`,
  };
};

/** Two trajecten that end at one moment count once in each cell. */
const terugkeer: Figuur = (...dimensies) => {
  const cell = ['m.gebied', 'j.jaar', ...dimensies.map((name) => `m.${name}`)].join(', ');
  const own = dimensies.map((name) => `, t.${name}`).join('');
  const momenten =
    dimensies.length === 0
      ? 'moment'
      : `(SELECT DISTINCT m.gebied, m.client, m.ee, m.klaar, m.volgende${own} FROM moment m
        JOIN t ON t.gebied = m.gebied AND t.client = m.client AND t.te = m.ee WHERE ${DEFINITIEF})`;
  return {
    indicator: 'terugkeer',
    variant: 'R3',
    dimensies,
    tussen: ['t', 'moment'],
    select:
      () => `SELECT ${cell}, sum(CASE WHEN m.volgende > 0 AND m.volgende <= m.ee + 365 THEN 1 ELSE 0 END), count(*)
      FROM ${momenten} m JOIN j ON m.ee BETWEEN j.van AND j.tot WHERE m.klaar = 1 GROUP BY ${cell}`,
  };
};

function cellOf(rows: string, dimensies: readonly Dimensie[]): string {
  return ['g.gebied', `${rows}.jaar`, ...dimensies.map((name) => `${rows}.${name}`)].join(', ');
}

/** The twelve that cost most: each a figure of every area and five years. */
export const PEER_FIGURES: readonly PeerFigure[] = [
  clienten(),
  clienten('type'),
  clienten('type', 'aanbieder'),
  clienten('gemeente', 'verwijzer'),
  uitgaven('type'),
  kostenBovenGrens(),
  aanbieders('type'),
  trajecten('type', 'aanbieder'),
  uitval('type'),
  duur('type'),
  instroom(),
  terugkeer(),
];

/** The same quantities by none, one and every two of the dimensions that the tables of the peers have. */
export const PEER_FIGURES_TOGETHER: readonly PeerFigure[] = [
  ...[clienten, uitgaven, kostenBovenGrens, aanbieders].flatMap((figuur) =>
    upToTwo('gemeente', 'type', 'aanbieder', 'verwijzer').map((split) => figuur(...split)),
  ),
  ...[trajecten, uitval, duur, instroom, terugkeer].flatMap((figuur) =>
    upToTwo('type', 'aanbieder').map((split) => figuur(...split)),
  ),
];

function upToTwo(...dimensies: readonly Dimensie[]): readonly (readonly Dimensie[])[] {
  const pairs = dimensies.flatMap((one, place) => dimensies.slice(place + 1).map((other) => [one, other]));
  return [[], ...dimensies.map((one) => [one]), ...pairs];
}

/** A figure by itself, with what it is made from. */
export function aloneSql({ tussen, select }: PeerFigure): string {
  const tables = tussen.map((name) => `${name} AS (${TUSSENTABELLEN[name]})`);
  return `${tables.length === 0 ? '' : `WITH ${tables.join(',\n')} `}${select('p')}`;
}
