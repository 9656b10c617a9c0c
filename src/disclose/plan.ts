// SPDX-License-Identifier: EUPL-1.2

import type { Inzet, Solved } from './part.ts';
import { solvePart, TOT_HET_OPTIMUM } from './part.ts';
import { unsafeCells } from './room.ts';
import type { LinearRow, Solver } from './solver.ts';
import type { Stelsel } from './stelsel.ts';
import { splitStelsel } from './stelsel.ts';

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
 * The cheapest pattern that protects every hidden cell. Relations that only bound on one side (a total is at most the sum of its overlapping
 * parts) rarely matter, so they join the plan when the proof needs them; the proof always uses everything.
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
  for (;;) {
    const plan = planActive(stelsel, active, done, solver, inzet);
    if (plan.onbeschermd.length > 0) return plan;
    const short = unsafeCells(stelsel, plan.hidden, solver);
    if (short.length === 0) return plan;
    if (!activate(stelsel, active, short)) return { ...plan, onbeschermd: short };
  }
}

/** Adds the relations around the cells that are short: those nearest to them that do not take part yet. */
function activate(stelsel: Stelsel, active: Set<number>, short: readonly number[]): boolean {
  const before = active.size;
  const near = new Set(short);
  for (let reached = 0; reached < near.size && active.size === before; ) {
    reached = near.size;
    const touching = stelsel.relations.flatMap(({ columns }, index) =>
      columns.some((cell) => near.has(cell)) ? [index] : [],
    );
    for (const index of touching) active.add(index);
    for (const index of touching) for (const cell of stelsel.relations[index]?.columns ?? []) near.add(cell);
  }
  return active.size > before;
}

/** Parts that were planned before, by what they consist of: a system that differs in one part needs a new plan for that part only. */
export type PlannedParts = Map<string, Solved>;

function planActive(
  stelsel: Stelsel,
  active: ReadonlySet<number>,
  done: PlannedParts,
  solver: Solver,
  inzet: Inzet,
): Plan {
  const hidden = stelsel.cells.map(({ keuze }) => keuze === 'verborgen');
  const numbers = [...active].sort((a, b) => a - b);
  const relations = numbers.flatMap((index) => stelsel.relations[index] ?? []);
  const moves = (index: number) => {
    const cell = stelsel.cells[index];
    return cell !== undefined && (cell.keuze !== 'getoond' || cell.shownDown + cell.shownUp > 0);
  };
  const onbeschermd: number[] = [];
  let cost = 0;
  let bound = 0;
  for (const part of splitStelsel(stelsel.cells.length, relations, moves)) {
    if (!part.cells.some((cell) => stelsel.cells[cell]?.keuze === 'verborgen')) continue;
    const cells = part.cells.flatMap((cell) => stelsel.cells[cell] ?? []);
    const rows = localRows(
      part.cells,
      part.relations.flatMap((row) => relations[row] ?? []),
    );
    const name = JSON.stringify([cells, rows]);
    const plan = done.get(name) ?? solvePart(cells, rows, solver, inzet);
    done.set(name, plan);
    part.cells.forEach((cell, index) => {
      if (plan.hidden[index]) hidden[cell] = true;
    });
    onbeschermd.push(...plan.onbeschermd.flatMap((index) => part.cells[index] ?? []));
    cost += plan.cost;
    bound += plan.bound;
  }
  return { hidden, cost, bound, onbeschermd };
}

/** Relations over the cells of a part, by their place in it. */
function localRows(part: readonly number[], relations: readonly LinearRow[]): readonly LinearRow[] {
  const local = new Map(part.map((cell, index) => [cell, index]));
  return relations.map((relation) => {
    const kept = relation.columns.flatMap((cell, at) => {
      const column = local.get(cell);
      return column === undefined ? [] : [{ column, value: relation.values[at] ?? 0 }];
    });
    return { ...relation, columns: kept.map(({ column }) => column), values: kept.map(({ value }) => value) };
  });
}
