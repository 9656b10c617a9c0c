// SPDX-License-Identifier: EUPL-1.2
export type { JsonRow, JsonTable } from './all-json.ts';
export { describeRelease, type ReleaseFacts } from './describe-release.ts';
export { figureCsv, figureFileName } from './figure-file.ts';
export { figuresOfRelease } from './figures-of-release.ts';
export { type PublishedRelease, readManifest, readRelease } from './read-release.ts';
export {
  compareReleases,
  type ReleaseFigures,
  type Stand,
  type Verschil,
  type VerschilReden,
  type VerschilSoort,
  type Wijzigingen,
} from './release-changes.ts';
export { newestRelease, nextReleaseId, releaseIds } from './release-id.ts';
export {
  type ReleaseContents,
  type ReleaseFile,
  type WrittenRelease,
  writeRelease,
} from './write-release.ts';
