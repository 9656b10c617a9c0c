// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  type Manifest,
  OperatorError,
  type Problem,
  type ReleaseBestand,
  type Wijzigingen,
} from '../contract/index.ts';
import type { AllFigures, JsonTable } from './all-json.ts';

/** A release as anybody outside sees it: nothing but what its files say, after every hash was checked. */
export interface PublishedRelease {
  readonly dir: string;
  readonly manifest: Manifest;
  readonly tabellen: readonly JsonTable[];
  /** `geheimhouding.json` as it stands; its form belongs to disclosure control. */
  readonly geheimhouding: unknown;
  readonly wijzigingen: Wijzigingen;
}

/**
 * Reads a release folder and checks that every file is the one that was published, and that there are no others.
 * Throws: `publish.release-absent`, `publish.manifest-unreadable`, `publish.file-missing`, `publish.file-changed`, `publish.file-unknown`
 */
export function readRelease(dir: string): PublishedRelease {
  const manifest = readManifest(dir);
  const problems = [
    ...manifest.bestanden.flatMap((file) => checkFile(dir, file)),
    ...strayFiles(dir, manifest),
  ];
  if (problems.length > 0) throw new OperatorError(problems);
  const json = (pad: string): unknown => JSON.parse(readFileSync(join(dir, pad), 'utf8'));
  return {
    dir,
    manifest,
    tabellen: (json('cijfers/all.json') as AllFigures).tabellen,
    geheimhouding: json('geheimhouding.json'),
    wijzigingen: json('wijzigingen.json') as Wijzigingen,
  };
}

/** Reads `manifest.json` alone, without checking the files it names. Throws: `publish.release-absent`, `publish.manifest-unreadable` */
export function readManifest(dir: string): Manifest {
  const path = join(dir, 'manifest.json');
  if (!existsSync(path)) {
    throw new OperatorError({
      code: 'publish.release-absent',
      subject: 'manifest.json',
      place: dir,
      remedy: 'there is no finished release here; make one with: regiovisie publish',
    });
  }
  const value = parseJson(readFileSync(path, 'utf8'));
  if (!isManifest(value)) {
    throw new OperatorError({
      code: 'publish.manifest-unreadable',
      subject: 'manifest.json',
      place: path,
      remedy: 'restore the release from a copy: a published manifest is never edited',
    });
  }
  return value;
}

/** Hex digest of a file's bytes. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { release, bestanden } = value as Partial<Manifest>;
  return (
    typeof release?.id === 'string' &&
    Array.isArray(release.samenstelling?.gebieden) &&
    Array.isArray(bestanden) &&
    bestanden.every((file) => typeof file?.pad === 'string' && typeof file.sha256 === 'string')
  );
}

function checkFile(dir: string, file: ReleaseBestand): Problem[] {
  const path = join(dir, file.pad);
  if (relative(dir, path).startsWith('..') || !existsSync(path)) {
    return [
      {
        code: 'publish.file-missing',
        subject: file.pad,
        place: dir,
        remedy: 'restore the release from a copy: the manifest names this file',
      },
    ];
  }
  if (sha256(readFileSync(path)) === file.sha256) return [];
  return [
    {
      code: 'publish.file-changed',
      subject: file.pad,
      place: dir,
      remedy: 'restore the release from a copy: a published file is never edited',
    },
  ];
}

function strayFiles(dir: string, manifest: Manifest): Problem[] {
  const known = new Set(['manifest.json', ...manifest.bestanden.map(({ pad }) => pad)]);
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((pad) => !known.has(pad))
    .map((pad) => ({
      code: 'publish.file-unknown',
      subject: pad,
      place: dir,
      remedy: 'move this file out of the release: its manifest does not name it',
    }));
}
