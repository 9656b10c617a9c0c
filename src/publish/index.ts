// SPDX-License-Identifier: EUPL-1.2
export { API_MAP, API_VERSIE, ID_VORM, isReserved } from './addresses.ts';
export type { JsonRow, JsonTable } from './all-json.ts';
export { changesSince, figuresToCompare } from './changes-since.ts';
export { composeRelease, type ReleaseContents, type ReleaseFile } from './compose-release.ts';
export { publishDefinities } from './definities.ts';
export { describeRelease, type ReleaseFacts } from './describe-release.ts';
export { type EerdereUitgave, editionIn } from './earlier-releases.ts';
export { figureCsv, figureFileName } from './figure-file.ts';
export { figuresOfRelease } from './figures-of-release.ts';
export { type PublishedRelease, readManifest, readRelease } from './read-release.ts';
export { compareReleases, type ReleaseFigures } from './release-changes.ts';
export { nextReleaseId, releaseIds } from './release-id.ts';
export { type WrittenRelease, writeRelease } from './write-release.ts';
