// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureRow, FigureTable, GeheimhoudingZone, Grootheid } from '../../src/contract/index.ts';
import { protect } from '../../src/disclose/index.ts';
import { CLIENTEN, UITGAVEN } from './voorbeeld-opbouw.ts';
import { regioMet, rij, tabel } from './voorbeeld-release.ts';

const CEL = { code: 'GM0603', jaar: 2024 };
/** No rule hides anything. */
const UIT: Partial<GeheimhoudingZone> = {
  verbergTotEnMet: 0,
  minimumNoemer: 0,
  minimumAntwoorden: 0,
  minimumBijdragers: 0,
  dominantie: 1,
  pProcent: 0,
};
const EURO = 100;

const aantal = (waarde: number) =>
  tabel('clienten', 'unieke cliënten', [], [rij('clienten', '', CEL, waarde)]);
/** € 1.200, made up by this many persons of whom two are told. */
const bedrag = (personen: number, grootste: number, tweede: number): FigureTable => {
  const row: FigureRow = {
    ...rij('uitgaven', '', CEL, 1200 * EURO),
    bijdragen: { aantal: personen, grootste: grootste * EURO, tweede: tweede * EURO },
  };
  return tabel('uitgaven', 'eurocent', [], [row]);
};
const gemiddelde = (personen: number): FigureTable => {
  const bijdragen = { aantal: personen, grootste: 2 * EURO, tweede: 2 * EURO };
  const row = rij('uitgaven-per-client', '', CEL, (1200 * EURO) / 120, 1200 * EURO, 120);
  return tabel(
    'uitgaven-per-client',
    'eurocent',
    [],
    [{ ...row, bijdragen }],
    [{ variant: '', vorm: 'gemiddelde', teller: UITGAVEN, noemer: CLIENTEN }],
  );
};
const groei = (teller: number, noemer: number) =>
  tabel(
    'clienten-groei',
    'aandeel',
    [],
    [rij('clienten-groei', '', CEL, teller / noemer - 1, teller, noemer)],
  );
/** Half of the answers is positive. */
const antwoorden = (count: number): FigureTable => {
  const delen = { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'som' } as const;
  const noemer: Grootheid = { naam: 'antwoorden', maat: 'antwoorden', telt: 'antwoorden', delen };
  const teller: Grootheid = {
    ...noemer,
    naam: 'antwoorden-positief',
    maat: 'antwoorden-positief',
    deelVan: ['antwoorden'],
  };
  return tabel(
    'tevredenheid',
    'aandeel',
    [],
    [rij('tevredenheid', '', CEL, 0.5, count / 2, count)],
    [{ variant: '', vorm: 'deel', teller, noemer }],
  );
};

/** Forty clients of whom ten cost more than € 10.000, and what is left for the other thirty. */
const onderDeGrens = (euro: number): FigureTable => {
  const boven = 500_000 * EURO;
  const alles = boven + euro * EURO;
  const row: FigureRow = {
    ...rij('kosten-boven-grens', 'uitgaven', CEL, boven / alles, boven, alles),
    bijdragen: { aantal: 10, grootste: 60_000 * EURO, tweede: 60_000 * EURO },
  };
  return tabel(
    'kosten-boven-grens',
    'aandeel',
    [],
    [rij('kosten-boven-grens', 'clienten', CEL, 10 / 40, 10, 40), row],
  );
};

/** Of each rule: its setting, a figure that it hides, and the nearest one that it lets through. */
const REGELS: Readonly<Record<string, readonly [Partial<GeheimhoudingZone>, FigureTable, FigureTable]>> = {
  'a count of one to nine': [{ verbergTotEnMet: 9 }, aantal(9), aantal(10)],
  'a count of zero, where zeros are not shown': [
    { verbergTotEnMet: 9, toonNul: false },
    aantal(0),
    aantal(10),
  ],
  'a rate over fewer than fifty': [{ minimumNoemer: 50 }, groei(40, 49), groei(40, 50)],
  'a share of fewer than thirty answers': [
    { minimumNoemer: 50, minimumAntwoorden: 30 },
    antwoorden(28),
    antwoorden(30),
  ],
  'an amount of which one person makes up more than half': [
    { dominantie: 0.5 },
    bedrag(40, 601, 20),
    bedrag(40, 600, 20),
  ],
  'an amount from which the second can compute the first within ten per cent': [
    { pProcent: 10 },
    bedrag(40, 800, 321),
    bedrag(40, 800, 320),
  ],
  'what a share leaves of an amount, where one below the threshold can make up more than half of it': [
    { dominantie: 0.5 },
    onderDeGrens(19_999),
    onderDeGrens(20_000),
  ],
  'what a share leaves of an amount, where two below the threshold can make up nearly all of it': [
    { pProcent: 10 },
    onderDeGrens(20_999),
    onderDeGrens(21_000),
  ],
  'an amount of fewer than ten persons': [
    { minimumBijdragers: 10 },
    bedrag(9, 200, 200),
    bedrag(10, 200, 200),
  ],
  'an average of an amount of fewer than ten persons': [
    { minimumBijdragers: 10 },
    gemiddelde(9),
    gemiddelde(10),
  ],
};

async function isHidden(table: FigureTable, regels: Partial<GeheimhoudingZone>): Promise<boolean> {
  const { tables } = await protect({ tables: [table], regio: regioMet({ ...UIT, ...regels }), zone: 'open' });
  return tables[0]?.rows.some(({ status }) => status.includes('geheim')) ?? false;
}

for (const [naam, [regels, hidden, shown]] of Object.entries(REGELS)) {
  test(`${naam} is hidden, the nearest that is safe is shown, and without the rule both are`, async () => {
    assert.equal(await isHidden(hidden, regels), true);
    assert.equal(await isHidden(shown, regels), false);
    assert.equal(await isHidden(hidden, {}), false);
  });
}

test('growth of the base year against itself does not apply where the count is hidden, and is no secret', async () => {
  const row = rij('clienten-groei', '', { code: 'GM0603', jaar: 2020 }, 0, 4, 4);
  const { tables, geheimhouding } = await protect({
    tables: [tabel('clienten-groei', 'aandeel', [], [row])],
    regio: regioMet({ ...UIT, verbergTotEnMet: 9 }),
    zone: 'open',
  });
  const { waarde, teller, noemer, status } = tables[0]?.rows[0] ?? {};
  assert.deepEqual([waarde, teller, noemer, status], [null, null, null, ['niet_van_toepassing']]);
  assert.deepEqual(geheimhouding.cellen, []);
  assert.equal(await isHidden(groei(3, 4), { verbergTotEnMet: 9 }), true);
  assert.equal(
    await isHidden(tabel('clienten-groei', 'aandeel', [], [{ ...row, teller: 20, noemer: 20 }]), {
      minimumNoemer: 50,
    }),
    false,
  );
});
