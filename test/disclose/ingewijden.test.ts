// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Buitenkennis, FigureTable, GeheimhoudingZone, Grootheid } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { planStelsel } from '../../src/disclose/plan.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import { cel } from './cel.ts';
import { clienten, VEEL } from './op-proef.ts';
import { uitgavenPerType } from './uitgaven-per-type.ts';
import { publiekMet, regioMet, rij, tabel } from './voorbeeld-release.ts';

/** A thousand euros. Unit: cents. */
const DUIZEND = 100_000;

const eigen = (
  grootheid: string,
  gebied: string,
  dimensies: Buitenkennis['dimensies'],
  least: number,
): Buitenkennis => ({
  grootheid,
  periode: '2024',
  gebied,
  dimensies,
  interval: [least, null],
  bron: 'one of the counted',
});

/** The release, and what is too narrow in it for somebody who knows this. */
async function gemaakt(tables: readonly FigureTable[], open: Partial<GeheimhoudingZone> = {}) {
  const regio = regioMet(open);
  const safe = await protect({ tables, regio, zone: 'open' });
  const publiek = publiekMet(regio, safe.geheimhouding);
  const smalVoor = async (...own: readonly Buitenkennis[]) => {
    const buitenkennis = [...safe.geheimhouding.buitenkennis, ...own];
    const report = await attack({ tables: safe.tables, publiek: { ...publiek, buitenkennis } });
    return report.teSmal.map(({ gebied, dimensies }) => dimensies.type ?? gebied);
  };
  return { cellen: safe.geheimhouding.cellen, smalVoor };
}

test('who makes up one of two hidden amounts alone cannot compute the other', async () => {
  const { cellen, smalVoor } = await gemaakt(uitgavenPerType());
  assert.equal(cellen.length, 3);
  assert.deepEqual(await smalVoor(eigen('uitgaven', 'GM0603', { type: 'gezinshuizen' }, 90 * DUIZEND)), []);
  assert.deepEqual(await smalVoor(eigen('uitgaven', 'GM0603', { type: 'pleegzorg' }, 20 * DUIZEND)), []);
});

test('where zeros are hidden, all who are counted together come no closer to any figure', async () => {
  const { cellen, smalVoor } = await gemaakt([clienten({ ...VEEL, GM1842: 4, GM0629: 1, GM1783: 1 })], {
    toonNul: false,
  });
  const own = cellen.map(({ gebied }) => eigen('clienten', gebied, {}, 1));
  assert.ok(own.length >= 3);
  for (const one of own) assert.deepEqual(await smalVoor(one), []);
  assert.deepEqual(await smalVoor(...own), []);
});

for (const samen of [false, true])
  test(`where nothing protects from what one of the counted knows ${samen ? 'of a count' : 'of a sum'}, the rest is planned as without him, and that is told`, async () => {
    const small = { keuze: 'verborgen', needDown: 1, needUp: 1 } as const;
    const cells = [
      cel('a', 9, { ...small, ingewijd: { eigen: 9, samen } }),
      cel('b', 5, small),
      cel('a + b', 14, { keuze: 'getoond' }),
      cel('c', 9, { ...small, ingewijd: { eigen: 9, samen } }),
      cel('d', 9, {}),
      cel('e', 9, {}),
      cel('c + d', 18, { keuze: 'getoond' }),
      cel('c + e', 18, { keuze: 'getoond' }),
    ];
    const sum = (...columns: number[]) => ({ lower: 0, upper: 0, columns, values: [1, 1, -1] });
    const relations = [sum(0, 1, 2), sum(3, 4, 6), sum(3, 5, 7)];
    const { hidden, onbeschermd, smalVoorIngewijden } = planStelsel({ cells, relations }, await loadSolver());
    assert.deepEqual(hidden, [true, true, false, true, true, true, false, false]);
    assert.deepEqual(onbeschermd, []);
    assert.deepEqual(smalVoorIngewijden, [1]);
  });

