// SPDX-License-Identifier: EUPL-1.2

/** A sum of unknowns: rows in ascending order, with what each counts for, modulo PRIME and never 0. */
export interface Kolom {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Products of two smaller numbers are exact in a double. */
const PRIME = 67_108_859;
const EMPTY: Kolom = { rows: new Int32Array(0), values: new Float64Array(0) };

/** A sum from whole coefficients; undefined = one of them is not whole. */
export function kolomVan(terms: readonly (readonly [row: number, value: number])[]): Kolom | undefined {
  const kept = terms.filter(([, value]) => value % PRIME !== 0).toSorted(([a], [b]) => a - b);
  if (!kept.every(([, value]) => Number.isInteger(value))) return undefined;
  return {
    rows: Int32Array.from(kept, ([row]) => row),
    values: Float64Array.from(kept, ([, value]) => ((value % PRIME) + PRIME) % PRIME),
  };
}

/**
 * What is left of sums of unknowns once some of them are known, by sparse elimination over a prime field: a mistake needs a coincidence of one in millions, and
 * whoever uses it proves the result otherwise. Cost: grows with the fill; a pivot is taken where it touches the fewest sums.
 */
export class Eliminatie {
  readonly #columns: Kolom[];
  readonly #isSecret: (column: number) => boolean;
  /** For every row the columns that may have it; some had it and lost it. */
  readonly #columnsOf: number[][];

  constructor(columns: readonly Kolom[], rows: number, isSecret: (column: number) => boolean) {
    this.#columns = [...columns];
    this.#isSecret = isSecret;
    this.#columnsOf = Array.from({ length: rows }, () => []);
    columns.forEach(({ rows: own }, column) => {
      for (const row of own) this.#columnsOf[row]?.push(column);
    });
  }

  /** What is not known of a sum; no rows = it follows from what is known. */
  left(column: number): Kolom {
    return this.#columns[column] ?? EMPTY;
  }

  /** A secret sum would follow if this one were known. */
  reveals(column: number): boolean {
    const left = this.left(column);
    return (this.#columnsOf[left.rows[0] ?? -1] ?? []).some(
      (other) => this.#isSecret(other) && isMultiple(this.left(other), left),
    );
  }

  /** Makes a sum known. Rows from `last` on are expressed in the others only when nothing else is left, the first of them first. */
  know(column: number, last = Number.POSITIVE_INFINITY): void {
    const known = this.left(column);
    this.#columns[column] = EMPTY;
    if (known.rows.length === 0) return;
    const pivot = this.#pivotOf(known, last);
    const row = known.rows[pivot] ?? 0;
    const unit = inverse(known.values[pivot] ?? 1);
    for (const other of this.#columnsOf[row] ?? []) {
      const old = this.left(other);
      const at = placeOf(old.rows, row);
      if (at < 0) continue;
      const times = PRIME - (((old.values[at] ?? 0) * unit) % PRIME);
      this.#columns[other] = plus(old, times, known, (added) => this.#columnsOf[added]?.push(other));
    }
    this.#columnsOf[row] = [];
  }

  /** Forgets a sum that is neither known nor secret. */
  drop(column: number): void {
    this.#columns[column] = EMPTY;
  }

  #pivotOf({ rows }: Kolom, last: number): number {
    let best = 0;
    for (const [at, row] of rows.entries()) {
      if (row >= last) break;
      if (this.#touched(row) < this.#touched(rows[best] ?? 0)) best = at;
    }
    return best;
  }

  #touched(row: number): number {
    return this.#columnsOf[row]?.length ?? 0;
  }
}

function isMultiple(one: Kolom, other: Kolom): boolean {
  if (one.rows.length !== other.rows.length || !one.rows.every((row, at) => row === other.rows[at]))
    return false;
  const [a, b] = [one.values[0] ?? 0, other.values[0] ?? 0];
  return one.values.every((value, at) => (value * b) % PRIME === ((other.values[at] ?? 0) * a) % PRIME);
}

/** `one + times · other`; tells which rows `one` did not have. */
function plus(one: Kolom, times: number, other: Kolom, added: (row: number) => void): Kolom {
  const size = one.rows.length + other.rows.length;
  const rows = new Int32Array(size);
  const values = new Float64Array(size);
  let count = 0;
  for (let a = 0, b = 0; a < one.rows.length || b < other.rows.length; ) {
    const mine = one.rows[a] ?? Number.POSITIVE_INFINITY;
    const theirs = other.rows[b] ?? Number.POSITIVE_INFINITY;
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
