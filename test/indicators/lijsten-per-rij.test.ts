// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lijstenPerRij } from '../../src/indicators/lijsten-per-rij.ts';

const days = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 600 });
const far = fc.array(fc.integer({ min: -2_000_000, max: 2_000_000 }), { maxLength: 600 });

test('the lists of the records of a row come together from small to large, however long and far apart', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(days, far), { minLength: 1, maxLength: 6 }), (lists) => {
      const waarden = Int32Array.from(lists.flat());
      let end = 0;
      const einden = Int32Array.from(lists, (list) => {
        end += list.length;
        return end;
      });
      const all = lists.map((_, place) => place);
      const records = Int32Array.from([...all, 0]);
      const made = lijstenPerRij(
        { einden, waarden },
        records,
        Int32Array.from([0, lists.length, lists.length + 1]),
      );
      const numeric = (list: readonly number[]): readonly number[] => list.toSorted((a, b) => a - b);
      assert.deepEqual([...made.waarden.subarray(0, made.einden[0])], numeric(lists.flat()));
      assert.deepEqual([...made.waarden.subarray(made.einden[0])], numeric(lists[0] ?? []));
    }),
    { numRuns: 60, seed: 7 },
  );
});
