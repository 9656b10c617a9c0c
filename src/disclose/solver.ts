// SPDX-License-Identifier: EUPL-1.2
import type { Highs, InitOptions, Model } from 'highs';
import highs from 'highs';

// The package declares its ES module as CommonJS, so its default export has to be named by hand.
const loadHighs = highs as unknown as (options?: InitOptions) => Promise<Highs>;

/** `lower ≤ Σ values[i] · x[columns[i]] ≤ upper`. */
export interface LinearRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** The same rows one after the other: row `i` has the entries from `starts[i]` up to `starts[i + 1]`. */
export interface PackedRows {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Minimise `Σ cost · x`; infinite bounds are allowed. */
export interface LinearProgram {
  readonly cost: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly rows: readonly LinearRow[] | PackedRows;
  /** What will change most between runs: decides which simplex method restarts well. */
  readonly changes?: 'cost' | 'rows';
  /** Every column takes whole values only. */
  readonly integer?: boolean;
}

export interface Optimum {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly objective: number;
  /** Proved lower bound of the objective; equals it when optimal. */
  readonly bound: number;
  readonly values: Float64Array;
  readonly rowDuals: Float64Array;
  /** Simplex steps that a whole-number search took, the measure of its work; 0 for other programs. */
  readonly steps: number;
}

/** A program that stays in the solver, so that a small change starts from the previous answer. Must be closed. */
export interface OpenProgram {
  setCost(column: number, cost: number): void;
  setBounds(column: number, lower: number, upper: number): void;
  addRows(rows: readonly LinearRow[]): void;
  run(): Optimum;
  close(): void;
}

/** The only door to the solver. Synchronous once loaded. */
export interface Solver {
  readonly naam: string;
  readonly versie: string;
  open(program: LinearProgram, limits?: SearchLimits): OpenProgram;
}

/** Limits that do not depend on the speed of the machine, so that a plan is the same everywhere. */
export interface SearchLimits {
  readonly nodes?: number;
  /** Stop when the gap is at most this. Unit: share. */
  readonly relativeGap?: number;
}

const DUAL_SIMPLEX = 1;
const PRIMAL_SIMPLEX = 4;
const EMPTY = new Float64Array(0);

/** A fresh solver: an aborted one never poisons the next. Cost: about 60 ms. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return {
    naam: 'HiGHS',
    versie: highs.raw.version().string,
    open: (program, limits = {}) => openProgram(highs, program, limits),
  };
}

function openProgram(highs: Highs, program: LinearProgram, limits: SearchLimits): OpenProgram {
  const columns = program.cost.length;
  const rows = 'starts' in program.rows ? program.rows : packRows(program.rows);
  const model = highs.createModel({
    numCols: columns,
    numRows: rows.lower.length,
    colCost: Float64Array.from(program.cost),
    colLower: Float64Array.from(program.lower),
    colUpper: Float64Array.from(program.upper),
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: matrixOf(rows, columns),
    ...(program.integer === true ? { integrality: new Int32Array(columns).fill(1) } : {}),
  });
  model.options.set({ output_flag: false });
  if (program.integer === true) {
    model.options.set({ mip_rel_gap: limits.relativeGap ?? 0, mip_abs_gap: 1e-6 });
    if (limits.nodes !== undefined) model.options.set({ mip_max_nodes: limits.nodes });
  } else {
    // Without presolve a change of cost or bound restarts from the last basis.
    model.options.set({
      presolve: 'off',
      solver: 'simplex',
      simplex_strategy: program.changes === 'rows' ? DUAL_SIMPLEX : PRIMAL_SIMPLEX,
    });
  }
  return {
    setCost: (column, cost) => void model.changeColCost(column, cost),
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    addRows: (more) => {
      if (more.length === 0) return;
      const packed = packRows(more);
      model.addRows({ lower: packed.lower, upper: packed.upper, matrix: matrixOf(packed, columns) });
    },
    run: () => runModel(highs, model, program.integer === true),
    close: () => model.dispose(),
  };
}

function runModel(highs: Highs, model: Model, integer: boolean): Optimum {
  const codes = highs.constants.modelStatus;
  const status = statusOf(highs, model);
  const steps = integer ? Math.max(0, Number(model.info.get('simplex_iteration_count'))) : 0;
  if (status === codes.infeasible) return nothing('infeasible', Number.POSITIVE_INFINITY, steps);
  if (status === codes.unbounded || status === codes.unboundedOrInfeasible)
    return nothing('unbounded', Number.NEGATIVE_INFINITY, steps);
  const objective = model.getObjectiveValue();
  if (!Number.isFinite(objective)) return nothing('limit', Number.POSITIVE_INFINITY, steps);
  const { colValue, rowDual } = model.getSolution();
  return {
    status: status === codes.optimal ? 'optimal' : 'limit',
    objective,
    bound: integer ? Number(model.info.get('mip_dual_bound')) : objective,
    values: colValue,
    rowDuals: rowDual,
    steps,
  };
}

/** Runs the program; one that the solver cannot get through from its last basis is run from none, and then by the other simplex. Throws: what the solver throws on that. */
function statusOf(highs: Highs, model: Model): number {
  const codes = highs.constants.modelStatus;
  const lost: readonly number[] = [codes.unboundedOrInfeasible, codes.unknown, codes.solveError];
  const tried = (): number => {
    try {
      return model.run().modelStatus;
    } catch {
      return codes.solveError;
    }
  };
  const first = tried();
  if (!lost.includes(first)) return first;
  model.clearSolver();
  const second = tried();
  if (second !== codes.solveError) return second;
  model.clearSolver();
  model.options.set({ presolve: 'choose', simplex_strategy: DUAL_SIMPLEX });
  return model.run().modelStatus;
}

function nothing(status: Optimum['status'], objective: number, steps: number): Optimum {
  return { status, objective, bound: Number.NEGATIVE_INFINITY, values: EMPTY, rowDuals: EMPTY, steps };
}

function packRows(rows: readonly LinearRow[]): PackedRows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] ?? 0) + row.columns.length;
  });
  const columns = new Int32Array(starts[rows.length] ?? 0);
  const values = new Float64Array(columns.length);
  rows.forEach((row, index) => {
    columns.set(row.columns, starts[index]);
    values.set(row.values, starts[index]);
  });
  return {
    lower: Float64Array.from(rows, ({ lower }) => lower),
    upper: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    columns,
    values,
  };
}

function matrixOf({ lower, starts, columns, values }: PackedRows, numCols: number) {
  return { format: 'csr' as const, numRows: lower.length, numCols, starts, indices: columns, values };
}
