// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBsns } from '../../src/sample/test-bsn.ts';

test('fictional numbers pass the 11-proef, are all different and can belong to nobody', () => {
  const bsns = testBsns(70_000);
  assert.equal(new Set(bsns).size, 70_000);
  for (const bsn of bsns) {
    const digits = [...bsn].map(Number);
    const sum = digits.reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
    assert.equal(sum % 11, 0);
    assert.match(bsn, /^(9999\d{5}|00[1-9]\d{6})$/);
  }
  assert.equal(bsns[0], '999900006');
  assert.deepEqual(testBsns(100, 60_000), bsns.slice(60_000, 60_100));
});
