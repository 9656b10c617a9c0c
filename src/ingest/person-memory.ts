// SPDX-License-Identifier: EUPL-1.2

/** Half of them may be taken, so that a free one is near; then all are forgotten. A whole jeugdregio fits many times. */
const SLOTS = 2 ** 20;

/** Remembers the pseudonym of each BSN: a table of numbers, since every message asks for one and looking a text up means hashing it. */
export class PersonMemory {
  readonly #make: (digits: string) => bigint;
  readonly #numbers = new Int32Array(SLOTS);
  readonly #pseudonyms = new BigUint64Array(SLOTS);
  #taken = 0;

  constructor(make: (digits: string) => bigint) {
    this.#make = make;
  }

  pseudonymOf(digits: string): bigint {
    const number = /^\d{9}$/.test(digits) ? Number(digits) : 0;
    if (number === 0) return this.#make(digits);
    const known = this.#slotOf(number);
    if (this.#numbers[known] === number) return this.#pseudonyms[known] as bigint;
    if (this.#taken >= SLOTS / 2) {
      this.#numbers.fill(0);
      this.#taken = 0;
    }
    const slot = this.#slotOf(number);
    this.#numbers[slot] = number;
    this.#taken += 1;
    const pseudonym = this.#make(digits);
    this.#pseudonyms[slot] = pseudonym;
    return pseudonym;
  }

  /** Where a number stands, or would stand. */
  #slotOf(number: number): number {
    let slot = Math.imul(number, 0x9e3779b1) >>> 12;
    while (this.#numbers[slot] !== 0 && this.#numbers[slot] !== number) slot = (slot + 1) % SLOTS;
    return slot;
  }
}
