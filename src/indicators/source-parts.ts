// SPDX-License-Identifier: EUPL-1.2

/**
 * What one source adds to the query: tables, among them `woord` when anything is split (see `codeTables`), and selects with `split`, `plek`, `periode`,
 * dimensions as numbers of `woord`, and measures. What several rows say of one cell adds up.
 */
export interface SourceParts {
  readonly ctes: readonly string[];
  readonly branches: readonly string[];
  /** Numbers of the periods about which the source says anything, as a select with `periode`; absent where there is no telling. */
  readonly gedekt?: string;
  /** Select with the periods of which no row tells its gemeente. */
  readonly zonderGemeente?: string;
}
