// SPDX-License-Identifier: EUPL-1.2

import type { Cut } from './capacity-cut.ts';
import type { Inzet, Solved } from './part.ts';
import { solvePart, TOT_HET_OPTIMUM } from './part.ts';
import { unsafeCells } from './room.ts';
import type { Solver } from './solver.ts';
import type { PlanCell, Stelsel } from './stelsel.ts';
import { localRows, splitStelsel } from './stelsel.ts';
import { verradersOf } from './verraden.ts';
import { zoekPatroon } from './zoek-patroon.ts';

/** Which cells to hide, what that costs, and how far from the optimum it can be. */
export interface Plan {
  readonly hidden: readonly boolean[];
  /** Sum of the weights of the cells that the planner chose to hide. */
  readonly cost: number;
  /** Proved: no safe plan costs less. */
  readonly bound: number;
  /** Cells for which no protection was found: others must stay shown. */
  readonly onbeschermd: readonly number[];
}

/**
 * The cheapest pattern that protects every hidden cell. Relations that only bound on one side (a total is at most the sum of its overlapping parts)
 * rarely matter and tie nearly everything together, so they join the plan when the proof needs them, as long as parts stay small; the proof always
 * uses everything, and what is still short there is mended.
 */
export function planStelsel(
  stelsel: Stelsel,
  solver: Solver,
  inzet: Inzet = TOT_HET_OPTIMUM,
  done: PlannedParts = new Map(),
): Plan {
  const active = new Set<number>();
  stelsel.relations.forEach(({ lower, upper }, index) => {
    if (Number.isFinite(lower) && Number.isFinite(upper)) active.add(index);
  });
  const cuts: Cut[] = [];
  let plan = planActive(stelsel, active, done, solver, inzet, cuts);
  for (;;) {
    if (plan.onbeschermd.length > 0) return plan;
    const short = unsafeCells(stelsel, plan.hidden, solver);
    if (short.length === 0) return plan;
    plan = activate(stelsel, active, verradersOf(stelsel, plan.hidden, short, solver), inzet.joined)
      ? planActive(stelsel, active, done, solver, inzet, cuts)
      : mended(stelsel, plan, short, solver);
  }
}

/**
 * Adds the relations that leave these cells short, unless they would join parts into one of more than `most` cells. False = none was added.
 */
function activate(
  { cells, relations }: Stelsel,
  active: Set<number>,
  verraders: ReadonlySet<number>,
  most: number,
): boolean {
  const before = active.size;
  const partOf: (readonly number[])[] = cells.map((_, cell) => [cell]);
  const taking = [...active].flatMap((index) => relations[index] ?? []);
  for (const part of splitStelsel(cells.length, taking, (cell) => moves(cells[cell])))
    for (const cell of part.cells) partOf[cell] = part.cells;
  for (const index of verraders) {
    if (active.has(index)) continue;
    const moving = relations[index]?.columns.filter((cell) => moves(cells[cell])) ?? [];
    const joined = [...new Set(moving.map((cell) => partOf[cell] ?? []))].flat();
    if (joined.length > most) continue;
    active.add(index);
    for (const cell of joined) partOf[cell] = joined;
  }
  return active.size > before;
}

/**
 * Hides the cheapest that gives these cells room under every relation. What is hidden stays so, because hiding more takes no room from the others.
 * Source: docs/adr/what-the-proof-finds-short-is-mended-where-parts-would-grow.md
 */
function mended({ cells, relations }: Stelsel, plan: Plan, short: readonly number[], solver: Solver): Plan {
  const open = new Set(short);
  const asked = cells.map((cell, at): PlanCell => {
    if (plan.hidden[at] !== true) return cell;
    const hidden = { ...cell, keuze: 'verborgen' } as const;
    return open.has(at) ? hidden : { ...hidden, needDown: 0, needUp: 0, needWidth: 0 };
  });
  const { x, onbeschermd } = zoekPatroon(asked, relations, solver, true);
  const fresh = asked.filter(({ keuze }, at) => keuze === 'vrij' && x[at] === 1);
  return {
    hidden: x.map((is) => is === 1),
    cost: fresh.reduce((sum, { gewicht }) => sum + gewicht, plan.cost),
    bound: plan.bound,
    onbeschermd: fresh.length === 0 ? short : onbeschermd,
  };
}

/** Parts that were planned before, by what they consist of: a system that differs in one part needs a new plan for that part only. */
export type PlannedParts = Map<string, Solved>;

function planActive(
  stelsel: Stelsel,
  active: ReadonlySet<number>,
  done: PlannedParts,
  solver: Solver,
  inzet: Inzet,
  cuts: Cut[],
): Plan {
  const hidden = stelsel.cells.map(({ keuze }) => keuze === 'verborgen');
  const numbers = [...active].sort((a, b) => a - b);
  const relations = numbers.flatMap((index) => stelsel.relations[index] ?? []);
  const onbeschermd: number[] = [];
  const known = cuts.splice(0);
  let cost = 0;
  let bound = 0;
  for (const part of splitStelsel(stelsel.cells.length, relations, (cell) => moves(stelsel.cells[cell]))) {
    if (!part.cells.some((cell) => stelsel.cells[cell]?.keuze === 'verborgen')) continue;
    const cells = part.cells.flatMap((cell) => stelsel.cells[cell] ?? []);
    const rows = localRows(
      part.cells,
      part.relations.flatMap((row) => relations[row] ?? []),
    );
    const name = JSON.stringify([cells, rows]);
    const plan = done.get(name) ?? solvePart(cells, rows, solver, inzet, localCuts(part.cells, known));
    done.set(name, plan);
    cuts.push(
      ...plan.cuts.map((cut) => ({
        ...cut,
        cells: cut.cells.map((cell) => part.cells[cell] ?? 0),
        cell: part.cells[cut.cell] ?? 0,
      })),
    );
    part.cells.forEach((cell, index) => {
      if (plan.hidden[index]) hidden[cell] = true;
    });
    onbeschermd.push(...plan.onbeschermd.flatMap((index) => part.cells[index] ?? []));
    cost += plan.cost;
    bound += plan.bound;
  }
  return { hidden, cost, bound, onbeschermd };
}

function moves(cell: PlanCell | undefined): boolean {
  return cell !== undefined && (cell.keuze !== 'getoond' || cell.shownDown + cell.shownUp > 0);
}

function localCuts(part: readonly number[], cuts: readonly Cut[]): readonly Cut[] {
  const local = new Map(part.map((cell, index) => [cell, index]));
  return cuts.flatMap((cut) => {
    const cell = local.get(cut.cell);
    return cell === undefined
      ? []
      : [{ ...cut, cell, cells: cut.cells.map((other) => local.get(other) ?? 0) }];
  });
}
