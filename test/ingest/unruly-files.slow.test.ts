// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { chmodSync, chownSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { declaratie, prestatie, waarden } from '../store/voorbeeld.ts';
import { regels, werkplaats } from './werkplaats.ts';

const d1 = declaratie('D1', [prestatie('R1', 1), prestatie('R2', 2)]);
const d2 = declaratie('D2', [prestatie('R3', 1)]);
/** More rows than one batch holds, so that part of the file is at the writer before its end is read. */
const LARGE = 61_000;
const NOBODY = 65_534;

/** As an account that may not read everything: root is not stopped by permissions. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

test('a file that grows while it is read is left for the next run, whole, and the files beside it are taken', async (t) => {
  const { folder, write, ingest: run, warehouse } = await werkplaats(t);
  write('a.xml', `${regels([d1])}groeit\n`);
  write('b.xml', regels([d2]));
  const report = await run();
  assert.deepEqual(report.opzij, [{ pad: 'bronnen/a.xml', code: 'ingest.file-changed', uitgesteld: true }]);
  assert.deepEqual(report.bestanden, { totaal: 2, genomen: 1, bekend: 0, opzij: 1 });
  assert.deepEqual(await waarden(warehouse, 'SELECT pad FROM levering'), [['bronnen/b.xml']]);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie'), [[1]]);
  writeFileSync(join(folder, 'bronnen/a.xml'), regels([d1]));
  assert.equal((await run()).bestanden.genomen, 1);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie'), [[3]]);
});

test('a large file that grows after part of it was written leaves nothing behind', async (t) => {
  const { write, ingest: run, warehouse } = await werkplaats(t);
  const half = Array.from({ length: LARGE }, (_, n) => prestatie(`R${n}`, 1));
  const many = declaratie('D3', half);
  write('groot.xml', `${regels([many, d1])}groeit\n`);
  const report = await run();
  assert.deepEqual(report.opzij, [
    { pad: 'bronnen/groot.xml', code: 'ingest.file-changed', uitgesteld: true },
  ]);
  assert.deepEqual(
    await waarden(warehouse, 'SELECT (SELECT count(*) FROM prestatie), (SELECT count(*) FROM levering)'),
    [[0, 0]],
  );
  write('groot.xml', regels([many, d1]));
  assert.equal((await run()).rijen.genomen, LARGE + 2);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie'), [[LARGE + 2]]);
});

test('a file that may not be read is set aside for now with its reason; with permission the next run takes it', async (t) => {
  const { folder, write, ingest: run, warehouse } = await werkplaats(t);
  write('a.xml', regels([d1]));
  write('b.xml', regels([d2]));
  const shut = join(folder, 'bronnen/a.xml');
  for (const path of [
    folder,
    join(folder, 'bronnen'),
    ...readdirSync(folder).map((name) => join(folder, name)),
  ])
    if (process.geteuid?.() === 0) chownSync(path, NOBODY, NOBODY);
  chmodSync(shut, 0o000);
  const report = await asNobody(() => run());
  assert.deepEqual(report.opzij, [{ pad: 'bronnen/a.xml', code: 'ingest.no-permission', uitgesteld: true }]);
  assert.deepEqual(await waarden(warehouse, 'SELECT pad FROM levering'), [['bronnen/b.xml']]);
  chmodSync(shut, 0o644);
  assert.equal((await asNobody(() => run())).bestanden.genomen, 1);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie'), [[3]]);
});
