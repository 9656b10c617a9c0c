// SPDX-License-Identifier: EUPL-1.2

const FIRST_SLOTS = 1024;

/**
 * A set of ids of 64 bits, as two halves. Ids are hashes, so their own bits say where they stand.
 *
 * Cost: 16 to 32 bytes per id, in memory that the garbage collector does not walk through.
 */
export class IdSet {
  #halves = new Int32Array(FIRST_SLOTS * 2);
  #size = 0;
  #hasZero = false;

  get size(): number {
    return this.#size + (this.#hasZero ? 1 : 0);
  }

  has(high: number, low: number): boolean {
    if (high === 0 && low === 0) return this.#hasZero;
    const slot = this.#slotOf(high, low);
    return this.#halves[slot] !== 0 || this.#halves[slot + 1] !== 0;
  }

  add(high: number, low: number): void {
    if (high === 0 && low === 0) {
      this.#hasZero = true;
      return;
    }
    const slot = this.#slotOf(high, low);
    if (this.#halves[slot] !== 0 || this.#halves[slot + 1] !== 0) return;
    this.#halves[slot] = high;
    this.#halves[slot + 1] = low;
    this.#size += 1;
    if (this.#size * 4 > this.#halves.length) this.#grow();
  }

  addAll(other: IdSet): void {
    const halves = other.#halves;
    for (let slot = 0; slot < halves.length; slot += 2) {
      const high = halves[slot] as number;
      const low = halves[slot + 1] as number;
      if (high !== 0 || low !== 0) this.add(high, low);
    }
    this.#hasZero ||= other.#hasZero;
  }

  /** Where the id stands, or would stand. */
  #slotOf(high: number, low: number): number {
    const halves = this.#halves;
    const last = halves.length - 1;
    let slot = (low << 1) & last;
    for (;;) {
      const [a, b] = [halves[slot], halves[slot + 1]];
      if ((a === high && b === low) || (a === 0 && b === 0)) return slot;
      slot = (slot + 2) & last;
    }
  }

  #grow(): void {
    const halves = this.#halves;
    this.#halves = new Int32Array(halves.length * 2);
    this.#size = 0;
    for (let slot = 0; slot < halves.length; slot += 2) {
      const high = halves[slot] as number;
      const low = halves[slot + 1] as number;
      if (high !== 0 || low !== 0) this.add(high, low);
    }
  }
}
