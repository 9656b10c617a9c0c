// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Dimensie, FigureTable } from '../../src/contract/index.ts';
import { bundleParts, type FigureRequest, planRequest } from '../../src/indicators/index.ts';
import { readRegio, readYaml } from '../../src/policy/index.ts';
import { projectRoot } from '../project-root.ts';
import { definitionOf } from './definitions.ts';
import { type Client, derivedTables, type Prestatie } from './duckdb-engine.ts';

const regio = readRegio(
  readYaml('regio.yaml', readFileSync(join(projectRoot, 'regio', 'haaglanden', 'regio.yaml'), 'utf8')),
);

const delft = { gemeente: 'GM0503', aanbieder: '99000001' };
const denHaag = { gemeente: 'GM0518', aanbieder: '99000002' };
const voorschoten = { gemeente: 'GM0626', aanbieder: '99000003' };
const january = { begin: '2024-01-01', eind: '2024-01-31' };

const prestaties: readonly Prestatie[] = [
  { pseudoniem: 1, ...delft, type: 'pleegzorg', ...january, cents: 700_000 },
  { pseudoniem: 1, ...denHaag, type: 'pleegzorg', begin: '2024-02-01', eind: '2024-02-29', cents: 600_000 },
  { pseudoniem: 2, ...delft, type: 'dyslexie', ...january, cents: 1_000_000, verwijzer: '02' },
  { pseudoniem: 3, ...delft, type: 'onbekend', ...january, cents: 1_000_001, categorie: '50' },
  { pseudoniem: 4, ...denHaag, type: 'lvb', begin: '2023-12-15', eind: '2024-01-14', cents: 50_000 },
  { pseudoniem: 5, ...voorschoten, type: 'lvb', begin: '2023-03-01', eind: '2023-03-31', cents: 10_000 },
  { pseudoniem: 1, ...delft, type: 'cit', begin: '2020-06-01', eind: '2020-06-30', cents: 5_000 },
];
const clienten: readonly Client[] = [
  { pseudoniem: 1, jaar: 2020, maand: 1, geslacht: '2' },
  { pseudoniem: 2, jaar: 2020, maand: 2, geslacht: '1' },
  { pseudoniem: 3, jaar: 2025, maand: 3, geslacht: '1' },
  { pseudoniem: 4, jaar: 2006, geslacht: '2' },
];

const engine = await derivedTables(prestaties, clienten);
after(() => engine.close());

async function ask(indicator: string, gebied: string, periode: string, rest: Partial<FigureRequest> = {}) {
  const request: FigureRequest = {
    indicator,
    dimensies: [],
    gebieden: [gebied],
    perioden: [periode],
    samenstelling: 'restated',
    ...rest,
  };
  const [table] = await engine.figures([request], regio);
  assert.ok(table);
  return table;
}

async function split(indicator: string, gebied: string, periode: string, ...dimensies: readonly Dimensie[]) {
  return brief(await ask(indicator, gebied, periode, { dimensies }));
}

function brief(table: FigureTable): readonly string[] {
  return table.rows.map((row) =>
    [row.variant, ...row.dimensies, row.waarde ?? row.status.join('+')].join(' ').trim(),
  );
}

async function value(indicator: string, gebied: string, periode: string, rest: Partial<FigureRequest> = {}) {
  return (await ask(indicator, gebied, periode, rest)).rows.map(({ waarde }) => waarde);
}

test('a client who moves counts in both gemeenten and once in the region', async () => {
  assert.deepEqual(await value('clienten', 'GM0503', '2024'), [3]);
  assert.deepEqual(await value('clienten', 'GM0518', '2024'), [2]);
  assert.deepEqual(await value('clienten', 'JZ24', '2024'), [4]);
});

