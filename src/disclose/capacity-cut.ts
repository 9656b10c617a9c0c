// SPDX-License-Identifier: EUPL-1.2
import type { LinearRow, OpenProgram, Solver } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

/** `Σ coefficient[i] · x[i] ≥ rhs` over the cells of a part: every pattern that protects satisfies it. */
export interface Cut {
  /** The cell whose protection asks for it. */
  readonly cell: number;
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly rhs: number;
  /** How much the pattern that was tried falls short, as a share of what is needed. */
  readonly violation: number;
}

interface Side {
  readonly room: number;
  readonly coefficients: Float64Array;
  readonly constant: number;
}

const NOISE = 1e-9;
const SHORT = 1e-6;

/**
 * Finds what a (possibly fractional) pattern lacks. For each cell that needs protection it solves the attacker's linear programs; the duals
 * of one that falls short give a capacity cut, strengthened by cutting every coefficient off at the need.
 * Source: Fischetti and Salazar-González (2001), Solving the cell suppression problem on tabular data with linear constraints.
 */
export class Separator {
  readonly #cells: readonly PlanCell[];
  readonly #relations: readonly LinearRow[];
  readonly #program: OpenProgram;
  #lower: Float64Array;
  #upper: Float64Array;
  #reachDown = new Float64Array(0);
  #reachUp = new Float64Array(0);

  constructor(cells: readonly PlanCell[], relations: readonly LinearRow[], solver: Solver) {
    this.#cells = cells;
    this.#relations = relations;
    this.#lower = new Float64Array(cells.length);
    this.#upper = new Float64Array(cells.length);
    this.#program = solver.open({
      cost: cells.map(() => 0),
      lower: cells.map(() => 0),
      upper: cells.map(() => 0),
      rows: relations,
    });
  }

  close(): void {
    this.#program.close();
  }

  /** Cuts that `x` violates, at most one per cell and demand. Empty for a 0/1 pattern = it protects. */
  separate(x: readonly number[], order: readonly number[], most = Number.POSITIVE_INFINITY): Cut[] {
    const cuts: Cut[] = [];
    this.#reachDown = new Float64Array(this.#cells.length);
    this.#reachUp = new Float64Array(this.#cells.length);
    for (const index of order) {
      if (cuts.length >= most) break;
      const cell = this.#cells[index];
      const share = x[index] ?? 0;
      if (cell === undefined || share <= SHORT) continue;
      if (cell.needDown > 0) this.#demand(cuts, x, index, cell.needDown, true, false);
      if (cell.needUp > 0) this.#demand(cuts, x, index, cell.needUp, false, true);
      if (cell.needWidth > 0) this.#demand(cuts, x, index, cell.needWidth, true, true);
    }
    return cuts;
  }

  #demand(cuts: Cut[], x: readonly number[], index: number, need: number, down: boolean, up: boolean): void {
    const wanted = need * (x[index] ?? 0) * (1 - SHORT);
    const reached = () => (down ? (this.#reachDown[index] ?? 0) : 0) + (up ? (this.#reachUp[index] ?? 0) : 0);
    if (reached() >= wanted) return;
    for (const cap of [need, Number.POSITIVE_INFINITY]) {
      this.#setBounds(x, cap);
      const sides: Side[] = [];
      if (down) sides.push(this.#side(index, 1));
      if (up) sides.push(this.#side(index, -1));
      const room = sides.reduce((sum, side) => sum + side.room, 0);
      if (room >= wanted) return;
      const cut = this.#cut(x, index, need, sides);
      if (cut.violation > SHORT) {
        cuts.push(cut);
        return;
      }
      if (this.#isWhole(x) === false) return;
    }
  }

  #isWhole(x: readonly number[]): boolean {
    return x.every((share) => share < SHORT || share > 1 - SHORT);
  }

  #setBounds(x: readonly number[], cap: number): void {
    this.#cells.forEach((cell, index) => {
      const share = x[index] ?? 0;
      const lower = -between(cell.shownDown, cell.down, share, cap);
      const upper = between(cell.shownUp, cell.up, share, cap);
      if (lower === this.#lower[index] && upper === this.#upper[index]) return;
      this.#lower[index] = lower;
      this.#upper[index] = upper;
      this.#program.setBounds(index, lower, upper);
    });
  }

  #side(index: number, cost: 1 | -1): Side {
    this.#program.setCost(index, cost);
    const optimum = this.#program.run();
    this.#program.setCost(index, 0);
    if (optimum.status === 'unbounded')
      return { room: Number.POSITIVE_INFINITY, coefficients: new Float64Array(0), constant: 0 };
    if (optimum.status !== 'optimal') throw new Error(`an attacker's program ended as ${optimum.status}`);
    optimum.values.forEach((value, at) => {
      if (-value > (this.#reachDown[at] ?? 0)) this.#reachDown[at] = -value;
      if (value > (this.#reachUp[at] ?? 0)) this.#reachUp[at] = value;
    });
    return { room: -optimum.objective, ...this.#capacity(index, cost, optimum.rowDuals) };
  }

  #capacity(index: number, cost: 1 | -1, duals: Float64Array): Omit<Side, 'room'> {
    const reduced = new Float64Array(this.#cells.length);
    reduced[index] = cost;
    let constant = 0;
    this.#relations.forEach((relation, row) => {
      const dual = duals[row] ?? 0;
      if (Math.abs(dual) < NOISE) return;
      constant += dual > 0 ? -dual * relation.lower : -dual * relation.upper;
      relation.columns.forEach((cell, at) => {
        reduced[cell] = (reduced[cell] ?? 0) - dual * (relation.values[at] ?? 0);
      });
    });
    const coefficients = new Float64Array(this.#cells.length);
    this.#cells.forEach((cell, at) => {
      const rate = reduced[at] ?? 0;
      if (Math.abs(rate) < NOISE) return;
      const [hidden, shown] = rate > 0 ? [cell.down, cell.shownDown] : [cell.up, cell.shownUp];
      constant += Math.abs(rate) * shown;
      coefficients[at] = Math.abs(rate) * Math.max(0, hidden - shown);
    });
    return { coefficients, constant };
  }

  #cut(x: readonly number[], index: number, need: number, sides: readonly Side[]): Cut {
    const constant = sides.reduce((sum, side) => sum + side.constant, 0);
    const short = need - constant;
    const cells: number[] = [];
    const coefficients: number[] = [];
    let reached = 0;
    for (let at = 0; at < this.#cells.length; at++) {
      const raw = sides.reduce((sum, side) => sum + (side.coefficients[at] ?? 0), 0);
      const coefficient = Math.min(raw, short) / need - (at === index ? 1 : 0);
      if (coefficient === 0) continue;
      cells.push(at);
      coefficients.push(coefficient);
      reached += coefficient * (x[at] ?? 0);
    }
    const rhs = -constant / need;
    return { cell: index, cells, coefficients, rhs, violation: rhs - reached };
  }
}

function between(shown: number, hidden: number, share: number, cap: number): number {
  if (share <= 0) return shown;
  const most = Math.min(hidden, Math.max(cap, shown));
  return share >= 1 ? most : shown + (Math.max(most, shown) - shown) * share;
}
