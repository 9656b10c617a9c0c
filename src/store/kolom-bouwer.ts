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
  #bytes: Uint8Array<ArrayBuffer>;
  #int32: Int32Array;
  #bigint: BigInt64Array;
  #double: Float64Array | undefined;
  #gevuld: Uint8Array<ArrayBuffer>;
  #leeg = 0;
  #langeRijen: number[] = [];
  #langeTeksten: string[] = [];

  constructor(soort: KolomSoort, capacity = 2048) {
    this.soort = soort;
    const buffer = new ArrayBuffer(capacity * BREEDTE[soort]);
    this.#bytes = new Uint8Array(buffer);
    this.#int32 = new Int32Array(buffer);
    this.#bigint = BREEDTE[soort] >= 8 ? new BigInt64Array(buffer) : new BigInt64Array(0);
    this.#double = soort === 'double' ? new Float64Array(buffer) : undefined;
    this.#gevuld = new Uint8Array(capacity / 8);
  }

  push(value: Waarde): void {
    const row = this.length;
    if (row === this.#gevuld.length * 8) this.#grow();
    this.length = row + 1;
    if (value === undefined) {
      this.#leeg += 1;
      return;
    }
    this.#gevuld[row >> 3] = (this.#gevuld[row >> 3] ?? 0) | (1 << (row & 7));
    if (typeof value === 'string') this.#setText(row, value);
    else if (typeof value === 'bigint') this.#bigint[row] = BigInt.asIntN(64, value);
    else if (this.#bigint.length === 0) this.#int32[row] = value;
    else if (this.#double === undefined) this.#setInt64(row, value);
    else this.#double[row] = value;
  }

  /** Overwrites the rows from `from` on with one value. */
  fill(value: bigint, from: number): void {
    this.#bigint.fill(value, from, this.length);
  }

  /** Takes back every row from `length` on. */
  truncate(length: number): void {
    const width = BREEDTE[this.soort];
    for (let row = length; row < this.length; row += 1) {
      const byte = this.#gevuld[row >> 3] ?? 0;
      const bit = 1 << (row & 7);
      if ((byte & bit) === 0) this.#leeg -= 1;
      this.#gevuld[row >> 3] = byte & ~bit;
    }
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
    const gevuld = this.#leeg === 0 ? undefined : this.#gevuld.slice(0, (this.length + 7) >> 3);
    const column = {
      soort: this.soort,
      data,
      ...(gevuld && { gevuld }),
      langeRijen: this.#langeRijen,
      langeTeksten: this.#langeTeksten,
    };
    this.#bytes.fill(0, 0, data.length);
    this.#gevuld.fill(0);
    this.#langeRijen = [];
    this.#langeTeksten = [];
    this.#leeg = 0;
    this.length = 0;
    return column;
  }

  #setInt64(row: number, value: number): void {
    const high = Math.floor(value / TWO_32);
    this.#int32[row * 2] = value - high * TWO_32;
    this.#int32[row * 2 + 1] = high;
  }

  #setText(row: number, text: string): void {
    const start = row * 16;
    if (text.length <= INLINE_BYTES) {
      let index = 0;
      for (; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        if (unit > 127) break;
        this.#bytes[start + 4 + index] = unit;
      }
      if (index === text.length) {
        this.#bytes[start] = index;
        return;
      }
      this.#bytes.fill(0, start, start + 16);
    }
    this.#langeRijen.push(row);
    this.#langeTeksten.push(text);
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    this.#int32 = new Int32Array(bytes.buffer);
    if (this.#bigint.length > 0) this.#bigint = new BigInt64Array(bytes.buffer);
    if (this.#double !== undefined) this.#double = new Float64Array(bytes.buffer);
    const gevuld = new Uint8Array(this.#gevuld.length * 2);
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
