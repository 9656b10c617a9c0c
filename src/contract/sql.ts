// SPDX-License-Identifier: EUPL-1.2

export type SqlValue = string | number | bigint | boolean | null;

/** SQL text with positional parameters (`$1`, `$2`, …) in order. Written by `indicators`, run by `store`. */
export interface SqlQuery {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A list of whole numbers per row: that of row r stands in `waarden` from `einden[r - 1]` (0 for the first row) up to `einden[r]`. */
export interface SqlLijsten {
  readonly einden: Int32Array;
  readonly waarden: Int32Array;
}

/** A column: INTEGER and DOUBLE without nulls as the engine has them in memory, INTEGER[] without nulls as lists, anything else by value. */
export type SqlColumn = readonly SqlValue[] | Int32Array | Float64Array | SqlLijsten;

/** What a query gave, column by column: for results of many rows. */
export interface SqlColumns {
  readonly rows: number;
  /** By name of the column. */
  readonly columns: ReadonlyMap<string, SqlColumn>;
}
