// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Warehouse } from '../../src/store/index.ts';
import { leverBron } from './lever-bron.ts';
import { producten, testBsn, tijdelijkMagazijn, waarden } from './voorbeeld.ts';

const WACHT = 'aanbieder;peildatum;opgesteld_op;zorgvorm;verblijf;wachtenden\n';
const MAATREGEL = 'gi;periode;opgesteld_op;bsn;gemeente;soort;begin;eind\n';
const CIT = 'afzender;periode;opgesteld_op;datum;soort\n';

async function magazijnMet(t: TestContext, ...bestanden: readonly string[]): Promise<Warehouse> {
  const warehouse = await tijdelijkMagazijn(t);
  for (const bestand of bestanden) await leverBron(warehouse, bestand);
  await warehouse.derive(producten);
  return warehouse;
}

const WACHTENDEN = 'SELECT aanbieder, kwartaal, wachtenden FROM wachttijd_actueel ORDER BY ALL';

test('a corrected answer replaces the one of the same provider and quarter, whatever arrived first', async (t) => {
  const eerst = `${WACHT}99000001;2024-06-30;2024-07-05;ggz;ambulant;12\n`;
  const verbeterd = `${WACHT}99000001;2024-06-28;2024-07-09;ggz;ambulant;10\n`;
  const ander = `${WACHT}99000002;2024-06-30;2024-07-01;ggz;ambulant;3\n99000001;2024-09-30;2024-10-01;ggz;ambulant;9\n`;
  for (const order of [
    [eerst, verbeterd, ander],
    [verbeterd, ander, eerst],
  ]) {
    const warehouse = await magazijnMet(t, ...order);
    assert.deepEqual(await waarden(warehouse, WACHTENDEN), [
      ['99000001', '2024-Q2', 10],
      ['99000001', '2024-Q3', 9],
      ['99000002', '2024-Q2', 3],
    ]);
  }
});

test('the same bytes again are a no-op', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const bestand = `${WACHT}99000001;2024-06-30;2024-07-05;ggz;ambulant;12\n`;
  assert.equal(await leverBron(warehouse, bestand), 1);
  assert.equal(await leverBron(warehouse, bestand), 0);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM wachttijd'), [[1]]);
});

test('a correction of the same day counts when more of its rows could be read, in any order', async (t) => {
  const goed = '99000001;2024-06-30;2024-07-05;ggz;ambulant;12\n';
  for (let n = 0; n < 4; n += 1) {
    const kapot = `${WACHT}${goed}99000001;2024-06-30;2024-07-05;lvb;ambulant;geen${n}\n`;
    const verbeterd = `${WACHT}${goed}99000001;2024-06-30;2024-07-05;lvb;ambulant;${n}\n`;
    const warehouse = await magazijnMet(t, ...(n % 2 === 0 ? [kapot, verbeterd] : [verbeterd, kapot]));
    assert.deepEqual(await waarden(warehouse, 'SELECT sum(wachtenden)::INTEGER FROM wachttijd_actueel'), [
      [12 + n],
    ]);
  }
});

test('two files drawn up on one day: one counts, and a finding says so', async (t) => {
  const a = `${WACHT}99000001;2024-06-30;2024-07-05;ggz;ambulant;12\n`;
  const b = `${WACHT}99000001;2024-06-30;2024-07-05;ggz;ambulant;13\n`;
  const seen = new Set<string>();
  for (const order of [
    [a, b],
    [b, a],
  ]) {
    const warehouse = await magazijnMet(t, ...order);
    seen.add(JSON.stringify(await waarden(warehouse, WACHTENDEN)));
    assert.deepEqual(await waarden(warehouse, 'SELECT code, soort, aanbieder FROM bevinding_bron'), [
      ['store.bron-gelijktijdig', 'wachttijden', '99000001'],
    ]);
  }
  assert.equal(seen.size, 1);
});

test('of events, a day belongs to the newest file whose period covers it', async (t) => {
  const jaar = `${CIT}cit;2024;2025-01-05;2024-02-01;crisis\ncit;2024;2025-01-05;2024-05-01;crisis\n`;
  const kwartaal = `${CIT}cit;2024-Q2;2025-02-01;2024-05-01;crisis\ncit;2024-Q2;2025-02-01;2024-05-02;huisverbod\n`;
  const ouder = `${CIT}cit;2024-Q1;2024-04-02;2024-03-01;crisis\n`;
  const warehouse = await magazijnMet(t, kwartaal, ouder, jaar);
  assert.deepEqual(await waarden(warehouse, 'SELECT datum, soort FROM cit_zaak_actueel ORDER BY ALL'), [
    ['2024-02-01', 'crisis'],
    ['2024-05-01', 'crisis'],
    ['2024-05-02', 'huisverbod'],
  ]);
});

