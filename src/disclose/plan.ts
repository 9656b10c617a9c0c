// SPDX-License-Identifier: EUPL-1.2

import type { Cut } from './capacity-cut.ts';
import { Separator } from './capacity-cut.ts';
import type { Room } from './room.ts';
import { roomOfHidden } from './room.ts';
import type { LinearRow, Solver } from './solver.ts';
import type { PlanCell, Stelsel } from './stelsel.ts';
import { splitStelsel } from './stelsel.ts';

/** Which cells to hide, what that costs, and how far from the optimum it can be. */
export interface Plan {
  readonly hidden: readonly boolean[];
  /** Sum of the weights of the cells that the planner chose to hide. */
  readonly cost: number;
  /** Proved: no safe plan costs less. */
  readonly bound: number;
  /** Room of every hidden cell, from the final proof. */
  readonly rooms: ReadonlyMap<number, Room>;
  /** Cells that no choice protects (because others must stay shown). */
  readonly onbeschermd: readonly number[];
}

const SHORT = 1e-6;

/**
 * The cheapest pattern that protects every hidden cell. Relations that only bound on one side (a total is at most the sum of its overlapping
 * parts) rarely matter, so they join the plan when the proof needs them; the proof always uses everything.
 */
export function planStelsel(stelsel: Stelsel, solver: Solver): Plan {
  const active = new Set<number>();
  stelsel.relations.forEach(({ lower, upper }, index) => {
    if (Number.isFinite(lower) && Number.isFinite(upper)) active.add(index);
  });
  const done = new Map<string, PartPlan>();
  for (;;) {
    const plan = planActive(stelsel, active, done, solver);
    const rooms = roomOfHidden(stelsel, plan.hidden, solver);
    const onbeschermd = new Set(plan.onbeschermd);
    const short = stelsel.cells.flatMap((cell, index) =>
      plan.hidden[index] && !onbeschermd.has(index) && !suffices(cell, rooms.get(index)) ? [index] : [],
    );
    if (short.length === 0) return { ...plan, rooms };
    if (!activate(stelsel, active, new Set(short)))
      throw new Error('the proof refuses what the plan accepts');
  }
}

/** The room is at least what the cell needs. */
export function suffices(cell: PlanCell, room: Room | undefined): boolean {
  if (room === undefined) return false;
  const slack = 1 - 10 * SHORT;
  return (
    room.down >= cell.needDown * slack &&
    room.up >= cell.needUp * slack &&
    room.down + room.up >= cell.needWidth * slack
  );
}

function activate(stelsel: Stelsel, active: Set<number>, short: ReadonlySet<number>): boolean {
  const before = active.size;
  stelsel.relations.forEach(({ columns }, index) => {
    if (columns.some((cell) => short.has(cell))) active.add(index);
  });
  if (active.size === before) for (const index of stelsel.relations.keys()) active.add(index);
  return active.size > before;
}

interface PartPlan {
  readonly hidden: readonly number[];
  readonly cost: number;
  readonly bound: number;
  readonly onbeschermd: readonly number[];
}

function planActive(
  stelsel: Stelsel,
  active: ReadonlySet<number>,
  done: Map<string, PartPlan>,
  solver: Solver,
): Omit<Plan, 'rooms'> {
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
    const name = `${part.cells[0]}/${part.cells.length}/${part.relations.length}`;
    const plan =
      done.get(name) ??
      planPart(
        stelsel,
        part.cells,
        part.relations.flatMap((row) => relations[row] ?? []),
        solver,
      );
    done.set(name, plan);
    for (const cell of plan.hidden) hidden[cell] = true;
    onbeschermd.push(...plan.onbeschermd);
    cost += plan.cost;
    bound += plan.bound;
  }
  return { hidden, cost, bound, onbeschermd };
}

function planPart(
  stelsel: Stelsel,
  part: readonly number[],
  relations: readonly LinearRow[],
  solver: Solver,
): PartPlan {
  const cells = part.flatMap((cell) => stelsel.cells[cell] ?? []);
  const local = new Map(part.map((cell, index) => [cell, index]));
  const rows = relations.map((relation) => {
    const kept = relation.columns.flatMap((cell, at) => {
      const column = local.get(cell);
      return column === undefined ? [] : [{ column, value: relation.values[at] ?? 0 }];
    });
    return { ...relation, columns: kept.map(({ column }) => column), values: kept.map(({ value }) => value) };
  });
  const solved = solvePart(cells, rows, solver);
  return {
    ...solved,
    hidden: solved.hidden.flatMap((is, index) => (is ? (part[index] ?? []) : [])),
    onbeschermd: solved.onbeschermd.flatMap((index) => part[index] ?? []),
  };
}

