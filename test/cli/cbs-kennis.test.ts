// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cbsKennis } from '../../src/cli/cbs-kennis.ts';
import type { FigureTable, Opbouw } from '../../src/contract/index.ts';
import { attack, protect } from '../../src/disclose/index.ts';
import { publiekMet, regioMet, rij, tabel } from '../disclose/voorbeeld-release.ts';

const DELEN = { gebied: 'overlap', kenmerk: 'som', dimensie: 'overlap', periode: 'overlap' } as const;
const GEEN = { gebied: 'geen', kenmerk: 'geen', dimensie: 'geen', periode: 'geen' } as const;

function waarde(naam: string, telt: 'personen' | 'openbaar', variant = ''): Opbouw {
  const delen = telt === 'openbaar' ? GEEN : DELEN;
  return { variant, vorm: 'waarde', teller: { naam, telt, maat: naam, delen } };
}

function table(indicator: string, opbouw: Opbouw, figures: Readonly<Record<string, number>>): FigureTable {
  const rows = Object.entries(figures).map(([code, value]) =>
    rij(indicator, opbouw.variant, { code, jaar: 2024 }, value),
  );
  return { ...tabel('clienten', 'jeugdigen', [], rows), indicator, opbouw: [opbouw] };
}

/** Midden-Delfland has 4 young people under protection; CBS says 0.1 % of its 4,000 residents of 0 to 17. */
const MAATREGEL = waarde('jeugdigen-met-maatregel', 'personen');
const tables = [
  table('jeugdbescherming', MAATREGEL, { GM0503: 40, GM1842: 4, GM1783: 30 }),
  table('bevolking-0-17', waarde('inwoners-0-17', 'openbaar'), { GM0503: 20_000, GM1842: 4000 }),
  table('cbs-jeugdhulp', waarde('cbs-percentage', 'openbaar', 'jeugdbescherming'), {
    GM0503: 0.003,
    GM1842: 0.001,
    GM1783: 0.002,
  }),
];

test('CBS says the percentage of young people under protection: with the residents that is an interval', () => {
  assert.deepEqual(
    cbsKennis(tables).map(({ grootheid, gebied, interval }) => [grootheid, gebied, interval]),
    [
      ['jeugdigen-met-maatregel', 'GM0503', [50, 70]],
      ['jeugdigen-met-maatregel', 'GM1842', [2, 6]],
    ],
  );
});

test('the attacker has read CBS: a figure that counts otherwise bounds nothing, and what CBS made narrow stays as wide as CBS left it', async () => {
  const regio = regioMet();
  const safe = await protect({ tables, regio, zone: 'open', buitenkennis: cbsKennis(tables) });
  const report = await attack({ tables: safe.tables, publiek: publiekMet(regio, safe.geheimhouding) });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.tegenspraak, []);
  assert.deepEqual(report.cellen, safe.geheimhouding.cellen);
  assert.deepEqual(
    report.cellen.map(({ gebied, interval }) => [gebied, interval]),
    [['GM1842', [2, 6]]],
  );
});
