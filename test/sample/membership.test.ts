// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assignTypes, has } from '../../src/sample/membership.ts';
import { randomStream } from '../../src/sample/random.ts';

const feasible = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 11 })
  .filter((perType) => perType.some((count) => count > 0))
  .chain((perType) =>
    fc.record({
      perType: fc.constant(perType),
      clienten: fc.integer({
        min: Math.max(...perType),
        max: perType.reduce((sum, count) => sum + count, 0),
      }),
      kept: fc.array(fc.integer({ min: 1, max: 2 ** perType.length - 1 }), { maxLength: 80 }),
      seed: fc.integer(),
    }),
  );

test('every feasible target is hit exactly, whoever was a client last year', () => {
  fc.assert(
    fc.property(feasible, ({ perType, clienten, kept, seed }) => {
      let newcomers = 0;
      const types = assignTypes(
        {
          clienten,
          perType,
          kept,
          affinity: (index) => 1 + (index % 3),
          newcomer: () => {
            newcomers += 1;
          },
        },
        randomStream(seed, 'test'),
      );
      assert.equal(types.filter((set) => set !== 0).length, clienten);
      assert.deepEqual(
        perType.map((_, type) => types.filter((set) => has(set, type)).length),
        perType,
      );
      assert.equal(types.length, kept.length + newcomers);
    }),
    { numRuns: 400 },
  );
});

test('kept children stay as long as there is room', () => {
  const kept = Array<number>(30).fill(0b01);
  const task = { clienten: 50, perType: [40, 20], kept, affinity: () => 1, newcomer: () => undefined };
  const types = assignTypes(task, randomStream(1, 'room'));
  assert.ok(types.slice(0, 30).every((set) => has(set, 0)));
});

test('an impossible target is refused', () => {
  const task = { kept: [], affinity: () => 1, newcomer: () => undefined };
  assert.throws(() => assignTypes({ ...task, clienten: 3, perType: [4] }, randomStream(1, 'x')), RangeError);
  assert.throws(
    () => assignTypes({ ...task, clienten: 5, perType: [2, 2] }, randomStream(1, 'x')),
    RangeError,
  );
});
