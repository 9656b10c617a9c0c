// SPDX-License-Identifier: EUPL-1.2
import type { KolomSoort } from './raw-schema.ts';

/** What a cell may hold; undefined is NULL. `int64` takes any safe integer or a bigint; only `double` takes fractions. */
export type Waarde = string | number | bigint | undefined;

/** Longest text (in bytes) that DuckDB keeps inside its 16-byte string header. */
const INLINE_BYTES = 12;
const TWO_32 = 2 ** 32;

/** Bytes of one value as DuckDB lays it out in memory. */
export const BREEDTE: Readonly<Record<KolomSoort, number>> = {
  int32: 4,
  date: 4,
  int64: 8,
  uint64: 8,
  double: 8,
  timestamp: 8,
  text: 16,
};

/** A finished column in DuckDB's own memory layout, ready to be transferred between threads. */
export interface KolomData {
  readonly soort: KolomSoort;
  readonly data: Uint8Array<ArrayBuffer>;
  /** One bit per row, 1 = filled; absent when nothing is NULL. */
  readonly gevuld?: Uint8Array<ArrayBuffer>;
  /** Texts that do not fit inline, with their row numbers in ascending order. */
  readonly langeRijen: readonly number[];
  readonly langeTeksten: readonly string[];
}

/** Grows one column value by value, in the memory layout of a DuckDB vector, so that appending it is a memory copy. */
export class KolomBouwer {
  readonly soort: KolomSoort;
  length = 0;
  #capacity: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #int32: Int32Array;
  #bigint: BigInt64Array;
  #double: Float64Array | undefined;
  /** One bit per row, kept only once something is NULL. */
  #gevuld: Uint8Array<ArrayBuffer>;
  #metLeeg = false;
  #langeRijen: number[] = [];
  #langeTeksten: string[] = [];

  constructor(soort: KolomSoort, capacity = 2048) {
    this.soort = soort;
    this.#capacity = capacity;
    const buffer = new ArrayBuffer(capacity * BREEDTE[soort]);
    this.#bytes = new Uint8Array(buffer);
    this.#int32 = new Int32Array(buffer);
    this.#bigint = BREEDTE[soort] >= 8 ? new BigInt64Array(buffer) : new BigInt64Array(0);
    this.#double = soort === 'double' ? new Float64Array(buffer) : undefined;
    this.#gevuld = new Uint8Array(capacity / 8);
  }

  push(value: Waarde): void {
    if (value === undefined) this.leeg();
    else if (typeof value === 'string') this.text(value);
    else if (typeof value === 'bigint') this.bigint(value);
    else this.number(value);
  }

