// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { derivedTables } from './duckdb-engine.ts';
import { voorbeeldregio } from './voorbeeldregio.ts';

const january = { begin: '2023-01-01', eind: '2023-01-31', aanbieder: '99000001', gemeente: 'GM9001' };
const huis = { gemeente: 'GM9001', aanbieder: '99000001', vorm: 'gezinshuis' };
const engine = await derivedTables(
  [
    { ...january, pseudoniem: 1, type: 'lvb', cents: 900_000 },
    { ...january, pseudoniem: 1, type: 'pleegzorg', cents: 300_000 },
    { ...january, pseudoniem: 2, type: 'lvb', cents: 100_000 },
    { ...january, pseudoniem: 3, type: 'lvb', cents: 0 },
  ],
  [],
  [
    { ...huis, pseudoniem: 1, begin: '2022-12-01', eind: '2023-01-10' },
    { ...huis, pseudoniem: 1, begin: '2023-12-22', eind: null },
    { ...huis, pseudoniem: 2, begin: '2023-03-01', eind: '2023-03-05' },
    { ...huis, pseudoniem: 3, begin: '2024-01-01', eind: '2024-02-01' },
    { ...huis, pseudoniem: 4, vorm: 'pleegzorg', begin: '2023-01-01', eind: '2023-12-31' },
    { ...huis, pseudoniem: 5, vorm: null, begin: '2023-01-01', eind: '2023-12-31' },
  ],
);
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

test('days of residence in the year say how many clients had them and how many days the two longest', async () => {
  const request = {
    indicator: 'aandeel-per-type',
    dimensies: ['verblijfsvorm'],
    variant: 'zorgdagen',
    gebieden: ['GM9001'],
    perioden: ['2023'],
    samenstelling: 'restated',
  } as const;
  const { rows } = await engine.withContributions(request, voorbeeldregio);
  assert.deepEqual(
    rows.map(({ dimensies, teller, bijdragen: own }) => [dimensies[0], teller, own]),
    [
      ['gezinshuis', 25, { aantal: 2, grootste: 20, tweede: 5 }],
      ['pleegzorg', 365, { aantal: 1, grootste: 365, tweede: 0 }],
    ],
  );
});
