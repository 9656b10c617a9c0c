// SPDX-License-Identifier: EUPL-1.2
import type { LinearRow, Solver } from './solver.ts';
import type { PlanCell } from './stelsel.ts';
import type { Vrijheid, Zet } from './zet.ts';
import { Zetten } from './zet.ts';

const SHORT = 1e-6;

/**
 * A pattern with a witness for every hidden cell: moves that show how far it can go. The pattern is proved safe by what is kept here, and a change
 * of it asks only for new witnesses where an old one used what changed.
 */
export class Getuigen {
  readonly hidden: Uint8Array;
  readonly #cells: readonly PlanCell[];
  readonly #zetten: Zetten;
  readonly #moves = new Map<number, Zet>();
  readonly #movesOf: readonly Set<number>[];
  readonly #down: Float64Array;
  readonly #up: Float64Array;
  #next = 0;

  constructor(cells: readonly PlanCell[], rows: readonly LinearRow[], solver: Solver) {
    this.#cells = cells;
    this.#zetten = new Zetten(cells, rows, solver);
    this.hidden = Uint8Array.from(cells, ({ keuze }) => (keuze === 'verborgen' ? 1 : 0));
    this.#movesOf = cells.map(() => new Set<number>());
    this.#down = new Float64Array(cells.length);
    this.#up = new Float64Array(cells.length);
  }

  /** What the planner chose to hide. */
  chosen(): number[] {
    return this.#cells.flatMap(({ keuze }, cell) =>
      keuze === 'vrij' && this.hidden[cell] === 1 ? [cell] : [],
    );
  }

  cost(): number {
    return this.chosen().reduce((sum, cell) => sum + (this.#cells[cell]?.gewicht ?? 0), 0);
  }

  /** How far witnesses move the cell. */
  moved(cell: number): { readonly down: number; readonly up: number } {
    return { down: this.#down[cell] ?? 0, up: this.#up[cell] ?? 0 };
  }

  /** Hidden cells without the witnesses that they need. */
  unsafe(): number[] {
    return [...this.hidden.keys()].filter((cell) => !this.isSafe(cell));
  }

  isSafe(cell: number): boolean {
    const plan = this.#cells[cell];
    if (plan === undefined || this.hidden[cell] !== 1) return true;
    const [down, up] = [this.#down[cell] ?? 0, this.#up[cell] ?? 0];
    return (
      down >= plan.needDown * (1 - SHORT) &&
      up >= plan.needUp * (1 - SHORT) &&
      down + up >= plan.needWidth * (1 - SHORT)
    );
  }

  /** Finds witnesses for the cell among what is hidden; with `price`, hides what is needed for them. False = there are none. */
  protect(cell: number, price?: Vrijheid['price'], widest?: number): boolean {
    for (let turn = 0; !this.isSafe(cell); turn++) {
      if (turn > 8) return false;
      const best = this.#zetten.find(
        cell,
        this.#asks(cell),
        { hidden: this.hidden, ...(price === undefined ? {} : { price }) },
        widest,
      );
      if (best === undefined) return false;
      this.add(best.zet);
    }
    return true;
  }

  /** Deviations that would help the cell: alternatives, of which one will do for now. */
  #asks(cell: number): readonly number[] {
    const plan = this.#cells[cell] as PlanCell;
    const [down, up] = [this.#down[cell] ?? 0, this.#up[cell] ?? 0];
    if (down < plan.needDown * (1 - SHORT)) return [-plan.needDown];
    if (up < plan.needUp * (1 - SHORT)) return [plan.needUp];
    const rise = Math.min(plan.up, plan.needWidth - down);
    const fall = Math.min(plan.down, plan.needWidth - up);
    const both = Math.min(plan.up, Math.ceil(plan.needWidth / 2));
    return [
      ...new Set([
        rise > up + SHORT ? rise : 0,
        fall > down + SHORT ? -fall : 0,
        both > up + SHORT ? both : 0,
      ]),
    ].filter((by) => by !== 0);
  }

  /** Takes a move as witness, hiding what it needs. */
  add(zet: Zet): void {
    const id = this.#next;
    this.#next += 1;
    this.#moves.set(id, zet);
    zet.cells.forEach((cell, at) => {
      const by = zet.by[at] ?? 0;
      const plan = this.#cells[cell] as PlanCell;
      if (this.hidden[cell] !== 1 && (by > plan.shownUp + SHORT || -by > plan.shownDown + SHORT))
        this.hidden[cell] = 1;
      this.#movesOf[cell]?.add(id);
      if (by > (this.#up[cell] ?? 0)) this.#up[cell] = by;
      if (-by > (this.#down[cell] ?? 0)) this.#down[cell] = -by;
    });
  }

  /** Shows cells again, and drops the witnesses that used them. Returns the cells that lose protection, and what was dropped. */
  show(cells: readonly number[]): { readonly hurt: readonly number[]; readonly dropped: readonly Zet[] } {
    const touched = new Set<number>();
    const dropped: Zet[] = [];
    for (const cell of cells) {
      this.hidden[cell] = 0;
      for (const id of [...(this.#movesOf[cell] ?? [])]) {
        const zet = this.#moves.get(id) as Zet;
        if (this.#fits(cell, zet)) continue;
        dropped.push(zet);
        for (const other of zet.cells) {
          this.#movesOf[other]?.delete(id);
          touched.add(other);
        }
        this.#moves.delete(id);
      }
    }
    for (const other of touched) this.#measure(other);
    return { hurt: [...touched].filter((other) => !this.isSafe(other)).sort((a, b) => a - b), dropped };
  }

  /** Takes `show` back. */
  hide(cells: readonly number[], dropped: readonly Zet[]): void {
    for (const cell of cells) this.hidden[cell] = 1;
    for (const zet of dropped) this.add(zet);
  }

  /** A shown cell can move as far as in this move: what rounding leaves. */
  #fits(cell: number, { cells, by }: Zet): boolean {
    const plan = this.#cells[cell] as PlanCell;
    const move = by[cells.indexOf(cell)] ?? 0;
    return move <= plan.shownUp + SHORT && -move <= plan.shownDown + SHORT;
  }

  #measure(cell: number): void {
    let [down, up] = [0, 0];
    for (const id of this.#movesOf[cell] ?? []) {
      const zet = this.#moves.get(id) as Zet;
      const by = zet.by[zet.cells.indexOf(cell)] ?? 0;
      up = Math.max(up, by);
      down = Math.max(down, -by);
    }
    this.#down[cell] = down;
    this.#up[cell] = up;
  }
}