test('clients count by overlap with the period, amounts by the first day of the product period', async () => {
  assert.deepEqual(await value('clienten', 'GM0518', '2023'), [1]);
  assert.deepEqual(await value('uitgaven', 'GM0518', '2023'), [50_000]);
  assert.deepEqual(await value('uitgaven', 'GM0518', '2024'), [600_000]);
  assert.deepEqual(await value('uitgaven', 'GM0518', '2024-Q1'), [600_000]);
  assert.deepEqual(await value('clienten', 'GM0518', '2024-Q2'), [0]);
  assert.deepEqual(await value('uitgaven', 'GM0518', '2023-10-01/2024-01-31'), [50_000]);
});

test('types are complete with zeros, and onbekend shows only where it occurs', async () => {
  const rows = await split('clienten', 'GM0503', '2024', 'type');
  assert.equal(rows.length, 12);
  assert.deepEqual(
    rows.filter((row) => !row.endsWith(' 0')),
    ['dyslexie 1', 'onbekend 1', 'pleegzorg 1'],
  );
  assert.equal((await split('clienten', 'GM0518', '2024', 'type')).length, 11);
});

test('age is that on 1 January as if born on the first of the month; unborn is 0, unknown stands apart', async () => {
  assert.deepEqual(await split('clienten', 'GM0503', '2024', 'leeftijd'), [
    '0-3 2',
    '12-17 0',
    '18+ 0',
    '4-11 1',
  ]);
  assert.deepEqual(await split('clienten', 'GM0518', '2024', 'leeftijd'), [
    '0-3 0',
    '12-17 0',
    '18+ 1',
    '4-11 1',
  ]);
  const actual = await ask('clienten', 'GM0626', '2023', {
    dimensies: ['leeftijd'],
    samenstelling: 'actual',
  });
  assert.deepEqual(brief(actual), ['0-3 0', '12-17 0', '18+ 0', '4-11 0', 'onbekend 1']);
});

test('open dimensions show what occurs', async () => {
  assert.deepEqual(await split('uitgaven', 'GM0503', '2024', 'categorie'), ['45 1700000', '50 1000001']);
  assert.deepEqual(await split('clienten', 'JZ24', '2024', 'aanbieder', 'geslacht'), [
    '99000001 1 2',
    '99000001 2 1',
    '99000002 2 2',
  ]);
  assert.equal((await split('clienten', 'JZ24', '2024', 'gemeente', 'verwijzer')).length, 9 * 7);
});

test('a threshold is passed only by a higher amount, and is tested on the whole area', async () => {
  assert.deepEqual(brief(await ask('kosten-boven-grens', 'GM0503', '2024', { variant: 'clienten' })), [
    `clienten ${1 / 3}`,
  ]);
  const region = await split('kosten-boven-grens', 'JZ24', '2024', 'gemeente');
  assert.deepEqual(
    region.filter((row) => /GM0503|GM0518|GM0629/.test(row)),
    [
      `clienten GM0503 ${2 / 3}`,
      `clienten GM0518 ${1 / 2}`,
      'clienten GM0629 niet_van_toepassing',
      `uitgaven GM0503 ${1_700_001 / 2_700_001}`,
      'uitgaven GM0518 1',
      'uitgaven GM0629 niet_van_toepassing',
    ],
  );
  const perCell = await ask('kosten-boven-grens', 'JZ24', '2024', {
    dimensies: ['gemeente'],
    variant: 'clienten',
    parameters: { 'drempel-over': 'cel' },
  });
  assert.ok(brief(perCell).includes('clienten GM0518 0'));
  assert.deepEqual(
    await value('kosten-boven-grens', 'GM0503', '2024', {
      variant: 'clienten',
      parameters: { 'drempel-cents': 999_999 },
    }),
    [2 / 3],
  );
});

test('growth is measured from the same period of the base year, and is empty without one', async () => {
  assert.deepEqual(await value('clienten-groei', 'GM0503', '2024'), [2]);
  assert.deepEqual(await value('clienten-groei', 'GM0503', '2020'), [0]);
  assert.deepEqual(brief(await ask('clienten-groei', 'GM0503', '2024-Q1')), ['niet_van_toepassing']);
  assert.deepEqual(await value('clienten-groei', 'GM0503', '2024-Q2'), [-1]);
  const types = await split('clienten-groei', 'GM0503', '2024', 'type');
  assert.ok(types.includes('cit -1'));
  assert.ok(types.includes('pleegzorg niet_van_toepassing'));
});

