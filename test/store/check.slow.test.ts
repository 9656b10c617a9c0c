// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { daysInMonth, type PlainDate, plainDate } from '../../src/contract/index.ts';
import type { CheckReport } from '../../src/store/index.ts';
import { bericht, goed, later, regel, start, stop, toewijzing } from './keten-voorbeeld.ts';
import {
  type Bericht,
  client,
  dag,
  lever,
  prestatie,
  producten,
  tijdelijkMagazijn,
  waarden,
} from './voorbeeld.ts';

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

/** Care at one provider from January 2023 on, to the end of that year where `eindigt`, declared in the months given. */
function gedeclareerdIn(maanden: readonly number[], eindigt = false): readonly Bericht[] {
  const dagen = (maand: number): [PlainDate, PlainDate] =>
    [plainDate(2023, maand, 1), plainDate(2023, maand, daysInMonth(2023, maand))] as [PlainDate, PlainDate];
  return [
    bericht('JW301', 'T1', [toewijzing(7, { ingangsdatum: dag('2023-01-01') })]),
    bericht('JW305', 'S1', [start({ begindatum: dag('2023-01-01') })]),
    ...(eindigt
      ? [bericht('JW307', 'P1', [stop({ begindatum: dag('2023-01-01'), einddatum: dag('2023-12-31') })])]
      : []),
    bericht(
      'JW323',
      'D1',
      maanden.map((maand) => {
        const [begindatum, einddatum] = dagen(maand);
        return regel(`R${maand}`, { begindatum, einddatum });
      }),
    ),
    bericht('JW315', 'V2', [], later),
  ];
}

test('months with care that a regular provider did not declare are a gap, and it is silent when nothing came after', async (t) => {
  const gat = { gemeente: 'GM0503', aanbieder: '99000001', kinderen: 1 };
  const during = await checked(t, gedeclareerdIn([1, 2, 3, 4, 8, 9, 10, 11, 12], true));
  assert.deepEqual(during.gaten, [{ ...gat, van: '2023-05', tot: '2023-07', maanden: 3, duurtVoort: false }]);
  const silent = await checked(t, gedeclareerdIn([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  assert.deepEqual(silent.gaten, [{ ...gat, van: '2023-10', tot: '2024-03', maanden: 6, duurtVoort: true }]);
  assert.deepEqual((await checked(t, gedeclareerdIn([1, 2, 6, 10], true))).gaten, [], 'no regular declarant');
});

test('coverage per month: of the children with care all month, those with a standing line', async (t) => {
  const { dekking } = await checked(t, gedeclareerdIn([1, 2, 4]));
  assert.deepEqual(
    dekking.slice(0, 4).map(({ maand, kinderen, gedeclareerd }) => [maand, kinderen, gedeclareerd]),
    [
      ['2023-01', 1, 1],
      ['2023-02', 1, 1],
      ['2023-03', 1, 0],
      ['2023-04', 1, 1],
    ],
  );
});

test('what findings touch is left out of what queries see, until the next derivation', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [
    ...goed,
    bericht('JW323', 'D2', [regel('R2', { toewijzingNummer: 99, bedragCents: 7 })]),
  ]);
  const { geraakt } = await warehouse.check(producten);
  assert.deepEqual(
    [geraakt.prestaties, geraakt.debetCents, geraakt.clienten, geraakt.rijenOpzij],
    [1, 7, 0, 0],
  );
  const lines =
    'SELECT count(*), sum(bedrag_cents)::BIGINT, (SELECT sum(bedrag_cents)::BIGINT FROM prestatie_jaar) FROM prestatie_staand';
  assert.deepEqual(await waarden(warehouse, lines), [[2, 10_007, 10_007]]);
  await warehouse.leaveOutGeraakt();
  assert.deepEqual(await waarden(warehouse, lines), [[1, 10_000, 10_000]]);
  await warehouse.derive(producten);
  assert.deepEqual(await waarden(warehouse, lines), [[2, 10_007, 10_007]]);
});

test('a finding about the retour of a whole message touches everyone in that message', async (t) => {
  const retour = (code: string): Bericht => bericht('JW306', 'S2', [], { retourCodes: [code] });
  const tweede = bericht('JW305', 'S2', [
    start({ client: client(2, 2011) }),
    start({ client: client(3, 2012) }),
  ]);
  const once = await checked(t, [...goed, tweede, retour('0001')]);
  assert.deepEqual([once.bevindingen, once.geraakt.clienten], [[], 0]);
  const { geraakt, bevindingen } = await checked(t, [...goed, tweede, retour('0001'), retour('0200')]);
  assert.deepEqual(
    bevindingen
      .map(({ code, aantal }) => [code, aantal])
      .filter(([code]) => code === 'store.bericht-gewijzigd'),
    [['store.bericht-gewijzigd', 1]],
  );
  assert.deepEqual([geraakt.clienten, geraakt.starts], [2, 2]);
});
