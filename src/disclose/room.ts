// SPDX-License-Identifier: EUPL-1.2
import type { LinearProgram, LinearRow, OpenProgram, Optimum, Solver } from './solver.ts';
import type { PlanCell, Stelsel } from './stelsel.ts';
import { splitStelsel } from './stelsel.ts';

/** How far each cell can move from its true value, given what is hidden. Unit: that of the cells. */
export interface Room {
  readonly down: number;
  readonly up: number;
}

const TOLERANCE = 1e-6;

/**
 * The exact room of every hidden cell that is asked for, on parts made as small as possible by leaving out relations that cannot bind. What is left of a large part without its
 * one-sided relations falls apart: a cell of each of these smaller parts is moved at once, and has its room when it goes as far as it does there. What does not gets two programs of its own.
 */
export function roomOfHidden(
  stelsel: Stelsel,
  hidden: readonly boolean[],
  solver: Solver,
  asked: (cell: number) => boolean = () => true,
): ReadonlyMap<number, Room> {
  const box = boxes(stelsel, hidden);
  const relations = tighten(stelsel.relations, box);
  const rooms = new Map<number, Room>();
  hidden.forEach((isHidden, cell) => {
    if (isHidden && (box.up[cell] ?? 0) + (box.down[cell] ?? 0) <= TOLERANCE)
      rooms.set(cell, { down: 0, up: 0 });
  });
  for (const [cell, room] of roomsIn(relations, box, (cell) => hidden[cell] === true && asked(cell), solver)
    .rooms)
    rooms.set(cell, room);
  return rooms;
}

/** Rooms of the cells that are asked for, and the parts these are in. */
function roomsIn(
  relations: readonly LinearRow[],
  box: Box,
  asked: (cell: number) => boolean,
  solver: Solver,
): { readonly rooms: Map<number, Room>; readonly groups: readonly (readonly number[])[] } {
  const moves = (cell: number) => (box.up[cell] ?? 0) + (box.down[cell] ?? 0) > TOLERANCE;
  const rooms = new Map<number, Room>();
  const groups: (readonly number[])[] = [];
  for (const part of splitStelsel(box.up.length, relations, moves)) {
    const wanted = part.cells.filter(asked);
    if (wanted.length === 0) continue;
    groups.push(wanted);
    if (part.relations.length === 0) {
      for (const cell of wanted) rooms.set(cell, { down: box.down[cell] ?? 0, up: box.up[cell] ?? 0 });
      continue;
    }
    const rows = relationsOf(part.relations, relations);
    const equations = rows.filter(({ lower, upper }) => Number.isFinite(lower) && Number.isFinite(upper));
    const among = new Set(wanted);
    const outer =
      equations.length === rows.length
        ? undefined
        : roomsIn(equations, box, (cell) => among.has(cell), solver);
    const local = new Map(part.cells.map((cell, index) => [cell, index]));
    const program = solver.open(localProgram(part.cells, rows, local, box));
    const [down, up] = ([1, -1] as const).map((cost) => {
      const side = cost > 0 ? 'down' : 'up';
      const known =
        outer === undefined ? new Map<number, number>() : reached(program, part.cells, local, outer, side);
      return wanted.map((cell) => known.get(cell) ?? extreme(program, local.get(cell) ?? 0, cost));
    });
    wanted.forEach((cell, at) => {
      rooms.set(cell, { down: down?.[at] ?? 0, up: up?.[at] ?? 0 });
    });
    program.close();
  }
  return { rooms, groups };
}

/** Cells that go as far to one side as they do in smaller parts, found by moving one of each such part at a time. */
function reached(
  program: OpenProgram,
  cells: readonly number[],
  local: ReadonlyMap<number, number>,
  {
    rooms,
    groups,
  }: { readonly rooms: ReadonlyMap<number, Room>; readonly groups: readonly (readonly number[])[] },
  side: 'down' | 'up',
): Map<number, number> {
  const sign = side === 'down' ? -1 : 1;
  const found = new Map<number, number>();
  const most = (cell: number) => rooms.get(cell)?.[side] ?? Number.POSITIVE_INFINITY;
  const open = groups.map((group) => group.filter((cell) => Number.isFinite(most(cell))));
  for (;;) {
    const chosen = open.flatMap((group) => {
      for (let cell = group.pop(); cell !== undefined; cell = group.pop())
        if (!found.has(cell)) return [cell];
      return [];
    });
    if (chosen.length === 0) return found;
    for (const cell of chosen) program.setCost(local.get(cell) ?? 0, -sign / Math.max(1, most(cell)));
    const { status, values } = program.run();
    if (status === 'optimal')
      values.forEach((value, at) => {
        const cell = cells[at] ?? -1;
        const outer = most(cell);
        if (sign * value >= outer - TOLERANCE) found.set(cell, outer);
      });
    for (const cell of chosen) program.setCost(local.get(cell) ?? 0, 0);
  }
}

