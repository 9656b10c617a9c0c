// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type DefinitieBlad,
  type Manifest,
  OperatorError,
  type Release,
  type ReleaseBestand,
  type SafeTable,
} from '../contract/index.ts';
import { allJson, jsonTable } from './all-json.ts';
import { changesJson } from './changes-json.ts';
import { changesMarkdown } from './changes-markdown.ts';
import { changesSince } from './changes-since.ts';
import { csvwMetadata } from './csvw.ts';
import { publishDefinities } from './definities.ts';
import { figureCsv, figureFileName } from './figure-file.ts';
import { figureWorkbook } from './figure-workbook.ts';
import { readRelease, sha256 } from './read-release.ts';
import { parseReleaseId } from './release-id.ts';

/** One file to publish; the path is relative to the release, with `/`. */
export interface ReleaseFile {
  readonly pad: string;
  readonly inhoud: string | Uint8Array;
}

export interface ReleaseContents {
  /** Folder that holds all releases of a workspace. */
  readonly releasesDir: string;
  readonly release: Release;
  /** Tables of zone `open`, at most one per indicator and set of dimensions. */
  readonly tables: readonly SafeTable[];
  /** The proof of protection, plain JSON. */
  readonly geheimhouding: object;
  /** What the indicators mean; absent = nobody said. */
  readonly definities?: readonly DefinitieBlad[];
  /** Pages and documents made from the same tables. */
  readonly pages: readonly ReleaseFile[];
}

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
  writeFolder(unfinished, [...files, { pad: 'manifest.json', inhoud: json(manifest) }]);
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

function composeRelease({
  releasesDir,
  release,
  tables,
  definities = [],
  geheimhouding,
  pages,
}: ReleaseContents): {
  manifest: Manifest;
  files: ReleaseFile[];
} {
  const ordered = [...tables].sort((left, right) => (figureFileName(left) < figureFileName(right) ? -1 : 1));
  ordered.forEach(refuseUnsafe);
  const published = ordered.map(jsonTable);
  const wijzigingen = changesSince(releasesDir, release, ordered);
  const files: ReleaseFile[] = [
    ...ordered.flatMap((table) => [
      { pad: `cijfers/${figureFileName(table)}.csv`, inhoud: figureCsv(table) },
      {
        pad: `cijfers/${figureFileName(table)}.csv-metadata.json`,
        inhoud: json(csvwMetadata(table, release)),
      },
      { pad: `cijfers/${figureFileName(table)}.ods`, inhoud: figureWorkbook(table, release) },
    ]),
    { pad: 'cijfers/all.json', inhoud: allJson(release, published) },
    { pad: 'definities.json', inhoud: json(publishDefinities(release, ordered, definities)) },
    { pad: 'geheimhouding.json', inhoud: json(geheimhouding) },
    { pad: 'wijzigingen.json', inhoud: changesJson(wijzigingen) },
    { pad: 'wijzigingen.md', inhoud: changesMarkdown(wijzigingen) },
    ...pages,
  ].sort((left, right) => (left.pad < right.pad ? -1 : 1));
  refuseDoubles(files);
  return {
    manifest: { release, vorige: wijzigingen.vorige, bestanden: files.map(fileEntry) },
    files,
  };
}

function refuseUnsafe(table: SafeTable): void {
  const leak = table.rows.some(
    (row) =>
      row.status.includes('geheim') && (row.waarde !== null || row.teller !== null || row.noemer !== null),
  );
  if (table.zone !== 'open') throw new Error(`${figureFileName(table)} is a table of zone ${table.zone}`);
  if (leak) throw new Error(`${figureFileName(table)} holds a value in a hidden cell`);
}

function refuseDoubles(files: readonly ReleaseFile[]): void {
  const twice = files.find((file, index) => files[index + 1]?.pad === file.pad);
  if (twice) throw new Error(`two files of a release are called ${twice.pad}`);
}

function fileEntry({ pad, inhoud }: ReleaseFile): ReleaseBestand {
  const bytes = typeof inhoud === 'string' ? Buffer.from(inhoud, 'utf8') : inhoud;
  return { pad, bytes: bytes.byteLength, sha256: sha256(bytes) };
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

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
