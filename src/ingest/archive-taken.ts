// SPDX-License-Identifier: EUPL-1.2
import { realpath, rm } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { Problem, Progress } from '../contract/index.ts';
import { type Archiefkop, archiveFile, holds, opens, removeUnfinished } from './archive.ts';
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
  readonly kop: Archiefkop;
}

/** What one run did for the archive. */
export interface Archivering {
  /** Files that are new in the archive. */
  readonly gearchiveerd: number;
  /** Plain files that left the inbox, because the archive holds them. */
  readonly verplaatst: number;
  /** Files that the archive holds and that lie elsewhere: not ours to remove. */
  readonly blijft: number;
  /** What kept others from the archive; the next run archives them. */
  readonly problemen: readonly Problem[];
}

/** Files that are written at one time: each waits for the disk, and a disk serves many as fast as one. */
const SIDE_BY_SIDE = 16;

/**
 * Moves delivered files to the archive: the plain file goes only when the encrypted one is on disk and holds the bytes that were taken, and only from where it
 * really lies in the inbox, links followed. What was not archived is archived by the next run.
 */
export async function archiveTaken(
  files: readonly GenomenBestand[],
  sleutel: Sleutel,
  { folder, inbox }: Archief,
  progress: Progress,
): Promise<Archivering> {
  const tally = { gearchiveerd: 0, verplaatst: 0, blijft: 0 };
  if (files.length === 0) return { ...tally, problemen: [] };
  let gone = 0;
  progress.start('archive', files.length, 'files');
  try {
    const inside = await pathsInside(inbox, files);
    await removeUnfinished(folder, sleutel);
    for (let first = 0; first < files.length; first += SIDE_BY_SIDE) {
      const some = files.slice(first, first + SIDE_BY_SIDE);
      const unique = uniqueBySha(some);
      const kept = await Promise.all(unique.map((file) => keep(file, sleutel, folder)));
      const safe = new Set<string>();
      for (const [index, { sha256 }] of unique.entries()) {
        if (kept[index] === 'nieuw') tally.gearchiveerd += 1;
        if (kept[index] === 'nieuw' || kept[index] === 'bekend') safe.add(sha256);
        if (kept[index] === 'weg') gone += 1;
      }
      for (const { path, sha256 } of some) {
        if (!safe.has(sha256)) continue;
        if (inside.has(path)) {
          await rm(path);
          tally.verplaatst += 1;
        } else {
          tally.blijft += 1;
        }
      }
      progress.advance(first + some.length);
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    return { ...tally, problemen: [unwritable(folder, inbox, error.path)] };
  } finally {
    progress.end();
  }
  return { ...tally, problemen: gone > 0 ? [vanished(inbox, gone)] : [] };
}

/** `nieuw`: archived now; `bekend`: it was; `gewijzigd`: the file holds other bytes now, which the next run takes; `weg`: it cannot be read any more. */
async function keep(
  { path, sha256, kop }: GenomenBestand,
  sleutel: Sleutel,
  folder: string,
): Promise<'nieuw' | 'bekend' | 'gewijzigd' | 'weg'> {
  try {
    if (await opens(sha256, sleutel, folder)) return (await holds(path, sha256)) ? 'bekend' : 'gewijzigd';
    return (await archiveFile(path, sha256, sleutel, folder, kop)) ? 'nieuw' : 'gewijzigd';
  } catch (error) {
    if (isFileError(error) && error.path === path) return 'weg';
    throw error;
  }
}

/** The paths whose file really lies in a folder. A link out of it is not inside, whatever its path says. */
async function pathsInside(folder: string, files: readonly GenomenBestand[]): Promise<ReadonlySet<string>> {
  const root = await realpath(folder).catch(() => undefined);
  const inside = new Set<string>();
  for (const { path } of files) {
    const real = await realpath(path).catch(() => undefined);
    const way = root === undefined || real === undefined ? '..' : relative(root, real);
    if (way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way)) inside.add(path);
  }
  return inside;
}

/** Of files with the same bytes the first. */
function uniqueBySha(files: readonly GenomenBestand[]): readonly GenomenBestand[] {
  return [...new Map(files.toReversed().map((file) => [file.sha256, file])).values()].toReversed();
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return /^E[A-Z0-9]+$/.test((error as NodeJS.ErrnoException).code ?? '');
}

function unwritable(folder: string, inbox: string, path = folder): Problem {
  return {
    code: 'ingest.archive-unwritable',
    subject: 'a delivered file was taken but could not be moved to the archive',
    place: path.startsWith(folder) ? folder : inbox,
    remedy: 'check free space and permissions, then run ingest again: what is left is archived then',
  };
}

function vanished(inbox: string, files: number): Problem {
  return {
    code: 'ingest.gone-before-archive',
    subject: `${files} delivered file${files === 1 ? ' was' : 's were'} taken and could not be read any more to archive ${files === 1 ? 'it' : 'them'}`,
    place: inbox,
    remedy:
      'the warehouse holds what was in it; to have it in the archive too, deliver it again and run ingest: it is known then, and only archived',
  };
}
