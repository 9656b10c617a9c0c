// SPDX-License-Identifier: EUPL-1.2
import type { SqlLijsten } from '../contract/index.ts';
import { gemeentenOf } from './figure-bundle.ts';
import type { Gelezen } from './gelezen.ts';
import { lijstenPerRij } from './lijsten-per-rij.ts';
import type { Bron } from './maat.ts';

/** Where an area and period stand among the rows of `Metingen`: from one row up to another. */
export interface Strook {
  readonly van: number;
  readonly tot: number;
}

/** Whose lists are in memory: they are by far the largest, and tables of one way of splitting follow each other. */
export interface Houder {
  metingen?: Metingen;
}

const GEEN: Strook = { van: 0, tot: 0 };

/**
 * What one query measured under one way of splitting: a row per area, period and cell that occurs, those of one area and period together and in the order
 * of cells. A quantity of an area is the sum of its places, made when somebody asks.
 */
export class Metingen {
  readonly #gelezen: Gelezen;
  readonly #houder: Houder;
  readonly #perioden: ReadonlyMap<string, number>;
  readonly #gebieden: ReadonlyMap<string, number>;
  readonly #stroken: Int32Array;
  /** Per row the cell, as a place in its `Celboek`. */
  readonly cel: Int32Array;
  /** Per row where its records begin among `#records`; one more at the end. */
  readonly #van: Int32Array;
  readonly #records: Int32Array;
  readonly #getallen = new Map<number, Float64Array>();
  readonly #lijsten = new Map<number, SqlLijsten>();

  /** `cel` says, by record of this way of splitting, which cell it is about. */
  constructor(gelezen: Gelezen, records: Int32Array, cel: Int32Array, cellen: number, houder: Houder) {
    this.#gelezen = gelezen;
    this.#houder = houder;
    const { query, plek, periode } = gelezen;
    this.#perioden = new Map(query.meetperioden.map(({ label }, place) => [label, place]));
    this.#gebieden = new Map(query.gebieden.map(({ code }, place) => [code, place]));
    const gebieden = gebiedenVanPlek(gelezen);
    const areas = query.gebieden.length;
    const stroken = new Int32Array(areas * query.meetperioden.length + 1);
    for (const record of records) {
      for (const gebied of gebieden[plek[record] ?? 0] ?? [])
        bump(stroken, (periode[record] ?? 0) * areas + gebied + 1);
    }
    for (let strook = 1; strook < stroken.length; strook += 1)
      bump(stroken, strook, stroken[strook - 1] ?? 0);
    const size = stroken.at(-1) ?? 0;
    const next = stroken.slice();
    const entryRecord = new Int32Array(size);
    const entryCel = new Int32Array(size);
    for (const place of inOrder(cel, cellen)) {
      const record = records[place] ?? 0;
      for (const gebied of gebieden[plek[record] ?? 0] ?? []) {
        const strook = (periode[record] ?? 0) * areas + gebied;
        const entry = next[strook] ?? 0;
        next[strook] = entry + 1;
        entryRecord[entry] = record;
        entryCel[entry] = cel[place] ?? 0;
      }
    }
    const rows = new Int32Array(size);
    const van = new Int32Array(size + 1);
    this.#stroken = new Int32Array(stroken.length);
    let row = 0;
    for (let strook = 0; strook + 1 < stroken.length; strook += 1) {
      this.#stroken[strook] = row;
      const [first, end] = [stroken[strook] ?? 0, stroken[strook + 1] ?? 0];
      for (let entry = first; entry < end; entry += 1) {
        if (entry > first && entryCel[entry] === entryCel[entry - 1]) continue;
        rows[row] = entryCel[entry] ?? 0;
        van[row] = entry;
        row += 1;
      }
    }
    this.#stroken[stroken.length - 1] = row;
    van[row] = size;
    this.cel = rows.slice(0, row);
    this.#van = van.slice(0, row + 1);
    this.#records = entryRecord;
  }