test('providers are counted once per cell', async () => {
  assert.deepEqual(await value('aanbieders', 'JZ24', '2024'), [2]);
  const types = await split('aanbieders', 'JZ24', '2024', 'type');
  assert.ok(types.includes('pleegzorg 2'));
  assert.ok(types.includes('cit 0'));
});

test('an average carries its numerator and denominator', async () => {
  const [row] = (await ask('uitgaven-per-client', 'GM0503', '2024')).rows;
  assert.deepEqual([row?.waarde, row?.teller, row?.noemer], [2_700_001 / 3, 2_700_001, 3]);
});

test('Voorschoten is left out of every year when restated to 2024, and counts until 2024 in the actual composition', async () => {
  assert.deepEqual(await value('clienten', 'JZ24', '2023'), [1]);
  assert.deepEqual(await value('clienten', 'JZ24', '2023', { samenstelling: 'actual' }), [2]);
  const years = { perioden: ['2023', '2024'], samenstelling: 'actual', dimensies: ['gemeente'] } as const;
  const rows = (await ask('clienten', 'JZ24', '2023', years)).rows;
  assert.deepEqual(
    rows.filter((row) => row.dimensies[0] === 'GM0626').map((row) => [row.periode, row.waarde]),
    [['2023', 1]],
  );
  await assert.rejects(ask('clienten', 'GM0626', '2023'), /indicators\.area-not-in-composition/);
});

test('without a choice every area is given, and rows are sorted by all key columns', async () => {
  const request: FigureRequest = {
    indicator: 'clienten',
    dimensies: ['type'],
    perioden: ['2024', '2020'],
    samenstelling: 'restated',
  };
  const [table] = await engine.figures([request], regio);
  assert.ok(table);
  const keys = table.rows.map((row) => [row.periode, row.gebied, ...row.dimensies].join(' '));
  assert.deepEqual(keys, keys.toSorted());
  assert.equal(new Set(table.rows.map((row) => row.gebied)).size, 14);
});

test('every mistake in a request is told at once, with what was probably meant', async () => {
  const asked = ask('clienten', 'GM0504', '2024-13', {
    dimensies: ['aanbeider' as Dimensie],
    variant: 'clienten',
    parameters: { drempel: 1 },
  });
  await assert.rejects(asked, (error: Error) => {
    const codes = error.message.split('\n').filter((line) => !line.startsWith('  '));
    assert.deepEqual(
      codes.map((line) => line.split(':')[0]),
      [
        'indicators.unknown-dimension',
        'indicators.unknown-area',
        'indicators.wrong-period',
        'indicators.unknown-variant',
        'indicators.unknown-parameter',
      ],
    );
    assert.match(error.message, /did you mean aanbieder\?/);
    return true;
  });
});

test('nothing is asked about nothing', async () => {
  await assert.rejects(ask('clienten', 'JZ24', '2024', { gebieden: [], perioden: [] }), (error: Error) => {
    assert.match(error.message, /^indicators\.no-area[\s\S]*^indicators\.no-period/m);
    return true;
  });
});

test('figures asked together equal those asked one by one', async () => {
  const indicators = [
    'clienten',
    'clienten-groei',
    'uitgaven',
    'uitgaven-per-client',
    'kosten-boven-grens',
    'aanbieders',
  ];
  const splits: readonly (readonly Dimensie[])[] = [[], ['type'], ['aanbieder'], ['gemeente', 'leeftijd']];
  const requests = indicators.flatMap((indicator) =>
    splits.map(
      (dimensies): FigureRequest => ({
        indicator,
        dimensies,
        perioden: ['2023', '2024'],
        samenstelling: 'restated',
      }),
    ),
  );
  const together = await engine.figures(requests, regio);
  for (const [index, request] of requests.entries()) {
    assert.deepEqual([together[index]], await engine.figures([request], regio));
  }
});

