// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CheckReport } from '../../src/store/index.ts';
import { bericht, goed, later, regel } from './keten-voorbeeld.ts';
import { type Bericht, lever, prestatie, producten, tijdelijkMagazijn } from './voorbeeld.ts';

async function checked(t: TestContext, berichten: readonly Bericht[]): Promise<CheckReport> {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, berichten);
  return warehouse.check(producten);
}

test('good traffic has no finding', async (t) => {
  assert.deepEqual((await checked(t, goed)).bevindingen, []);
});

test('what a rule could do to figures: the lines it touches, their amount, and clients who rest on nothing else', async (t) => {
  const report = await checked(t, [
    ...goed,
    bericht('JW323', 'D2', [
      regel('R2', { toewijzingNummer: 99, bedragCents: 7 }),
      prestatie('R3', 2, { toewijzingNummer: 98, bedragCents: 5 }),
    ]),
  ]);
  assert.deepEqual(
    report.invloed.filter(({ code }) => code === 'TR338'),
    [{ code: 'TR338', jaar: 2024, prestaties: 2, bedragCents: 12, clienten: 1 }],
  );
});

test('a provider without declarations for more than three months is named', async (t) => {
  const report = await checked(t, [...goed, bericht('JW315', 'V2', [], later)]);
  assert.deepEqual(report.stil, [
    { gemeente: 'GM0503', aanbieder: '99000001', laatsteMaand: '2024-01', maandenStil: 6 },
  ]);
});
