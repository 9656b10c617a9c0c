// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release, Wijzigingen } from '../contract/index.ts';
import { readManifest } from './read-release.ts';
import { compareReleaseIds, releaseIds } from './release-id.ts';

/** A release as lists of releases have it: what it is about, and what it changed. */
export interface EerdereUitgave {
  readonly release: Release;
  readonly wijzigingen: Pick<Wijzigingen, 'vorige' | 'versie' | 'niveau' | 'samenvatting'>;
}

/** Releases before this one, oldest first. Throws: what `readManifest` throws */
export function earlierEditions(releasesDir: string, before: string): readonly EerdereUitgave[] {
  return releaseIds(releasesDir)
    .filter((id) => compareReleaseIds(id, before) < 0)
    .map((id) => editionIn(join(releasesDir, id)));
}

/** One release by its folder. Throws: what `readManifest` throws */
export function editionIn(dir: string): EerdereUitgave {
  const { release } = readManifest(dir);
  const {
    vorige,
    versie = '1.0.0',
    niveau = 'geen',
    samenvatting,
  } = JSON.parse(readFileSync(join(dir, 'wijzigingen.json'), 'utf8')) as Wijzigingen;
  return { release, wijzigingen: { vorige, versie, niveau, samenvatting } };
}
