// SPDX-License-Identifier: EUPL-1.2
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { OperatorError } from '../contract/index.ts';

/** A file that was delivered, before anyone looked inside. */
export interface Bronbestand {
  readonly path: string;
  /** As reports show it: relative to the workspace, with `/`. */
  readonly pad: string;
  readonly bytes: number;
  /** Last change according to the file system. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly changedMs: number;
}

/**
 * Every file in a folder, at any depth, in order of path; names that begin with a dot are left out. A path to a file gives that file.
 *
 * Throws: `ingest.no-source`.
 */
export async function findBronnen(path: string, workspace: string = path): Promise<readonly Bronbestand[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new OperatorError({
      code: 'ingest.no-source',
      subject: 'this file or folder does not exist or may not be read',
      place: path,
      remedy: 'check the path; by default the deliveries are in the folder bronnen/ of the workspace',
    });
  }
  const files = found.isDirectory()
    ? await walk(path)
    : [{ path, bytes: found.size, changedMs: found.mtimeMs }];
  return files
    .map((file) => ({ ...file, pad: relative(workspace, file.path).split(sep).join('/') || path }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function walk(folder: string): Promise<Omit<Bronbestand, 'pad'>[]> {
  const entries = await readdir(folder);
  const inside = await Promise.all(
    entries
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => {
        const path = join(folder, name);
        const found = await stat(path).catch(() => undefined);
        if (found?.isDirectory()) return walk(path);
        return [{ path, bytes: found?.size ?? 0, changedMs: found?.mtimeMs ?? 0 }];
      }),
  );
  return inside.flat();
}
