// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import { clientColumns } from './duckdb-client.ts';
import { prestatieTable } from './duckdb-prestatie-tabel.ts';
import { codeTables, dimensiesOf } from './duckdb-woord.ts';
import { gemeentenOf, type SourceQuery } from './figure-bundle.ts';
import type { SourceParts } from './source-parts.ts';

const GETALLEN: Readonly<Record<string, string>> = {
  'kosten-verschil': 'verschil',
  'kosten-omvang': 'omvang',
  'kosten-clienten': 'clienten',
  'kosten-mix': 'mix',
  'kosten-volume': 'volume',
  'kosten-prijs': 'prijs',
};

/**
 * Why the expenditure of a period differs from that of the period it is compared with, in parts that add up to the change exactly.
 *
 * One thing is replaced at a time, in this order: products that occur in one of the two periods only (omvang), the number of clients, the share of
 * clients per type (mix), the volume per client of a type, the price per unit. A product is a gemeente, type, category, code and unit. Parts are
 * rounded to whole cents, per type and per product; the remainder holds what rounding leaves and products without a volume.
 * Source: docs/adr/kostenontwikkeling-replaces-one-thing-at-a-time.md
 *
 * Cost: a product has one gemeente, so amounts are folded per product and then added per area; clients are counted at places.
 */
export function kostenParts(query: SourceQuery): SourceParts {
  return {
    ctes: worldTables(query),
    branches: query.splits.map((split, index) => branch(query, split, index)),
  };
}

function worldTables(query: SourceQuery): readonly string[] {
  const columns = dimensiesOf(query)
    .filter((name) => name === 'aanbieder' || name === 'verwijzer')
    .map((name) => `, p.${name}`);
  const client = clientColumns(query, 'd.pseudoniem');
  return [
    `kant(periode, nr, nu) AS (VALUES ${sides(query).join(', ')})`,
    `naar(plek, bij) AS (VALUES ${places(query).join(', ')})`,
    `dag AS MATERIALIZED (
  SELECT d.begin, q.nr FROM (SELECT DISTINCT "begin" FROM ${prestatieTable(query)}) d JOIN periode q ON d.begin BETWEEN q.van AND q.tot)`,
    `deel AS MATERIALIZED (
  SELECT q.nr, p.gemeente, p.pseudoniem, p.type, coalesce(p.categorie, 'onbekend') AS categorie, coalesce(p.code, '') AS code,
    coalesce(p.eenheid, '') AS eenheid${columns.join('')}, sum(p.bedrag_cents)::BIGINT AS bedrag, coalesce(sum(p.volume), 0)::BIGINT AS aantal
  FROM ${prestatieTable(query)} p JOIN lid l ON l.gemeente = p.gemeente AND p.begin BETWEEN l.van AND l.tot
  JOIN dag q ON q.begin = p.begin GROUP BY ALL)`,
    `product AS MATERIALIZED (
  SELECT row_number() OVER ()::INTEGER AS product, * FROM (SELECT DISTINCT gemeente, type, categorie, code, eenheid FROM deel))`,
    `bedragen AS MATERIALIZED (
  SELECT d.* EXCLUDE (code, eenheid), d.gemeente AS waar, p.product${client.columns}
  FROM deel d JOIN product p ON p.gemeente = d.gemeente AND p.type = d.type AND p.categorie = d.categorie AND p.code = d.code
    AND p.eenheid = d.eenheid
  JOIN periode q ON q.nr = d.nr${client.join})`,
    ...codeTables(query, 'bedragen', 'regel'),
    'aard AS MATERIALIZED (SELECT DISTINCT product, waar, gemeente, type FROM regel)',
    'verhuisd AS (SELECT nr, pseudoniem FROM deel GROUP BY nr, pseudoniem HAVING min(gemeente) <> max(gemeente))',
    `hoofd AS MATERIALIZED (
  SELECT k.periode, k.nu, pl.plek, r.* EXCLUDE (nr, bedrag, aantal),
    count(*) OVER (PARTITION BY pl.plek, k.periode, k.nu, r.pseudoniem) = 1 AS enkel
  FROM regel r JOIN kant k ON k.nr = r.nr LEFT JOIN verhuisd v ON v.nr = r.nr AND v.pseudoniem = r.pseudoniem
  JOIN plek pl ON pl.gemeente = r.waar AND pl.samen = (v.pseudoniem IS NOT NULL))`,
    'hoofd_enkel AS MATERIALIZED (SELECT * EXCLUDE (pseudoniem, enkel), count(*) AS hoofden FROM hoofd WHERE enkel GROUP BY ALL)',
    'hoofd_meer AS MATERIALIZED (SELECT * EXCLUDE (enkel) FROM hoofd WHERE NOT enkel)',
  ];
}

