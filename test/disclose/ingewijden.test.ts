// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Buitenkennis, FigureTable, GeheimhoudingZone } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { planStelsel } from '../../src/disclose/plan.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import type { PlanCell } from '../../src/disclose/stelsel.ts';
import { clienten, VEEL } from './op-proef.ts';
import { publiekMet, regioMet, rij, tabel } from './voorbeeld-release.ts';

const EURO = 100;
const DUIZEND = 1000 * EURO;

/** Spending of one gemeente per type: who makes it up, in thousands of euros. */
const TYPEN: readonly (readonly [type: string, bedrag: number, clienten: number, grootste: number])[] = [
  ['gezinshuizen', 90, 1, 90],
  ['pleegzorg', 100, 8, 20],
  ['lvb', 800, 60, 30],
  ['dyslexie', 300, 90, 5],
  ['jeugd-ggz', 900, 80, 30],
];

function uitgaven(): readonly FigureTable[] {
  const cel = { code: 'GM0603', jaar: 2024 };
  const rows = TYPEN.map(([type, bedrag, aantal, grootste]) => ({
    ...rij('uitgaven', '', { ...cel, type }, bedrag * DUIZEND),
    bijdragen: { aantal, grootste: grootste * DUIZEND, tweede: aantal > 1 ? grootste * DUIZEND : 0 },
  }));
  const total = TYPEN.reduce((sum, [, bedrag]) => sum + bedrag * DUIZEND, 0);
  const whole = {
    ...rij('uitgaven', '', cel, total),
    bijdragen: { aantal: 200, grootste: 90 * DUIZEND, tweede: 30 * DUIZEND },
  };
  return [tabel('uitgaven', 'eurocent', ['type'], rows), tabel('uitgaven', 'eurocent', [], [whole])];
}

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
  const { cellen, smalVoor } = await gemaakt(uitgaven());
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

const cel = (key: string, value: number, over: Partial<PlanCell> = {}): PlanCell => ({
  key,
  keuze: 'vrij',
  gewicht: 1,
  value,
  down: value,
  up: Number.POSITIVE_INFINITY,
  shownDown: 0,
  shownUp: 0,
  needDown: 0,
  needUp: 0,
  needWidth: 2,
  ...over,
});

test('where nothing protects from what one of the counted knows, the rest is planned as without him', async () => {
  const ingewijd = { eigen: 9, samen: false };
  const small = { keuze: 'verborgen', needDown: 1, needUp: 1 } as const;
  const cells = [
    cel('a', 9, { ...small, ingewijd }),
    cel('b', 5, small),
    cel('a + b', 14, { keuze: 'getoond' }),
  ];
  const relations = [{ lower: 0, upper: 0, columns: [0, 1, 2], values: [1, 1, -1] }];
  const { hidden, onbeschermd } = planStelsel({ cells, relations }, await loadSolver());
  assert.deepEqual({ hidden, onbeschermd }, { hidden: [true, true, false], onbeschermd: [] });
});
