// SPDX-License-Identifier: EUPL-1.2
import type { LinearRow, PackedRows, Solver } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

/** Other figures that agree with everything shown: how much each cell differs from the true one. Proves room for every cell in it. */
export interface Zet {
  readonly cells: readonly number[];
  /** Deviation of each of `cells`. Unit: that of the cell. */
  readonly by: readonly number[];
}

/** What a search for a move may use. */
export interface Vrijheid {
  /** Cells that are hidden now. */
  readonly hidden: Uint8Array;
  /** Cells that may be hidden for it, at a cost per unit of deviation; absent = none. */
  readonly price?: (cell: number) => number;
}

const NOISE = 1e-7;
/** A move through hidden cells costs next to nothing, but a short one is better: it depends on fewer. */
const STEP = 1e-4;
/** Sizes of the surroundings that are searched, one after the other. Unit: cells. */
const SURROUNDINGS = [150, 600, 4000, Number.POSITIVE_INFINITY] as const;
const WIDEST = SURROUNDINGS.length - 1;

interface Found {
  readonly zet: Zet;
  readonly cost: number;
}

/** Searches for moves around one cell, in surroundings that grow until one is found. */
export class Zetten {
  readonly #cells: readonly PlanCell[];
  readonly #rows: readonly LinearRow[];
  readonly #rowsOf: readonly Int32Array[];
  readonly #solver: Solver;
  /** For the search under way: 1 + place of a cell or row in it; 0 = not in it. */
  readonly #place: Int32Array;
  readonly #rowPlace: Int32Array;

  constructor(cells: readonly PlanCell[], rows: readonly LinearRow[], solver: Solver) {
    this.#cells = cells;
    this.#rows = rows;
    this.#solver = solver;
    const rowsOf: number[][] = cells.map(() => []);
    rows.forEach(({ columns }, row) => {
      for (const cell of columns) rowsOf[cell]?.push(row);
    });
    this.#rowsOf = rowsOf.map((list) => Int32Array.from(list));
    this.#place = new Int32Array(cells.length);
    this.#rowPlace = new Int32Array(rows.length);
  }

  /** The cheapest move that changes `target` by one of `asks`, in the smallest surroundings (up to `widest`) where there is any. */
  find(target: number, asks: readonly number[], vrijheid: Vrijheid, widest = WIDEST): Found | undefined {
    let before = 0;
    for (const size of SURROUNDINGS.slice(0, widest + 1)) {
      const { around, isAll } = this.#around(target, size, vrijheid);
      if (around.length > before) {
        let best: Found | undefined;
        for (const by of asks) {
          const found = this.#solve(target, by, around, vrijheid);
          if (found !== undefined && (best === undefined || found.cost < best.cost)) best = found;
        }
        if (best !== undefined) return best;
      }
      before = around.length;
      if (isAll) return undefined;
    }
    return undefined;
  }

