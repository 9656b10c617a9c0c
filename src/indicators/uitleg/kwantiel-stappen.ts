// SPDX-License-Identifier: EUPL-1.2
import type { UitlegStap } from './stap.ts';

/**
 * The median or ninetieth percentile of whole numbers, found by counting places: the first in order of which at least that share of all stands at or before it.
 * `sql` selects them as `dagen`; `tables` is the `WITH` that it needs.
 */
export function kwantielStappen(tables: string, sql: string, berekening: string): readonly UitlegStap[] {
  const percent = berekening === 'p90' ? 90 : 50;
  const placed = `(SELECT dagen, row_number() OVER (ORDER BY dagen) AS plaats, count(*) OVER () AS alle FROM (${sql}))`;
  return [
    {
      id: 'plaats',
      tekst: `in order of days, the place that ${percent} % of them do not pass`,
      sql: `${tables} SELECT count(*) AS alle, (count(*) * ${percent} + 99) // 100 AS plaats FROM (${sql})`,
    },
    {
      id: berekening,
      tekst: 'the days of the one in that place',
      sql: `${tables} SELECT dagen AS waarde FROM ${placed} WHERE plaats * 100 >= alle * ${percent} ORDER BY plaats LIMIT 1`,
    },
  ];
}
