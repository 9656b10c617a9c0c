// SPDX-License-Identifier: EUPL-1.2
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { OperatorError } from '../contract/index.ts';
import { shownPath } from './bsn-in-naam.ts';

/** A file that was delivered, before anyone looked inside. */
export interface Bronbestand {
  readonly path: string;
  /** As reports show it: relative to the workspace, with `/`, and without what looks like a BSN. */
  readonly pad: string;
  /** The name held what looks like a BSN. */
  readonly bsnInNaam?: true;
  readonly bytes: number;
  /** Last change according to the file system. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly changedMs: number;
  /** When it became known, for a file that comes back from the archive. Default: the moment of loading. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly bekendMs?: number;
}

/**
 * Every file in a folder, at any depth, in order of path; names that begin with a dot are left out, and so is what
 * is no file or folder (a pipe, a device), because reading it might never end. A path to a file gives that file.
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
  if (!found.isDirectory() && !found.isFile()) {
    throw new OperatorError({
      code: 'ingest.no-source',
      subject: 'this is no file or folder',
      place: path,
      remedy: 'give a file with messages, or a folder with such files',
    });
  }
  const files = found.isDirectory()
    ? await walk(path)
    : [{ path, bytes: found.size, changedMs: found.mtimeMs }];
  return files
    .map((file) => {
      const shown = relative(workspace, file.path).split(sep).join('/') || path;
      const { pad, bsnInNaam } = shownPath(shown);
      return { ...file, pad, ...(bsnInNaam && { bsnInNaam }) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every folder once, also when links lead to it or round: real folders first, so that a file is named after where it lies. */
async function walk(root: string): Promise<readonly Omit<Bronbestand, 'pad'>[]> {
  const files: Omit<Bronbestand, 'pad'>[] = [];
  const seen = new Set<string>();
  const folders: string[] = [];
  const links: string[] = [];
  for (let at: string | undefined = root; at !== undefined; at = folders.shift() ?? links.shift()) {
    const folder = at;
    const real = await realpath(folder);
    if (seen.has(real)) continue;
    seen.add(real);
    const entries = (await readdir(folder, { withFileTypes: true })).filter(
      ({ name }) => !name.startsWith('.'),
    );
    const found = await Promise.all(
      entries.map(({ name }) => stat(join(folder, name)).catch(() => undefined)),
    );
    for (const [index, entry] of entries.entries()) {
      const path = join(folder, entry.name);
      const one = found[index];
      if (one?.isDirectory()) (entry.isSymbolicLink() ? links : folders).push(path);
      else if (one === undefined || one.isFile())
        files.push({ path, bytes: one?.size ?? 0, changedMs: one?.mtimeMs ?? 0 });
    }
  }
  return files;
}
