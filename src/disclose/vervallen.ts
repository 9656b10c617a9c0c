// SPDX-License-Identifier: EUPL-1.2
import type { BekendeGrens } from './buitenkennis.ts';
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
  /** What was known of it from outside. */
  readonly grens?: BekendeGrens;
}

/** An old relation; trusted when no sum shows that what it hid has changed. */
type Gewogen = OudVerband & { readonly isTrusted: boolean };

/**
 * A value for each of these numbers, of those that agree with the old relations; where they cannot all be true, as little of them as possible is given up, and first of those that
 * are not trusted. Which of the values that agree it is does not matter: what can be known of a number is the same seen from each of them.
 */
export function aanvulling(
  vervallen: ReadonlyMap<string, Vervallen>,
  oud: readonly Gewogen[],
  solver: Solver,
): ReadonlyMap<string, number> {
  const keys = [...vervallen.keys()].sort();
  const position = new Map(keys.map((key, at) => [key, at]));
  const size = (at: number) => eenheid(vervallen.get(keys[at] ?? '')?.plaats);
  const rows = oud.flatMap(({ termen, bekend, down, up, toen, unit, isTrusted }): Rij[] => {
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
        cost: isTrusted ? TRUSTED : 1,
      },
    ];
  });
  const bounds = keys.map((key) => grenzenVan(vervallen.get(key)));
  const values = new Map<string, number>();
  for (const { cells, relations } of splitStelsel(keys.length, rows, () => true)) {
    const local = new Map(cells.map((cell, at) => [cell, at]));
    const own = relations.flatMap((row) => rows[row] ?? []);
    const found = nearest(
      cells.map((cell) => bounds[cell] ?? { low: 0, high: 0 }),
      own.map((row) => ({ ...row, columns: row.columns.map((cell) => local.get(cell) ?? 0) })),
      solver,
    );
    cells.forEach((cell, at) => {
      values.set(keys[cell] ?? '', (found[at] ?? 0) * size(cell));
    });
  }
  return values;
}

/** How much more it costs to give up a relation that is trusted. */
const TRUSTED = 1000;

interface Rij extends LinearRow {
  readonly cost: number;
}

/** Smallest and largest value, in units of the planner. */
function grenzenVan(number: Vervallen | undefined): BekendeGrens {
  const least = number?.plaats.grootheid.negatief === true ? Number.NEGATIVE_INFINITY : 0;
  const unit = eenheid(number?.plaats);
  return {
    low: Math.max(number?.nietNul === true ? 1 : least, (number?.grens?.low ?? least) / unit),
    high: (number?.grens?.high ?? Number.POSITIVE_INFINITY) / unit,
  };
}

/** Values within their bounds that break the rows as little as possible. */
function nearest(bounds: readonly BekendeGrens[], rows: readonly Rij[], solver: Solver): Float64Array {
  const count = bounds.length;
  const gaps = rows.flatMap(({ cost }) => [cost, cost]);
  const program = solver.open({
    cost: [...bounds.map(() => 0), ...gaps],
    lower: [...bounds.map(({ low }) => low), ...gaps.map(() => 0)],
    upper: [...bounds.map(({ high }) => high), ...gaps.map(() => Number.POSITIVE_INFINITY)],
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
