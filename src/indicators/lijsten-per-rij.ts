// SPDX-License-Identifier: EUPL-1.2
import type { SqlLijsten } from '../contract/index.ts';

/** One list of whole numbers from small to large: `waarden` from `van` up to `tot`. */
export interface Lijst {
  readonly waarden: Int32Array;
  readonly van: number;
  readonly tot: number;
}

/** The list of a row; empty for no row. */
export function lijstVan({ einden, waarden }: SqlLijsten, row: number): Lijst {
  if (row < 0) return { waarden, van: 0, tot: 0 };
  return { waarden, van: beginOf(einden, row), tot: einden[row] ?? 0 };
}

/** The lists of the records of each row together, from small to large; the records of row r are those from `van[r]` up to `van[r + 1]`. */
export function lijstenPerRij(
  { einden, waarden }: SqlLijsten,
  records: Int32Array,
  van: Int32Array,
): SqlLijsten {
  const rows = van.length - 1;
  let size = 0;
  for (const record of records) size += (einden[record] ?? 0) - beginOf(einden, record);
  const samen = new Int32Array(size);
  const own = new Int32Array(rows);
  const counter = new Counter();
  let filled = 0;
  for (let row = 0; row < rows; row += 1) {
    const first = filled;
    for (let entry = van[row] ?? 0; entry < (van[row + 1] ?? 0); entry += 1) {
      const record = records[entry] ?? 0;
      const end = einden[record] ?? 0;
      for (let at = beginOf(einden, record); at < end; at += 1) {
        samen[filled] = waarden[at] ?? 0;
        filled += 1;
      }
    }
    own[row] = filled;
    sort(samen, first, filled, counter);
  }
  return { einden: own, waarden: samen };
}

function beginOf(einden: Int32Array, record: number): number {
  return record === 0 ? 0 : (einden[record - 1] ?? 0);
}

const KORT = 16;
const LANG = 256;

/** Short lists by insertion, long ones by counting: days are small numbers, and most lists are short. */
function sort(samen: Int32Array, from: number, end: number, counter: Counter): void {
  if (end - from > LANG && counter.sort(samen, from, end)) return;
  if (end - from > KORT) {
    samen.subarray(from, end).sort();
    return;
  }
  for (let at = from + 1; at < end; at += 1) {
    const value = samen[at] ?? 0;
    let place = at - 1;
    while (place >= from && (samen[place] ?? 0) > value) {
      samen[place + 1] = samen[place] ?? 0;
      place -= 1;
    }
    samen[place + 1] = value;
  }
}

/** Sorts numbers from 0 up to some thousands by how often each occurs. */
class Counter {
  readonly #counts = new Int32Array(1 << 15);

  /** False when a number is outside what is counted; then nothing has changed. */
  sort(samen: Int32Array, from: number, end: number): boolean {
    let most = 0;
    for (let at = from; at < end; at += 1) {
      const value = samen[at] ?? 0;
      if (value < 0 || value >= this.#counts.length) return false;
      if (value > most) most = value;
    }
    if (most > 16 * (end - from)) return false;
    for (let at = from; at < end; at += 1) {
      const value = samen[at] ?? 0;
      this.#counts[value] = (this.#counts[value] ?? 0) + 1;
    }
    let at = from;
    for (let value = 0; value <= most; value += 1) {
      const count = this.#counts[value] ?? 0;
      if (count === 0) continue;
      samen.fill(value, at, at + count);
      at += count;
      this.#counts[value] = 0;
    }
    return true;
  }
}
