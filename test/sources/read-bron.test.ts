// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { storedZip } from '../../src/opendocument/index.ts';
import { projectRoot } from '../project-root.ts';
import { dagTekst, lees, lines } from './lees.ts';

const KOP =
  'aanbieder;peildatum;opgesteld_op;zorgvorm;verblijf;leeftijdsklasse;wachtklasse;wachtenden;meer_dan_90_dagen';
const GOED = '99000001;2024-06-30;2024-07-05;ggz;ambulant;4-11;85-98;12;7';

function bestand(naam: string): Uint8Array {
  return readFileSync(join(projectRoot, 'test', 'sources', 'bestanden', naam));
}

for (const naam of ['libreoffice.ods', 'libreoffice.xlsx', 'windows-1252.csv']) {
  test(`what an office program wrote is read as it was meant: ${naam}`, async () => {
    const { leveringen, findings, uitkomst } = await lees(bestand(naam));
    assert.deepEqual(lines(findings), []);
    assert.deepEqual(uitkomst, { leveringen: 2, rijen: 4, onleesbareRijen: 0 });
    const [eerste, tweede] = leveringen;
    assert.equal(eerste?.kop.leverancier, '09900001', 'the zero in front came back');
    assert.equal(eerste?.kop.periode, '2024-Q2');
    assert.equal(dagTekst(eerste?.kop.opgesteldOp), '2024-07-05');
    const { peildatum, ...rest } = eerste?.rijen[0]?.waarden ?? {};
    assert.equal(dagTekst(peildatum), '2024-06-30');
    assert.deepEqual(rest, {
      aanbieder: '09900001',
      uitvraag: 'regulier',
      gemeente: 'GM0503',
      zorgvorm: 'ggz',
      verblijf: 'ambulant',
      leeftijdsklasse: '4-11',
      wachtklasse: '85-98',
      wachtenden: 1234,
      meer_dan_90_dagen: 7,
      gebruikelijke_wachtklasse: '43-56',
    });
    assert.equal(eerste?.rijen[1]?.waarden.in_zorg, 1500);
    assert.equal(dagTekst(eerste?.rijen[1]?.waarden.peildatum), '2024-06-30');
    assert.deepEqual(
      eerste?.rijen.map(({ rij }) => rij),
      [4, 5, 6],
    );
    assert.equal(tweede?.rijen[0]?.waarden.niets_te_melden, 'ja');
  });
}

test('a bad row is set aside alone, with the cell, and the rest is taken', async () => {
  const { leveringen, findings, uitkomst } = await lees(
    [
      KOP,
      GOED,
      '99000001;31-02-2024;2024-07-05;ggz;ambulant;;;1;',
      '99000001;2024-06-30;2024-07-05;ggz;ambulant;;;drie;1,5',
      '99000001;2024-06-30;;gzg;;;;1;',
      GOED,
    ].join('\n'),
  );
  assert.deepEqual(uitkomst, { leveringen: 1, rijen: 2, onleesbareRijen: 3 });
  assert.deepEqual(
    leveringen[0]?.rijen.map(({ rij }) => rij),
    [2, 6],
  );
  assert.deepEqual(lines(findings), [
    'sources.geen-datum B3 tekst(10)',
    'sources.geen-aantal H4 tekst(4)',
    'sources.geen-aantal I4 tekst(3)',
    'sources.ontbreekt C5 leeg',
    'sources.geen-keuze D5 tekst(3)',
    'sources.ontbreekt E5 leeg',
  ]);
});

test('a file without a mandatory column is set aside whole, and named by that column', async () => {
  const { findings, uitkomst } = await lees(`${KOP.replace('opgesteld_op', 'gemaakt')}\n${GOED}\n${GOED}\n`);
  assert.deepEqual(uitkomst, { leveringen: 0, rijen: 0, onleesbareRijen: 2 });
  assert.deepEqual(lines(findings), [
    'sources.kolom-onbekend C1',
    'sources.kolom-ontbreekt A1 kolom opgesteld_op',
    'sources.geen-rijen',
  ]);
});

test('one file may hold several suppliers, quarters and corrections', async () => {
  const { leveringen } = await lees(
    [
      KOP,
      GOED,
      GOED.replace('99000001', '99000002'),
      GOED.replace('2024-06-30', '2024-09-30'),
      GOED.replace('2024-07-05', '2024-07-06'),
      GOED,
    ].join('\r\n'),
  );
  assert.deepEqual(
    leveringen.map(({ kop, rijen }) => [kop.volgnummer, kop.leverancier, kop.periode, rijen.length]),
    [
      [0, '99000001', '2024-Q2', 2],
      [1, '99000002', '2024-Q2', 1],
      [2, '99000001', '2024-Q3', 1],
      [3, '99000001', '2024-Q2', 1],
    ],
  );
});