/** Hidden cells whose room is less than they need, with every relation used. */
export function unsafeCells(
  stelsel: Stelsel,
  hidden: readonly boolean[],
  solver: Solver,
  asked: (cell: number) => boolean = () => true,
): readonly number[] {
  const box = boxes(stelsel, hidden);
  const relations = tighten(stelsel.relations, box);
  const moves = (cell: number) => (box.up[cell] ?? 0) + (box.down[cell] ?? 0) > TOLERANCE;
  const needs = (cell: number) =>
    hidden[cell] === true && asked(cell) && needOf(stelsel.cells[cell] as PlanCell) > 0;
  const unsafe = stelsel.cells.flatMap((_, cell) => (needs(cell) && !moves(cell) ? [cell] : []));
  for (const part of splitStelsel(stelsel.cells.length, relations, moves)) {
    if (!part.cells.some(needs)) continue;
    const local = new Map(part.cells.map((cell, index) => [cell, index]));
    const program = localProgram(part.cells, relationsOf(part.relations, relations), local, box);
    const cells = part.cells.map((cell) => stelsel.cells[cell] as PlanCell);
    const wanted = cells.flatMap((_, at) => (needs(part.cells[at] ?? -1) ? [at] : []));
    unsafe.push(...unsafeColumns(cells, wanted, program, solver).flatMap((at) => part.cells[at] ?? []));
  }
  return unsafe.sort((a, b) => a - b);
}

/** Programs that move many cells at once; what several in a row do not help gets one of its own. */
const TURNS = 16;
const PATIENCE = 3;

/**
 * Those of `wanted` that the program does not let move far enough. What one run finds out is a witness for every cell that moves in it, so most are settled
 * by a few runs that move all that are still open at once, no further than needed, in directions that differ from run to run.
 */
function unsafeColumns(
  cells: readonly PlanCell[],
  wanted: readonly number[],
  program: LinearProgram,
  solver: Solver,
): readonly number[] {
  const down = new Float64Array(cells.length);
  const up = new Float64Array(cells.length);
  const room = (at: number): Room => ({ down: down[at] ?? 0, up: up[at] ?? 0 });
  const isShort = (at: number) => !suffices(cells[at] as PlanCell, room(at));
  const look = (opened: OpenProgram): Optimum['status'] => {
    const { status, values } = opened.run();
    if (status === 'limit') return status;
    values.forEach((value, at) => {
      if (-value > (down[at] ?? 0)) down[at] = -value;
      if (value > (up[at] ?? 0)) up[at] = value;
    });
    return status;
  };
  let open = wanted;
  const enough = (at: number, bound = 0) => Math.min(bound, needOf(cells[at] as PlanCell) || bound);
  const together = solver.open({
    ...program,
    lower: cells.map((_, at) => -enough(at, -(program.lower[at] ?? 0))),
    upper: cells.map((_, at) => enough(at, program.upper[at])),
  });
  for (let turn = 0, idle = 0; turn < TURNS && idle < PATIENCE && open.length > 0; turn++) {
    for (const at of open) {
      const cell = cells[at] as PlanCell;
      together.setCost(at, -direction(cell, room(at), at, turn) / needOf(cell));
    }
    look(together);
    for (const at of open) together.setCost(at, 0);
    const left = open.filter(isShort);
    idle = left.length < open.length ? 0 : idle + 1;
    open = left;
  }
  together.close();
  if (open.length === 0) return [];
  const single = solver.open(program);
  for (const at of open) {
    for (const cost of [-1, 1]) {
      if (!isShort(at)) break;
      single.setCost(at, cost);
      if (look(single) === 'unbounded') (cost < 0 ? up : down)[at] = Number.POSITIVE_INFINITY;
      single.setCost(at, 0);
    }
  }
  single.close();
  return open.filter(isShort);
}

