// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../contract/index.ts';
import type { Sleutel } from './key.ts';
import { sealBytes, unsealBytes } from './sealed-bytes.ts';

/**
 * `RVA2`, the length of the sealed `Archiefkop` in 4 bytes, that, then blocks. A block is its ciphertext and a tag of 16 bytes; every block but the last holds
 * `BLOCK_BYTES`. `RVA1`, of older programs, has blocks only.
 */
const MAGIC = Buffer.from('RVA2');
const MAGIC_WITHOUT_KOP = Buffer.from('RVA1');
const LENGTH_BYTES = 4;
const MAX_KOP_BYTES = 1 << 16;
const BLOCK_BYTES = 1 << 20;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const SHA256 = /^[0-9a-f]{64}$/;
const EXTENSION = '.rva';
/** A file that is being written; a crash may leave one, and it is encrypted like the others. */
const BUSY = '.bezig';

/** What an archived file carries besides its bytes, sealed too: what a warehouse that is made again needs to know as much as the one before it. */
export interface Archiefkop {
  /** Number of the delivery. */
  readonly levering: number;
  /** Where it lay, as the warehouse has it. */
  readonly pad: string;
  /** Moment of loading. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly bekend: number;
}

/** Folder of the files that one key opens: an archive holds two of them only while its key is being rotated. */
export function archiveFolder(archief: string, sleutel: Pick<Sleutel, 'id'>): string {
  return join(archief, sleutel.id);
}

/** Where a delivered file lies in the archive: named by its key and its sha256, nothing else. */
export function archivePath(archief: string, sleutel: Pick<Sleutel, 'id'>, sha256: string): string {
  return join(archiveFolder(archief, sleutel), `${sha256}${EXTENSION}`);
}

/**
 * Encrypts a delivered file into the archive, with what is known of it; false when its bytes are no longer those of `sha256`, and then nothing is left. The delivered file stays.
 *
 * The key of each file is derived from the archive key and the sha256 of the file, so no two contents share a key and block numbers are safe nonces.
 * Cost: linear, constant memory. Source: docs/adr/delivered-files-are-archived-under-a-key-of-their-own.md
 */
export async function archiveFile(
  path: string,
  sha256: string,
  sleutel: Sleutel,
  archief: string,
  kop?: Archiefkop,
): Promise<boolean> {
  await makeArchiveFolder(archief, sleutel);
  return seal(readBlocks(path), sha256, sleutel, archief, kop);
}

/** Whether a file holds the bytes of `sha256`. Cost: linear, constant memory. */
export async function holds(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const block of readBlocks(path)) hash.update(block);
  return hash.digest('hex') === sha256;
}

/** Encrypts an archived file for another key too; false when that was done before. The file under the first key stays. */
export async function resealArchived(
  sha256: string,
  from: Sleutel,
  to: Sleutel,
  archief: string,
): Promise<boolean> {
  if (await opens(sha256, to, archief)) return false;
  await makeArchiveFolder(archief, to);
  const kop = await readArchiefkop(sha256, from, archief);
  return seal(openArchived(sha256, from, archief), sha256, to, archief, kop);
}

/** The sha256 of every file that this key has in the archive, sorted. */
export async function listArchived(
  archief: string,
  sleutel: Pick<Sleutel, 'id'>,
): Promise<readonly string[]> {
  const names = await readdir(archiveFolder(archief, sleutel)).catch(() => []);
  return names
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length))
    .sort();
}

/** Ids of the keys that have files in the archive, sorted: one, and another one when a rotation was not finished. */
export async function archiveKeys(archief: string): Promise<readonly string[]> {
  const entries = await readdir(archief, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Whether an archived file opens from its first byte to its last. Cost: linear, constant memory. */
export async function opens(sha256: string, sleutel: Sleutel, archief: string): Promise<boolean> {
  try {
    for await (const _ of openArchived(sha256, sleutel, archief));
    return true;
  } catch (error) {
    if (error instanceof OperatorError) return false;
    throw error;
  }
}

/** Removes what a crash left half written. Only while no other run archives: under the lock of the warehouse. */
export async function removeUnfinished(archief: string, sleutel: Pick<Sleutel, 'id'>): Promise<void> {
  const folder = archiveFolder(archief, sleutel);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (name.endsWith(BUSY)) await rm(join(folder, name), { force: true });
}

async function makeArchiveFolder(archief: string, sleutel: Sleutel): Promise<void> {
  await mkdir(archiveFolder(archief, sleutel), { recursive: true, mode: 0o700 });
}

async function seal(
  blocks: AsyncIterable<Buffer>,
  sha256: string,
  sleutel: Sleutel,
  archief: string,
  kop?: Archiefkop,
): Promise<boolean> {
  const target = archivePath(archief, sleutel, sha256);
  const busy = `${target}${BUSY}`;
  const key = fileKey(sleutel, sha256);
  const hash = createHash('sha256');
  const output = await open(busy, 'w', 0o600);
  let same = false;
  try {
    await output.write(kop === undefined ? MAGIC_WITHOUT_KOP : sealedKop(kop, sleutel, sha256));
    let number = -1;
    let waiting = Buffer.alloc(0);
    const flush = async (last: boolean): Promise<void> => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last));
      await output.write(Buffer.concat([cipher.update(waiting), cipher.final(), cipher.getAuthTag()]));
    };
    for await (const block of blocks) {
      if (number >= 0) await flush(false);
      number += 1;
      waiting = Buffer.from(block);
      hash.update(block);
    }
    number = Math.max(number, 0);
    await flush(true);
    await output.sync();
    same = hash.digest('hex') === sha256;
  } finally {
    await output.close();
    if (!same) await rm(busy, { force: true });
  }
  if (same) await rename(busy, target);
  return same;
}

