// SPDX-License-Identifier: EUPL-1.2

const TEST_RANGE = { first: 999_900_000, last: 999_999_999 };
const SHORT_RANGE = { first: 1_000_000, last: 9_999_999 };

/** How many there are, rounded down. */
export const MOST_BSNS = 827_000;

/**
 * The first `count` citizen service numbers for fictional people, all different, all passing the 11-proef.
 * First the published test range 999900006–999999990 (9,091 numbers), then numbers that begin with 00: real ones have eight or nine
 * digits without leading zeros, so these fit nobody.
 * Throws RangeError when there are not so many.
 * Source: docs/adr/fictional-children-have-test-numbers-or-numbers-that-begin-with-00.md
 */
export function testBsns(count: number): string[] {
  const bsns: string[] = [];
  for (const range of [TEST_RANGE, SHORT_RANGE]) {
    for (let tens = Math.floor(range.first / 10); tens <= Math.floor(range.last / 10); tens += 1) {
      if (bsns.length >= count) return bsns;
      const eight = String(tens).padStart(8, '0');
      let sum = 0;
      for (let place = 0; place < 8; place += 1) sum += (9 - place) * (eight.charCodeAt(place) - 48);
      // BSN 11-proef: the weighted sum of eight digits minus the ninth is divisible by 11.
      if (sum % 11 < 10) bsns.push(`${eight}${sum % 11}`);
    }
  }
  if (bsns.length < count)
    throw new RangeError(`no more than ${bsns.length} fictional citizen service numbers`);
  return bsns;
}
