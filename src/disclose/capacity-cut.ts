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

interface Demand {
  readonly index: number;
  readonly need: number;
  readonly down: boolean;
  readonly up: boolean;
}

interface Side {
  readonly room: number;
  readonly coefficients: Float64Array;
  readonly constant: number;
}

const NOISE = 1e-9;
const SHORT = 1e-6;
/** A cell that is not hidden counts as hidden for this share when a cut is made, so that the cut names as few cells as possible. */
const FEINT = 0.02;

/**
 * Finds what a (possibly fractional) pattern lacks. For each cell that needs protection it solves the attacker's linear programs; the duals
 * of one that falls short give a capacity cut, strengthened by cutting every coefficient off at the need.
 * Source: Fischetti and Salazar-González (2001), Solving the cell suppression problem on tabular data with linear constraints.
 */
export class Separator {
  readonly #cells: readonly PlanCell[];
  readonly #relations: readonly LinearRow[];
  readonly #strict: AttackProgram;
  readonly #feint: AttackProgram;

  constructor(cells: readonly PlanCell[], relations: readonly LinearRow[], solver: Solver) {
    this.#cells = cells;
    this.#relations = relations;
    this.#strict = new AttackProgram(cells, relations, solver, 0);
    this.#feint = new AttackProgram(cells, relations, solver, FEINT);
  }

  close(): void {
    this.#strict.close();
    this.#feint.close();
  }

  /** Cuts that `x` violates, at most one per cell and demand, at most `most`. Empty for a 0/1 pattern = it protects. */
  separate(x: readonly number[], order: readonly number[], most = Number.POSITIVE_INFINITY): Cut[] {
    const cuts: Cut[] = [];
    this.#strict.forget();
    for (const index of order) {
      if (cuts.length >= most) break;
      const cell = this.#cells[index];
      if (cell === undefined || (x[index] ?? 0) <= SHORT) continue;
      const demands = [
        { index, need: cell.needDown, down: true, up: false },
        { index, need: cell.needUp, down: false, up: true },
        { index, need: cell.needWidth, down: true, up: true },
      ];
      for (const demand of demands) if (demand.need > 0) cuts.push(...this.#cutFor(x, demand));
    }
    return cuts;
  }

  #cutFor(x: readonly number[], demand: Demand): readonly Cut[] {
    const { index, need, down, up } = demand;
    const wanted = need * (x[index] ?? 0) * (1 - SHORT);
    if (this.#strict.reached(index, down, up) >= wanted) return [];
    const isWhole = x.every((share) => share < SHORT || share > 1 - SHORT);
    for (const cap of isWhole ? [need, Number.POSITIVE_INFINITY] : [need]) {
      const sides = this.#sides(this.#strict, x, demand, cap);
      if (sides.reduce((sum, { room }) => sum + room, 0) >= wanted) return [];
      const sharp = this.#cut(x, demand, this.#sides(this.#feint, x, demand, cap));
      if (sharp.violation > SHORT) return [sharp];
      const plain = this.#cut(x, demand, sides);
      if (plain.violation > SHORT) return [plain];
    }
    return [];
  }

  #sides(program: AttackProgram, x: readonly number[], { index, down, up }: Demand, cap: number): Side[] {
    const sides: Side[] = [];
    if (down) sides.push(this.#side(program, x, index, 1, cap));
    if (up) sides.push(this.#side(program, x, index, -1, cap));
    return sides;
  }

  #side(program: AttackProgram, x: readonly number[], index: number, cost: 1 | -1, cap: number): Side {
    const { room, duals } = program.solve(x, index, cost, cap);
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
    return { room, coefficients, constant };
  }

  #cut(x: readonly number[], { index, need }: Demand, sides: readonly Side[]): Cut {
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

/** The attacker's linear program of one pattern, kept in the solver; remembers how far each cell was seen to move. */
class AttackProgram {
  readonly #cells: readonly PlanCell[];
  readonly #program: OpenProgram;
  readonly #feint: number;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #down: Float64Array;
  readonly #up: Float64Array;

  constructor(cells: readonly PlanCell[], rows: readonly LinearRow[], solver: Solver, feint: number) {
    this.#cells = cells;
    this.#feint = feint;
    this.#lower = new Float64Array(cells.length);
    this.#upper = new Float64Array(cells.length);
    this.#down = new Float64Array(cells.length);
    this.#up = new Float64Array(cells.length);
    const zeros = cells.map(() => 0);
    this.#program = solver.open({ cost: zeros, lower: zeros, upper: zeros, rows });
  }

  close(): void {
    this.#program.close();
  }

  forget(): void {
    this.#down.fill(0);
    this.#up.fill(0);
  }

  reached(index: number, down: boolean, up: boolean): number {
    return (down ? (this.#down[index] ?? 0) : 0) + (up ? (this.#up[index] ?? 0) : 0);
  }

  solve(
    x: readonly number[],
    index: number,
    cost: 1 | -1,
    cap: number,
  ): { room: number; duals: Float64Array } {
    this.#setBounds(x, cap);
    this.#program.setCost(index, cost);
    const { status, objective, values, rowDuals } = this.#program.run();
    this.#program.setCost(index, 0);
    if (status === 'unbounded') return { room: Number.POSITIVE_INFINITY, duals: rowDuals };
    if (status !== 'optimal') throw new Error(`an attacker's program ended as ${status}`);
    values.forEach((value, at) => {
      if (-value > (this.#down[at] ?? 0)) this.#down[at] = -value;
      if (value > (this.#up[at] ?? 0)) this.#up[at] = value;
    });
    return { room: -objective, duals: rowDuals };
  }

  #setBounds(x: readonly number[], cap: number): void {
    this.#cells.forEach((cell, index) => {
      const share = cell.keuze === 'vrij' ? Math.max(x[index] ?? 0, this.#feint) : (x[index] ?? 0);
      const lower = -between(cell.shownDown, cell.down, share, cap);
      const upper = between(cell.shownUp, cell.up, share, cap);
      if (lower === this.#lower[index] && upper === this.#upper[index]) return;
      this.#lower[index] = lower;
      this.#upper[index] = upper;
      this.#program.setBounds(index, lower, upper);
    });
  }
}

function between(shown: number, hidden: number, share: number, cap: number): number {
  if (share <= 0) return shown;
  const most = Math.max(shown, Math.min(hidden, Math.max(cap, shown)));
  return share >= 1 ? most : shown + (most - shown) * share;
}
