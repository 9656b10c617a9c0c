// SPDX-License-Identifier: EUPL-1.2

export type SqlValue = string | number | bigint | boolean | null;

/** SQL text with positional parameters (`$1`, `$2`, …) in order. Written by `indicators`, run by `store`. */
export interface SqlQuery {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

export type SqlRow = Readonly<Record<string, SqlValue>>;
