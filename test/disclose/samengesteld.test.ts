// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bijdragen, FigureTable, Grootheid, Opbouw } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { planFigures } from '../../src/indicators/index.ts';
import { opbouwVan } from '../../src/indicators/opbouw.ts';
import { definitionOf } from '../indicators/definitions.ts';
import { voorbeeldregio } from '../indicators/voorbeeldregio.ts';
import { publiekMet, publiekVan, regioMet, rij, tabel } from './voorbeeld-release.ts';

const regio = regioMet();
const GEEN = { gebied: 'geen', kenmerk: 'geen', dimensie: 'geen', periode: 'geen' } as const;
const SOM = { ...GEEN, dimensie: 'som' } as const;

function telling(maat: string, rest: Partial<Grootheid> = {}): Grootheid {
  const codes = rest.codes?.join('+');
  return {
    naam: codes === undefined ? maat : `${maat} ${codes}`,
    telt: 'personen',
    maat,
    delen: GEEN,
    ...rest,
  };
}

interface Cijfer {
  readonly grootheid: Grootheid;
  readonly jaar?: number;
  readonly value: number;
  readonly hide?: boolean;
  readonly bijdragen?: Bijdragen;
}

/** One area; each figure is a variant of one table. */
function release(cijfers: readonly Cijfer[]): FigureTable {
  const opbouw = new Map<string, Opbouw>(
    cijfers.map(({ grootheid }) => [
      grootheid.naam,
      { variant: grootheid.naam, vorm: 'waarde', teller: grootheid },
    ]),
  );
  const rows = cijfers.map(({ grootheid, jaar = 2024, value, hide, bijdragen }) => {
    const made = bijdragen === undefined ? {} : { bijdragen };
    const row = { ...rij('samen', grootheid.naam, { code: 'GM1842', jaar }, value), ...made };
    return hide === true ? { ...row, waarde: null, status: ['geheim'] as const } : row;
  });
  return {
    ...tabel('clienten', 'jeugdigen', [], rows),
    indicator: 'samen',
    opbouw: [...opbouw.values()],
  };
}

/** Hiding only what is asked gives it away; what the planner hides does not. */
async function givesAway(cijfers: readonly Cijfer[]): Promise<void> {
  const naive = await attack({ tables: [release(cijfers)], publiek: publiekVan(regio) });
  const hidden = cijfers.filter(({ hide }) => hide);
  assert.deepEqual(
    naive.teSmal.map(({ interval }) => interval),
    hidden.map(({ value }) => [value, value]),
  );
  const safe = await protect({
    tables: [release(cijfers.map((cijfer) => ({ ...cijfer, hide: false })))],
    regio,
    zone: 'open',
  });
  const report = await attack({ tables: safe.tables, publiek: publiekMet(regio, safe.geheimhouding) });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.tegenspraak, []);
  assert.deepEqual(report.cellen, safe.geheimhouding.cellen);
  assert.ok(report.cellen.length > hidden.length);
}

test('all who wait minus those with bridging help are those without', async () => {
  const delen = [telling('met'), telling('zonder')] as const;
  const alle = telling('wachtenden', { gelijkAan: delen.map(({ maat }) => ({ maat, factor: 1 })) });
  await givesAway([
    { grootheid: alle, value: 60 },
    { grootheid: delen[0], value: 55 },
    { grootheid: delen[1], value: 5, hide: true },
  ]);
});

test('reasons that divide all endings: the one that is hidden is what the others leave', async () => {
  const eindes = (...codes: readonly string[]) => telling('eindes', { telt: 'trajecten', codes, delen: SOM });
  await givesAway([
    { grootheid: eindes('31', '32', '33'), value: 90 },
    { grootheid: eindes('31'), value: 64 },
    { grootheid: eindes('32'), value: 19 },
    { grootheid: eindes('33'), value: 7, hide: true },
  ]);
});

test('a year begins with the numbers in care of the last day before it', async () => {
  const cijfers = [
    { grootheid: telling('stand-begin'), jaar: 2024, value: 40, hide: true },
    { grootheid: telling('stand-eind'), jaar: 2023, value: 40 },
  ];
  const naive = await attack({ tables: [release(cijfers)], publiek: publiekVan(regio) });
  assert.deepEqual(
    naive.teSmal.map(({ interval }) => interval),
    [[40, 40]],
  );
});

