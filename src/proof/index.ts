// SPDX-License-Identifier: EUPL-1.2
export { type Area, type Areas, areasOf } from './areas.ts';
export { ERNSTEN, type Ernst, type ProofFinding, REGELS, type Regel } from './finding.ts';
export type { Zekerheid } from './identity.ts';
export { type ExplainedFinding, explainFinding, outcomeOf, type ProofOutcome } from './outcome.ts';
export type { PrintedCell, PrintedDocument, PrintedTable } from './printed.ts';
export { proveDocument } from './prove.ts';
export { readDocument, type SourceFile } from './read/document.ts';
export { proveRelease, type ReleaseProof } from './release/prove-release.ts';