async function* readBlocks(path: string): AsyncGenerator<Buffer> {
  const input = await open(path, 'r');
  try {
    for (;;) {
      const block = await readBlock(input, BLOCK_BYTES);
      if (block.length === 0) return;
      yield block;
    }
  } finally {
    await input.close();
  }
}

/**
 * Gives back an archived file in pieces, each checked before it is given; its end and its sha256 are checked last.
 *
 * Throws: `ingest.not-archived`, `ingest.archive-damaged` (also for another key).
 */
export async function* openArchived(
  sha256: string,
  sleutel: Sleutel,
  archief: string,
): AsyncGenerator<Buffer> {
  const { file, path } = await openItem(sha256, sleutel, archief);
  const key = fileKey(sleutel, sha256);
  const hash = createHash('sha256');
  try {
    let sealed = await readBlock(file, BLOCK_BYTES + TAG_BYTES);
    for (let number = 0, last = false; !last; number += 1) {
      const next = await readBlock(file, BLOCK_BYTES + TAG_BYTES);
      last = next.length === 0;
      const block = unseal(sealed, key, nonce(number, last), path);
      hash.update(block);
      yield block;
      sealed = next;
    }
    if (hash.digest('hex') !== sha256) throw damaged(path);
  } finally {
    await file.close();
  }
}

/**
 * What an archived file carries besides its bytes; undefined when an older program archived it.
 *
 * Throws: as `openArchived`.
 */
export async function readArchiefkop(
  sha256: string,
  sleutel: Sleutel,
  archief: string,
): Promise<Archiefkop | undefined> {
  const { file, kop } = await openItem(sha256, sleutel, archief);
  await file.close();
  return kop;
}

/** An archived file, opened and read up to its first block. */
async function openItem(
  sha256: string,
  sleutel: Sleutel,
  archief: string,
): Promise<{ readonly file: FileHandle; readonly path: string; readonly kop?: Archiefkop }> {
  const path = archivePath(archief, sleutel, sha256);
  const file = SHA256.test(sha256) ? await open(path, 'r').catch(() => undefined) : undefined;
  if (file === undefined) {
    throw new OperatorError({
      code: 'ingest.not-archived',
      subject: sha256.slice(0, 64),
      place: archief,
      remedy:
        'give the sha256 of a delivery that the warehouse knows, and check that the archive folder is complete',
    });
  }
  try {
    const magic = await readBlock(file, MAGIC.length);
    if (magic.equals(MAGIC_WITHOUT_KOP)) return { file, path };
    const length = (await readBlock(file, LENGTH_BYTES)).toString('hex');
    const size = Number.parseInt(length, 16);
    if (!magic.equals(MAGIC) || !(size <= MAX_KOP_BYTES)) throw damaged(path);
    return { file, path, kop: openKop(await readBlock(file, size), sleutel, sha256, path) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function sealedKop(kop: Archiefkop, sleutel: Sleutel, sha256: string): Buffer {
  const sealed = sealBytes(Buffer.from(JSON.stringify(kop)), fileKey(sleutel, sha256, 'kop'));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([MAGIC, length, sealed]);
}

function openKop(sealed: Buffer, sleutel: Sleutel, sha256: string, path: string): Archiefkop {
  try {
    return JSON.parse(unsealBytes(sealed, fileKey(sleutel, sha256, 'kop')).toString('utf8')) as Archiefkop;
  } catch {
    throw damaged(path);
  }
}

function unseal(sealed: Buffer, key: Buffer, iv: Buffer, path: string): Buffer {
  if (sealed.length < TAG_BYTES) throw damaged(path);
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw damaged(path);
  }
}

function damaged(path: string): OperatorError {
  return new OperatorError({
    code: 'ingest.archive-damaged',
    subject: 'an archived file does not open',
    place: path,
    remedy:
      'check that this is the key of the workspace; if it is, the file was changed: put back a copy of it',
  });
}

function fileKey(sleutel: Sleutel, sha256: string, part: 'bestand' | 'kop' = 'bestand'): Buffer {
  return Buffer.from(
    hkdfSync('sha256', sleutel.archief, Buffer.from(sha256, 'hex'), `regiovisie archief ${part}`, 32),
  );
}

/** Block number, and whether it is the last: blocks cannot be swapped, and a file cannot be cut off. */
function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(NONCE_BYTES);
  bytes.writeUInt8(last ? 1 : 0, 0);
  bytes.writeUInt32BE(number, NONCE_BYTES - 4);
  return bytes;
}

async function readBlock(file: FileHandle, size: number): Promise<Buffer> {
  const block = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(block, filled, size - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return block.subarray(0, filled);
}
