// SPDX-License-Identifier: EUPL-1.2
import type { Woordenboek } from './woordenboek.ts';

/** The cells of one way of splitting, over all sources: each a combination of codes, numbered in the order in which rows are sorted. */
export class Celboek {
  readonly #boek: Woordenboek;
  readonly #diepte: number;
  /** Per dimension: from the number of what goes before and a code to the next number. */
  readonly #stappen: readonly Map<number, number>[];
  readonly #codes: number[][] = [];
  #volgorde: Int32Array = new Int32Array(0);
  #cellen: readonly (readonly string[])[] = [];

  constructor(boek: Woordenboek, diepte: number) {
    this.#boek = boek;
    this.#diepte = diepte;
    this.#stappen = Array.from({ length: diepte }, () => new Map());
    if (diepte === 0) this.#codes.push([]);
  }

  /** A number for these codes until `sort`; `codes(place)` is that of the dimension at this place. */
  add(codes: (place: number) => number): number {
    const size = this.#boek.woorden.length;
    let found = 0;
    for (let place = 0; place < this.#diepte; place += 1) {
      const stap = this.#stappen[place];
      const key = found * size + codes(place);
      let next = stap?.get(key);
      if (next === undefined) {
        next = stap?.size ?? 0;
        stap?.set(key, next);
        if (place === this.#diepte - 1)
          this.#codes.push(Array.from({ length: this.#diepte }, (_, at) => codes(at)));
      }
      found = next;
    }
    return found;
  }

  sort(): void {
    const order = this.#codes.map((_, nummer) => nummer);
    order.sort((a, b) => compare(this.#codes[a] ?? [], this.#codes[b] ?? []));
    this.#volgorde = new Int32Array(order.length);
    for (const [plaats, nummer] of order.entries()) this.#volgorde[nummer] = plaats;
    const { woorden } = this.#boek;
    this.#cellen = order.map((nummer) => (this.#codes[nummer] ?? []).map((code) => woorden[code] ?? ''));
  }

  /** By the number of `add`: the place of a cell in the order of rows. */
  get volgorde(): Int32Array {
    return this.#volgorde;
  }

  /** The codes of each cell, in the order of rows. */
  get cellen(): readonly (readonly string[])[] {
    return this.#cellen;
  }

  /** The place of a cell by its codes; -1 when there is none such. */
  find(codes: readonly string[]): number {
    const size = this.#boek.woorden.length;
    let found = 0;
    for (const [place, code] of codes.entries()) {
      const next = this.#stappen[place]?.get(found * size + this.#boek.nummer(code));
      if (next === undefined) return -1;
      found = next;
    }
    return this.#volgorde[found] ?? -1;
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [place, code] of a.entries()) {
    const other = b[place] ?? 0;
    if (code !== other) return code - other;
  }
  return 0;
}
