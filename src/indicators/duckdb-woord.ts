// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type Dimensie } from '../contract/index.ts';
import type { SourceQuery } from './figure-bundle.ts';

/** Every dimension that a query splits by. */
export function dimensiesOf({ splits }: SourceQuery): readonly Dimensie[] {
  return DIMENSIES.filter((dimensie) => splits.some((split) => split.includes(dimensie)));
}

/**
 * The rows of one table with a number for each code of a dimension (`onbekend` where it has none), and the list of those codes (`woord`): numbers fold several times faster than text,
 * and nearly all the work of a query is folding.
 */
export function codeTables(query: SourceQuery, from: string, to: string): readonly string[] {
  const dimensies = dimensiesOf(query);
  if (dimensies.length === 0) return [`${to} AS (FROM ${from})`];
  const words = dimensies.map((name) => `SELECT ${codeOf(name)} AS waarde FROM ${from}`).join(' UNION ALL ');
  const numbers = dimensies.map((name, place) => `w${place}.nr AS ${name}`).join(', ');
  const joins = dimensies.map(
    (name, place) => `JOIN woord w${place} ON w${place}.waarde = ${codeOf(`c.${name}`)}`,
  );
  return [
    `woord AS MATERIALIZED (SELECT waarde, row_number() OVER ()::INTEGER - 1 AS nr FROM (SELECT DISTINCT waarde FROM (${words})))`,
    `${to} AS MATERIALIZED (SELECT c.* REPLACE (${numbers}) FROM ${from} c ${joins.join(' ')})`,
  ];
}

function codeOf(column: string): string {
  return `coalesce(${column}, 'onbekend')`;
}

/** One fold of a table for every way of splitting at once; only for measures that add up over rows. */
export function foldAll(query: SourceQuery, measures: string, from: string): string {
  const dimensies = dimensiesOf(query);
  if (dimensies.length === 0)
    return `SELECT 0 AS split, plek, periode${measures} FROM ${from} GROUP BY plek, periode`;
  const sets = query.splits.map((split) => `(${['plek', 'periode', ...split].join(', ')})`);
  const places = query.splits.map((split, place) => `WHEN ${maskOf(dimensies, split)} THEN ${place}`);
  return `SELECT CASE GROUPING(${dimensies.join(', ')}) ${places.join(' ')} END AS split, plek, periode, ${dimensies.join(', ')}${measures}
FROM ${from} GROUP BY GROUPING SETS (${sets.join(', ')})`;
}

/** GROUPING has a bit for each dimension that is not split by, the last one lowest. */
function maskOf(dimensies: readonly Dimensie[], split: readonly Dimensie[]): number {
  return dimensies.reduce((mask, dimensie) => mask * 2 + (split.includes(dimensie) ? 0 : 1), 0);
}
