// SPDX-License-Identifier: EUPL-1.2
import type { Instantie } from '../test/disclose/instantie.ts';

/** What the peer is told about a table. */
export interface GaussVraag {
  /** Zeros that everybody sees are no unknowns, and then ones are singletons; otherwise zeros are. */
  readonly nullen: 'getoond' | 'verborgen';
  /** Which cells are shown first: the largest (GaussSuppression), or those that stand first in the table (sdcTable's GAUSS). */
  readonly volgorde?: 'grootste' | 'tabel';
}

/** A cell as the sum of inner cells, modulo what is shown: rows in ascending order, values modulo PRIME and never 0. */
interface Kolom {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Products of two smaller numbers are exact in a double. */
const PRIME = 67_108_859;
const LEEG: Kolom = { rows: new Int32Array(0), values: new Float64Array(0) };

/**
 * The secondary cells of GaussSuppression, by our own hand: one cell after the other is shown, unless a primary cell would then follow linearly from what is
 * shown. Singletons by `anySum`: neither may a sum of singletons follow; a combination of singletons that is no plain sum may, as long as it shares none with an earlier one.
 * Of equally large cells the one whose inner cells lie under the largest cells comes first. Shape: places in `cells`, ascending.
 * Source: Langsrud (2024), “Secondary Cell Suppression by Gaussian Elimination”; manuals of SSBtools and GaussSuppression.
 */
export function gaussSuppression(instantie: Instantie, { nullen, volgorde }: GaussVraag): readonly number[] {
  const { cells } = instantie;
  const isShown = (cell: number): boolean => nullen === 'getoond' && cells[cell]?.value === 0;
  const inner = innerCells(instantie);
  const order =
    volgorde === 'tabel' ? cells.map((_, cell) => cell) : largestFirst(cells, [...inner.values()]);
  const known = [...inner].filter(([leaf]) => !isShown(leaf));
  const single = nullen === 'getoond' ? 1 : 0;
  const isSingleton = ([leaf]: readonly [number, readonly number[]]): boolean =>
    cells[leaf]?.value === single;
  const others = known.filter((row) => !isSingleton(row));
  const rows = [...others, ...known.filter(isSingleton)];
  const stelsel = new Eliminatie(
    columnsOf(
      cells.length,
      rows.map(([, above]) => above),
    ),
    rows.length,
    others.length,
    (cell) => cells[cell]?.primary === true,
  );
  return order
    .filter((cell) => cells[cell]?.primary !== true && !isShown(cell) && !stelsel.show(cell))
    .sort((a, b) => a - b);
}

/** Every inner cell with the cells that it is part of, itself among them. */
function innerCells({ cells, hierarchies }: Instantie): ReadonlyMap<number, readonly number[]> {
  const at = new Map(cells.map(({ codes }, cell) => [codes.join('\t'), cell]));
  const upwards = hierarchies.map((hierarchy) => {
    const up = (code: string): readonly string[] => [
      code,
      ...Object.entries(hierarchy).flatMap(([parent, children]) =>
        children.includes(code) ? up(parent) : [],
      ),
    ];
    return new Map(
      [...new Set(Object.entries(hierarchy).flat(2))].map((code) => [code, [...new Set(up(code))]]),
    );
  });
  return new Map(
    cells.flatMap(({ codes }, cell) => {
      if (codes.some((code, dimension) => code in (hierarchies[dimension] ?? {}))) return [];
      const above = codes.reduce<string[]>(
        (keys, code, dimension) =>
          keys.flatMap((key) =>
            (upwards[dimension]?.get(code) ?? [code]).map((up) => (dimension === 0 ? up : `${key}\t${up}`)),
          ),
        [''],
      );
      return [[cell, above.flatMap((key) => at.get(key) ?? [])]];
    }),
  );
}

/** By value; of equal ones the cell that shares most with large cells: for every inner cell of it, all that stands above that one. */
function largestFirst(
  cells: Instantie['cells'],
  inner: readonly (readonly number[])[],
): readonly number[] {
  const shared = new Float64Array(cells.length);
  for (const above of inner) {
    const weight = above.reduce((sum, cell) => sum + (cells[cell]?.value ?? 0) + 1, 0);
    for (const cell of above) shared[cell] = (shared[cell] ?? 0) + weight;
  }
  return cells
    .map((_, cell) => cell)
    .sort(
      (a, b) =>
        (cells[b]?.value ?? 0) - (cells[a]?.value ?? 0) || (shared[b] ?? 0) - (shared[a] ?? 0) || a - b,
    );
}

function columnsOf(count: number, rows: readonly (readonly number[])[]): Kolom[] {
  const columns: number[][] = Array.from({ length: count }, () => []);
  rows.forEach((above, row) => {
    for (const cell of above) columns[cell]?.push(row);
  });
  return columns.map((list) => ({
    rows: Int32Array.from(list),
    values: new Float64Array(list.length).fill(1),
  }));
}

/** What is left of every cell that is not shown yet, once all that is shown is known. Cost: grows with the fill; a pivot is taken where it touches the fewest cells. */
class Eliminatie {
  readonly #columns: Kolom[];
  /** Rows from here on are singletons. */
  readonly #singletons: number;
  readonly #isPrimary: (cell: number) => boolean;
  /** For every row the columns that may have it; some had it and lost it. */
  readonly #columnsOf: number[][];
  readonly #used: Uint8Array;

