// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError, revealBsn, silentProgress } from '../../src/contract/index.ts';
import {
  archiveFolder,
  findBronnen,
  type IngestReport,
  ingest,
  openArchived,
  type Som,
  sleutelVan,
} from '../../src/ingest/index.ts';
import { client, credit, declaratie, prestatie, producten, testBsn, waarden } from '../store/voorbeeld.ts';
import { jsonWorker, regels, sleutel, werkplaats } from './werkplaats.ts';

function assertAddsUp(report: IngestReport): void {
  for (const som of [report.bestanden, report.berichten, report.rijen]) {
    assert.equal(som.totaal, som.genomen + som.bekend + som.opzij);
  }
}

function som(genomen: number, bekend: number, opzij: number): Som {
  return { totaal: genomen + bekend + opzij, genomen, bekend, opzij };
}

const d1 = declaratie('D1', [prestatie('R1', 1), prestatie('R2', 2)]);
const d2 = declaratie('D2', [prestatie('R3', 1)]);

test('files at any depth are taken; the same again is a no-op and the report says so', async (t) => {
  const { write, ingest: run, warehouse } = await werkplaats(t);
  write('a.xml', regels([d1]));
  write('2024/03/b.xml', regels([d2]));
  const first = await run();
  assert.deepEqual(first.bestanden, som(2, 0, 0));
  assert.deepEqual(first.rijen, som(3, 0, 0));
  const second = await run();
  assert.deepEqual(
    [second.bestanden, second.berichten, second.rijen],
    [som(0, 2, 0), som(0, 2, 0), som(0, 3, 0)],
  );
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM levering'), [[2]]);
  assert.equal(await warehouse.derive(producten), true);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*), sum(bedrag_cents) FROM prestatie_staand'), [
    [3, 30000],
  ]);
});

test('a copy of a file, and a message inside another file, are no-ops of their own kind', async (t) => {
  const { write, ingest: run, warehouse } = await werkplaats(t);
  write('a.xml', regels([d1]));
  write('b.xml', regels([d1]));
  write('c.xml', regels([d1, d2]));
  const report = await run();
  assertAddsUp(report);
  assert.deepEqual(
    [report.bestanden, report.berichten, report.rijen],
    [som(2, 1, 0), som(2, 2, 0), som(3, 4, 0)],
  );
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie'), [[3]]);
});

test('what cannot be read is set aside with a finding: row, message, file', async (t) => {
  const { write, ingest: run, warehouse } = await werkplaats(t);
  const half = { ...d2, heel: false };
  write('a.xml', regels([d1, half]).replace(`"bsn":"${testBsn(2)}"`, '"bsn":"onleesbaar"'));
  write('half.xml', regels([half]));
  write('leesmij.txt', 'zomaar tekst\n');
  write('stuk.zip', `${regels([d2])}kapot\n`);
  const report = await run();
  assertAddsUp(report);
  assert.deepEqual(report.bestanden, som(1, 0, 3));
  assert.deepEqual(report.berichten, som(1, 0, 3));
  assert.deepEqual(report.rijen, som(1, 0, 4));
  assert.deepEqual(
    report.opzij.map(({ pad, code }) => [pad, code]),
    [
      ['bronnen/half.xml', 'ingest.unreadable-file'],
      ['bronnen/leesmij.txt', 'ingest.no-message'],
      ['bronnen/stuk.zip', 'ingest.unreadable-file'],
    ],
  );
  const bevindingen =
    'SELECT b.code, b.bestand, l.status FROM bevinding b JOIN levering l USING (levering_id) ORDER BY ALL';
  const expected = [
    ['ijw.rij-onleesbaar', 'bronnen/a.xml', 'genomen'],
    ['ingest.no-message', 'bronnen/leesmij.txt', 'opzij'],
    ['ingest.unreadable-file', 'bronnen/half.xml', 'opzij'],
    ['ingest.unreadable-file', 'bronnen/stuk.zip', 'opzij'],
  ];
  assert.deepEqual(await waarden(warehouse, bevindingen), expected);
  assert.deepEqual((await run()).bestanden, som(0, 1, 3));
  assert.deepEqual(await waarden(warehouse, bevindingen), expected);
});

test('a file that was set aside is taken once it can be read', async (t) => {
  const { folder, write, ingest: run, warehouse } = await werkplaats(t);
  write('a.xml', 'kapot\n');
  await run();
  rmSync(join(folder, 'bronnen/a.xml'));
  write('a.xml', regels([d1]));
  assert.deepEqual((await run()).bestanden, som(1, 0, 0));
  assert.deepEqual(await waarden(warehouse, 'SELECT status FROM levering ORDER BY levering_id'), [
    ['opzij'],
    ['genomen'],
  ]);
});

