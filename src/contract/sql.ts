// SPDX-License-Identifier: EUPL-1.2

export type SqlValue = string | number | bigint | boolean | null;

/** SQL text with positional parameters (`$1`, `$2`, …) in order. Written by `indicators`, run by `store`. */
export interface SqlQuery {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** What a query gave, column by column: for results of many rows. */
export interface SqlColumns {
  readonly rows: number;
  /** Values by name of the column, one per row. */
  readonly columns: ReadonlyMap<string, readonly SqlValue[]>;
}
