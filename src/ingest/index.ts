// SPDX-License-Identifier: EUPL-1.2
export { archiveFile, archivePath, openArchived } from './archive.ts';
export { type Bronbestand, findBronnen } from './find-bronnen.ts';
export { type IngestOptions, ingest } from './ingest.ts';
export type { IngestReport, OpzijBestand, Som } from './ingest-report.ts';
export { pseudonymiser, type Sleutel, sleutelVan } from './key.ts';
export { requireKey } from './key-chain.ts';
export { type Lezer, runParseLoop } from './parse-loop.ts';
export { PartijSink } from './partij-sink.ts';
export { type RotateOptions, rotateKey } from './rotate-key.ts';
export { type WatchOptions, watchBronnen } from './watch-bronnen.ts';
