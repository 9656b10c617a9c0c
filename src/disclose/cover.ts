// SPDX-License-Identifier: EUPL-1.2
import type { Cut } from './capacity-cut.ts';
import type { LinearRow, OpenProgram, SearchLimits, Solver } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

/** A pattern that satisfies the cuts so far, and what every safe pattern costs at least. */
export interface Proposal {
  readonly x: number[];
  readonly bound: number;
}

/** No pattern satisfies the cuts: what must be shown leaves too little room. */
export class NoCover extends Error {}

const SHORT = 1e-6;

/** The cheapest choice of cells that satisfies all cuts found so far (the master problem). Must be closed. */
export class Cover {
  readonly #cells: readonly PlanCell[];
  readonly #solver: Solver;
  readonly #free: readonly number[];
  readonly #column: ReadonlyMap<number, number>;
  readonly #cuts: Cut[] = [];
  readonly #rows: LinearRow[] = [];
  #fractions: OpenProgram | undefined;
  #steps = 0;

  constructor(cells: readonly PlanCell[], solver: Solver) {
    this.#cells = cells;
    this.#solver = solver;
    this.#free = cells.flatMap(({ keuze }, index) => (keuze === 'vrij' ? [index] : []));
    this.#column = new Map(this.#free.map((cell, column) => [cell, column]));
  }

  close(): void {
    this.#fractions?.close();
    this.#fractions = undefined;
  }

  add(cuts: readonly Cut[]): void {
    const rows = cuts.map((cut) => this.#rowOf(cut));
    this.#cuts.push(...cuts);
    this.#rows.push(...rows);
    this.#fractions?.addRows(rows);
  }

  /** Every cut so far. */
  get cuts(): readonly Cut[] {
    return this.#cuts;
  }

  /** Cells that the fractional cover must hide from now on; none = free again. */
  fix(cells: ReadonlySet<number>): void {
    this.#fractions ??= this.#open(false);
    for (const [column, cell] of this.#free.entries())
      this.#fractions.setBounds(column, cells.has(cell) ? 1 : 0, 1);
  }

  /** A pattern satisfies every cut so far. */
  accepts(x: readonly number[]): boolean {
    return this.#cuts.every(({ cells, coefficients, rhs }) => {
      const reached = cells.reduce((sum, cell, at) => sum + (coefficients[at] ?? 0) * (x[cell] ?? 0), 0);
      return reached >= rhs - SHORT;
    });
  }

  /** The cheapest cover when cells may be hidden in part. Throws: `NoCover`. */
  solveFractions(): Proposal {
    if (this.#isImpossible()) throw new NoCover('infeasible');
    this.#fractions ??= this.#open(false);
    const { status, values, objective } = this.#fractions.run();
    if (status !== 'optimal') throw new NoCover(status);
    return { x: this.#pattern(values), bound: objective };
  }

  /** Work done so far in whole-number searches. Unit: simplex steps. */
  get steps(): number {
    return this.#steps;
  }

  /**
   * The cheapest cover with cells of `among` only (absent = any), or the best one found within the limits. Undefined when there is none, or when the
   * search ended before it found one. Throws: `NoCover` when there is none with any cells.
   */
  solveWhole(among?: ReadonlySet<number>, limits: SearchLimits = {}): Proposal | undefined {
    if (this.#isImpossible()) throw new NoCover('infeasible');
    const program = this.#open(true, limits);
    if (among !== undefined)
      for (const [column, cell] of this.#free.entries())
        if (!among.has(cell)) program.setBounds(column, 0, 0);
    const { status, values, bound, steps } = program.run();
    program.close();
    this.#steps += steps;
    if (status === 'infeasible' && among === undefined) throw new NoCover(status);
    return values.length === 0 ? undefined : { x: this.#pattern(values).map(Math.round), bound };
  }

  /** No cell is left to choose and a cut asks for one: HiGHS calls such a model empty, not infeasible. */
  #isImpossible(): boolean {
    return this.#free.length === 0 && !this.accepts(this.#pattern(new Float64Array(0)));
  }

  #open(integer: boolean, limits: SearchLimits = {}): OpenProgram {
    const program = {
      cost: this.#free.map((cell) => this.#cells[cell]?.gewicht ?? 0),
      lower: this.#free.map(() => 0),
      upper: this.#free.map(() => 1),
      rows: this.#rows,
      changes: 'rows' as const,
      integer,
    };
    return this.#solver.open(program, limits);
  }

  #pattern(values: Float64Array): number[] {
    return this.#cells.map(({ keuze }, index) => {
      if (keuze !== 'vrij') return keuze === 'verborgen' ? 1 : 0;
      return Math.min(1, Math.max(0, values[this.#column.get(index) ?? 0] ?? 0));
    });
  }

  #rowOf(cut: Cut): LinearRow {
    const columns: number[] = [];
    const values: number[] = [];
    let rhs = cut.rhs;
    cut.cells.forEach((cell, at) => {
      const coefficient = cut.coefficients[at] ?? 0;
      const column = this.#column.get(cell);
      if (column !== undefined) {
        columns.push(column);
        values.push(coefficient);
      } else if (this.#cells[cell]?.keuze === 'verborgen') {
        rhs -= coefficient;
      }
    });
    if (rhs <= SHORT) return { lower: rhs, upper: Number.POSITIVE_INFINITY, columns, values };
    const scaled = values.map((value) => Math.min(value, rhs) / rhs);
    return { lower: 1, upper: Number.POSITIVE_INFINITY, columns, values: scaled };
  }
}
