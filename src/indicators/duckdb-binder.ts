// SPDX-License-Identifier: EUPL-1.2
import type { SqlValue } from '../contract/index.ts';

/** Collects the parameters of one query while its text is written. */
export class Binder {
  readonly params: SqlValue[] = [];

  /** The place of this value in the text: `$3::DATE`. */
  value(
    value: SqlValue | undefined,
    type: 'VARCHAR' | 'DATE' | 'SMALLINT' | 'INTEGER' | 'BIGINT' | 'DOUBLE',
  ): string {
    this.params.push(value ?? null);
    return `$${this.params.length}::${type}`;
  }
}
