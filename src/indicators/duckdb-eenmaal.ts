// SPDX-License-Identifier: EUPL-1.2
import { foldAll, type Kolom, selected } from './duckdb-woord.ts';
import type { SourceQuery } from './figure-bundle.ts';

/** How many rows meet a condition. A sum, because a filter on each of many counts costs more than all else in a fold. */
export function countIf(condition: string): string {
  return `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END::DOUBLE)`;
}

/**
 * Rows that count once per cell for each combination of `what`. Most are alone with theirs in place and period, so in every cell too (`enkel`), and add up;
 * only the others must be told apart again in each cell.
 */
export function onceTable(name: string, what: readonly string[], select: string): string {
  return `${name} AS MATERIALIZED (
  SELECT *, count(*) OVER (PARTITION BY plek, periode, ${what.join(', ')}) = 1 AS enkel FROM (${select}))`;
}

/** The selects that count the rows of a `onceTable`; the measures are of rows. */
export function onceBranches(
  query: SourceQuery,
  from: string,
  what: readonly string[],
  kolommen: readonly Kolom[],
): readonly string[] {
  return [
    foldAll(query, kolommen, `(SELECT * FROM ${from} WHERE enkel)`),
    ...query.splits.map((split, index) => {
      const cell = ['plek', 'periode', ...split].join(', ');
      return `SELECT ${index} AS split, ${cell}${selected(kolommen)}
FROM (SELECT DISTINCT ${[cell, ...what].join(', ')} FROM ${from} WHERE NOT enkel) GROUP BY ${cell}`;
    }),
  ];
}
