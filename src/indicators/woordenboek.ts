// SPDX-License-Identifier: EUPL-1.2

/** Every code that a figure can be split by, numbered in the order in which rows are sorted. */
export class Woordenboek {
  readonly woorden: readonly string[];
  readonly #nummers: ReadonlyMap<string, number>;

  constructor(codes: ReadonlySet<string>) {
    this.woorden = [...codes].sort((a, b) => (a < b ? -1 : 1));
    this.#nummers = new Map(this.woorden.map((woord, nummer) => [woord, nummer]));
  }

  nummer(code: string): number {
    const nummer = this.#nummers.get(code);
    if (nummer === undefined) throw new RangeError(`a code was not read: ${code}`);
    return nummer;
  }
}