test('spending of a year is that of the year before and what it rose', async () => {
  const uitgaven = telling('uitgaven', { telt: 'eurocent', over: 'clienten' });
  const verschil = telling('kosten-verschil', {
    telt: 'eurocent',
    over: 'clienten',
    negatief: true,
    parameters: { 'vergelijk-met': 'vorig-jaar' },
  });
  const cijfers = [
    { grootheid: uitgaven, jaar: 2023, value: 90_000_00 },
    { grootheid: verschil, jaar: 2024, value: -10_000_00 },
    { grootheid: uitgaven, jaar: 2024, value: 80_000_00, hide: true },
  ];
  const naive = await attack({ tables: [release(cijfers)], publiek: publiekVan(regio) });
  assert.deepEqual(
    naive.teSmal.map(({ interval }) => interval),
    [[80_000_00, 80_000_00]],
  );
});

test('a change of spending hides behind no cause that can be estimated: cents of rounding, more clients, higher tariffs', async () => {
  const kosten = (wat: string): Grootheid =>
    telling(`kosten-${wat}`, { telt: 'eurocent', over: 'clienten', negatief: true });
  const causes = { clienten: 1_000_00, volume: 6_000_00, prijs: 3_000_03, rest: -3 };
  const gelijkAan = Object.keys(causes).map((wat) => ({ maat: `kosten-${wat}`, factor: 1 }));
  const bijdragen = { aantal: 100, grootste: 9_000_00, tweede: 100_00 };
  const cijfers = [
    { grootheid: telling('clienten'), value: 100 },
    { grootheid: { ...kosten('verschil'), gelijkAan }, value: 10_000_00, bijdragen },
    ...Object.entries(causes).map(([wat, value]) => ({ grootheid: kosten(wat), value })),
  ];
  const { geheimhouding } = await protect({ tables: [release(cijfers)], regio, zone: 'open' });
  const hidden = geheimhouding.cellen.map(({ variant }) => variant);
  assert.deepEqual(hidden, ['kosten-verschil', 'kosten-volume']);
});

test('the share of a type in all types stands on the whole without types', async () => {
  const clienten = telling('clienten', { delen: { ...GEEN, dimensie: 'overlap' } });
  const cell = (type: string) => ({ code: 'GM1842', jaar: 2024, type });
  const tables: FigureTable[] = [
    tabel('clienten', 'jeugdigen', [], [rij('clienten', '', { code: 'GM1842', jaar: 2024 }, 100)]),
    tabel(
      'clienten',
      'aandeel',
      ['type'],
      [rij('aandeel', '', cell('lvb'), 0.97, 97, 100), rij('aandeel', '', cell('cit'), 0.04, 4, 100)],
    ),
  ].map((table, at) => ({
    ...table,
    indicator: at === 0 ? 'clienten' : 'aandeel',
    opbouw: [
      at === 0
        ? { variant: '', vorm: 'waarde', teller: clienten }
        : { variant: '', vorm: 'deel', teller: clienten, noemer: clienten, zonder: 'type' },
    ],
  }));
  const { tables: safe, geheimhouding } = await protect({ tables, regio, zone: 'open' });
  const shown = safe[1]?.rows.map(({ dimensies, waarde, noemer }) => [dimensies[0], waarde, noemer]);
  assert.deepEqual(shown, [
    ['lvb', 0.97, 100],
    ['cit', null, null],
  ]);
  const report = await attack({ tables: safe, publiek: publiekMet(regio, geheimhouding) });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.cellen, geheimhouding.cellen);
});

test('the share that still runs after a quarter is a number of children too: three of a hundred ended within it', async () => {
  const request = {
    indicator: 'duur-verloop',
    dimensies: [],
    perioden: ['2023'],
    samenstelling: 'restated',
  } as const;
  const plan = planFigures(request, voorbeeldregio, definitionOf('duur-verloop'));
  const row = (variant: string, waarde: number) => ({
    ...rij('duur-verloop', variant, { code: 'GM1842', jaar: 2023 }, waarde, null, 100),
  });
  const rows = [row('nog-182', 0.6), row('nog-365', 0.57), row('nog-547', 0.3), row('nog-91', 0.97)];
  const table = tabel('duur-verloop', 'aandeel', [], rows, opbouwVan(plan));
  const { tables, geheimhouding } = await protect({ tables: [table], regio, zone: 'open' });
  const shown = new Set(tables[0]?.rows.flatMap(({ variant, waarde }) => (waarde === null ? [] : [variant])));
  assert.ok(!shown.has('nog-91'), 'three ended within the quarter');
  assert.ok(!(shown.has('nog-182') && shown.has('nog-365')), 'three ended between half a year and a year');
  assert.ok(shown.has('nog-547'));
  const report = await attack({ tables, publiek: publiekMet(regio, geheimhouding) });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.cellen, geheimhouding.cellen);
});