test('a measure goes on as the file about the latest period has it; what is not mentioned any more has ended', async (t) => {
  const [a, b, c] = [testBsn(1), testBsn(2), testBsn(3)];
  const q1 = `${MAATREGEL}jbw;2024-Q1;2024-04-05;${a};GM0503;ots;2023-06-01;\njbw;2024-Q1;2024-04-05;${b};GM0503;ots;2024-01-10;\njbw;2024-Q1;2024-04-05;${c};GM0503;jr;2024-01-10;2024-03-01\n`;
  const q2 = `${MAATREGEL}jbw;2024-Q2;2024-07-05;${a};GM0503;ots;2023-06-01;2024-05-31\n`;
  const anders = `${MAATREGEL}wss;2024-Q1;2024-04-05;${b};GM0503;ots;2024-01-10;\n`;
  for (const order of [
    [q1, q2, anders],
    [anders, q2, q1],
  ]) {
    const warehouse = await magazijnMet(t, ...order);
    assert.deepEqual(
      await waarden(
        warehouse,
        'SELECT gi, pseudoniem::BIGINT, eind, eind_afgeleid FROM maatregel_actueel ORDER BY 1, 2',
      ),
      [
        ['jbw', Number(a), '2024-05-31', false],
        ['jbw', Number(b), '2024-03-31', true],
        ['jbw', Number(c), '2024-03-01', false],
        ['wss', Number(b), null, false],
      ],
    );
  }
});

test('a corrected list of measures takes away what it no longer holds', async (t) => {
  const fout = `${MAATREGEL}jbw;2024;2025-01-05;${testBsn(1)};GM0503;ots;2024-02-01;\njbw;2024;2025-01-05;${testBsn(2)};GM0503;ots;2024-02-01;\n`;
  const goed = `${MAATREGEL}jbw;2024;2025-01-06;${testBsn(1)};GM0503;ots;2024-02-01;\n`;
  const warehouse = await magazijnMet(t, goed, fout);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM maatregel_actueel'), [[1]]);
});

test('a child on two lists for one form of care is a finding at both', async (t) => {
  const kop = 'aanbieder;peildatum;opgesteld_op;bsn;zorgvorm;verblijf;aangemeld_op\n';
  const rij = (aanbieder: string, n: number, zorgvorm = 'ggz') =>
    `${aanbieder};2024-06-30;2024-07-01;${testBsn(n)};${zorgvorm};ambulant;2024-02-01\n`;
  const warehouse = await magazijnMet(
    t,
    kop + rij('99000001', 1) + rij('99000001', 2),
    kop + rij('99000002', 1) + rij('99000002', 2, 'jo'),
  );
  assert.deepEqual(
    await waarden(warehouse, 'SELECT code, aanbieder, pseudoniem::BIGINT FROM bevinding_bron ORDER BY ALL'),
    [
      ['store.dubbel-wachtend', '99000001', Number(testBsn(1))],
      ['store.dubbel-wachtend', '99000002', Number(testBsn(1))],
    ],
  );
});

test('residents under 18 come from classes that cover 0 to 17 exactly', async (t) => {
  const kop = 'afzender;peildatum;opgesteld_op;gemeente;leeftijd_van;leeftijd_tot;geslacht;aantal;status\n';
  const warehouse = await magazijnMet(
    t,
    `${kop}eigen;2024-01-01;2024-03-01;0503;0;14;;12000;voorlopig\neigen;2024-01-01;2024-03-01;0503;15;17;1;1500;voorlopig\neigen;2024-01-01;2024-03-01;0503;15;17;2;1600;voorlopig\neigen;2024-01-01;2024-03-01;0518;0;14;;90000;voorlopig\n`,
  );
  assert.deepEqual(await waarden(warehouse, 'FROM bevolking_jeugd'), [
    ['GM0503', 2024, 15_100, 'voorlopig', 'eigen'],
  ]);
});

test('a correction with fewer rows than what it replaces is told: it may be half a delivery', async (t) => {
  const rij = (opgesteld: string, zorgvorm: string) =>
    `99000001;2024-06-30;${opgesteld};${zorgvorm};ambulant;3\n`;
  const eerst = WACHT + rij('2024-07-05', 'ggz') + rij('2024-07-05', 'jo');
  const minder = WACHT + rij('2024-07-06', 'ggz');
  const evenveel = WACHT + rij('2024-07-07', 'ggz') + rij('2024-07-07', 'mix');
  const BEVINDING = 'SELECT code, aanbieder, dagtekening FROM bevinding_bron';
  const warehouse = await magazijnMet(t, minder, eerst);
  assert.deepEqual(await waarden(warehouse, BEVINDING), [['store.bron-kleiner', '99000001', '2024-07-06']]);
  await leverBron(warehouse, evenveel);
  await warehouse.derive(producten);
  assert.deepEqual(await waarden(warehouse, BEVINDING), []);
});
