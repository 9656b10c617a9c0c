// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unsafeCells } from '../../src/disclose/room.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import type { PlanCell } from '../../src/disclose/stelsel.ts';
import { cel } from './cel.ts';

const ENDLESS = Number.POSITIVE_INFINITY;

/** A hidden change of spending: below as well as above zero, and protected to both sides. */
function verandering(key: string): PlanCell {
  return cel(key, 3, { keuze: 'verborgen', down: ENDLESS, needDown: 1, needUp: 1 });
}

test('two hidden changes of which only the sum is known can rise and fall without bound, and that is room on both sides', async () => {
  const cells = [verandering('omvang'), verandering('prijs')];
  const sum = { lower: 0, upper: 0, columns: [0, 1], values: [1, 1] };
  const solver = await loadSolver();
  assert.deepEqual(unsafeCells({ cells, relations: [sum] }, [true, true], solver), []);
  const atMost = { lower: Number.NEGATIVE_INFINITY, upper: 0, columns: [0, 1], values: [1, 0.5] };
  const atLeast = { lower: -0.5, upper: ENDLESS, columns: [0], values: [1] };
  assert.deepEqual(unsafeCells({ cells, relations: [sum, atMost, atLeast] }, [true, true], solver), [0, 1]);
});