test('years are the same read from what lines add up to and, beside a period that is no year, from the lines', async () => {
  const shifted = '2023-07-01/2024-06-30';
  const all: readonly Partial<FigureRequest>[] = [
    { dimensies: [] },
    { dimensies: ['type'] },
    { dimensies: ['aanbieder', 'verwijzer'] },
    { dimensies: ['gemeente', 'leeftijd'], samenstelling: 'actual' },
  ];
  for (const indicator of [
    'clienten',
    'uitgaven',
    'kosten-boven-grens',
    'aanbieders',
    'kostenontwikkeling',
  ]) {
    for (const rest of all) {
      const years = await ask(indicator, 'JZ24', '2023', { perioden: ['2023', '2024'], ...rest });
      const both = await ask(indicator, 'JZ24', '2023', { perioden: ['2023', '2024', shifted], ...rest });
      const ofYears = both.rows.filter(({ periode }) => periode !== shifted);
      assert.ok(ofYears.length > 0 && ofYears.length < both.rows.length, indicator);
      assert.deepEqual(years.rows, ofYears, `${indicator} ${JSON.stringify(rest)}`);
    }
  }
});

test('many ways of splitting together, where clients in one row are counted apart, equal a few at a time', async () => {
  const splits: readonly (readonly Dimensie[])[] = [
    ...(['type', 'gemeente', 'aanbieder', 'verwijzer', 'leeftijd', 'geslacht', 'categorie'] as const).map(
      (one) => [one],
    ),
    [],
    ['leeftijd', 'type'],
    ['gemeente', 'categorie'],
  ];
  const indicators = [
    'clienten',
    'uitgaven-per-client',
    'kosten-boven-grens',
    'aanbieders',
    'verwijzer-afgeleid',
  ];
  const of = (some: typeof splits): readonly FigureRequest[] =>
    some.flatMap((dimensies) =>
      indicators.map((indicator) => ({
        indicator,
        dimensies,
        perioden: ['2023', '2024'],
        samenstelling: 'restated',
        ...(indicator === 'verwijzer-afgeleid' ? { variant: 'clienten' } : {}),
      })),
    );
  const few = [
    ...(await engine.figures(of(splits.slice(0, 5)), regio)),
    ...(await engine.figures(of(splits.slice(5)), regio)),
  ];
  assert.deepEqual(await engine.figures(of(splits), regio), few);
});

test('plans that share no query are parts of their own, and together the parts hold every plan once', () => {
  const indicators = [
    'clienten',
    'stand',
    'trajecten',
    'verwijzer-afgeleid',
    'uitgaven',
    'kostenontwikkeling',
  ];
  const plans = indicators.flatMap((indicator) =>
    planRequest(
      { indicator, dimensies: ['type'], perioden: ['2024'], samenstelling: 'restated' },
      regio,
      definitionOf(indicator),
    ),
  );
  const parts = bundleParts(plans);
  assert.deepEqual(
    parts.map(({ bundle }) => bundle.plans.map(({ indicator }) => indicator)),
    [
      ['clienten', 'trajecten', 'verwijzer-afgeleid', 'verwijzer-afgeleid', 'uitgaven'],
      ['stand'],
      ['kostenontwikkeling'],
    ],
  );
  assert.deepEqual(
    parts.flatMap(({ bundle, plaatsen }) =>
      bundle.plans.map((plan, at) => plans[plaatsen[at] ?? -1] === plan),
    ),
    plans.map(() => true),
  );
  assert.deepEqual(
    parts.flatMap(({ bundle }) => bundle.queries.map(({ bron }) => bron)),
    ['prestaties', 'trajecten', 'standen', 'kosten'],
  );
});
