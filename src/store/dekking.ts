// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from './duckdb.ts';

/** Months in which children had care of a provider according to its starts, and it declared none of it, although it otherwise does. */
export interface DekkingsGat {
  readonly gemeente: string;
  readonly aanbieder: string;
  /** `YYYY-MM`, both ends included. */
  readonly van: string;
  readonly tot: string;
  readonly maanden: number;
  /** Most children with care in one of those months. */
  readonly kinderen: number;
  /** Nothing came after it: the provider has fallen silent. */
  readonly duurtVoort: boolean;
}

/** Of the children who had care all month, how many have a standing line for it. Shape: one row per gemeente and month of care. */
export interface MaandDekking {
  readonly gemeente: string;
  /** `YYYY-MM` */
  readonly maand: string;
  readonly kinderen: number;
  readonly gedeclareerd: number;
}

/** Months after care in which a declaration may still come. */
const NALOOP_MAANDEN = 3;
/** A gap is at least so many months. */
const LEAST_MAANDEN = 3;
/** Of the other months with care a provider declares at least this share; one that does not is no regular declarant. */
const REGELMAAT = 0.8;
/** Declarations begin in the first month in which they cover this share of the care: a stray line of years before does not count. */
const BEGIN_SHARE = 0.25;
/** Months of `measureDekking`. */
const RECENT_MAANDEN = 24;

/** Where declarations are missing, most children first. The derived layer must be up to date. */
export async function findDekkingsGaten(connection: DuckDBConnection): Promise<readonly DekkingsGat[]> {
  const rows = await readRows(connection, GATEN);
  return rows.map((row) => ({
    gemeente: String(row.gemeente),
    aanbieder: String(row.aanbieder),
    van: String(row.van),
    tot: String(row.tot),
    maanden: Number(row.maanden),
    kinderen: Number(row.kinderen),
    duurtVoort: row.duurt_voort === true,
  }));
}

/** The last two years, as far as declarations may be expected. */
export async function measureDekking(connection: DuckDBConnection): Promise<readonly MaandDekking[]> {
  const rows = await readRows(connection, PER_MAAND);
  return rows.map((row) => ({
    gemeente: String(row.gemeente),
    maand: String(row.maand),
    kinderen: Number(row.kinderen),
    gedeclareerd: Number(row.gedeclareerd),
  }));
}

/** Every month of which declarations may be expected, and who had care in the whole of it. */
const ZORG = `grens AS (SELECT date_trunc('month', min(p.begin)) AS vanaf, date_trunc('month', any_value(d.datum)) - INTERVAL ${NALOOP_MAANDEN + 1} MONTH AS tot
    FROM prestatie_staand p, data_datum d),
  kalender AS (SELECT unnest(generate_series(vanaf, tot, INTERVAL 1 MONTH))::DATE AS maand FROM grens),
  zorg_ooit AS (SELECT DISTINCT z.gemeente, z.aanbieder, z.pseudoniem, k.maand FROM zorg_interval z
    JOIN kalender k ON z.begin <= k.maand AND coalesce(z.eind, DATE '9999-12-31') >= last_day(k.maand)),
  gedeclareerd AS (SELECT DISTINCT p.gemeente, p.aanbieder, p.pseudoniem, k.maand FROM prestatie_staand p
    JOIN kalender k ON p.begin <= last_day(k.maand) AND p.eind >= k.maand),
  begin_declaraties AS (SELECT min(maand) AS vanaf FROM (
    SELECT maand FROM zorg_ooit LEFT JOIN gedeclareerd g USING (gemeente, aanbieder, pseudoniem, maand)
    GROUP BY maand HAVING count(g.pseudoniem) >= ${BEGIN_SHARE} * count(*))),
  zorg AS (SELECT z.* FROM zorg_ooit z, begin_declaraties WHERE maand >= vanaf)`;

const GATEN = `WITH ${ZORG},
  per_maand AS (SELECT gemeente, aanbieder, maand, count(*) AS kinderen,
      (gemeente, aanbieder, maand) IN (SELECT (gemeente, aanbieder, maand) FROM gedeclareerd) AS gedekt FROM zorg GROUP BY ALL),
  genummerd AS (SELECT *, row_number() OVER (PARTITION BY gemeente, aanbieder ORDER BY maand)
      - row_number() OVER (PARTITION BY gemeente, aanbieder, gedekt ORDER BY maand) AS reeks FROM per_maand),
  gat AS (SELECT gemeente, aanbieder, min(maand) AS van, max(maand) AS tot, count(*) AS maanden, max(kinderen) AS kinderen
    FROM genummerd WHERE NOT gedekt GROUP BY gemeente, aanbieder, reeks HAVING count(*) >= ${LEAST_MAANDEN}),
  paar AS (SELECT gemeente, aanbieder, count(*) AS maanden, count(*) FILTER (gedekt) AS gedekt, max(maand) AS laatste FROM per_maand GROUP BY ALL)
  SELECT g.gemeente, g.aanbieder, strftime(g.van, '%Y-%m') AS van, strftime(g.tot, '%Y-%m') AS tot, g.maanden, g.kinderen,
    g.tot = p.laatste AS duurt_voort
  FROM gat g JOIN paar p USING (gemeente, aanbieder) WHERE p.gedekt > 0 AND p.gedekt >= ${REGELMAAT} * (p.maanden - g.maanden)
  ORDER BY g.kinderen DESC, g.maanden DESC, g.gemeente, g.aanbieder, g.van`;

const PER_MAAND = `WITH ${ZORG}
  SELECT z.gemeente, strftime(z.maand, '%Y-%m') AS maand, count(*) AS kinderen, count(g.pseudoniem) AS gedeclareerd
  FROM zorg z LEFT JOIN gedeclareerd g USING (gemeente, aanbieder, pseudoniem, maand)
  WHERE z.maand > (SELECT tot FROM grens) - INTERVAL ${RECENT_MAANDEN} MONTH GROUP BY ALL ORDER BY ALL`;
