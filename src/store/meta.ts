// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from './duckdb.ts';

/** What a warehouse knows about itself. `sleutel`: id of the pseudonym key; `keten`: keys from before rotations, sealed; `afgeleid`: what the derived layer was made from; `bevindingen`: what the findings of the rules across messages were. */
export type MetaKey = 'schema' | 'sleutel' | 'keten' | 'afgeleid' | 'bevindingen';

export async function readMeta(connection: DuckDBConnection, key: MetaKey): Promise<string | undefined> {
  const [row] = await readRows(connection, 'SELECT waarde FROM meta WHERE sleutel = $1', [key]);
  return typeof row?.waarde === 'string' ? row.waarde : undefined;
}

export async function writeMeta(connection: DuckDBConnection, key: MetaKey, value: string): Promise<void> {
  await connection.run('INSERT OR REPLACE INTO meta VALUES ($1, $2)', [key, value]);
}
