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
  const all = { aantal: 3, grootste: 365, tweede: 20 };
  assert.deepEqual(
    rows.map(({ bijdragenNoemer }) => bijdragenNoemer),
    [all, all],
  );
});

const kort = { gemeente: 'GM9001', aanbieder: '99000001', vorm: null };
const ends = await derivedTables(
  [
    { ...january, pseudoniem: 1, type: 'lvb', cents: 100_000 },
    { ...january, pseudoniem: 1, gemeente: 'GM9002', type: 'lvb', cents: 900_000 },
    { ...january, pseudoniem: 2, gemeente: 'GM9002', type: 'lvb', cents: 300_000 },
  ],
  [],
  [
    { ...kort, pseudoniem: 1, begin: '2023-01-01', eind: '2023-01-10' },
    { ...kort, pseudoniem: 1, begin: '2023-03-01', eind: '2023-03-20' },
    { ...kort, pseudoniem: 1, begin: '2023-05-01', eind: '2023-05-30' },
    { ...kort, pseudoniem: 2, begin: '2023-02-01', eind: '2023-02-05' },
  ],
);
after(() => ends.close());

test('a child with three trajecten is one contributor to their mean duration, and to what it is taken over', async () => {
  const request = {
    indicator: 'duur',
    dimensies: [],
    variant: 'D1',
    gebieden: ['GM9001'],
    perioden: ['2023'],
    samenstelling: 'restated',
  } as const;
  const { rows } = await ends.withContributions(request, voorbeeldregio);
  assert.deepEqual(
    rows.map(({ teller, noemer, bijdragen: own, bijdragenNoemer }) => [teller, noemer, own, bijdragenNoemer]),
    [[65, 4, { aantal: 2, grootste: 60, tweede: 5 }, { aantal: 2, grootste: 3, tweede: 1 }]],
  );
});

test('what a gemeente leaves of a group says who makes it up: of a client of both only what is left', async () => {
  const request = {
    indicator: 'uitgaven',
    dimensies: [],
    gebieden: ['GM9001', 'G2'],
    perioden: ['2023'],
    samenstelling: 'restated',
  } as const;
  const { verschillen } = await ends.withContributions(request, voorbeeldregio);
  assert.deepEqual(verschillen, [
    {
      variant: '',
      periode: '2023',
      dimensies: [],
      geheel: 'G2',
      zonder: ['GM9001'],
      bijdragen: { aantal: 2, grootste: 900_000, tweede: 300_000 },
    },
  ]);
});