  #canMove(cell: number, { hidden, price }: Vrijheid): boolean {
    const plan = this.#cells[cell] as PlanCell;
    return (
      hidden[cell] === 1 ||
      (price !== undefined && plan.keuze === 'vrij') ||
      plan.shownDown + plan.shownUp > 0
    );
  }

  /** Cells near the target that can move, nearest first, without those that an equation keeps where they are. */
  #around(
    target: number,
    most: number,
    vrijheid: Vrijheid,
  ): { readonly around: readonly number[]; readonly isAll: boolean } {
    const place = this.#place;
    const found = [target];
    const met = [target];
    place[target] = 1;
    let at = 0;
    for (; at < found.length && found.length < most; at++) {
      for (const row of this.#rowsOf[found[at] ?? 0] ?? []) {
        for (const cell of this.#rows[row]?.columns ?? []) {
          if (place[cell] !== 0) continue;
          place[cell] = -1;
          met.push(cell);
          if (!this.#canMove(cell, vrijheid)) continue;
          found.push(cell);
          place[cell] = found.length;
        }
      }
    }
    const isAll = at >= found.length;
    const around = this.#withoutStuck(found);
    for (const cell of met) place[cell] = 0;
    return { around, isAll };
  }

  /** Leaves out cells that are alone in an equation, again and again; the target stays. */
  #withoutStuck(found: readonly number[]): readonly number[] {
    const place = this.#place;
    const stuck: number[] = [];
    const look = (row: number): void => {
      const { columns, lower, upper } = this.#rows[row] as LinearRow;
      if (lower !== 0 || upper !== 0) return;
      let only = -1;
      for (const cell of columns) {
        if ((place[cell] ?? 0) <= 0) continue;
        if (only >= 0) return;
        only = cell;
      }
      if (only >= 0 && only !== found[0]) {
        place[only] = -1;
        stuck.push(only);
      }
    };
    for (const cell of found) for (const row of this.#rowsOf[cell] ?? []) look(row);
    for (let at = 0; at < stuck.length; at++) for (const row of this.#rowsOf[stuck[at] ?? 0] ?? []) look(row);
    return found.filter((cell) => (place[cell] ?? 0) > 0);
  }

  #solve(target: number, by: number, around: readonly number[], vrijheid: Vrijheid): Found | undefined {
    const { hidden, price } = vrijheid;
    const width = 2 * around.length;
    const cost = new Float64Array(width);
    const lower = new Float64Array(width);
    const upper = new Float64Array(width);
    around.forEach((cell, at) => {
      const plan = this.#cells[cell] as PlanCell;
      const isHidden = hidden[cell] === 1;
      const isOpen = isHidden || (price !== undefined && plan.keuze === 'vrij');
      const each = STEP + (isHidden || !isOpen ? 0 : (price?.(cell) ?? 0));
      cost[2 * at] = each;
      cost[2 * at + 1] = each;
      upper[2 * at] = isOpen ? plan.up : plan.shownUp;
      upper[2 * at + 1] = isOpen ? plan.down : plan.shownDown;
    });
    const side = by > 0 ? 0 : 1;
    if ((upper[side] ?? 0) < Math.abs(by) - NOISE) return undefined;
    upper[1 - side] = 0;
    lower[side] = Math.abs(by);
    upper[side] = Math.abs(by);
    const program = this.#solver.open({ cost, lower, upper, rows: this.#packed(around), changes: 'rows' });
    const { status, values, objective } = program.run();
    program.close();
    if (status !== 'optimal') return undefined;
    const cells: number[] = [];
    const moves: number[] = [];
    around.forEach((cell, at) => {
      const move = (values[2 * at] ?? 0) - (values[2 * at + 1] ?? 0);
      if (Math.abs(move) <= NOISE) return;
      cells.push(cell);
      moves.push(move);
    });
    return cells[0] === target ? { zet: { cells, by: moves }, cost: objective } : undefined;
  }

  /** The relations over what goes up and what goes down; cells outside the surroundings stay where they are. */
  #packed(around: readonly number[]): PackedRows {
    const place = this.#place;
    around.forEach((cell, at) => {
      place[cell] = at + 1;
    });
    const list: number[] = [];
    for (const cell of around) {
      for (const row of this.#rowsOf[cell] ?? []) {
        if (this.#rowPlace[row] !== 0) continue;
        this.#rowPlace[row] = 1;
        list.push(row);
      }
    }
    const columns: number[] = [];
    const values: number[] = [];
    const starts = new Int32Array(list.length + 1);
    list.forEach((row, index) => {
      this.#rowPlace[row] = 0;
      const relation = this.#rows[row] as LinearRow;
      for (const [at, cell] of relation.columns.entries()) {
        const local = place[cell] ?? 0;
        if (local <= 0) continue;
        const value = relation.values[at] ?? 0;
        columns.push(2 * local - 2, 2 * local - 1);
        values.push(value, -value);
      }
      starts[index + 1] = columns.length;
    });
    for (const cell of around) place[cell] = 0;
    return {
      lower: Float64Array.from(list, (row) => this.#rows[row]?.lower ?? 0),
      upper: Float64Array.from(list, (row) => this.#rows[row]?.upper ?? 0),
      starts,
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
    };
  }
}
