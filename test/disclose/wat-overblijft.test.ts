// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureTable, Grootheid } from '../../src/contract/index.ts';
import { assertProtected, GEMEENTEN, inGebied } from './op-proef.ts';
import { GEBIEDEN, rij, tabel } from './voorbeeld-release.ts';

const SOM = { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'som' } as const;
const wachtenden: Grootheid = { naam: 'wachtenden', telt: 'personen', maat: 'wachtenden', delen: SOM };
const opbouw = [{ variant: '', vorm: 'waarde', teller: wachtenden }] as const;

const GGZ = [0, 17, 3, 12, 0, 17, 18, 12, 35];
const inGemeente = (perGemeente: readonly number[]) => (code: string) =>
  inGebied(Object.fromEntries(GEMEENTEN.map((gemeente, at) => [gemeente, perGemeente[at] ?? 0])), code);

function totalen(perGemeente: readonly number[], codes: readonly string[]): FigureTable {
  const value = inGemeente(perGemeente);
  const rows = codes.map((code) => rij('wachtenden', '', { code, jaar: 2024 }, value(code)));
  return tabel('wachtenden', 'jeugdigen', [], rows, opbouw);
}

function perZorgvorm(perWaarde: Readonly<Record<string, readonly number[]>>): FigureTable {
  const rows = Object.entries(perWaarde).flatMap(([type, perGemeente]) =>
    GEBIEDEN.map(({ code }) =>
      rij('wachtenden', '', { code, jaar: 2024, type }, inGemeente(perGemeente)(code)),
    ),
  );
  return tabel('wachtenden', 'jeugdigen', ['zorgvorm'], rows, opbouw);
}

test('a survey of the region and H8: how many of Den Haag answered otherwise is a number too', async () => {
  const alle: Grootheid = { naam: 'antwoorden', telt: 'antwoorden', maat: 'antwoorden', delen: SOM };
  const positief: Grootheid = {
    ...alle,
    naam: 'antwoorden-positief',
    maat: 'antwoorden-positief',
    deelVan: ['antwoorden'],
  };
  const share = (answers: Readonly<Record<string, readonly [number, number]>>) =>
    tabel(
      'tevredenheid',
      'aandeel',
      [],
      Object.entries(answers).map(([code, [some, all]]) =>
        rij('tevredenheid', '', { code, jaar: 2024 }, some / all, some, all),
      ),
      [{ variant: '', vorm: 'deel', teller: positief, noemer: alle }],
    );
  const enough = await assertProtected([share({ JZ24: [300, 400], H9: [300, 400], H8: [280, 360] })]);
  assert.deepEqual(enough.geheimhouding.cellen, []);
  const four = await assertProtected([share({ JZ24: [300, 400], H9: [300, 400], H8: [264, 360] })]);
  assert.ok(four.geheimhouding.cellen.length > 0);
});

test('an older release by zorgvorm: what it printed of a gemeente is not the whole of what it printed and hid', async () => {
  const many = GGZ.map((count) => 10 * count + 200);
  const ggz = many.with(0, 4);
  const first = await assertProtected([perZorgvorm({ ggz, lvb: many })]);
  assert.ok(first.geheimhouding.cellen.some(({ gebied }) => gebied === 'GM0503'));
  await assertProtected(
    [
      totalen(
        many.map((count, at) => count + (ggz[at] ?? 0)),
        GEBIEDEN.map(({ code }) => code),
      ),
    ],
    [first],
  );
});

test('an older release whose gemeenten add up to ten: that one of the ten is counted twice now is not told, and nine of the region can be hidden', async () => {
  const begonnen: Grootheid = {
    naam: 'begonnen',
    telt: 'trajecten',
    maat: 'begonnen',
    delen: { ...SOM, gebied: 'hoogstens-som' },
  };
  const value = inGemeente([3, 5, 0, 0, 0, 2, 0, 0, 0]);
  const table = (twice: number) => {
    const count = (code: string) => value(code) - (code === 'JZ24' || code === 'H9' ? twice : 0);
    const rows = GEBIEDEN.map(({ code }) => rij('instroom', '', { code, jaar: 2024 }, count(code)));
    return tabel('instroom', 'trajecten', [], rows, [{ variant: '', vorm: 'waarde', teller: begonnen }]);
  };
  const first = await assertProtected([table(0)]);
  assert.equal(first.tables[0]?.rows.find(({ gebied }) => gebied === 'H9')?.waarde, 10);
  const second = await assertProtected([table(1)], [first]);
  const region = second.geheimhouding.cellen.find(({ gebied }) => gebied === 'H9');
  const [low, high] = region?.interval ?? [];
  assert.ok(
    typeof low === 'number' && low <= 9 && (high === null || Number(high) - low >= 5),
    `${low} ${high}`,
  );
  assert.ok(
    second.geheimhouding.meervoudigGeteld.some(
      ({ gebied, verschil }) => gebied === 'H9' && verschil === null,
    ),
  );
});
