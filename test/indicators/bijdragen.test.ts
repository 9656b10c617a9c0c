// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { derivedTables } from './duckdb-engine.ts';
import { voorbeeldregio } from './voorbeeldregio.ts';

const january = { begin: '2023-01-01', eind: '2023-01-31', aanbieder: '99000001', gemeente: 'GM9001' };
const engine = await derivedTables([
  { ...january, pseudoniem: 1, type: 'lvb', cents: 900_000 },
  { ...january, pseudoniem: 1, type: 'pleegzorg', cents: 300_000 },
  { ...january, pseudoniem: 2, type: 'lvb', cents: 100_000 },
  { ...january, pseudoniem: 3, type: 'lvb', cents: 0 },
]);
after(() => engine.close());

async function bijdragen(indicator: string, extra: Partial<FigureRequest> = {}): Promise<readonly unknown[]> {
  const request: FigureRequest = {
    indicator,
    dimensies: ['type'],
    gebieden: ['GM9001'],
    perioden: ['2023'],
    samenstelling: 'restated',
    ...extra,
  };
  const table = await engine.withContributions(request, voorbeeldregio);
  return table.rows.filter((row) => row.dimensies[0] === 'lvb').map((row) => [row.variant, row.bijdragen]);
}

test('an amount says how many clients make it up and what the two largest are', async () => {
  assert.deepEqual(await bijdragen('uitgaven'), [['', { aantal: 2, grootste: 900_000, tweede: 100_000 }]]);
  assert.deepEqual(await bijdragen('uitgaven-per-client'), [
    ['', { aantal: 2, grootste: 900_000, tweede: 100_000 }],
  ]);
});

test('of the share of uitgaven above the threshold only the clients above it contribute; a share of clients has no amounts', async () => {
  assert.deepEqual(await bijdragen('kosten-boven-grens'), [
    ['clienten', undefined],
    ['uitgaven', { aantal: 1, grootste: 900_000, tweede: 0 }],
  ]);
  assert.deepEqual(await bijdragen('kosten-boven-grens', { parameters: { 'drempel-over': 'cel' } }), [
    ['clienten', undefined],
    ['uitgaven', { aantal: 0, grootste: 0, tweede: 0 }],
  ]);
});
