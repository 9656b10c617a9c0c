// SPDX-License-Identifier: EUPL-1.2
import { test } from 'node:test';
import { checkRegion } from './derive-eigenschappen.ts';

test('ten more random regions: any order and repetition gives equal tables, and they equal the reference', async (t) => {
  for (let seed = 100; seed < 110; seed += 1) await checkRegion(t, seed);
});