interface Solved {
  readonly hidden: readonly boolean[];
  readonly cost: number;
  readonly bound: number;
  readonly onbeschermd: readonly number[];
}

function solvePart(cells: readonly PlanCell[], rows: readonly LinearRow[], solver: Solver): Solved {
  const separator = new Separator(cells, rows, solver);
  const cuts: Cut[] = [];
  const given = new Set<number>();
  let x = cells.map(({ keuze }): number => (keuze === 'verborgen' ? 1 : 0));
  let bound = 0;
  const order = cells.map((_, index) => index);
  try {
    for (;;) {
      const found = separator.separate(
        x,
        order.filter((index) => !given.has(index)),
      );
      if (found.length === 0) break;
      cuts.push(...found);
      const solved = cover(cells, cuts, solver);
      if (solved === undefined) {
        const hopeless = found.find((cut) => !holdsWithEverything(cells, cut));
        if (hopeless === undefined) throw new Error('cuts contradict each other');
        given.add(hopeless.cell);
        cuts.splice(0, cuts.length, ...cuts.filter((cut) => cut.cell !== hopeless.cell));
        continue;
      }
      x = solved.x;
      bound = solved.bound;
    }
  } finally {
    separator.close();
  }
  const hidden = x.map((share) => share > 0.5);
  const cost = cells.reduce(
    (sum, cell, index) => sum + (hidden[index] && cell.keuze === 'vrij' ? cell.gewicht : 0),
    0,
  );
  return { hidden, cost, bound, onbeschermd: [...given] };
}

function holdsWithEverything(cells: readonly PlanCell[], cut: Cut): boolean {
  const most = cut.cells.reduce((sum, cell, at) => {
    const keuze = cells[cell]?.keuze;
    const coefficient = cut.coefficients[at] ?? 0;
    return sum + (keuze === 'verborgen' ? coefficient : keuze === 'vrij' ? Math.max(0, coefficient) : 0);
  }, 0);
  return most >= cut.rhs - SHORT;
}

interface Cover {
  readonly x: number[];
  readonly bound: number;
}

/** The cheapest 0/1 choice that satisfies all cuts; undefined when there is none. */
function cover(cells: readonly PlanCell[], cuts: readonly Cut[], solver: Solver): Cover | undefined {
  const free = cells.flatMap(({ keuze }, index) => (keuze === 'vrij' ? [index] : []));
  const column = new Map(free.map((cell, index) => [cell, index]));
  const rows = cuts.map((cut) => coverRow(cells, cut, column));
  if (free.length === 0) {
    const satisfied = rows.every(({ lower }) => lower <= SHORT);
    return satisfied ? { x: cells.map(({ keuze }) => (keuze === 'verborgen' ? 1 : 0)), bound: 0 } : undefined;
  }
  const program = solver.open({
    cost: free.map((cell) => cells[cell]?.gewicht ?? 0),
    lower: free.map(() => 0),
    upper: free.map(() => 1),
    rows,
    integer: true,
  });
  const optimum = program.run();
  program.close();
  if (optimum.status !== 'optimal') return undefined;
  const x = cells.map(({ keuze }, index) =>
    keuze === 'verborgen'
      ? 1
      : keuze === 'vrij'
        ? Math.round(optimum.values[column.get(index) ?? 0] ?? 0)
        : 0,
  );
  return { x, bound: optimum.bound };
}

function coverRow(cells: readonly PlanCell[], cut: Cut, column: ReadonlyMap<number, number>): LinearRow {
  const columns: number[] = [];
  const values: number[] = [];
  let rhs = cut.rhs;
  cut.cells.forEach((cell, at) => {
    const coefficient = cut.coefficients[at] ?? 0;
    const free = column.get(cell);
    if (free !== undefined) {
      columns.push(free);
      values.push(coefficient);
    } else if (cells[cell]?.keuze === 'verborgen') {
      rhs -= coefficient;
    }
  });
  const scaled = rhs > SHORT ? values.map((value) => Math.min(value, rhs) / rhs) : values;
  return { lower: rhs > SHORT ? 1 : rhs, upper: Number.POSITIVE_INFINITY, columns, values: scaled };
}
