// SPDX-License-Identifier: EUPL-1.2
import type { Cut } from './capacity-cut.ts';
import { Separator } from './capacity-cut.ts';
import { Cover } from './cover.ts';
import { RowCuts } from './row-cut.ts';
import type { LinearRow, Solver } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

/** The cheapest safe pattern of one independent part. */
export interface Solved {
  readonly hidden: readonly boolean[];
  readonly cost: number;
  readonly bound: number;
  readonly onbeschermd: readonly number[];
}

/** How hard to look; counted in work, never in time, so that a plan does not depend on the machine. */
export interface Inzet {
  /** Capacity cuts taken from one fractional pattern. */
  readonly cutsPerRound: number;
  /** Rounds on fractional patterns without a better bound, before whole patterns are tried. */
  readonly patience: number;
}

const INZET: Inzet = { cutsPerRound: 40, patience: 4 };

/**
 * Solves a part to the optimum by cutting planes: the cover of all cuts so far, first with fractions allowed, then whole; what it proposes is
 * tried against the attacker, whose answer is a new cut. Source: Fischetti and Salazar-González (2001).
 */
export function solvePart(cells: readonly PlanCell[], rows: readonly LinearRow[], solver: Solver): Solved {
  const separator = new Separator(cells, rows, solver);
  const rowCuts = new RowCuts(cells, rows);
  const cover = new Cover(cells, solver);
  const given = new Set<number>();
  const order = () => cells.flatMap((_, index) => (given.has(index) ? [] : [index]));
  let bound = 0;
  try {
    let x = cells.map(({ keuze }): number => (keuze === 'verborgen' ? 1 : 0));
    for (;;) {
      const found = [...rowCuts.violated(x, given), ...separator.separate(x, order())];
      if (found.length === 0) break;
      if (!cover.add(found)) {
        giveUp(cover, cells, found, given);
        continue;
      }
      bound = Math.max(bound, tightenCover(cover, rowCuts, separator, given, order()));
      const whole = cover.solveWhole();
      if (whole === undefined) throw new Error('no pattern satisfies the cuts');
      x = whole.x;
      bound = Math.max(bound, whole.bound);
    }
    const hidden = x.map((share) => share > 0.5);
    return { hidden, cost: costOf(cells, hidden), bound, onbeschermd: [...given].sort((a, b) => a - b) };
  } finally {
    separator.close();
    cover.close();
  }
}

export function costOf(cells: readonly PlanCell[], hidden: readonly boolean[]): number {
  return cells.reduce((sum, cell, at) => sum + (hidden[at] && cell.keuze === 'vrij' ? cell.gewicht : 0), 0);
}

/** Adds cuts that fractional covers violate, until that stops paying. Returns the proved lower bound. */
function tightenCover(
  cover: Cover,
  rowCuts: RowCuts,
  separator: Separator,
  given: ReadonlySet<number>,
  order: readonly number[],
): number {
  let best = 0;
  let waiting = 0;
  for (let round = 0; waiting < INZET.patience; round++) {
    const { x, bound } = cover.solveFractions();
    waiting = bound > best + 1e-4 * Math.max(1, best) ? 0 : waiting + 1;
    best = Math.max(best, bound);
    const quick = rowCuts.violated(x, given);
    const found =
      quick.length > 0 ? quick : separator.separate(x, rotated(order, round * 17), INZET.cutsPerRound);
    if (found.length === 0) break;
    cover.add(found);
  }
  return best;
}

function rotated(order: readonly number[], by: number): readonly number[] {
  const start = order.length === 0 ? 0 : by % order.length;
  return [...order.slice(start), ...order.slice(0, start)];
}

/** A cell that stays short even when everything that may be hidden is hidden: its demands are dropped and it is reported. */
function giveUp(cover: Cover, cells: readonly PlanCell[], cuts: readonly Cut[], given: Set<number>): void {
  for (const cut of cuts) {
    const most = cut.cells.reduce((sum, cell, at) => {
      const keuze = cells[cell]?.keuze;
      const coefficient = cut.coefficients[at] ?? 0;
      if (keuze === 'verborgen') return sum + coefficient;
      return keuze === 'vrij' ? sum + Math.max(0, coefficient) : sum;
    }, 0);
    if (most < cut.rhs - 1e-6) given.add(cut.cell);
  }
  cover.forget(given);
}
