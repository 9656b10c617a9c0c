// SPDX-License-Identifier: EUPL-1.2
import { rm } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { OperatorError, type Progress } from '../contract/index.ts';
import { archiveFile, removeUnfinished } from './archive.ts';
import type { Sleutel } from './key.ts';

/** Where delivered files go after they were taken. */
export interface Archief {
  /** Folder of the encrypted archive. */
  readonly folder: string;
  /** Files inside it are removed once their archived form is safe; a file from elsewhere is archived and stays, it is not ours to remove. */
  readonly inbox: string;
}

/** A delivered file that the warehouse holds. */
export interface GenomenBestand {
  readonly path: string;
  readonly sha256: string;
}

/** Files that are written at one time: each waits for the disk, and a disk serves many as fast as one. */
const SIDE_BY_SIDE = 16;

/**
 * Moves delivered files to the archive: the plain file goes only when the encrypted one is on disk and holds the bytes that were taken. Gives the number archived.
 *
 * Throws: `ingest.archive-unwritable`; what was not archived is archived by the next run.
 */
export async function archiveTaken(
  files: readonly GenomenBestand[],
  sleutel: Sleutel,
  { folder, inbox }: Archief,
  progress: Progress,
): Promise<number> {
  let archived = 0;
  if (files.length === 0) return archived;
  progress.start('archive', files.length, 'files');
  try {
    await removeUnfinished(folder, sleutel);
    for (let first = 0; first < files.length; first += SIDE_BY_SIDE) {
      const some = files.slice(first, first + SIDE_BY_SIDE);
      const moved = await Promise.all(
        uniqueBySha(some).map(({ path, sha256 }) => archiveFile(path, sha256, sleutel, folder)),
      );
      archived += moved.filter(Boolean).length;
      const safe = new Set(
        uniqueBySha(some).flatMap(({ sha256 }, index) => (moved[index] === true ? [sha256] : [])),
      );
      for (const { path, sha256 } of some) if (safe.has(sha256) && isInside(inbox, path)) await rm(path);
      progress.advance(first + some.length);
    }
  } catch (error) {
    throw archiveFailure(error, folder);
  }
  progress.end();
  return archived;
}

/** Of files with the same bytes the first. */
function uniqueBySha(files: readonly GenomenBestand[]): readonly GenomenBestand[] {
  return [...new Map(files.toReversed().map((file) => [file.sha256, file])).values()].toReversed();
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function archiveFailure(error: unknown, folder: string): unknown {
  if (!/^E[A-Z0-9]+$/.test((error as NodeJS.ErrnoException).code ?? '')) return error;
  return new OperatorError({
    code: 'ingest.archive-unwritable',
    subject: 'a delivered file was taken but could not be moved to the archive',
    place: folder,
    remedy: 'check free space and permissions, then run ingest again: what is left is archived then',
  });
}
