// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { silentProgress } from '../../src/contract/index.ts';
import { writeZip } from '../../src/ijw/index.ts';
import { findBronnen, type IngestReport, ingest, rotateKey, sleutelVan } from '../../src/ingest/index.ts';
import { writeBron } from '../../src/sources/index.ts';
import { openWarehouse, RUWE_TABELLEN, type Warehouse } from '../../src/store/index.ts';
import { sharedRoot } from '../project-root.ts';
import {
  dag,
  declaratie,
  prestatie,
  producten,
  testBsn,
  tijdelijkeMap,
  waarden,
} from '../store/voorbeeld.ts';
import { sleutel } from './werkplaats.ts';
import { asXml } from './xml-bericht.ts';

const KIND = testBsn(7);
const GEZIN = 'gezin-marker-81';
const GEHEIM = [KIND, GEZIN, 'kindmarker-19', 'kolommarker', 'celmarker'];

function writeBronnen(folder: string): void {
  const opgesteldOp = dag('2024-07-05');
  const maatregel = {
    gi: 'jbw',
    periode: '2024-Q2',
    opgesteldOp,
    gemeente: 'GM0503',
    begin: dag('2024-04-02'),
  };
  const put = (naam: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, naam), bytes);
  mkdirSync(folder, { recursive: true });
  put(
    'een.bin',
    writeBron(
      'maatregelen',
      [
        { ...maatregel, soort: 'ots', bsn: KIND },
        { ...maatregel, soort: 'muhp', eigenNummer: 'kindmarker-19' },
      ],
      'xlsx',
    ),
  );
  const jbt = { herkomst: 'h4', periode: '2024', opgesteldOp, verwijzer: 'gi', soort: 'regulier' } as const;
  put('twee', writeBron('jbt', [{ ...jbt, gezin: GEZIN, datum: dag('2024-05-01') }], 'ods'));
  put(
    'drie.xml',
    'aanbieder;peildatum;opgesteld_op;zorgvorm;verblijf;wachtenden;kolommarker\n99000001;30-06-2024;5-7-2024;ggz;ambulant;3;x\n99000001;30-06-2024;5-7-2024;ggz;celmarker;3;x\n',
  );
  put(
    'cbs.json',
    JSON.stringify({
      Properties: { Identifier: '99999ned', Modified: '2024-01-01T00:00:00' },
      Dimensions: [{ Identifier: 'RegioS', Kind: 'GeoDimension' }],
      Observations: [{ Id: 1, Measure: 'M1', ValueAttribute: 'None', Value: 1.5, RegioS: 'GM0503' }],
    }),
  );
  put('onzin.csv', 'dit is;geen\nbron;van ons\n');
  put('bericht.xml', asXml(declaratie('D1', [prestatie('R1', 7)])).inhoud);
}

async function take(warehouse: Warehouse, folder: string): Promise<IngestReport> {
  const files = await findBronnen(join(folder, 'bronnen'), folder);
  return ingest({ warehouse, files, key: sleutel, clock: () => 0, progress: silentProgress });
}

const KOPPELING = `SELECT m.soort, p.referentie_nummer FROM maatregel m JOIN prestatie p USING (pseudoniem)`;

test('one run takes messages and every other source; its report adds up; the same run again is a no-op', async (t) => {
  const folder = tijdelijkeMap(t);
  writeBronnen(join(folder, 'bronnen'));
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'), { memoryLimit: '1GB' });
  t.after(() => warehouse.close());
  const report = await take(warehouse, folder);
  assert.deepEqual(report.bestanden, { totaal: 6, genomen: 5, bekend: 0, opzij: 1 });
  assert.deepEqual(report.rijen, { totaal: 8, genomen: 7, bekend: 0, opzij: 1 });
  assert.deepEqual(
    report.opzij.map(({ pad, code }) => [pad, code]),
    [['bronnen/onzin.csv', 'ingest.no-message']],
  );
  assert.deepEqual(
    await waarden(warehouse, 'SELECT soort, leverancier, reeks, periode, rijen FROM bron ORDER BY soort'),
    [
      ['cbs', 'cbs', '99999ned', '', 1],
      ['jbt', 'h4', null, '2024', 1],
      ['maatregelen', 'jbw', null, '2024-Q2', 2],
      ['wachttijden', '99000001', 'regulier', '2024-Q2', 1],
    ],
  );
  assert.deepEqual(await waarden(warehouse, 'SELECT waarde, attribuut FROM cbs_waarneming'), [[1.5, 'None']]);
  assert.deepEqual(
    await waarden(warehouse, "SELECT code, pad FROM bevinding WHERE code LIKE 'sources.%' ORDER BY ALL"),
    [
      ['sources.geen-keuze', 'E3'],
      ['sources.kolom-onbekend', 'G1'],
    ],
  );
  assert.deepEqual(
    await waarden(warehouse, KOPPELING),
    [['ots', 'R1']],
    'a bsn is one child in every source',
  );
  const again = await take(warehouse, folder);
  assert.deepEqual(again.bestanden, { totaal: 6, genomen: 0, bekend: 5, opzij: 1 });
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM maatregel'), [[2]]);
  const broken = (await warehouse.doctor(producten)).filter(({ afwijkingen }) => afwijkingen > 0);
  assert.deepEqual(broken, []);
});