  get bron(): Bron {
    return this.#gelezen.query.bron;
  }

  /** Nothing was delivered about this period, or only of the region as a whole: a figure of it is unknown. */
  isUnknown(gebied: string, periode: string): boolean {
    const { gedekt, zonderGemeente, query } = this.#gelezen;
    const when = this.#perioden.get(periode) ?? -1;
    if (gedekt !== undefined && !gedekt.has(when)) return true;
    return zonderGemeente.has(when) && query.gebieden[this.#area(gebied)]?.heel !== true;
  }

  #area(gebied: string): number {
    return this.#gebieden.get(this.#gelezen.query.zelfde[gebied] ?? gebied) ?? -1;
  }

  strook(gebied: string, periode: string): Strook {
    const area = this.#area(gebied);
    const when = this.#perioden.get(periode);
    if (area < 0 || when === undefined) return GEEN;
    const strook = when * this.#gelezen.query.gebieden.length + area;
    return { van: this.#stroken[strook] ?? 0, tot: this.#stroken[strook + 1] ?? 0 };
  }

  /** The quantity at this place of the query, per row. */
  getallen(maat: number): Float64Array {
    const known = this.#getallen.get(maat);
    if (known !== undefined) return known;
    const gemeten = this.#gelezen.maten[maat];
    if (!(gemeten instanceof Float64Array || gemeten instanceof Int32Array))
      throw new RangeError(`quantity ${maat} is no number`);
    const sums = new Float64Array(this.cel.length);
    for (let row = 0; row < sums.length; row += 1) {
      let sum = 0;
      const end = this.#van[row + 1] ?? 0;
      for (let entry = this.#van[row] ?? 0; entry < end; entry += 1)
        sum += gemeten[this.#records[entry] ?? 0] ?? 0;
      sums[row] = sum;
    }
    this.#getallen.set(maat, sums);
    return sums;
  }

  /** The distribution at this place of the query, per row from small to large. */
  lijsten(maat: number): SqlLijsten {
    const known = this.#lijsten.get(maat);
    if (known !== undefined) return known;
    const gemeten = this.#gelezen.maten[maat];
    if (gemeten === undefined || !('einden' in gemeten)) throw new RangeError(`quantity ${maat} is no list`);
    const { metingen } = this.#houder;
    if (metingen !== undefined && metingen !== this) metingen.#lijsten.clear();
    this.#houder.metingen = this;
    const lijsten = lijstenPerRij(gemeten, this.#records, this.#van);
    this.#lijsten.set(maat, lijsten);
    return lijsten;
  }

  /** The text at this place of the query; empty where there is none. */
  tekst(maat: number, row: number): string {
    const gemeten = this.#gelezen.maten[maat];
    if (!Array.isArray(gemeten)) throw new RangeError(`quantity ${maat} is no text`);
    return String(gemeten[this.#records[this.#van[row] ?? 0] ?? 0] ?? '');
  }
}

function bump(counts: Int32Array, place: number, by = 1): void {
  counts[place] = (counts[place] ?? 0) + by;
}

/** Places of the records from the first cell to the last. */
function inOrder(cel: Int32Array, cellen: number): Int32Array {
  const next = new Int32Array(cellen + 1);
  for (const one of cel) bump(next, one + 1);
  for (let one = 1; one <= cellen; one += 1) bump(next, one, next[one - 1] ?? 0);
  const order = new Int32Array(cel.length);
  for (const [place, one] of cel.entries()) {
    order[next[one] ?? 0] = place;
    bump(next, one);
  }
  return order;
}

/** In which areas each place counts: a gemeente in all that hold it, an area as a whole in itself. */
function gebiedenVanPlek({ query }: Gelezen): readonly (readonly number[])[] {
  return [
    ...gemeentenOf(query).map((gemeente) =>
      query.gebieden.flatMap((gebied, place) => (gebied.gemeenten.includes(gemeente) ? [place] : [])),
    ),
    ...query.gebieden.map((_, place) => [place]),
  ];
}
