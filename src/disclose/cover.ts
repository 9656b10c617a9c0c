// SPDX-License-Identifier: EUPL-1.2
import type { Cut } from './capacity-cut.ts';
import type { LinearRow, OpenProgram, SearchLimits, Solver } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

/** A pattern that satisfies the cuts so far, and what every safe pattern costs at least. */
export interface Proposal {
  readonly x: number[];
  readonly bound: number;
}

const SHORT = 1e-6;

/** The cheapest choice of cells that satisfies all cuts found so far (the master problem). Must be closed. */
export class Cover {
  readonly #cells: readonly PlanCell[];
  readonly #solver: Solver;
  readonly #free: readonly number[];
  readonly #column: ReadonlyMap<number, number>;
  #cuts: Cut[] = [];
  #rows: LinearRow[] = [];
  #fractions: OpenProgram | undefined;

  constructor(cells: readonly PlanCell[], solver: Solver) {
    this.#cells = cells;
    this.#solver = solver;
    this.#free = cells.flatMap(({ keuze }, index) => (keuze === 'vrij' ? [index] : []));
    this.#column = new Map(this.#free.map((cell, column) => [cell, column]));
  }

  get size(): number {
    return this.#rows.length;
  }

  close(): void {
    this.#fractions?.close();
    this.#fractions = undefined;
  }

  /** False, and nothing is added, when no pattern at all can satisfy one of them. */
  add(cuts: readonly Cut[]): boolean {
    const rows = cuts.map((cut) => this.#rowOf(cut));
    if (rows.some(({ lower, values }) => positive(values) < lower - SHORT)) return false;
    this.#cuts.push(...cuts);
    this.#rows.push(...rows);
    this.#fractions?.addRows(rows);
    return true;
  }

  /** Drops the cuts that were added for these cells. */
  forget(cells: ReadonlySet<number>): void {
    this.#cuts = this.#cuts.filter(({ cell }) => !cells.has(cell));
    this.#rows = this.#cuts.map((cut) => this.#rowOf(cut));
    this.close();
  }

  /** The cheapest cover when cells may be hidden in part. */
  solveFractions(): Proposal {
    this.#fractions ??= this.#open({}, false);
    const { status, values, objective } = this.#fractions.run();
    if (status !== 'optimal') throw new Error(`the cover ended as ${status}`);
    return { x: this.#pattern(values), bound: objective };
  }

  /** The cheapest cover; undefined when the limits came before any. */
  solveWhole(limits: SearchLimits = {}): Proposal | undefined {
    const program = this.#open(limits, true);
    const { status, values, bound } = program.run();
    program.close();
    if (values.length === 0) return status === 'infeasible' ? undefined : undefined;
    return { x: this.#pattern(values).map(Math.round), bound };
  }

  #open(limits: SearchLimits, integer: boolean): OpenProgram {
    return this.#solver.open(
      {
        cost: this.#free.map((cell) => this.#cells[cell]?.gewicht ?? 0),
        lower: this.#free.map(() => 0),
        upper: this.#free.map(() => 1),
        rows: this.#rows,
        integer,
      },
      limits,
    );
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

function positive(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.max(0, value), 0);
}
