// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wilsonInterval } from '../../src/contract/index.ts';

test('the interval of 10 in 50 is that of the textbooks', () => {
  const { ondergrens, bovengrens } = wilsonInterval(10, 50);
  assert.equal(ondergrens.toFixed(4), '0.1124');
  assert.equal(bovengrens.toFixed(4), '0.3304');
});

test('both ends solve |share - p| = z sqrt(p (1 - p) / n), which is what the interval means', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (noemer, part) => {
        const teller = Math.round(part * noemer);
        const share = teller / noemer;
        const { ondergrens, bovengrens } = wilsonInterval(teller, noemer);
        for (const end of [ondergrens, bovengrens]) {
          const reach = 1.959963984540054 * Math.sqrt((end * (1 - end)) / noemer);
          assert.ok(Math.abs(Math.abs(share - end) - reach) < 1e-7, `${teller}/${noemer}: ${end}`);
        }
        assert.ok(ondergrens <= share && share <= bovengrens);
      },
    ),
  );
});
