// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import {
  archiveFile,
  archiveFolder,
  archivePath,
  listArchived,
  openArchived,
  readArchiefkop,
  sleutelVan,
} from '../../src/ingest/index.ts';
import { tijdelijkeMap } from '../store/voorbeeld.ts';
import { sleutel } from './werkplaats.ts';

const MIB = 2 ** 20;

function archived(t: TestContext, bytes: Buffer): { folder: string; path: string; sha256: string } {
  const folder = tijdelijkeMap(t);
  const path = join(folder, 'geleverd.zip');
  writeFileSync(path, bytes);
  return { folder: join(folder, 'archief'), path, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readBack(sha256: string, folder: string, key = sleutel): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of openArchived(sha256, key, folder)) blocks.push(block);
  return Buffer.concat(blocks);
}

function damaged(error: unknown): boolean {
  return error instanceof OperatorError && error.problems[0]?.code === 'ingest.archive-damaged';
}

for (const size of [0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB]) {
  test(`a file of ${size} bytes comes back as it was`, async (t) => {
    const bytes = Buffer.alloc(size, 'Achternaammarker');
    const { folder, path, sha256 } = archived(t, bytes);
    assert.equal(await archiveFile(path, sha256, sleutel, folder), true);
    assert.ok((await readBack(sha256, folder)).equals(bytes));
    assert.equal(readFileSync(archivePath(folder, sleutel, sha256)).includes('Achternaammarker'), false);
    assert.deepEqual(readdirSync(archiveFolder(folder, sleutel)), [`${sha256}.rva`]);
    assert.deepEqual(await listArchived(folder, sleutel), [sha256]);
  });
}

test('what is known of a file travels with it, sealed; files of older programs have none and open too', async (t) => {
  const { folder, path, sha256 } = archived(t, Buffer.from('inhoud'));
  const kop = { levering: 7, pad: 'bronnen/Achternaammarker.xml', bekend: 1_700_000_000_000 };
  await archiveFile(path, sha256, sleutel, folder);
  assert.equal(await readArchiefkop(sha256, sleutel, folder), undefined);
  assert.equal(String(await readBack(sha256, folder)), 'inhoud');
  await archiveFile(path, sha256, sleutel, folder, kop);
  assert.deepEqual(await readArchiefkop(sha256, sleutel, folder), kop);
  assert.equal(String(await readBack(sha256, folder)), 'inhoud');
  const file = archivePath(folder, sleutel, sha256);
  const good = readFileSync(file);
  assert.equal(good.includes('Achternaammarker'), false);
  for (const at of [4, 7, 10, 30]) {
    const changed = Buffer.from(good);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    await assert.rejects(readArchiefkop(sha256, sleutel, folder), damaged);
    await assert.rejects(readBack(sha256, folder), damaged);
  }
});

test('another key, a changed byte, swapped blocks, a cut and an addition do not open', async (t) => {
  const bytes = Buffer.concat([Buffer.alloc(MIB, 1), Buffer.alloc(MIB, 2), Buffer.alloc(10, 3)]);
  const { folder, path, sha256 } = archived(t, bytes);
  await archiveFile(path, sha256, sleutel, folder);
  const file = archivePath(folder, sleutel, sha256);
  const good = readFileSync(file);
  const block = MIB + 16;
  const [a, b, rest] = [
    good.subarray(4, 4 + block),
    good.subarray(4 + block, 4 + 2 * block),
    good.subarray(4 + 2 * block),
  ];
  const head = good.subarray(0, 4);
  const flipped = Buffer.from(good);
  flipped[100] = (flipped[100] ?? 0) ^ 1;
  const changes = [
    flipped,
    Buffer.concat([head, b, a, rest]),
    Buffer.concat([head, a, b]),
    Buffer.concat([head, a, rest]),
    good.subarray(0, good.length - 1),
    Buffer.concat([good, Buffer.alloc(20)]),
    Buffer.concat([Buffer.from('RVA0'), good.subarray(4)]),
    head,
  ];
  for (const changed of changes) {
    writeFileSync(file, changed);
    await assert.rejects(readBack(sha256, folder), damaged);
  }
  writeFileSync(file, good);
  const other = sleutelVan('een andere sleutel');
  mkdirSync(archiveFolder(folder, other));
  writeFileSync(archivePath(folder, other, sha256), good);
  await assert.rejects(readBack(sha256, folder, other), damaged);
  assert.ok((await readBack(sha256, folder)).equals(bytes));
});

test('a file whose bytes changed since it was taken is not archived, and nothing is left', async (t) => {
  const { folder, path, sha256 } = archived(t, Buffer.from('eerst'));
  writeFileSync(path, 'later');
  assert.equal(await archiveFile(path, sha256, sleutel, folder), false);
  assert.deepEqual(readdirSync(archiveFolder(folder, sleutel)), []);
  assert.equal(existsSync(path), true);
});

test('what was never archived, or is no sha256, is an operator error', async (t) => {
  const folder = tijdelijkeMap(t);
  for (const name of ['0'.repeat(64), '../../geheim']) {
    await assert.rejects(
      readBack(name, folder),
      (error) => error instanceof OperatorError && error.problems[0]?.code === 'ingest.not-archived',
    );
  }
});
