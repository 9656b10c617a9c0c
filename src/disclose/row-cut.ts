// SPDX-License-Identifier: EUPL-1.2
import type { Cut } from './capacity-cut.ts';
import type { LinearRow } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

interface RowCut extends Omit<Cut, 'violation'> {
  readonly cell: number;
}

/**
 * The cuts that need no solver: what one relation alone tells about one cell. They are all made beforehand, and cheap to check. Only for cells
 * that are hidden from the start; for others the capacity cuts do.
 */
export class RowCuts {
  readonly #cuts: readonly RowCut[];

  constructor(cells: readonly PlanCell[], rows: readonly LinearRow[]) {
    this.#cuts = rows.flatMap((row) => rowCuts(cells, row));
  }

  /** Those that this pattern violates, each cell's worst first in the order of the relations. */
  violated(x: readonly number[]): Cut[] {
    return this.#cuts.flatMap((cut) => {
      const reached = cut.cells.reduce(
        (sum, cell, at) => sum + (cut.coefficients[at] ?? 0) * (x[cell] ?? 0),
        0,
      );
      return reached < cut.rhs - 1e-4 ? [{ ...cut, violation: cut.rhs - reached }] : [];
    });
  }
}

function rowCuts(cells: readonly PlanCell[], row: LinearRow): RowCut[] {
  if (row.lower !== 0 || row.upper !== 0) return [];
  return row.columns.flatMap((index, at) => {
    const cell = cells[index];
    const own = row.values[at] ?? 0;
    if (cell === undefined || cell.keuze !== 'verborgen' || own === 0) return [];
    const needs: (readonly [need: number, down: boolean, up: boolean])[] = [
      [cell.needDown, true, false],
      [cell.needUp, false, true],
      [cell.needWidth, true, true],
    ];
    return needs.flatMap(([need, down, up]) =>
      need > 0 ? [one(cells, row, index, own, need, down, up)] : [],
    );
  });
}

/** `own · z = −Σ others`: what the others can give in the directions asked for. */
function one(
  cells: readonly PlanCell[],
  row: LinearRow,
  index: number,
  own: number,
  need: number,
  down: boolean,
  up: boolean,
): RowCut {
  const others: number[] = [];
  const coefficients: number[] = [];
  let constant = 0;
  row.columns.forEach((other, at) => {
    const cell = cells[other];
    if (cell === undefined || other === index) return;
    const rate = -(row.values[at] ?? 0) / own;
    let capacity = 0;
    for (const direction of [down ? -1 : 0, up ? 1 : 0]) {
      if (direction === 0 || rate === 0) continue;
      const rises = rate * direction > 0;
      const [hidden, shown] = rises ? [cell.up, cell.shownUp] : [cell.down, cell.shownDown];
      constant += Math.abs(rate) * shown;
      capacity += Math.abs(rate) * Math.max(0, hidden - shown);
    }
    if (capacity === 0) return;
    others.push(other);
    coefficients.push(capacity);
  });
  const short = Math.max(0, need - constant);
  return {
    cell: index,
    cells: others,
    coefficients: coefficients.map((capacity) => Math.min(capacity, short) / need),
    rhs: short / need,
  };
}
