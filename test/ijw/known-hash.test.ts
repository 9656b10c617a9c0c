// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readBestand, writeBericht, writeZip } from '../../src/ijw/index.ts';
import { goed } from './berichten.ts';

const folder = mkdtempSync(join(tmpdir(), 'ijw-known-hash-'));
after(() => rmSync(folder, { recursive: true }));
const message = writeBericht('3.2', 'JW305', goed('JW305'));
const large = Buffer.concat([message, Buffer.alloc(600_000, ' ')]);
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function hashesOf(naam: string, bytes: Uint8Array): Promise<readonly string[]> {
  const path = join(folder, naam);
  if (bytes.length > 0) writeFileSync(path, bytes);
  const hashes: string[] = [];
  const sink = {
    bericht() {},
    rij() {},
    einde: (_: boolean, sha256: string) => void hashes.push(sha256),
    finding() {},
  };
  await readBestand(path, naam, sink, { bestandSha256: 'known' });
  return hashes;
}

test('a message that is the whole file has the hash of the file', async () => {
  assert.deepEqual(await hashesOf('small.xml', message), ['known']);
  assert.deepEqual(await hashesOf('large.xml', large), ['known']);
});

test('a message inside a file has a hash of its own, read at once or in pieces', async () => {
  assert.deepEqual(await hashesOf('message.gz', gzipSync(large)), [sha256Of(large)]);
  await writeZip(join(folder, 'messages.zip'), [
    { name: 'a.xml', bytes: message },
    { name: 'b.xml', bytes: large },
  ]);
  assert.deepEqual(await hashesOf('messages.zip', Buffer.alloc(0)), [sha256Of(message), sha256Of(large)]);
});