/** Which way a cell is moved in this turn: what it lacks, or up, down, and then by the digits of its number, so that any two go opposite ways some time. */
function direction(cell: PlanCell, { down, up }: Room, at: number, turn: number): 1 | -1 {
  const lacksUp = up < cell.needUp;
  if (down < cell.needDown !== lacksUp) return lacksUp ? 1 : -1;
  if (turn < 2) return turn === 0 ? 1 : -1;
  return ((at >> (turn - 2)) & 1) === 0 ? 1 : -1;
}

/** The farthest that a cell is asked to move to any side; 0 = nothing is asked of it. */
function needOf({ needDown, needUp, needWidth }: PlanCell): number {
  return Math.max(needDown, needUp, needWidth);
}

const SHORT = 1e-6;

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

interface Box {
  readonly down: Float64Array;
  readonly up: Float64Array;
}

/** Room of each cell on its own, before any relation is used. */
export function boxes(stelsel: Stelsel, hidden: readonly boolean[]): Box {
  return {
    down: Float64Array.from(stelsel.cells, (cell, index) => (hidden[index] ? cell.down : cell.shownDown)),
    up: Float64Array.from(stelsel.cells, (cell, index) => (hidden[index] ? cell.up : cell.shownUp)),
  };
}

/**
 * Uses relations with one moving cell as bounds (in place, in `box`), and returns the relations that can still bind. Leaves out cells that
 * cannot move. Repeats until nothing changes.
 */
function tighten(relations: readonly LinearRow[], box: Box): readonly LinearRow[] {
  let current = relations;
  for (;;) {
    const left: LinearRow[] = [];
    let changed = false;
    for (const relation of current) {
      const kept = relation.columns
        .map((cell, index) => ({ cell, value: relation.values[index] ?? 0 }))
        .filter(({ cell }) => (box.down[cell] ?? 0) + (box.up[cell] ?? 0) > TOLERANCE);
      if (kept.length === 0) continue;
      const [only] = kept;
      if (kept.length === 1 && only !== undefined) {
        changed = bound(box, only.cell, only.value, relation) || changed;
        continue;
      }
      const [least, most] = range(kept, box);
      if (least >= relation.lower - TOLERANCE && most <= relation.upper + TOLERANCE) continue;
      left.push({
        ...relation,
        columns: kept.map(({ cell }) => cell),
        values: kept.map(({ value }) => value),
      });
    }
    current = left;
    if (!changed) return current;
  }
}

function bound(box: Box, cell: number, value: number, { lower, upper }: LinearRow): boolean {
  const [low, high] = value > 0 ? [lower / value, upper / value] : [upper / value, lower / value];
  const down = Math.max(0, Math.min(box.down[cell] ?? 0, -low));
  const up = Math.max(0, Math.min(box.up[cell] ?? 0, high));
  const changed = down < (box.down[cell] ?? 0) || up < (box.up[cell] ?? 0);
  box.down[cell] = down;
  box.up[cell] = up;
  return changed;
}

function range(terms: readonly { cell: number; value: number }[], box: Box): readonly [number, number] {
  let least = 0;
  let most = 0;
  for (const { cell, value } of terms) {
    const [down, up] = [box.down[cell] ?? 0, box.up[cell] ?? 0];
    least -= value > 0 ? value * down : -value * up;
    most += value > 0 ? value * up : -value * down;
  }
  return [least, most];
}

function relationsOf(indices: readonly number[], relations: readonly LinearRow[]): readonly LinearRow[] {
  return indices.flatMap((index) => relations[index] ?? []);
}

function localProgram(
  cells: readonly number[],
  relations: readonly LinearRow[],
  local: ReadonlyMap<number, number>,
  box: Box,
): LinearProgram {
  return {
    cost: cells.map(() => 0),
    lower: cells.map((cell) => -(box.down[cell] ?? 0)),
    upper: cells.map((cell) => box.up[cell] ?? 0),
    rows: relations.map((relation) => ({
      ...relation,
      columns: relation.columns.map((cell) => local.get(cell) ?? 0),
    })),
  };
}

function extreme(program: OpenProgram, column: number, cost: 1 | -1): number {
  program.setCost(column, cost);
  const { status, objective } = program.run();
  program.setCost(column, 0);
  if (status === 'unbounded') return Number.POSITIVE_INFINITY;
  if (status !== 'optimal') throw new Error(`the room of a cell cannot be computed: ${status}`);
  return Math.max(0, -objective);
}