  constructor(columns: Kolom[], rows: number, singletons: number, isPrimary: (cell: number) => boolean) {
    this.#singletons = singletons;
    this.#isPrimary = isPrimary;
    this.#columnsOf = Array.from({ length: rows }, () => []);
    this.#used = new Uint8Array(rows);
    // A primary cell of singletons only is protected as their sum.
    this.#columns = columns.map((column, cell) =>
      isPrimary(cell) && (column.rows[0] ?? rows) >= singletons ? LEEG : column,
    );
    this.#columns.forEach(({ rows: own }, cell) => {
      for (const row of own) this.#columnsOf[row]?.push(cell);
    });
  }

  /** False = the cell has to stay hidden. */
  show(cell: number): boolean {
    const column = this.#columns[cell] ?? LEEG;
    this.#columns[cell] = LEEG;
    if (column.rows.length === 0) return true;
    if (this.#isSumOfSingletons(column) || this.#isPrimaryCell(column)) return false;
    this.#eliminate(column);
    return true;
  }

  #isSumOfSingletons({ rows, values }: Kolom): boolean {
    if ((rows[0] ?? 0) < this.#singletons) return false;
    if (values.every((value) => value === values[0]) || rows.some((row) => this.#used[row] === 1)) return true;
    for (const row of rows) this.#used[row] = 1;
    return false;
  }

  #isPrimaryCell(column: Kolom): boolean {
    return (this.#columnsOf[column.rows[0] ?? 0] ?? []).some(
      (cell) => this.#isPrimary(cell) && isMultiple(this.#columns[cell] ?? LEEG, column),
    );
  }

  #eliminate(column: Kolom): void {
    const pivot = this.#pivotOf(column);
    const row = column.rows[pivot] ?? 0;
    const unit = inverse(column.values[pivot] ?? 1);
    for (const cell of this.#columnsOf[row] ?? []) {
      const old = this.#columns[cell] ?? LEEG;
      const at = placeOf(old.rows, row);
      if (at < 0) continue;
      const times = PRIME - (((old.values[at] ?? 0) * unit) % PRIME);
      this.#columns[cell] = plus(old, times, column, (added) => this.#columnsOf[added]?.push(cell));
    }
    this.#columnsOf[row] = [];
  }

  /** Singletons go last and in their own order: what is left in terms of singletons depends on it. */
  #pivotOf({ rows }: Kolom): number {
    if ((rows[0] ?? 0) >= this.#singletons) return 0;
    let best = 0;
    for (const [at, row] of rows.entries()) {
      if (row >= this.#singletons) break;
      if (this.#touched(row) < this.#touched(rows[best] ?? 0)) best = at;
    }
    return best;
  }

  #touched(row: number): number {
    return this.#columnsOf[row]?.length ?? 0;
  }
}

function isMultiple(one: Kolom, other: Kolom): boolean {
  const size = one.rows.length;
  if (size !== other.rows.length || !one.rows.every((row, at) => row === other.rows[at])) return false;
  const [a, b] = [one.values[0] ?? 0, other.values[0] ?? 0];
  return one.values.every((value, at) => (value * b) % PRIME === ((other.values[at] ?? 0) * a) % PRIME);
}

/** `one + times · other`, modulo PRIME; tells which rows `one` did not have. */
function plus(one: Kolom, times: number, other: Kolom, added: (row: number) => void): Kolom {
  const size = one.rows.length + other.rows.length;
  const rows = new Int32Array(size);
  const values = new Float64Array(size);
  let count = 0;
  for (let a = 0, b = 0; a < one.rows.length || b < other.rows.length; ) {
    const [mine, theirs] = [one.rows[a] ?? Infinity, other.rows[b] ?? Infinity];
    const row = Math.min(mine, theirs);
    let value = 0;
    if (mine === row) value += one.values[a++] ?? 0;
    if (theirs === row) value += (other.values[b++] ?? 0) * times;
    value %= PRIME;
    if (value === 0) continue;
    if (mine !== row) added(row);
    rows[count] = row;
    values[count] = value;
    count += 1;
  }
  return { rows: rows.slice(0, count), values: values.slice(0, count) };
}

function placeOf(rows: Int32Array, row: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function inverse(value: number): number {
  let [result, power] = [1, value];
  for (let left = PRIME - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * power) % PRIME;
    power = (power * power) % PRIME;
  }
  return result;
}
