// SPDX-License-Identifier: EUPL-1.2
import { Getuigen } from './getuigen.ts';
import { unsafeCells } from './room.ts';
import type { Solver } from './solver.ts';
import type { PlanCell, Stelsel } from './stelsel.ts';
import { splitStelsel } from './stelsel.ts';

/** Whether cells can be protected at all. */
export interface Haalbaarheid {
  /** Those that no choice protects. Empty = hiding everything that may be hidden is safe for all. */
  readonly onbeschermd: readonly number[];
  /** The same system, with cells that could never be hidden safely shown for sure. */
  readonly stelsel: Stelsel;
}

/**
 * Tries the pattern that hides all it may: what is not protected in it is protected in none, because hiding more never takes room away. A cell that
 * nobody must hide and that would not be safe even there is never hidden.
 */
export function haalbaarheid(stelsel: Stelsel, asked: readonly number[], solver: Solver): Haalbaarheid {
  let current = stelsel;
  for (;;) {
    const short = shortCells(current, asked, solver);
    const must = short.filter((cell) => current.cells[cell]?.keuze === 'verborgen');
    if (must.length > 0 || short.length === 0) return { onbeschermd: must, stelsel: current };
    current = withKeuze(current, new Set(short), 'getoond');
  }
}

/** Cells that must or may be hidden and that are linked to these by relations, directly or through each other. */
export function verbonden({ cells, relations }: Stelsel, start: readonly number[]): ReadonlySet<number> {
  const parts = splitStelsel(cells.length, relations, (cell) => cells[cell]?.keuze !== 'getoond');
  const wanted = new Set(start);
  return new Set(parts.flatMap((part) => (part.cells.some((cell) => wanted.has(cell)) ? part.cells : [])));
}

/** The same system with another choice for these cells. */
export function withKeuze(stelsel: Stelsel, chosen: ReadonlySet<number>, keuze: PlanCell['keuze']): Stelsel {
  const cells = stelsel.cells.map((cell, index) => (chosen.has(index) ? { ...cell, keuze } : cell));
  return { ...stelsel, cells };
}

/**
 * Cells that are not safe when everything is hidden that may be: those asked for, and those that their witnesses need. Exact programs for the few
 * that have no witness.
 */
function shortCells(
  { cells, relations }: Stelsel,
  asked: readonly number[],
  solver: Solver,
): readonly number[] {
  const all = cells.map((cell): PlanCell => (cell.keuze === 'vrij' ? { ...cell, keuze: 'verborgen' } : cell));
  const getuigen = new Getuigen(all, relations, solver);
  const doubtful = new Set<number>();
  const seen = new Set<number>();
  for (let next = asked; next.length > 0; next = getuigen.moving().filter((cell) => !seen.has(cell))) {
    for (const cell of next) {
      seen.add(cell);
      if (!getuigen.protect(cell)) doubtful.add(cell);
    }
  }
  if (doubtful.size === 0) return [];
  const hidden = all.map(({ keuze }) => keuze === 'verborgen');
  return unsafeCells({ cells: all, relations }, hidden, solver, (cell) => doubtful.has(cell));
}
