// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Clock, Progress } from '../contract/index.ts';
import { lockWarehouse, openWarehouse } from '../store/index.ts';
import { type Archiefkop, archivePath, listArchived, openArchived, readArchiefkop } from './archive.ts';
import type { Bronbestand } from './find-bronnen.ts';
import { ingest } from './ingest.ts';
import type { IngestReport } from './ingest-report.ts';
import type { Sleutel } from './key.ts';

export interface RestoreOptions {
  /** Where the warehouse will be; there is none. */
  readonly path: string;
  readonly archief: string;
  readonly key: Sleutel;
  /** For files that older programs archived without the moment of loading. */
  readonly clock: Clock;
  readonly progress: Progress;
}

/** What a warehouse was made again from. */
export interface Restored {
  readonly bestanden: number;
  readonly berichten: number;
  readonly rijen: number;
  /** Files that older programs archived: they count as known from now on. */
  readonly zonderTijd: number;
  readonly opzij: IngestReport['opzij'];
}

interface Stuk {
  readonly sha256: string;
  readonly kop?: Archiefkop;
}

/** So much of the archive is in plain text at a time. */
const BATCH_BYTES = 64 * 2 ** 20;
const BATCH_FILES = 500;

/**
 * Makes a warehouse again from its archive: the same deliveries in the same order, each known since the moment it was, so every figure as known on a day is what it was.
 * It is made beside and put in place at the end. The derived layer has to be derived.
 *
 * Throws: `store.locked`, `ingest.archive-damaged`, `store.write-failed`. Cost: as ingest. Source: docs/adr/an-archived-file-carries-the-moment-it-became-known.md
 */
export async function restoreArchive(options: RestoreOptions): Promise<Restored> {
  const lock = lockWarehouse(options.path);
  try {
    return await restoreInto(`${options.path}.nieuw`, options);
  } finally {
    lock.release();
  }
}

async function restoreInto(target: string, options: RestoreOptions): Promise<Restored> {
  const { path, archief, key, clock, progress } = options;
  removeLeftovers(target);
  const stukken: Stuk[] = [];
  for (const sha256 of await listArchived(archief, key)) {
    const kop = await readArchiefkop(sha256, key, archief);
    stukken.push({ sha256, ...(kop !== undefined && { kop }) });
  }
  stukken.sort(inOrderOfLoading);
  const sum = { bestanden: 0, berichten: 0, rijen: 0 };
  const opzij: IngestReport['opzij'][number][] = [];
  try {
    const warehouse = await openWarehouse(target);
    try {
      for (const batch of batchesOf(stukken, archief, key)) {
        const open = await Promise.all(batch.map((stuk) => decrypt(stuk, key, archief, target)));
        try {
          const files = open.map(({ bestand }) => bestand);
          const report = await ingest({ warehouse, files, key, clock, progress });
          sum.bestanden += report.bestanden.genomen;
          sum.berichten += report.berichten.genomen;
          sum.rijen += report.rijen.genomen;
          opzij.push(...report.opzij);
        } finally {
          for (const { file } of open) await file.close();
          for (const { bestand } of open) if (!isNameless(bestand)) rmSync(bestand.path, { force: true });
        }
      }
    } finally {
      await warehouse.close();
    }
    renameSync(target, path);
  } finally {
    removeLeftovers(target);
  }
  return { ...sum, zonderTijd: stukken.filter(({ kop }) => kop === undefined).length, opzij };
}

/** Files without a moment come last: they become known now. */
function inOrderOfLoading(a: Stuk, b: Stuk): number {
  if (a.kop === undefined || b.kop === undefined)
    return Number(a.kop === undefined) - Number(b.kop === undefined);
  return a.kop.bekend - b.kop.bekend || a.kop.levering - b.kop.levering;
}

function* batchesOf(stukken: readonly Stuk[], archief: string, key: Sleutel): Generator<readonly Stuk[]> {
  let batch: Stuk[] = [];
  let bytes = 0;
  for (const stuk of stukken) {
    const { size } = statSync(archivePath(archief, key, stuk.sha256));
    if (batch.length >= BATCH_FILES || (batch.length > 0 && bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(stuk);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/**
 * An archived file in plain text, without a name where the system can open one by its number (Linux), so that a crash leaves nothing to read; elsewhere beside the
 * warehouse until its batch was taken.
 */
async function decrypt(
  { sha256, kop }: Stuk,
  key: Sleutel,
  archief: string,
  target: string,
): Promise<{ readonly file: FileHandle; readonly bestand: Bronbestand }> {
  const name = `${target}.${sha256}`;
  const file = await open(name, 'wx+', 0o600);
  try {
    const byNumber = `/proc/self/fd/${file.fd}`;
    const isOpenable = existsSync(byNumber);
    if (isOpenable) rmSync(name);
    let bytes = 0;
    for await (const block of openArchived(sha256, key, archief)) {
      await file.writeFile(block);
      bytes += block.length;
    }
    const bestand: Bronbestand = {
      path: isOpenable ? byNumber : name,
      pad: kop?.pad ?? `archief/${sha256}`,
      bytes,
      changedMs: 0,
      ...(kop !== undefined && { bekendMs: kop.bekend }),
    };
    return { file, bestand };
  } catch (error) {
    await file.close();
    rmSync(name, { force: true });
    throw error;
  }
}

function isNameless({ path }: Bronbestand): boolean {
  return path.startsWith('/proc/');
}

/** What a stopped run left: the warehouse it was making, and files in plain text where the system needs names for them. */
function removeLeftovers(target: string): void {
  for (const name of readdirSync(dirname(target))) {
    if (name.startsWith(basename(target)) && !name.includes('.slot')) {
      rmSync(join(dirname(target), name), { recursive: true, force: true });
    }
  }
}