test('what cannot be true is a warning and removes nothing', async () => {
  const { findings, uitkomst } = await lees(
    [
      KOP,
      GOED.replace(';7', ';13'),
      GOED.replace('85-98;12;7', '57-70;12;1'),
      GOED.replace('85-98', '>112'),
    ].join('\n'),
  );
  assert.deepEqual(uitkomst, { leveringen: 1, rijen: 3, onleesbareRijen: 0 });
  assert.deepEqual(lines(findings), [
    'sources.tegenstrijdig H2',
    'sources.tegenstrijdig I3',
    'sources.tegenstrijdig I4',
  ]);
  assert.ok(findings.every(({ severity }) => severity === 'waarschuwing'));
});

test('a row about a day outside the period of its file is set aside, so that two files never both count it', async () => {
  const { findings, uitkomst } = await lees(
    [
      'afzender;periode;opgesteld_op;datum;soort',
      'cit;2024-Q2;2024-07-01;2024-05-01;crisis',
      'cit;2024-Q2;2024-07-01;2024-07-01;crisis',
    ].join('\n'),
  );
  assert.deepEqual(uitkomst, { leveringen: 1, rijen: 1, onleesbareRijen: 1 });
  assert.deepEqual(lines(findings), ['sources.buiten-periode D3']);
});

test('a child is a bsn that passes the elfproef, or an own number of one supplier', async () => {
  const { leveringen, findings } = await lees(
    [
      'gi;periode;opgesteld_op;bsn;eigen_nummer;gemeente;soort;begin',
      'jbw;2024;2025-01-10;999990019;;GM0503;ots;2024-02-01',
      'jbw;2024;2025-01-10;;K 12;GM0503;ots;2024-02-01',
      'wss;2024;2025-01-10;;K 12;GM0503;ots;2024-02-01',
      'jbw;2024;2025-01-10;123456789;;GM0503;ots;2024-02-01',
      'jbw;2024;2025-01-10;;;GM0503;ots;2024-02-01',
    ].join('\n'),
  );
  assert.deepEqual(
    leveringen.flatMap(({ rijen }) => rijen.map(({ waarden }) => [waarden.pseudoniem, waarden.persoon_uit])),
    [
      ['999990019', 'bsn'],
      ['eigen_nummer/jbw/K 12', 'eigen'],
      ['eigen_nummer/wss/K 12', 'eigen'],
    ],
  );
  assert.deepEqual(lines(findings), ['sources.geen-bsn D5 tekst(9)', 'sources.geen-persoon D6']);
});

test('codes hold no numbers of persons', async () => {
  const rij = (zorg: string) => `proeftuin;2024;2025-01-10;G-1;gezondheid;${zorg}`;
  const { findings, leveringen } = await lees(
    ['afzender;periode;opgesteld_op;gezin;domein;zorg', rij('Middelen gebruik'), rij('kind 999990019')].join(
      '\n',
    ),
  );
  assert.equal(leveringen[0]?.rijen[0]?.waarden.zorg, 'middelen-gebruik');
  assert.deepEqual(lines(findings), ['sources.geen-code F3 tekst(14)']);
});

test('messages, pictures and other texts are left to other readers', async () => {
  for (const other of [
    '<Bericht/>',
    '  <?xml version="1.0"?><a/>',
    '{"a":1}',
    'naam;plaats\nx;y\n',
    '\u0000\u0001',
    '',
  ]) {
    const { uitkomst, findings } = await lees(other);
    assert.equal(uitkomst, undefined, other);
    assert.deepEqual(findings, []);
  }
});

test('a damaged spreadsheet is one finding', async () => {
  const whole = bestand('libreoffice.ods');
  const holes = Buffer.from(whole);
  holes.fill(0x55, 200, 4000);
  const { findings, uitkomst } = await lees(holes);
  assert.deepEqual(lines(findings), ['sources.beschadigd']);
  assert.deepEqual(uitkomst, { leveringen: 0, rijen: 0, onleesbareRijen: 0 });
});

test('a finding names the sheet by a usual name or by its number, never by a name that may be a child’s', async () => {
  const kop = 'afzender periode opgesteld_op datum soort'.split(' ');
  const cel = (tekst: string): string => `<table-cell value-type="string"><p>${tekst}</p></table-cell>`;
  const blad = (naam: string): string =>
    `<table name="${naam}"><table-row>${kop.map(cel).join('')}</table-row><table-row>${kop.map(() => cel('?!')).join('')}</table-row></table>`;
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
  const file = storedZip([
    { name: 'mimetype', bytes: bytes('application/vnd.oasis.opendocument.spreadsheet') },
    { name: 'content.xml', bytes: bytes(`<c>${blad('Blad1')}${blad('Kees Kindmarker')}</c>`) },
  ]);
  const places = new Set((await lees(file)).findings.map(({ place }) => place.path?.split('!')[0]));
  assert.deepEqual([...places], ['Blad1', 'blad 2', undefined]);
});
