// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import type { Release, SafeTable, Wijzigingen } from '../contract/index.ts';
import { jsonTable } from './all-json.ts';
import { type PublishedRelease, readRelease } from './read-release.ts';
import { compareReleases, type ReleaseFigures } from './release-changes.ts';
import { compareReleaseIds, releaseIds } from './release-id.ts';

/** A published release as one side of a comparison. */
export function figuresToCompare({ manifest, tabellen, wijzigingen }: PublishedRelease): ReleaseFigures {
  return {
    release: manifest.release,
    tabellen,
    ...(wijzigingen.versie === undefined ? {} : { versie: wijzigingen.versie }),
  };
}

/** What a release that is being made changes with respect to the newest one before it. Throws: what `readRelease` throws on that one. */
export function changesSince(
  releasesDir: string,
  release: Release,
  tables: readonly SafeTable[],
): Wijzigingen {
  const previous = releaseIds(releasesDir)
    .filter((id) => compareReleaseIds(id, release.id) < 0)
    .at(-1);
  return compareReleases(
    previous === undefined ? undefined : figuresToCompare(readRelease(join(releasesDir, previous))),
    { release, tabellen: tables.map(jsonTable) },
  );
}
