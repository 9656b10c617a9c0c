// SPDX-License-Identifier: EUPL-1.2

/**
 * A raw citizen service number on its way from a reader to the pseudonymiser.
 *
 * It cannot be printed, serialised, compared or cloned to another thread by accident: every such road gives `[bsn]` or throws.
 * Only `revealBsn` opens it, and only `src/ingest/` (to hash it) and `src/ijw/` (to check it) call that; a test guards this.
 */
export class Bsn {
  readonly #digits: string;

  constructor(digits: string) {
    this.#digits = digits;
  }

  static reveal(bsn: Bsn): string {
    return bsn.#digits;
  }

  toString(): string {
    return '[bsn]';
  }

  toJSON(): never {
    throw new TypeError('a Bsn cannot be serialised');
  }

  [Symbol.toPrimitive](): string {
    return '[bsn]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[bsn]';
  }
}

/** The nine digits. See `Bsn` for who may call this. */
export function revealBsn(bsn: Bsn): string {
  return Bsn.reveal(bsn);
}
