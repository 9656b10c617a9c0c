// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.ts';

test('damaged messages neither crash the reader nor hold it up', () => {
  const { inputs, read, slowestMs } = fuzz(4000, 1);
  assert.ok(read > inputs / 20 && read < inputs, `${read} of ${inputs} were still readable`);
  assert.ok(slowestMs < 1000, `the slowest took ${slowestMs} ms`);
});
