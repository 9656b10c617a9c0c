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

/** Whether nine digits pass the 11-proef of a BSN. */
export function passesElevenTest(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += (9 - i) * (digits.charCodeAt(i) - 48);
  return (sum - (digits.charCodeAt(8) - 48)) % 11 === 0 && digits !== '000000000';
}

/** Nine digits that stand apart from other digits, written together or as `1234.56.782`, `123 456 782`, `123-456-782`; a hash is matched first, so that none is seen in it. */
const NINE_DIGITS =
  /[0-9a-f]{32,}|(?<!\d)(?:\d{9}|\d{4}([ ._-])\d{2}\1\d{3}|\d{3}([ ._-])\d{3}\2\d{3})(?!\d)/g;
const DIGITS = 9;

/**
 * A path or message without what looks like a BSN in it: nine digits that pass the 11-proef become stars. Names of persons cannot be recognised, and eight digits are left, because providers
 * are numbered with those.
 */
export function maskBsns(text: string): string {
  return text.replace(NINE_DIGITS, (found) => {
    const digits = found.replace(/\D/g, '');
    return digits.length === DIGITS && passesElevenTest(digits) ? found.replace(/\d/g, '*') : found;
  });
}
