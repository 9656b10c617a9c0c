// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type Dimensie } from '../contract/index.ts';
import type { SourceQuery } from './figure-bundle.ts';
import type { PlanMaat } from './figure-plan.ts';
import { MATEN } from './maat.ts';

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

/** A quantity as a query measures it over rows; a list, or a number. */
export interface Kolom {
  readonly kolom: string;
  readonly sql: string;
  readonly lijst: boolean;
}

/** Quantities with the SQL of each. */
export function kolommenVan(maten: readonly PlanMaat[], sqlOf: (maat: PlanMaat) => string): readonly Kolom[] {
  return maten.map((maat) => ({
    kolom: maat.kolom,
    sql: sqlOf(maat),
    lijst: MATEN[maat.maat].verdeling === 'lijst',
  }));
}

/** Quantities as they stand in a select, after its other columns. */
export function selected(kolommen: readonly Kolom[]): string {
  return kolommen.map(({ kolom, sql }) => `, ${sql} AS ${kolom}`).join('');
}

/** The dimension with by far the most codes: without it rows fold to some thousands. */
const BREED: Dimensie = 'aanbieder';

/**
 * One fold of a table for every way of splitting at once; only for measures that add up over rows. Many ways of splitting are folded from what is folded by
 * all dimensions together first, and those without the widest one from less still: rows are then looked at once, however many there are.
 */
export function foldAll(query: SourceQuery, kolommen: readonly Kolom[], from: string): string {
  const dimensies = dimensiesOf(query);
  const places = query.splits.map((_, place) => place);
  if (places.length <= 4) return foldOf(query, places, kolommen, from);
  const again = kolommen.map(({ kolom, lijst }) => ({
    kolom,
    sql: lijst ? `flatten(list(${kolom}) FILTER (${kolom} IS NOT NULL))` : `sum(${kolom})`,
    lijst,
  }));
  const smal = dimensies.filter((name) => name !== BREED);
  const wide = places.filter((place) => query.splits[place]?.includes(BREED));
  const narrow = places.filter((place) => !wide.includes(place));
  return `SELECT * FROM (
  WITH fijn AS MATERIALIZED (${foldTo(dimensies, kolommen, from)}), grof AS MATERIALIZED (${foldTo(smal, again, 'fijn')})
  ${[
    ...(wide.length > 0 ? [foldOf(query, wide, again, 'fijn')] : []),
    ...(narrow.length > 0 ? [foldOf(query, narrow, again, 'grof')] : []),
  ].join('\nUNION ALL BY NAME\n')})`;
}

function foldTo(dimensies: readonly Dimensie[], kolommen: readonly Kolom[], from: string): string {
  const cell = ['plek', 'periode', ...dimensies].join(', ');
  return `SELECT ${cell}${selected(kolommen)} FROM ${from} GROUP BY ${cell}`;
}

/** The ways of splitting at these places, each with the rows of one `GROUPING SETS`. */
function foldOf(
  query: SourceQuery,
  places: readonly number[],
  kolommen: readonly Kolom[],
  from: string,
): string {
  const own = places.map((place) => [place, query.splits[place] ?? []] as const);
  const used = dimensiesOf(query).filter((name) => own.some(([, split]) => split.includes(name)));
  const sets = own.map(([, split]) => `(${['plek', 'periode', ...split].join(', ')})`);
  const names = own.map(([place, split]) => `WHEN ${maskOf(used, split)} THEN ${place}`);
  const split =
    used.length === 0 ? `${places[0]}` : `CASE GROUPING(${used.join(', ')}) ${names.join(' ')} END`;
  return `SELECT ${[`${split} AS split`, 'plek', 'periode', ...used].join(', ')}${selected(kolommen)}
FROM ${from} GROUP BY GROUPING SETS (${sets.join(', ')})`;
}

/** GROUPING has a bit for each dimension that is not split by, the last one lowest. */
function maskOf(dimensies: readonly Dimensie[], split: readonly Dimensie[]): number {
  return dimensies.reduce((mask, dimensie) => mask * 2 + (split.includes(dimensie) ? 0 : 1), 0);
}