test('no number of a child or family, and no word of a wrong cell, is kept anywhere', async (t) => {
  const folder = tijdelijkeMap(t);
  writeBronnen(join(folder, 'bronnen'));
  const path = join(folder, 'magazijn.duckdb');
  const warehouse = await openWarehouse(path, { memoryLimit: '1GB' });
  const rows: string[] = [JSON.stringify(await take(warehouse, folder))];
  await warehouse.derive(producten);
  for (const tabel of RUWE_TABELLEN) {
    rows.push(
      JSON.stringify(await waarden(warehouse, `FROM ${tabel}`), (_, v: unknown) =>
        typeof v === 'bigint' ? `${v}` : v,
      ),
    );
  }
  await warehouse.close();
  const kept = [
    rows.join('\n'),
    ...readdirSync(folder).flatMap((name) =>
      name === 'bronnen' ? [] : [readFileSync(join(folder, name)).toString('latin1')],
    ),
  ];
  for (const [n, value] of GEHEIM.entries()) {
    for (const text of kept) assert.ok(!text.includes(value), `secret ${n} was kept`);
  }
});

test('another key keeps who is who in every source', async (t) => {
  const folder = tijdelijkeMap(t);
  writeBronnen(join(folder, 'bronnen'));
  const path = join(folder, 'magazijn.duckdb');
  const before = await openWarehouse(path, { memoryLimit: '1GB' });
  await take(before, folder);
  const [old] = await waarden(before, 'SELECT gezin::VARCHAR FROM jbt_aanmelding');
  await before.close();
  await rotateKey({ path, from: sleutel, to: sleutelVan('een nieuwe sleutel'), progress: silentProgress });
  const after = await openWarehouse(path, { memoryLimit: '1GB' });
  t.after(() => after.close());
  assert.deepEqual(await waarden(after, KOPPELING), [['ots', 'R1']]);
  assert.notDeepEqual((await waarden(after, 'SELECT gezin::VARCHAR FROM jbt_aanmelding'))[0], old);
  assert.deepEqual(await waarden(after, 'SELECT count(DISTINCT pseudoniem) FROM maatregel'), [[2]]);
});

test('in a ZIP and in a gzip the same files give the same rows, and nothing twice', async (t) => {
  const folder = tijdelijkeMap(t);
  const loose = join(folder, 'los');
  writeBronnen(loose);
  const names = readdirSync(loose).sort();
  mkdirSync(join(folder, 'bronnen'));
  const entries = names.map((name) => ({ name, bytes: readFileSync(join(loose, name)) }));
  await writeZip(join(folder, 'bronnen', 'alles.zip'), entries);
  writeFileSync(join(folder, 'bronnen', 'cbs.gz'), gzipSync(readFileSync(join(loose, 'cbs.json'))));
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'), { memoryLimit: '1GB' });
  t.after(() => warehouse.close());
  const report = await take(warehouse, folder);
  assert.deepEqual(report.bestanden, { totaal: 2, genomen: 2, bekend: 0, opzij: 0 });
  assert.deepEqual(report.rijen, { totaal: 9, genomen: 7, bekend: 1, opzij: 1 });
  assert.equal(report.anders, 1, 'only what is nothing at all');
  assert.deepEqual(await waarden(warehouse, 'SELECT soort, rijen FROM bron ORDER BY soort'), [
    ['cbs', 1],
    ['jbt', 1],
    ['maatregelen', 2],
    ['wachttijden', 1],
  ]);
  assert.deepEqual(
    await waarden(warehouse, "SELECT code, bestand FROM bevinding WHERE code = 'ijw.geen-bericht'"),
    [['ijw.geen-bericht', 'bronnen/alles.zip!onzin.csv']],
  );
  const broken = (await warehouse.doctor(producten)).filter(({ afwijkingen }) => afwijkingen > 0);
  assert.deepEqual(broken, []);
});

test('real files of CBS are taken as they are, without a finding', async (t) => {
  const data = join(sharedRoot, 'reference', 'cbs', 'data');
  if (!existsSync(data)) {
    t.skip('the shared reference folder is not on this machine');
    return;
  }
  const folder = tijdelijkeMap(t);
  mkdirSync(join(folder, 'bronnen'));
  for (const naam of [
    'kwb2020_84799NED_haaglanden_raw_v3.json',
    'kwb2020_84799NED_gemeenten.csv',
    'sample_v3.json',
  ]) {
    writeFileSync(join(folder, 'bronnen', naam), readFileSync(join(data, naam)));
  }
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'), { memoryLimit: '1GB' });
  t.after(() => warehouse.close());
  const files = await findBronnen(join(folder, 'bronnen'), folder);
  const report = await ingest({ warehouse, files, key: sleutel, clock: () => 0, progress: silentProgress });
  assert.deepEqual([report.bestanden.genomen, report.bevindingen, report.rijen.opzij], [3, 0, 0]);
  await warehouse.derive(producten);
  assert.deepEqual(
    await waarden(
      warehouse,
      "SELECT waarde, titel, versie FROM cbs_waarneming_actueel WHERE regio IN ('NL00', 'GM0503') AND onderwerp = 'AantalInwoners_5' AND periode IS NOT NULL ORDER BY regio",
    ),
    [
      [103_595, 'Aantal inwoners', '2021-03-26'],
      [17_407_585, 'Aantal inwoners', '2021-03-26'],
    ],
  );
});
