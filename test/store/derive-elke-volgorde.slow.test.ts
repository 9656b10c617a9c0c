// SPDX-License-Identifier: EUPL-1.2
import { test } from 'node:test';
import { checkRegion } from './derive-eigenschappen.ts';

for (const seed of [1, 2]) {
  test(`random region ${seed}: any order and repetition gives equal tables, and they equal the reference`, (t) =>
    checkRegion(t, seed));
}