/** Places and the areas, as a whole, that they count in. */
function places(query: SourceQuery): readonly string[] {
  const gemeenten = gemeentenOf(query);
  return query.gebieden.flatMap((gebied, index) => {
    const bij = gemeenten.length + index;
    const plekken = [...gebied.gemeenten.map((gemeente) => gemeenten.indexOf(gemeente)), bij];
    return plekken.map((plek) => `(${plek}::SMALLINT, ${bij}::SMALLINT)`);
  });
}

/** Each period that is compared with another, and that other. */
function sides({ meetperioden }: SourceQuery): readonly string[] {
  return meetperioden.flatMap(({ basis }, nr) => {
    const before = meetperioden.findIndex(({ label }) => label === basis);
    return before < 0
      ? []
      : [`(${nr}::SMALLINT, ${nr}::SMALLINT, true)`, `(${nr}::SMALLINT, ${before}::SMALLINT, false)`];
  });
}

function branch({ maten }: SourceQuery, split: readonly Dimensie[], index: number): string {
  const named = (alias: string, names: readonly string[]): string =>
    names.map((name) => `${alias}.${name}`).join(', ');
  const on = (a: string, b: string, names: readonly string[]): string =>
    names.map((name) => `${a}.${name} = ${b}.${name}`).join(' AND ');
  const cell = ['bij', 'periode', ...split];
  const perType = [...new Set([...cell, 'type'])];
  const perTypeHere = perType.slice(2);
  const product = ['periode', ...split, 'product'];
  const ofProduct = ['gemeente', 'type'].filter((name) => !split.some((dimensie) => dimensie === name));
  const hereByType = ['plek', 'periode', ...perTypeHere].join(', ');
  const here = ['plek', 'periode', ...split].join(', ');
  const counts = 'count(*) FILTER (nu) AS k1, count(*) FILTER (NOT nu) AS k0';
  const heads = split.includes('type')
    ? 'SELECT * FROM hoofden'
    : `SELECT ${here}, k1, k0 FROM enkelen
      UNION ALL SELECT ${here}, ${counts} FROM (SELECT DISTINCT ${here}, nu, pseudoniem FROM meer) GROUP BY ALL`;
  const measures = maten.map(({ maat, kolom }) => {
    const name = GETALLEN[maat];
    return `, ${name ?? 'verschil - omvang - clienten - mix - volume - prijs'} AS ${kolom}`;
  });
  return `SELECT ${index} AS split, bij AS plek, periode${split.map((name) => `, ${name}`).join('')}${measures.join('')}
FROM (
  WITH per_product AS MATERIALIZED (
    SELECT ${named('k', ['periode'])}, ${named('s', product.slice(1))}, sum(s.u) FILTER (k.nu) AS u1, sum(s.u) FILTER (NOT k.nu) AS u0,
      coalesce(sum(s.q) FILTER (k.nu), 0) AS q1, coalesce(sum(s.q) FILTER (NOT k.nu), 0) AS q0
    FROM (SELECT ${['nr', ...product.slice(1)].join(', ')}, sum(bedrag) AS u, sum(aantal) AS q FROM regel GROUP BY ALL) s
    JOIN kant k ON k.nr = s.nr GROUP BY ALL),
  per_gebied AS MATERIALIZED (
    SELECT pl.plek AS bij, p.*${ofProduct.map((name) => `, f.${name}`).join('')}
    FROM per_product p JOIN aard f ON f.product = p.product JOIN plek pl ON pl.gemeente = f.waar AND pl.samen),
  in_beide AS MATERIALIZED (SELECT ${product.join(', ')} FROM per_product WHERE u1 IS NOT NULL AND u0 IS NOT NULL),
  enkelen AS MATERIALIZED (
    SELECT ${hereByType}, coalesce(sum(hoofden) FILTER (nu), 0) AS k1, coalesce(sum(hoofden) FILTER (NOT nu), 0) AS k0
    FROM hoofd_enkel h SEMI JOIN in_beide p ON ${on('h', 'p', product)} GROUP BY ALL),
  meer AS MATERIALIZED (
    SELECT DISTINCT ${hereByType}, nu, pseudoniem FROM hoofd_meer h SEMI JOIN in_beide p ON ${on('h', 'p', product)}),
  hoofden AS MATERIALIZED (
    FROM enkelen UNION ALL SELECT ${hereByType}, ${counts} FROM meer GROUP BY ALL),
  totaal AS MATERIALIZED (
    SELECT n.bij, ${named('h', cell.slice(1))}, sum(h.k1)::HUGEINT AS n1, sum(h.k0)::HUGEINT AS n0
    FROM (${heads}) h JOIN naar n ON n.plek = h.plek GROUP BY ALL),
  soort AS MATERIALIZED (
    SELECT h.*, u.u0 FROM (
      SELECT n.bij, ${named('h', perType.slice(1))}, sum(h.k1)::HUGEINT AS k1, sum(h.k0)::HUGEINT AS k0
      FROM hoofden h JOIN naar n ON n.plek = h.plek GROUP BY ALL) h
    JOIN (SELECT ${perType.join(', ')}, sum(u0) AS u0 FROM per_gebied WHERE u1 IS NOT NULL AND u0 IS NOT NULL GROUP BY ALL) u
      ON ${on('u', 'h', perType)}),
  per_soort AS (
    SELECT ${named('s', cell)}, sum(s.u0) AS u0,
      sum(${rounded('(s.k1 * t.n0 - t.n1 * s.k0) * s.u0', 't.n0 * s.k0', 's.k1::DOUBLE / s.k0 * s.u0', 't.n1::DOUBLE / t.n0 * s.u0')}) AS mix
    FROM soort s JOIN totaal t ON ${on('s', 't', cell)} GROUP BY ALL),
  waarden AS (
    SELECT ${named('p', cell)},
      sum(${rounded('p.q1 * p.u0 * s.k0 - s.k1 * p.u0 * p.q0', 'p.q0 * s.k0', 'p.q1::DOUBLE / p.q0 * p.u0', 's.k1::DOUBLE / s.k0 * p.u0')}) FILTER (p.q0 > 0 AND p.q1 > 0) AS volume,
      sum(${rounded('p.u1 * p.q0 - p.q1 * p.u0', 'p.q0', 'p.u1::DOUBLE', 'p.q1::DOUBLE / p.q0 * p.u0')}) FILTER (p.q0 > 0 AND p.q1 > 0) AS prijs
    FROM per_gebied p JOIN soort s ON ${on('p', 's', perType)} WHERE p.u1 IS NOT NULL AND p.u0 IS NOT NULL GROUP BY ALL)
  SELECT ${named('a', cell)}, a.verschil, a.omvang,
    coalesce(${exact('(t.n1 - t.n0) * m.u0', 't.n0')}, 0) AS clienten, coalesce(m.mix, 0) AS mix, coalesce(v.volume, 0) AS volume,
    coalesce(v.prijs, 0) AS prijs
  FROM (SELECT ${cell.join(', ')}, sum(coalesce(u1, 0) - coalesce(u0, 0)) AS verschil,
      coalesce(sum(coalesce(u1, 0) - coalesce(u0, 0)) FILTER (u1 IS NULL OR u0 IS NULL), 0) AS omvang FROM per_gebied GROUP BY ALL) a
  LEFT JOIN totaal t ON ${on('t', 'a', cell)} LEFT JOIN per_soort m ON ${on('m', 'a', cell)} LEFT JOIN waarden v ON ${on('v', 'a', cell)})`;
}

/**
 * A fraction as a whole number; a half goes away from zero. It is also `een - ander`, which floating point gives many times faster: where these are below
 * 10^11, so right to a thousandth, and lie a hundredth or more from a half apart, it rounds to the same number.
 */
function rounded(teller: string, noemer: string, een: string, ander: string): string {
  const apart = `abs(${een} - ${ander})`;
  return `CASE WHEN abs(${een}) < 1e11 AND abs(${ander}) < 1e11 AND abs(${apart} - floor(${apart}) - 0.5) > 0.01
    THEN round(${een} - ${ander})::HUGEINT ELSE ${exact(teller, noemer)} END`;
}

function exact(teller: string, noemer: string): string {
  return `sign(${teller}) * ((2 * abs(${teller}) + ${noemer}) // (2 * (${noemer})))`;
}
