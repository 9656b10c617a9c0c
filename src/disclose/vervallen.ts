// SPDX-License-Identifier: EUPL-1.2
import type { Plaats } from './getallen.ts';
import type { OudVerband } from './oud-verband.ts';
import { eenheid } from './release-stelsel.ts';
import type { LinearRow, Solver } from './solver.ts';
import { splitStelsel } from './stelsel.ts';

/** A number that earlier releases hid and this one has no row of. */
export interface Vervallen {
  readonly plaats: Plaats;
  /** Hidden in a row of its own where zeros are shown: not 0. */
  readonly nietNul: boolean;
}

/**
 * A value for each of these numbers, of those that agree with the old relations; where they cannot all be true, as little of them as possible is given up. Nothing
 * depends on which values: what can be known of a number is the same seen from each of them.
 */
export function aanvulling(
  vervallen: ReadonlyMap<string, Vervallen>,
  oud: readonly OudVerband[],
  solver: Solver,
): ReadonlyMap<string, number> {
  const keys = [...vervallen.keys()].sort();
  const position = new Map(keys.map((key, at) => [key, at]));
  const size = (at: number) => eenheid(vervallen.get(keys[at] ?? '')?.plaats);
  const rows = oud.flatMap(({ termen, bekend, down, up, toen, unit }): LinearRow[] => {
    const open = termen.flatMap(([key, factor]) => {
      const at = position.get(key);
      return at === undefined ? [] : [{ at, value: (factor * size(at)) / unit }];
    });
    if (open.length === 0) return [];
    return [
      {
        lower: (toen[0] - bekend - up) / unit,
        upper: (toen[1] - bekend + down) / unit,
        columns: open.map(({ at }) => at),
        values: open.map(({ value }) => value),
      },
    ];
  });
  const least = keys.map((key) => minste(vervallen.get(key)));
  const values = new Map<string, number>();
  for (const { cells, relations } of splitStelsel(keys.length, rows, () => true)) {
    const local = new Map(cells.map((cell, at) => [cell, at]));
    const own = relations.flatMap((row) => rows[row] ?? []);
    const found = nearest(
      cells.map((cell) => least[cell] ?? 0),
      own.map((row) => ({ ...row, columns: row.columns.map((cell) => local.get(cell) ?? 0) })),
      solver,
    );
    cells.forEach((cell, at) => {
      values.set(keys[cell] ?? '', (found[at] ?? 0) * size(cell));
    });
  }
  return values;
}

function minste(number: Vervallen | undefined): number {
  if (number?.plaats.grootheid.negatief === true) return Number.NEGATIVE_INFINITY;
  return number?.nietNul === true ? 1 : 0;
}

/** Values, none below its least, that break the rows as little as possible. */
function nearest(least: readonly number[], rows: readonly LinearRow[], solver: Solver): Float64Array {
  const count = least.length;
  const gaps = rows.flatMap(() => [0, 0]);
  const program = solver.open({
    cost: [...least.map(() => 0), ...gaps.map(() => 1)],
    lower: [...least, ...gaps],
    upper: [...least, ...gaps].map(() => Number.POSITIVE_INFINITY),
    rows: rows.map((row, at) => ({
      ...row,
      columns: [...row.columns, count + 2 * at, count + 2 * at + 1],
      values: [...row.values, 1, -1],
    })),
  });
  const { values } = program.run();
  program.close();
  return values;
}
