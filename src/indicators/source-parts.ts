// SPDX-License-Identifier: EUPL-1.2

/** What one source adds to the query: tables, and per split a select with `split`, `plek`, `periode`, its dimensions and its measures. */
export interface SourceParts {
  readonly ctes: readonly string[];
  readonly branches: readonly string[];
  /** Labels of the periods about which the source says anything, as a select with `periode`; absent where there is no telling. */
  readonly gedekt?: string;
}
