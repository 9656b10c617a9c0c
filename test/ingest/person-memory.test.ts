// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PersonMemory } from '../../src/ingest/person-memory.ts';

test('a person has the same pseudonym however many came in between, and is hashed once while remembered', () => {
  let made = 0;
  const memory = new PersonMemory((digits) => {
    made += 1;
    return BigInt(digits) * 7n;
  });
  const digitsOf = (n: number): string => String(n * 1637).padStart(9, '0');
  for (let n = 1; n <= 600_000; n += 1) memory.pseudonymOf(digitsOf(n));
  assert.equal(made, 600_000);
  for (let n = 590_000; n <= 600_000; n += 1)
    assert.equal(memory.pseudonymOf(digitsOf(n)), BigInt(n * 1637) * 7n);
  assert.equal(made, 600_000, 'the last ones are remembered');
  assert.equal(memory.pseudonymOf(digitsOf(1)), 1637n * 7n);
  assert.equal(made, 600_001, 'the first one was forgotten and is hashed again');
});

test('what is no nine digits is hashed each time', () => {
  let made = 0;
  const memory = new PersonMemory(() => BigInt(++made));
  assert.deepEqual([memory.pseudonymOf('12345678'), memory.pseudonymOf('12345678')], [1n, 2n]);
  assert.deepEqual([memory.pseudonymOf('000000000'), memory.pseudonymOf('000000000')], [3n, 4n]);
});
