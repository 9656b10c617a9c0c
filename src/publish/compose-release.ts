// SPDX-License-Identifier: EUPL-1.2
import {
  type Begrip,
  type DefinitieBlad,
  type Manifest,
  type Release,
  type ReleaseBestand,
  refuseUnsafe,
  type SafeTable,
} from '../contract/index.ts';
import { allJson, jsonTable } from './all-json.ts';
import { apiFiles } from './api/api-files.ts';
import { atomFeed, FEED_PAD } from './atom-feed.ts';
import { changesJson } from './changes-json.ts';
import { changesMarkdown } from './changes-markdown.ts';
import { changesSince } from './changes-since.ts';
import { codeList, codeListMetadata } from './code-list.ts';
import { csvwMetadata } from './csvw.ts';
import { dcatCatalog } from './dcat/catalog.ts';
import { publishDefinities } from './definities.ts';
import { earlierEditions } from './earlier-releases.ts';
import { figureFileName, releaseCsv } from './figure-file.ts';
import { figureWorkbook } from './figure-workbook.ts';
import { sha256 } from './read-release.ts';

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
  /** The glossary; absent = there is none. */
  readonly begrippen?: readonly Begrip[];
  /** Pages and documents made from the same tables. */
  readonly pages: readonly ReleaseFile[];
}

/** All files of a release with its manifest, sorted by path. Nothing is written. */
export function composeRelease(contents: ReleaseContents): {
  readonly manifest: Manifest;
  readonly files: readonly ReleaseFile[];
} {
  const { release } = contents;
  const tables = [...contents.tables].sort((left, right) =>
    figureFileName(left) < figureFileName(right) ? -1 : 1,
  );
  if (release.geheimhouding.zone !== 'open')
    throw new Error(`${release.id} is a release of zone ${release.geheimhouding.zone}`);
  tables.forEach(refuseUnsafe);
  const tabellen = tables.map(jsonTable);
  const wijzigingen = changesSince(contents.releasesDir, release, tables);
  const definities = publishDefinities(release, tables, contents.definities ?? []);
  const begrippen = contents.begrippen ?? [];
  const eerder = earlierEditions(contents.releasesDir, release.id);
  const vorige = eerder.at(-1)?.release;
  const described: readonly ReleaseFile[] = [
    ...tables.flatMap((table) => {
      const source = {
        release,
        wijzigingen,
        definitie: definities.indicatoren.find(({ id }) => id === table.indicator),
      };
      const pad = `cijfers/${figureFileName(table)}`;
      return [
        { pad: `${pad}.csv`, inhoud: releaseCsv(table) },
        { pad: `${pad}.csv-metadata.json`, inhoud: json(csvwMetadata(table, source)) },
        { pad: `${pad}.ods`, inhoud: figureWorkbook(table, source) },
      ];
    }),
    { pad: 'cijfers/all.json', inhoud: allJson(release, tabellen) },
    { pad: 'cijfers/codes.csv', inhoud: codeList(release, definities.indicatoren) },
    { pad: 'cijfers/codes.csv-metadata.json', inhoud: json(codeListMetadata()) },
    { pad: 'definities.json', inhoud: json(definities) },
    { pad: 'begrippen.json', inhoud: json({ release: release.id, begrippen }) },
    { pad: 'geheimhouding.json', inhoud: json(contents.geheimhouding) },
    { pad: 'wijzigingen.json', inhoud: changesJson(wijzigingen) },
    {
      pad: 'wijzigingen.md',
      inhoud: changesMarkdown(wijzigingen, { release, definities: definities.indicatoren, tabellen }),
    },
    { pad: FEED_PAD, inhoud: atomFeed([...eerder, { release, wijzigingen }]) },
    ...apiFiles({ release, tabellen, definities, begrippen, wijzigingen, eerder }),
    ...contents.pages,
  ];
  const bestanden = described.map(fileEntry);
  const catalog = dcatCatalog({
    release,
    definities: definities.indicatoren,
    tabellen,
    wijzigingen,
    ...(vorige === undefined ? {} : { vorige }),
    bestanden,
  });
  const catalogFile = { pad: 'dcat.jsonld', inhoud: json(catalog) };
  const files = [...described, catalogFile].sort(byPad);
  refuseDoubles(files);
  const manifest = {
    release,
    vorige: wijzigingen.vorige,
    bestanden: [...bestanden, fileEntry(catalogFile)].sort(byPad),
  };
  return { manifest, files: [...files, { pad: 'manifest.json', inhoud: json(manifest) }] };
}

function byPad(left: { readonly pad: string }, right: { readonly pad: string }): number {
  return left.pad < right.pad ? -1 : 1;
}

function refuseDoubles(files: readonly ReleaseFile[]): void {
  const twice = files.find((file, index) => files[index + 1]?.pad === file.pad);
  if (twice) throw new Error(`two files of a release are called ${twice.pad}`);
}

function fileEntry({ pad, inhoud }: ReleaseFile): ReleaseBestand {
  const bytes = typeof inhoud === 'string' ? Buffer.from(inhoud, 'utf8') : inhoud;
  return { pad, bytes: bytes.byteLength, sha256: sha256(bytes) };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