test('a file that disappears between finding and reading is set aside for now, the rest is taken', async (t) => {
  const { folder, write, warehouse } = await werkplaats(t);
  write('a.xml', regels([d1]));
  write('b.xml', regels([d2]));
  const files = await findBronnen(join(folder, 'bronnen'), folder);
  rmSync(join(folder, 'bronnen/a.xml'));
  const report = await ingest({
    warehouse,
    files,
    key: sleutel,
    clock: () => 0,
    progress: silentProgress,
    workerScript: jsonWorker,
  });
  assertAddsUp(report);
  assert.deepEqual(report.bestanden, som(1, 0, 1));
  assert.deepEqual(report.opzij, [{ pad: 'bronnen/a.xml', code: 'ingest.file-gone', uitgesteld: true }]);
  assert.deepEqual(await waarden(warehouse, 'SELECT pad FROM levering'), [['bronnen/b.xml']]);
});

test('another key is refused before anything is read', async (t) => {
  const { folder, write, ingest: run, warehouse } = await werkplaats(t);
  write('a.xml', regels([d1]));
  await run();
  const files = await findBronnen(join(folder, 'bronnen'), folder);
  write('a.xml', regels([d2]));
  await assert.rejects(
    ingest({
      warehouse,
      files,
      key: sleutelVan('een andere sleutel'),
      clock: () => 0,
      progress: silentProgress,
      workerScript: jsonWorker,
    }),
    (error) => error instanceof OperatorError && error.problems[0]?.code === 'ingest.wrong-key',
  );
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM levering'), [[1]]);
});

test('a person is the first 64 bits of a keyed hash: equal within the key, different under another', async (t) => {
  const { write, ingest: run, warehouse } = await werkplaats(t);
  write('a.xml', regels([d1, declaratie('D9', [credit('C1', 'R1', 1)])]));
  await run();
  const expected = createHmac('sha256', sleutel.pseudoniem)
    .update(revealBsn(client(1).bsn))
    .digest()
    .readBigUInt64BE(0);
  assert.deepEqual(
    await waarden(
      warehouse,
      "SELECT DISTINCT pseudoniem::VARCHAR FROM prestatie WHERE referentie_nummer IN ('R1', 'C1')",
    ),
    [[String(expected)]],
  );
  assert.notDeepEqual(sleutelVan('a').pseudoniem, sleutelVan('b').pseudoniem);
  assert.notDeepEqual(sleutel.archief, sleutel.pseudoniem);
});

test('a bug in a reader stops the run and leaves the warehouse usable', async (t) => {
  const { folder, write, ingest: run, warehouse } = await werkplaats(t);
  write('a.xml', regels([d1]));
  write('b.xml', 'bug\n');
  await assert.rejects(run(), TypeError);
  rmSync(join(folder, 'bronnen/b.xml'));
  assert.deepEqual((await run()).bestanden, som(1, 0, 0));
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie'), [[2]]);
});

test('a source that does not exist is an operator error; hidden files are left out', async (t) => {
  const { folder, write } = await werkplaats(t);
  await assert.rejects(findBronnen(join(folder, 'nergens')), OperatorError);
  write('.DS_Store', 'x');
  write('.verborgen/a.xml', 'x');
  write('z/b.xml', 'x');
  write('a.xml', 'x');
  chmodSync(join(folder, 'bronnen/a.xml'), 0o600);
  const found = await findBronnen(join(folder, 'bronnen'), folder);
  assert.deepEqual(
    found.map(({ pad }) => pad),
    ['bronnen/a.xml', 'bronnen/z/b.xml'],
  );
  assert.deepEqual((await findBronnen(join(folder, 'bronnen/a.xml'), folder)).length, 1);
});

test('with an archive, what the warehouse holds is moved there; what was set aside stays', async (t) => {
  const { folder, write, warehouse } = await werkplaats(t);
  write('a.xml', regels([d1]));
  write('kopie.xml', regels([d1]));
  write('stuk.xml', 'kapot\n');
  const archief = join(folder, 'archief');
  const run = async (): Promise<IngestReport> =>
    ingest({
      warehouse,
      files: await findBronnen(join(folder, 'bronnen'), folder),
      key: sleutel,
      clock: () => 0,
      progress: silentProgress,
      workerScript: jsonWorker,
      archief: { folder: archief, inbox: join(folder, 'bronnen') },
    });
  assert.deepEqual((await run()).bestanden, som(1, 1, 1));
  assert.deepEqual(readdirSync(join(folder, 'bronnen')), ['stuk.xml']);
  const [[sha256]] = (await waarden(warehouse, "SELECT sha256 FROM levering WHERE status = 'genomen'")) as [
    [string],
  ];
  assert.deepEqual(readdirSync(archiveFolder(archief, sleutel)), [`${sha256}.rva`]);
  const blocks: Buffer[] = [];
  for await (const block of openArchived(sha256, sleutel, archief)) blocks.push(block);
  assert.equal(Buffer.concat(blocks).toString(), regels([d1]));
  write('weer.xml', regels([d1]));
  assert.deepEqual((await run()).bestanden, som(0, 1, 1));
  assert.deepEqual(readdirSync(join(folder, 'bronnen')), ['stuk.xml']);
});