test('one who cannot be protected from does not keep the rest of his part from being protected', async () => {
  const small = { keuze: 'verborgen', needDown: 1, needUp: 1 } as const;
  const ingewijd = { eigen: 9, samen: false };
  const cells = [
    cel('a', 9, { ...small, ingewijd }),
    cel('b', 5, small),
    cel('a + b', 14, { keuze: 'getoond' }),
    cel('c', 9, { ...small, ingewijd }),
    cel('d', 5, small),
    cel('c + d', 14, { gewicht: 10 }),
    cel('e', 20, { gewicht: 10 }),
    cel('b + e', 25),
    cel('d + e', 25),
  ];
  const sum = (...columns: number[]) => ({ lower: 0, upper: 0, columns, values: [1, 1, -1] });
  const relations = [sum(0, 1, 2), sum(3, 4, 5), sum(1, 6, 7), sum(4, 6, 8)];
  const { hidden, smalVoorIngewijden } = planStelsel({ cells, relations }, await loadSolver());
  const named = (is: (at: number) => boolean) => cells.flatMap(({ key }, at) => (is(at) ? [key] : []));
  assert.deepEqual(
    named((at) => hidden[at] === true),
    ['a', 'b', 'c', 'd', 'c + d', 'b + e', 'd + e'],
  );
  assert.deepEqual(
    named((at) => smalVoorIngewijden.includes(at)),
    ['b'],
  );
});

test('those who know of a sum and those who know of a count put together what they know', async () => {
  const small = { keuze: 'verborgen', needWidth: 0 } as const;
  const cells = [
    cel('x', 9, { ...small, ingewijd: { eigen: 9, samen: false } }),
    cel('y', 9, { ...small, ingewijd: { eigen: 9, samen: true } }),
    cel('z', 5, { ...small, needDown: 1, needUp: 1 }),
    cel('x + y + z', 23, { keuze: 'getoond' }),
    cel('v', 9, { ...small, ingewijd: { eigen: 9, samen: true } }),
    cel('w', 5, { ...small, needDown: 1, needUp: 1 }),
    cel('v + w', 14, { keuze: 'getoond' }),
  ];
  const relations = [
    { lower: 0, upper: 0, columns: [0, 1, 2, 3], values: [1, 1, 1, -1] },
    { lower: 0, upper: 0, columns: [4, 5, 6], values: [1, 1, -1] },
  ];
  const { smalVoorIngewijden } = planStelsel({ cells, relations }, await loadSolver());
  assert.deepEqual(smalVoorIngewijden, [2, 5]);
});

test('nothing is narrow for those who are counted where the plan is made against them', async () => {
  const { geheimhouding } = await protect({ tables: uitgavenPerType(), regio: regioMet({}), zone: 'open' });
  assert.equal(geheimhouding.plan.smalVoorIngewijden, 0);
});

test('what would protect from those who are counted and cannot be protected itself stays shown, and something else is hidden', async () => {
  const cells = [
    cel('c', 9, {
      keuze: 'verborgen',
      needDown: 2,
      needUp: 3,
      needWidth: 2,
      ingewijd: { eigen: 9, samen: true },
    }),
    cel('d', 9, { up: 3, needUp: 1, gewicht: 10 }),
    cel('e', 1, { up: 0, needDown: 1, needUp: 1, gewicht: 5 }),
    cel('c + d + e', 19, { needDown: 1, needUp: 1, gewicht: 5 }),
  ];
  const relations = [{ lower: 0, upper: 0, columns: [0, 1, 2, 3], values: [1, 1, 1, -1] }];
  const { hidden, onbeschermd, smalVoorIngewijden } = planStelsel({ cells, relations }, await loadSolver());
  assert.deepEqual(hidden, [true, true, false, true]);
  assert.deepEqual([onbeschermd, smalVoorIngewijden], [[], []]);
});

test('of how many numbers insiders know more is told in tens: what an earlier release shows is not taken back', async () => {
  const regio = regioMet({ toonNul: false, intervalBreedte: 8 });
  const teller: Grootheid = {
    naam: 'aantal',
    telt: 'personen',
    maat: 'aantal',
    delen: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'geen' },
  };
  const table = (waarden: Readonly<Record<string, number>>) =>
    tabel(
      'aantal',
      'jeugdigen',
      [],
      Object.entries(waarden).map(([code, waarde]) => rij('aantal', '', { code, jaar: 2024 }, waarde)),
      [{ variant: '', vorm: 'waarde', teller }],
    );
  const first = await protect({ tables: [table({ H3: 10 })], regio, zone: 'open' });
  const { geheimhouding } = await protect({
    tables: [table({ H3: 10, GM0518: 3, GM1916: 3, GM0603: 4 })],
    regio,
    zone: 'open',
    eerdere: [{ id: '2023-1', ...first }],
  });
  assert.equal(geheimhouding.cellen.length, 3);
  assert.equal(geheimhouding.plan.smalVoorIngewijden, 10);
});
