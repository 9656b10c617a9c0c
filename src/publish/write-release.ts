// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Manifest, OperatorError } from '../contract/index.ts';
import { composeRelease, type ReleaseContents, type ReleaseFile } from './compose-release.ts';
import { readRelease } from './read-release.ts';
import { parseReleaseId } from './release-id.ts';

export interface WrittenRelease {
  readonly dir: string;
  /** `bestond`: the same release stood there already, byte for byte. */
  readonly uitkomst: 'gemaakt' | 'bestond';
  readonly manifest: Manifest;
}

/**
 * Makes `releases/<id>/`: everything is written in a folder beside it that is renamed at the end, so a release is there whole or not at all.
 * What a crashed run left behind is removed. A release that exists is never overwritten.
 * Throws: `publish.release-id`, `publish.release-exists`, `publish.folder-unwritable`, and what `readRelease` throws on the earlier release.
 */
export function writeRelease(contents: ReleaseContents): WrittenRelease {
  const { releasesDir, release } = contents;
  if (!parseReleaseId(release.id)) {
    throw new OperatorError({
      code: 'publish.release-id',
      subject: release.id,
      remedy: 'a release is called <year>-<number>, for example 2024-1',
    });
  }
  const dir = join(releasesDir, release.id);
  const unfinished = join(releasesDir, `.${release.id}.bezig`);
  const { manifest, files } = composeRelease(contents);
  writeFolder(unfinished, files);
  if (!existsSync(dir)) {
    renameSync(unfinished, dir);
    return { dir, uitkomst: 'gemaakt', manifest };
  }
  const identical = sameManifest(dir, unfinished);
  rmSync(unfinished, { recursive: true });
  if (identical) {
    readRelease(dir);
    return { dir, uitkomst: 'bestond', manifest };
  }
  throw new OperatorError({
    code: 'publish.release-exists',
    subject: release.id,
    place: dir,
    remedy: 'a published release is frozen and this one has other contents; publish under the next number',
  });
}

function writeFolder(folder: string, files: readonly ReleaseFile[]): void {
  try {
    rmSync(folder, { recursive: true, force: true });
    for (const { pad, inhoud } of files) {
      const path = join(folder, pad);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, inhoud, { flush: true });
    }
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new OperatorError({
      code: 'publish.folder-unwritable',
      subject: `cannot write (${code})`,
      place: folder,
      remedy: 'check the rights and the free space of the releases folder',
    });
  }
}

function sameManifest(left: string, right: string): boolean {
  const [a, b] = [left, right].map((dir) => join(dir, 'manifest.json'));
  return (
    a !== undefined &&
    b !== undefined &&
    existsSync(a) &&
    readFileSync(a).equals(new Uint8Array(readFileSync(b)))
  );
}
