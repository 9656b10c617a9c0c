// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NumberList, TupleSet } from '../../src/ijw/tuple-set.ts';

const tuples = fc.array(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 ** 52 })), {
    minLength: 3,
    maxLength: 3,
  }),
  { maxLength: 400 },
);

test('a tuple set knows what a set of texts knows', () => {
  fc.assert(
    fc.property(tuples, (list) => {
      const set = new TupleSet(3);
      const known = new Set<string>();
      for (const tuple of list) {
        const key = tuple.join(',');
        set.tuple.set(tuple);
        assert.equal(set.has(), known.has(key));
        assert.equal(set.add(), !known.has(key));
        known.add(key);
      }
      assert.equal(set.size, known.size);
      set.clear();
      for (const tuple of list) {
        set.tuple.set(tuple);
        assert.equal(set.has(), false);
      }
    }),
    { seed: 1 },
  );
});

test('a list knows what was added, whenever it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 50 }))), (steps) => {
      const list = new NumberList();
      const known = new Set<number>();
      for (const [ask, number] of steps) {
        if (ask) assert.equal(list.has(number), known.has(number));
        else {
          list.add(number);
          known.add(number);
        }
      }
    }),
    { seed: 1 },
  );
});

test('a million tuples of lines are all different', () => {
  const set = new TupleSet(2);
  const { tuple } = set;
  for (let n = 0; n < 1_000_000; n++) {
    tuple[0] = n;
    tuple[1] = 19_000 + (n % 31);
    if (!set.add()) assert.fail(`${n} was there already`);
  }
  tuple[0] = 77;
  tuple[1] = 19_000 + (77 % 31);
  assert.equal(set.add(), false);
});
