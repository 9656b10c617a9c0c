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
    for (const [index, { path, sha256 }] of files.entries()) {
      if (await archiveFile(path, sha256, sleutel, folder)) {
        archived += 1;
        if (isInside(inbox, path)) await rm(path);
      }
      progress.advance(index + 1);
    }
  } catch (error) {
    throw archiveFailure(error, folder);
  }
  progress.end();
  return archived;
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
