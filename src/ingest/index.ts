// SPDX-License-Identifier: EUPL-1.2
export {
  type Archiefkop,
  archiveFile,
  archiveFolder,
  archiveKeys,
  archivePath,
  listArchived,
  openArchived,
  opens,
  readArchiefkop,
} from './archive.ts';
export type { Archief } from './archive-taken.ts';
export { type Bronbestand, findBronnen } from './find-bronnen.ts';
export { type IngestOptions, ingest } from './ingest.ts';
export type { DeelsOpzij, IngestReport, OpzijBestand, OpzijReden, Som } from './ingest-report.ts';
export { pseudonymiser, type Sleutel, sleutelVan } from './key.ts';
export { requireKey } from './key-chain.ts';
export { BSN_IN_NAAM } from './pakket.ts';
export { type Lezer, runParseLoop } from './parse-loop.ts';
export { PartijSink } from './partij-sink.ts';
export { type Restored, type RestoreOptions, restoreArchive } from './restore-archive.ts';
export { type RotateOptions, rotateKey } from './rotate-key.ts';
export { type WatchOptions, watchBronnen } from './watch-bronnen.ts';
