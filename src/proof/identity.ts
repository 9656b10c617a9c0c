// SPDX-License-Identifier: EUPL-1.2
import type { UitlegSleutel } from '../text/index.ts';
import { add, divide, type Interval, intersect, meets, multiply, point, scale } from './interval.ts';
import type { PrintedCell } from './printed.ts';

/** Classes of contradictions between numbers. */
export type RekenRegel = 'som' | 'percentage' | 'dubbel' | 'samenvoeging' | 'grens' | 'gemiddelde';

/** How far a finding may be trusted: the definition says so, the rest of the document says so, or it is likely at best. */
export type Zekerheid = 'zeker' | 'waarschijnlijk' | 'mogelijk';

/** One product of cells and its factor. */
export interface Term {
  readonly factor: number;
  readonly cells: readonly PrintedCell[];
}

/**
 * Something that must hold between printed numbers: the sum of factor × product of cells lies in `target`.
 * Every check on numbers has this form, so that one piece of code can tell whether a rounded print can be true and what a cell should be.
 */
export interface Identity {
  readonly regel: RekenRegel;
  /** The sentence that explains it. */
  readonly uitleg: UitlegSleutel;
  /** The calculation with the numbers as printed: `249 + 19 + 54 = 322 ≠ 410`. */
  readonly berekening: string;
  readonly zekerheid: Zekerheid;
  readonly terms: readonly Term[];
  readonly target: Interval;
  /** The number that should follow from the others: the first place to look. */
  readonly afgeleid: PrintedCell;
}

/** Other values for some cells: a repair that is being tried. */
export type Changes = ReadonlyMap<PrintedCell, Interval>;
const NONE: Changes = new Map();

/** Every cell that takes part, once. */
export function cellsOf({ terms }: Identity): PrintedCell[] {
  return [...new Set(terms.flatMap(({ cells }) => cells))];
}

/** Whether exact values exist that are printed like this and satisfy the identity. Never false for something that can be true. */
export function holds(identity: Identity, changes: Changes = NONE): boolean {
  return meets(total(identity.terms, changes), identity.target);
}

/** The values of one cell for which the identity can hold; undefined when the cell cannot mend it. */
export function solve(identity: Identity, cell: PrintedCell, changes: Changes = NONE): Interval | undefined {
  const inside = identity.terms.filter(({ cells }) => cells.includes(cell));
  const outside = identity.terms.filter(({ cells }) => !cells.includes(cell));
  const coefficient = total(
    inside.map(({ factor, cells }) => ({ factor, cells: cells.filter((other) => other !== cell) })),
    changes,
  );
  const rest = add(identity.target, scale(total(outside, changes), -1));
  return divide(rest, coefficient);
}

function total(terms: readonly Term[], changes: Changes): Interval {
  return terms
    .map(({ factor, cells }) =>
      scale(
        cells.reduce((product, cell) => multiply(product, changes.get(cell) ?? cell.bereik), point(1)),
        factor,
      ),
    )
    .reduce(add, point(0));
}

/** Printed values (of as many decimals as the cell has) that satisfy all these identities; undefined when there are none. */
export function repairValues(
  cell: PrintedCell,
  identities: readonly Identity[],
  changes: Changes = NONE,
): Interval | undefined {
  let allowed: Interval | undefined = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  for (const identity of identities) {
    const solved = solve(identity, cell, changes);
    allowed = solved && allowed && intersect(allowed, solved);
    if (!allowed) return undefined;
  }
  return printable(cell, allowed);
}

/** Shrinks an interval to the values that can be printed: those whose rounding interval touches it. */
function printable(cell: PrintedCell, allowed: Interval): Interval | undefined {
  const unit = 10 ** -cell.decimalen;
  const slack = cell.waarde - cell.bereik.low + 1e-7 * unit;
  const low = Math.ceil((allowed.low - slack) / unit) * unit;
  const high = Math.floor((allowed.high + slack) / unit) * unit;
  return low <= high + unit * 1e-6 ? { low, high } : undefined;
}
