// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IdSet } from '../../src/store/id-set.ts';

const half = fc.oneof(
  fc.constantFrom(0, 1, -1, 0x7fffffff, -0x80000000),
  fc.integer({ min: 0, max: 6 }),
  fc.integer(),
);
const ids = fc.array(fc.tuple(half, half), { maxLength: 3000 });

test('a set of ids knows what a set of texts knows, and takes another in', () => {
  fc.assert(
    fc.property(ids, ids, (first, second) => {
      const known = new Set<string>();
      const one = new IdSet();
      const other = new IdSet();
      for (const [high, low] of first) {
        assert.equal(one.has(high, low), known.has(`${high} ${low}`));
        one.add(high, low);
        known.add(`${high} ${low}`);
        assert.equal(one.size, known.size);
      }
      for (const [high, low] of second) other.add(high, low);
      one.addAll(other);
      for (const [high, low] of second) known.add(`${high} ${low}`);
      assert.equal(one.size, known.size);
      for (const [high, low] of [...first, ...second]) assert.ok(one.has(high, low));
      assert.equal(one.has(12345, 67890), known.has('12345 67890'));
    }),
    { numRuns: 60, seed: 4 },
  );
});

test('ids that all want the same place find one', () => {
  const set = new IdSet();
  for (let n = 1; n <= 3000; n += 1) set.add(n, 0x40000);
  assert.equal(set.size, 3000);
  for (let n = 1; n <= 3000; n += 1) assert.ok(set.has(n, 0x40000));
  assert.ok(!set.has(3001, 0x40000));
});
