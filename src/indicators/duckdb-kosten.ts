// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import { clientColumns } from './duckdb-client.ts';
import type { SourceQuery } from './figure-bundle.ts';
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
 */
export function kostenParts(query: SourceQuery): SourceParts {
  return {
    ctes: worldTables(query),
    branches: query.splits.map((split, index) => branch(query, split, index)),
  };
}

function worldTables(query: SourceQuery): readonly string[] {
  const { meetperioden } = query;
  const pairs = meetperioden.flatMap(({ basis }, nr) => {
    const before = meetperioden.findIndex(({ label }) => label === basis);
    return before < 0 ? [] : [`(${nr}::SMALLINT, ${before}::SMALLINT)`];
  });
  const dims = dimensiesOf(query).filter((name) => name !== 'leeftijd' && name !== 'geslacht');
  const columns = dims
    .filter((name) => name !== 'gemeente' && name !== 'type' && name !== 'categorie')
    .map((name) => `, coalesce(p.${name}, 'onbekend') AS ${name}`);
  const client = clientColumns(query, 'r.pseudoniem');
  return [
    `paar(periode, eerder) AS (VALUES ${pairs.join(', ')})`,
    `deel AS MATERIALIZED (
  SELECT q.nr, p.gemeente, p.pseudoniem, p.type, coalesce(p.categorie, 'onbekend') AS categorie, coalesce(p.code, '') AS code,
    coalesce(p.eenheid, '') AS eenheid${columns.join('')}, sum(p.bedrag_cents)::HUGEINT AS bedrag, coalesce(sum(p.volume), 0)::HUGEINT AS aantal
  FROM prestatie_staand p JOIN lid l ON l.gemeente = p.gemeente AND p.begin BETWEEN l.van AND l.tot
  JOIN periode q ON p.begin BETWEEN q.van AND q.tot GROUP BY ALL)`,
    `alles AS MATERIALIZED (
  SELECT pl.plek AS bij, pa.periode, w.nu, r.*${client.columns}
  FROM paar pa CROSS JOIN (VALUES (true), (false)) w(nu) JOIN deel r ON r.nr = CASE WHEN w.nu THEN pa.periode ELSE pa.eerder END
  JOIN periode q ON q.nr = r.nr
  JOIN plek pl ON pl.gemeente = r.gemeente AND pl.samen${client.join})`,
  ];
}

function branch({ maten }: SourceQuery, split: readonly Dimensie[], index: number): string {
  const cell = ['bij', 'periode', ...split].join(', ');
  const product = [...new Set([...split, 'gemeente', 'type', 'categorie', 'code', 'eenheid'])];
  const on = (a: string, b: string, names: readonly string[]): string =>
    ['bij', 'periode', ...names].map((name) => `${a}.${name} = ${b}.${name}`).join(' AND ');
  const perType = [...new Set([...split, 'type'])];
  const measures = maten.map(({ maat, kolom }) => {
    const name = GETALLEN[maat];
    return `, ${name ?? 'verschil - omvang - clienten - mix - volume - prijs'} AS ${kolom}`;
  });
  return `SELECT ${index}::SMALLINT AS split, bij AS plek, periode${split.map((name) => `, ${name}`).join('')}${measures.join('')}
FROM (
  WITH product AS MATERIALIZED (
    SELECT bij, periode, ${product.join(', ')}, sum(bedrag) FILTER (nu) AS u1, sum(bedrag) FILTER (NOT nu) AS u0,
      coalesce(sum(aantal) FILTER (nu), 0) AS q1, coalesce(sum(aantal) FILTER (NOT nu), 0) AS q0
    FROM alles GROUP BY ALL),
  samen AS MATERIALIZED (SELECT * FROM product WHERE u1 IS NOT NULL AND u0 IS NOT NULL),
  lijn AS MATERIALIZED (SELECT a.* FROM alles a SEMI JOIN samen s ON ${on('a', 's', product)}),
  totaal AS (
    SELECT ${cell}, count(DISTINCT pseudoniem) FILTER (nu)::HUGEINT AS n1, count(DISTINCT pseudoniem) FILTER (NOT nu)::HUGEINT AS n0,
      sum(bedrag) FILTER (NOT nu) AS u0
    FROM lijn GROUP BY ALL),
  soort AS (
    SELECT bij, periode, ${perType.join(', ')}, count(DISTINCT pseudoniem) FILTER (nu)::HUGEINT AS k1,
      count(DISTINCT pseudoniem) FILTER (NOT nu)::HUGEINT AS k0, sum(bedrag) FILTER (NOT nu) AS u0
    FROM lijn GROUP BY ALL),
  per_soort AS (
    SELECT ${['s.bij', 's.periode', ...split.map((name) => `s.${name}`)].join(', ')},
      sum(${rounded('(s.k1 * t.n0 - t.n1 * s.k0) * s.u0', 't.n0 * s.k0')}) AS mix
    FROM soort s JOIN totaal t ON ${on('s', 't', split)} GROUP BY ALL),
  per_product AS (
    SELECT ${['p.bij', 'p.periode', ...split.map((name) => `p.${name}`)].join(', ')},
      sum(${rounded('p.q1 * p.u0 * s.k0 - s.k1 * p.u0 * p.q0', 'p.q0 * s.k0')}) FILTER (p.q0 > 0 AND p.q1 > 0) AS volume,
      sum(${rounded('p.u1 * p.q0 - p.q1 * p.u0', 'p.q0')}) FILTER (p.q0 > 0 AND p.q1 > 0) AS prijs
    FROM samen p JOIN soort s ON ${on('p', 's', perType)} GROUP BY ALL)
  SELECT ${['a.bij', 'a.periode', ...split.map((name) => `a.${name}`)].join(', ')}, a.verschil, a.omvang,
    coalesce(${rounded('(t.n1 - t.n0) * t.u0', 't.n0')}, 0) AS clienten, coalesce(m.mix, 0) AS mix, coalesce(v.volume, 0) AS volume,
    coalesce(v.prijs, 0) AS prijs
  FROM (SELECT ${cell}, sum(coalesce(u1, 0) - coalesce(u0, 0)) AS verschil,
      coalesce(sum(coalesce(u1, 0) - coalesce(u0, 0)) FILTER (u1 IS NULL OR u0 IS NULL), 0) AS omvang FROM product GROUP BY ALL) a
  LEFT JOIN totaal t ON ${on('t', 'a', split)} LEFT JOIN per_soort m ON ${on('m', 'a', split)} LEFT JOIN per_product v ON ${on('v', 'a', split)})`;
}

function dimensiesOf(query: SourceQuery): readonly Dimensie[] {
  return [...new Set(query.splits.flat())];
}

/** A fraction as a whole number; a half goes away from zero. */
function rounded(teller: string, noemer: string): string {
  return `sign(${teller}) * ((2 * abs(${teller}) + ${noemer}) // (2 * (${noemer})))`;
}
