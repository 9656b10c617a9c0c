// SPDX-License-Identifier: EUPL-1.2
import { Getuigen } from './getuigen.ts';
import { lineairPatroon } from './lineair-patroon.ts';
import type { LinearRow, Solver } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

/** Surroundings in which a pattern is searched again, and how often at most; counted in work, never in time. */
const GROUP = 6;
const ROUNDS = 2;
/** Above this many cells to choose from, taking back what is not needed is all that is done. */
const SEARCHED = 150;
/** Surroundings in which new witnesses are looked for when a cell is taken back: an index of their sizes. */
const CLOSE = 1;
/** The same, for a cell that the start may have protected already. */
const FAR = 2;

/** A safe pattern for a part of any size, with the cells that no choice protects. */
export interface Patroon {
  readonly x: readonly number[];
  readonly onbeschermd: readonly number[];
}

/**
 * Starts from what equations ask, hides what is cheapest for each cell that is not safe then, takes back what is not needed, and searches again around what is left. Every hidden cell
 * keeps a witness (`getuigen.ts`), so that each step asks only about the few cells that it touches. `isMend`: equations are satisfied already, and few cells are short: no start, and no
 * searching again. Cost: about linear in the number of cells.
 */
export function zoekPatroon(
  cells: readonly PlanCell[],
  rows: readonly LinearRow[],
  solver: Solver,
  isMend = false,
): Patroon {
  const getuigen = new Getuigen(cells, rows, solver);
  const price = (cell: number): number => cells[cell]?.gewicht ?? 0;
  const onbeschermd: number[] = [];
  const start = new Set(isMend ? [] : lineairPatroon(cells, rows));
  const isStarted = start.size > 0;
  for (const cell of start) getuigen.hidden[cell] = 1;
  const isProtected = (cell: number): boolean =>
    (isStarted && getuigen.protect(cell, undefined, FAR)) || getuigen.protect(cell, price);
  for (let open = hiddenCells(getuigen); open.length > 0; open = hiddenCells(getuigen)) {
    const unsafe = open.filter((cell) => !getuigen.isSafe(cell) && !onbeschermd.includes(cell));
    if (unsafe.length === 0) break;
    for (const cell of unsafe) {
      if (isProtected(cell)) continue;
      if (start.delete(cell)) getuigen.show([cell]);
      else onbeschermd.push(cell);
    }
  }
  takeBack(getuigen, cells, getuigen.chosen());
  const rowsOf = rowsByCell(cells, rows);
  const rounds = getuigen.chosen().length <= SEARCHED && !isMend ? ROUNDS : 0;
  for (let round = 0; round < rounds; round++)
    for (const cell of getuigen.chosen())
      if (getuigen.hidden[cell] === 1)
        again(getuigen, cells, nearby(cell, getuigen, cells, rows, rowsOf), price);
  return { x: [...getuigen.hidden], onbeschermd };
}

function hiddenCells({ hidden }: Getuigen): number[] {
  return [...hidden.keys()].filter((cell) => hidden[cell] === 1);
}

/** Takes back cells, the dearest and largest first, as long as what they protected finds other witnesses. */
function takeBack(getuigen: Getuigen, cells: readonly PlanCell[], chosen: readonly number[]): void {
  const order = chosen.toSorted((a, b) => {
    const [one, other] = [cells[a] as PlanCell, cells[b] as PlanCell];
    return other.gewicht - one.gewicht || other.value - one.value || a - b;
  });
  for (const cell of order) {
    const { hurt, dropped } = getuigen.show([cell]);
    if (hurt.every((other) => getuigen.isSafe(other) || getuigen.protect(other, undefined, CLOSE))) continue;
    getuigen.hide([cell], dropped);
  }
}

/** Shows a group of chosen cells again and protects what that hurts anew; the old pattern comes back when the new one costs more. */
function again(
  getuigen: Getuigen,
  cells: readonly PlanCell[],
  group: readonly number[],
  price: (cell: number) => number,
): void {
  const before = new Set(getuigen.chosen());
  const cost = getuigen.cost();
  const { hurt, dropped } = getuigen.show(group);
  const fresh = () => getuigen.chosen().filter((cell) => !before.has(cell));
  const isWhole = protectAll(getuigen, () => [...hurt, ...group, ...fresh()], price);
  if (isWhole)
    takeBack(getuigen, cells, [...fresh(), ...group.filter((cell) => getuigen.hidden[cell] === 1)]);
  if (isWhole && getuigen.cost() <= cost + 1e-9) return;
  getuigen.hide(group, dropped);
  getuigen.show(fresh());
}

/** Protects these cells and whatever that hides on the way; false = one of them cannot be. */
function protectAll(
  getuigen: Getuigen,
  cells: () => readonly number[],
  price: (cell: number) => number,
): boolean {
  for (;;) {
    const open = cells().filter((cell) => !getuigen.isSafe(cell));
    if (open.length === 0) return true;
    if (!open.every((cell) => getuigen.isSafe(cell) || getuigen.protect(cell, price))) return false;
  }
}

function nearby(
  start: number,
  { hidden }: Getuigen,
  cells: readonly PlanCell[],
  rows: readonly LinearRow[],
  rowsOf: readonly (readonly number[])[],
): readonly number[] {
  const seen = new Set([start]);
  const queue = [start];
  const group: number[] = [];
  for (let at = 0; at < queue.length && group.length < GROUP; at++) {
    const cell = queue[at] ?? start;
    if (hidden[cell] === 1 && cells[cell]?.keuze === 'vrij') group.push(cell);
    for (const row of rowsOf[cell] ?? []) {
      for (const other of rows[row]?.columns ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        queue.push(other);
      }
    }
  }
  return group;
}

function rowsByCell(cells: readonly PlanCell[], rows: readonly LinearRow[]): readonly (readonly number[])[] {
  const rowsOf: number[][] = cells.map(() => []);
  rows.forEach(({ columns }, row) => {
    for (const cell of columns) rowsOf[cell]?.push(row);
  });
  return rowsOf;
}
