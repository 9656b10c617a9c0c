// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatDutch,
  parseDutchNumber,
  parseNumberWord,
  roundDutch,
  roundingInterval,
} from '../../src/proof/dutch-number.ts';
import { divide, intersect, meets, multiply } from '../../src/proof/interval.ts';
import { isTypingError } from '../../src/proof/repair.ts';

test('Dutch numbers are read as they are printed', () => {
  const read = (text: string) => parseDutchNumber(text)?.waarde;
  assert.equal(read('1.029'), 1029);
  assert.equal(read('-9,6%'), -9.6);
  assert.equal(read('−9,6%'), -9.6);
  assert.equal(read('€ 13.784'), 13784);
  assert.equal(read('€ 100,-'), 100);
  assert.equal(read('26.029'), 26029);
  assert.deepEqual(parseDutchNumber('10.2%'), {
    waarde: 10.2,
    decimalen: 1,
    procent: true,
    euro: false,
    punt: true,
  });
  assert.equal(read('Q2'), undefined);
  assert.equal(read('2021-2026'), undefined);
});

test('number words up to ninety-nine', () => {
  assert.equal(parseNumberWord('zeventien'), 17);
  assert.equal(parseNumberWord('tweeëntwintig'), 22);
  assert.equal(parseNumberWord('vijfentachtig'), 85);
  assert.equal(parseNumberWord('Negentig'), 90);
  assert.equal(parseNumberWord('een'), undefined);
  assert.equal(parseNumberWord('één'), 1);
});

test('what is printed is read back, and its rounding interval holds what was rounded', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 2 }),
      (value, decimals) => {
        const rounded = roundDutch(value, decimals);
        assert.equal(
          parseDutchNumber(formatDutch(value, decimals))?.waarde,
          Object.is(rounded, -0) ? 0 : rounded,
        );
        assert.ok(meets(roundingInterval(rounded, decimals), { low: value, high: value }));
      },
    ),
    { seed: 3 },
  );
});

test('intervals hold every product and every quotient', () => {
  const interval = fc
    .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 1e4 }))
    .map(([low, size]) => ({ low: low / 100, high: (low + size) / 100 }));
  const inside = ({ low, high }: { low: number; high: number }, share: number) => low + share * (high - low);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(interval, interval, share, share, (a, b, x, y) => {
      const [left, right] = [inside(a, x), inside(b, y)];
      const product = left * right;
      assert.ok(meets(multiply(a, b), { low: product, high: product }));
      const quotient = divide({ low: product, high: product }, b);
      if (quotient) assert.ok(meets(quotient, { low: left, high: left }));
      assert.equal(intersect(a, b) === undefined, !meets(a, b));
    }),
    { seed: 5 },
  );
});

test('typing errors: a sign, two digits exchanged, one digit other', () => {
  const to = (value: number) => ({ low: value, high: value });
  assert.ok(isTypingError(2236, to(2326)));
  assert.ok(isTypingError(6.9, to(-6.9)));
  assert.ok(isTypingError(410, to(419)));
  assert.ok(!isTypingError(410, to(549)));
});