/** What the years beside it say of a hidden figure: closer than the policy allows, and the plan sees to it that it is not. */
const OVER_JAREN: readonly (readonly [
  name: string,
  cijfers: readonly Cijfer[],
  interval: readonly [number, number],
])[] = [
  [
    'who is in JeugdzorgPlus on the last day was there a year before, or came in',
    [
      { grootheid: telling('plaatsingen-op-einde'), jaar: 2022, value: 10 },
      { grootheid: telling('plaatsingen-begonnen'), jaar: 2023, value: 0 },
      { grootheid: telling('plaatsingen-op-einde'), jaar: 2023, value: 7, hide: true },
      { grootheid: telling('plaatsingen-begonnen'), jaar: 2024, value: 10 },
      { grootheid: telling('plaatsingen-op-einde'), jaar: 2024, value: 16 },
    ],
    [6, 10],
  ],
  [
    'young people in JeugdzorgPlus were there on the last day of the year before, or came in',
    [
      { grootheid: telling('plaatsingen-op-einde'), jaar: 2023, value: 0 },
      { grootheid: telling('plaatsingen-begonnen'), jaar: 2024, value: 0 },
      { grootheid: telling('jeugdigen-geplaatst'), jaar: 2023, value: 3, hide: true },
      { grootheid: telling('plaatsingen-op-einde'), jaar: 2022, value: 4, hide: true },
      { grootheid: telling('plaatsingen-begonnen'), jaar: 2023, value: 0 },
      { grootheid: telling('jeugdigen-geplaatst'), jaar: 2022, value: 4, hide: true },
      { grootheid: telling('plaatsingen-begonnen'), jaar: 2022, value: 0 },
      { grootheid: telling('jeugdigen-geplaatst'), jaar: 2021, value: 12 },
    ],
    [1, 12],
  ],
  [
    'trajecten of a year ran the year before without ending, or began',
    [
      { grootheid: telling('trajecten', { telt: 'trajecten' }), jaar: 2023, value: 40 },
      {
        grootheid: telling('eindes', { telt: 'trajecten', codes: ['31', '32'] }),
        jaar: 2023,
        value: 4,
        hide: true,
      },
      { grootheid: telling('begonnen', { telt: 'trajecten' }), jaar: 2024, value: 20 },
      { grootheid: telling('trajecten', { telt: 'trajecten' }), jaar: 2024, value: 56 },
    ],
    [1, 4],
  ],
  [
    'an ots of two years or longer ran a year before',
    [
      { grootheid: telling('jeugdigen-met-maatregel', { codes: ['ots-kort'] }), jaar: 2023, value: 0 },
      {
        grootheid: telling('jeugdigen-met-maatregel', { codes: ['ots-lang'] }),
        jaar: 2023,
        value: 3,
        hide: true,
      },
      {
        grootheid: telling('jeugdigen-met-maatregel', { codes: ['ots-lang'] }),
        jaar: 2024,
        value: 2,
        hide: true,
      },
      {
        grootheid: telling('jeugdigen-met-maatregel', { codes: ['ots-kort', 'ots-lang'] }),
        jaar: 2022,
        value: 12,
      },
    ],
    [1, 12],
  ],
];

for (const [name, cijfers, interval] of OVER_JAREN) {
  test(name, async () => {
    const { cellen } = await attack({ tables: [release(cijfers)], publiek: publiekVan(regio) });
    const first = cijfers.find(({ hide }) => hide);
    const found = cellen.find(
      ({ variant, periode }) => variant === first?.grootheid.naam && periode === `${first.jaar}`,
    );
    assert.deepEqual(found?.interval, interval);
    const tables = [release(cijfers.map((cijfer) => ({ ...cijfer, hide: false })))];
    const safe = await protect({ tables, regio, zone: 'open' });
    const report = await attack({ tables: safe.tables, publiek: publiekMet(regio, safe.geheimhouding) });
    assert.deepEqual(report.teSmal, []);
    assert.deepEqual(report.cellen, safe.geheimhouding.cellen);
    assert.ok(report.cellen.length > 0);
  });
}
