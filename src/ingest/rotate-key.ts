// SPDX-License-Identifier: EUPL-1.2
import { rm } from 'node:fs/promises';
import { OperatorError, type Progress } from '../contract/index.ts';
import { openWarehouse, rewritePseudonyms } from '../store/index.ts';
import { archiveFolder, listArchived, resealArchived } from './archive.ts';
import { rehash, type Sleutel } from './key.ts';
import { requireKey, sealChain } from './key-chain.ts';

export interface RotateOptions {
  /** The warehouse, closed. */
  readonly path: string;
  readonly from: Sleutel;
  readonly to: Sleutel;
  /** Folder of the encrypted archive, where there is one. */
  readonly archief?: string;
  readonly progress: Progress;
}

/**
 * Gives a workspace another key: every pseudonym becomes a keyed hash of the old one, so equal stays equal and every figure stays what it was; every
 * archived file is encrypted again. At every moment one of the two keys opens the whole: the archive holds both forms until the warehouse changed
 * hands in one step. May be run again after a crash with the same two keys. Afterwards the derived layer has to be derived.
 *
 * Throws: `ingest.wrong-key` when `from` is not the key of the warehouse (nor `to`, after a run that came far); `ingest.same-key`.
 * Source: docs/adr/a-rotated-key-hashes-the-pseudonyms-of-the-one-before.md
 */
export async function rotateKey({ path, from, to, archief, progress }: RotateOptions): Promise<void> {
  if (from.id === to.id) {
    throw new OperatorError({
      code: 'ingest.same-key',
      subject: 'the new key is the old one',
      remedy: 'make a new key with:  regiovisie key',
    });
  }
  const warehouse = await openWarehouse(path);
  const done = (await warehouse.keyId()) === to.id;
  const chain = await requireKey(warehouse, done ? to : from).finally(() => warehouse.close());
  const files = archief === undefined ? [] : await listArchived(archief, from);
  progress.start('key rotate', files.length, 'files');
  for (const [index, sha256] of files.entries()) {
    await resealArchived(sha256, from, to, archief ?? '');
    progress.advance(index + 1);
  }
  if (!done) {
    const meta = { sleutel: to.id, keten: sealChain(chain, to) };
    await rewritePseudonyms(path, (old) => rehash(old, to.pseudoniem), meta);
  }
  if (archief !== undefined) await rm(archiveFolder(archief, from), { recursive: true, force: true });
  progress.end();
}
