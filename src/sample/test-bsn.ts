// SPDX-License-Identifier: EUPL-1.2

/** Ranges without a living person, in the order in which they are used up. */
const RANGES = [
  { first: 999_900_000, last: 999_999_999 },
  { first: 1_000_000, last: 9_999_999 },
  { first: 880_000_000, last: 899_999_999 },
];

/** How many there are, rounded down. */
export const MOST_BSNS = 2_640_000;

/**
 * `count` citizen service numbers for fictional people, all different, all passing the 11-proef, after the first `skip` of them.
 * First the published test range 999900006–999999990 (9,091 numbers); then numbers that begin with 00: real ones have eight or nine
 * digits without leading zeros; then 88 and 89, from the series for organisations (RSIN), which no person gets.
 * Throws RangeError when there are not so many.
 * Source: docs/adr/fictional-children-have-test-numbers-or-numbers-that-begin-with-00.md
 */
export function testBsns(count: number, skip = 0): string[] {
  const bsns: string[] = [];
  let passed = 0;
  for (const range of RANGES) {
    for (let tens = Math.floor(range.first / 10); tens <= Math.floor(range.last / 10); tens += 1) {
      if (bsns.length >= count) return bsns;
      let sum = 0;
      let digits = tens;
      for (let weight = 2; weight <= 9; weight += 1) {
        sum += weight * (digits % 10);
        digits = Math.floor(digits / 10);
      }
      // BSN 11-proef: the weighted sum of eight digits minus the ninth is divisible by 11.
      if (sum % 11 === 10) continue;
      passed += 1;
      if (passed > skip) bsns.push(`${String(tens).padStart(8, '0')}${sum % 11}`);
    }
  }
  if (bsns.length < count) throw new RangeError(`no more than ${passed} fictional citizen service numbers`);
  return bsns;
}