  /** NULL. */
  leeg(): void {
    const row = this.#next();
    if (!this.#metLeeg) this.#beginMetLeeg(row);
    this.#gevuld[row >> 3] = (this.#gevuld[row >> 3] as number) & ~(1 << (row & 7));
  }

  /** A number of 32 bits, any safe integer, or one with a fraction, as the column is. */
  number(value: number): void {
    const row = this.#next();
    if (this.#metLeeg) this.#markGevuld(row);
    if (this.#bigint.length === 0) {
      this.#int32[row] = value;
      return;
    }
    if (this.#double !== undefined) {
      this.#double[row] = value;
      return;
    }
    const high = Math.floor(value / TWO_32);
    this.#int32[row * 2] = value - high * TWO_32;
    this.#int32[row * 2 + 1] = high;
  }

  bigint(value: bigint): void {
    const row = this.#next();
    if (this.#metLeeg) this.#markGevuld(row);
    this.#bigint[row] = BigInt.asIntN(64, value);
  }

  text(value: string): void {
    const row = this.#next();
    if (this.#metLeeg) this.#markGevuld(row);
    const { length } = value;
    const start = row * 16;
    const bytes = this.#bytes;
    if (length <= INLINE_BYTES) {
      let index = 0;
      for (; index < length; index += 1) {
        const unit = value.charCodeAt(index);
        if (unit > 127) break;
        bytes[start + 4 + index] = unit;
      }
      if (index === length) {
        bytes[start] = index;
        return;
      }
      bytes.fill(0, start, start + 16);
    }
    this.#langeRijen.push(row);
    this.#langeTeksten.push(value);
  }

  /** Overwrites the rows from `from` on with one value of 64 bits, given as two halves. */
  fill(high: number, low: number, from: number): void {
    for (let row = from; row < this.length; row += 1) {
      this.#int32[row * 2] = low;
      this.#int32[row * 2 + 1] = high;
    }
  }

  /** Takes back every row from `length` on. */
  truncate(length: number): void {
    if (length >= this.length) return;
    const width = BREEDTE[this.soort];
    this.#bytes.fill(0, length * width, this.length * width);
    while ((this.#langeRijen.at(-1) ?? -1) >= length) {
      this.#langeRijen.pop();
      this.#langeTeksten.pop();
    }
    this.length = length;
  }

  /** The column so far; the builder is empty afterwards. */
  finish(): KolomData {
    const data = this.#bytes.slice(0, this.length * BREEDTE[this.soort]);
    const gevuld = this.#metLeeg ? this.#gevuld.slice(0, (this.length + 7) >> 3) : undefined;
    const column = {
      soort: this.soort,
      data,
      ...(gevuld && { gevuld }),
      langeRijen: this.#langeRijen,
      langeTeksten: this.#langeTeksten,
    };
    this.#bytes.fill(0, 0, data.length);
    this.#metLeeg = false;
    this.#langeRijen = [];
    this.#langeTeksten = [];
    this.length = 0;
    return column;
  }

  #next(): number {
    const row = this.length;
    if (row === this.#capacity) this.#grow();
    this.length = row + 1;
    return row;
  }

  #beginMetLeeg(row: number): void {
    this.#metLeeg = true;
    this.#gevuld.fill(255, 0, (row >> 3) + 1);
  }

  #markGevuld(row: number): void {
    this.#gevuld[row >> 3] = (this.#gevuld[row >> 3] as number) | (1 << (row & 7));
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    this.#int32 = new Int32Array(bytes.buffer);
    if (this.#bigint.length > 0) this.#bigint = new BigInt64Array(bytes.buffer);
    if (this.#double !== undefined) this.#double = new Float64Array(bytes.buffer);
    this.#capacity *= 2;
    const gevuld = new Uint8Array(this.#capacity / 8);
    gevuld.set(this.#gevuld);
    this.#gevuld = gevuld;
  }
}

/** The rows of a column for which `keep` is 1. */
export function filterKolom(kolom: KolomData, keep: Uint8Array, kept: number): KolomData {
  const width = BREEDTE[kolom.soort];
  const data = new Uint8Array(kept * width);
  const gevuld = kolom.gevuld && new Uint8Array((kept + 7) >> 3);
  const langeRijen: number[] = [];
  const langeTeksten: string[] = [];
  let to = 0;
  let lang = 0;
  for (let from = 0; from < keep.length; from += 1) {
    const isLang = kolom.langeRijen[lang] === from;
    if (keep[from] === 1) {
      data.set(kolom.data.subarray(from * width, (from + 1) * width), to * width);
      if (gevuld && ((kolom.gevuld?.[from >> 3] ?? 0) & (1 << (from & 7))) !== 0) {
        gevuld[to >> 3] = (gevuld[to >> 3] ?? 0) | (1 << (to & 7));
      }
      if (isLang) {
        langeRijen.push(to);
        langeTeksten.push(kolom.langeTeksten[lang] ?? '');
      }
      to += 1;
    }
    if (isLang) lang += 1;
  }
  return { soort: kolom.soort, data, ...(gevuld && { gevuld }), langeRijen, langeTeksten };
}
