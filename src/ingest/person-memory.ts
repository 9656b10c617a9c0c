// SPDX-License-Identifier: EUPL-1.2

/** Half of them may be taken, so that a free one is near; a whole jeugdregio fits many times. */
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
    let slot = Math.imul(number, 0x9e3779b1) >>> 12;
    while (this.#numbers[slot] !== 0) {
      if (this.#numbers[slot] === number) return this.#pseudonyms[slot] as bigint;
      slot = (slot + 1) % SLOTS;
    }
    const pseudonym = this.#make(digits);
    if (this.#taken < SLOTS / 2) {
      this.#numbers[slot] = number;
      this.#pseudonyms[slot] = pseudonym;
      this.#taken += 1;
    }
    return pseudonym;
  }
}
