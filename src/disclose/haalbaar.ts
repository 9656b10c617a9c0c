// SPDX-License-Identifier: EUPL-1.2
import { unsafeCells } from './room.ts';
import type { Solver } from './solver.ts';
import type { PlanCell, Stelsel } from './stelsel.ts';
import { splitStelsel } from './stelsel.ts';

/** What hiding all that may be hidden leaves unprotected. */
export interface Haalbaarheid {
  /** Must be hidden: no choice protects these. */
  readonly onbeschermd: readonly number[];
  /** May be hidden, and would not be safe even then: never hidden. */
  readonly nooit: readonly number[];
}

/**
 * Tries the pattern that hides all it may: what is not protected in it is protected in none, because hiding more never takes room away. `veilig`: keys of cells that
 * were safe so in a system that allows no more than this one; those found safe now are added.
 */
export function haalbaarheid(
  { cells, relations }: Stelsel,
  veilig: Set<string>,
  solver: Solver,
): Haalbaarheid {
  const hidden = cells.map(({ keuze }) => keuze !== 'getoond');
  const isAsked = (cell: number) => !veilig.has(cells[cell]?.key ?? '');
  const short = new Set(unsafeCells({ cells, relations }, hidden, solver, isAsked));
  cells.forEach(({ key }, cell) => {
    if (hidden[cell] && !short.has(cell)) veilig.add(key);
  });
  const isMust = (cell: number) => cells[cell]?.keuze === 'verborgen';
  return {
    onbeschermd: [...short].filter(isMust),
    nooit: [...short].filter((cell) => !isMust(cell)),
  };
}

/** Cells that must or may be hidden and that are linked to these by relations, directly or through each other. */
export function verbonden({ cells, relations }: Stelsel, start: readonly number[]): readonly number[] {
  const parts = splitStelsel(cells.length, relations, (cell) => cells[cell]?.keuze !== 'getoond');
  const wanted = new Set(start);
  return parts.flatMap((part) => (part.cells.some((cell) => wanted.has(cell)) ? part.cells : []));
}

/** The same system with another choice for these cells. */
export function withKeuze(stelsel: Stelsel, chosen: readonly number[], keuze: PlanCell['keuze']): Stelsel {
  const isChosen = new Set(chosen);
  const cells = stelsel.cells.map((cell, index) => (isChosen.has(index) ? { ...cell, keuze } : cell));
  return { ...stelsel, cells };
}
