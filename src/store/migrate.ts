// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { OperatorError } from '../contract/index.ts';
import { isReadOnly, readRows } from './duckdb.ts';
import { readMeta, writeMeta } from './meta.ts';
import { NAAR_2 } from './migraties/naar-2.ts';
import { createRawLayer, SCHEMA_VERSIE } from './raw-schema.ts';
import { unwritable } from './warehouse-lock.ts';

/** Statements that bring the raw layer from the version before to this one. The derived layer is dropped beside it and derived again. */
const MIGRATIES: ReadonlyMap<number, readonly string[]> = new Map([[2, NAAR_2]]);

const OLDEST = 1;

/**
 * Makes an empty warehouse, or brings an older one to the present schema: all steps in one transaction, so that a crash leaves the old one.
 * Gives the version that was found.
 *
 * Throws: `store.newer-schema`, `store.schema-version`, `store.unwritable`. Source: docs/adr/a-warehouse-is-migrated-forward-in-one-transaction.md
 */
export async function ensureSchema(connection: DuckDBConnection, path: string): Promise<number> {
  const [row] = await readRows(
    connection,
    "SELECT count(*) AS tabellen FROM duckdb_tables() WHERE database_name = current_database() AND table_name = 'meta'",
  );
  if (row?.tabellen === 0) {
    if (await isReadOnly(connection)) throw unwritable(path);
    await inTransaction(connection, createRawLayer());
    return SCHEMA_VERSIE;
  }
  const text = await readMeta(connection, 'schema');
  const version = Number(text);
  if (version === SCHEMA_VERSIE) return version;
  if (!Number.isInteger(version) || version < OLDEST) throw unknownSchema(path, text);
  if (version > SCHEMA_VERSIE) throw newerSchema(path, version);
  if (await isReadOnly(connection)) throw unwritable(path);
  const steps: string[] = [];
  for (let to = version + 1; to <= SCHEMA_VERSIE; to += 1) steps.push(...(MIGRATIES.get(to) ?? []));
  await inTransaction(connection, [...steps, "DELETE FROM meta WHERE sleutel = 'afgeleid'"]);
  return version;
}

async function inTransaction(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  await connection.run('BEGIN');
  try {
    for (const statement of statements) await connection.run(statement);
    await writeMeta(connection, 'schema', String(SCHEMA_VERSIE));
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function unknownSchema(path: string, version: string | undefined): OperatorError {
  return new OperatorError({
    code: 'store.schema-version',
    subject: `the warehouse has schema ${version ?? 'unknown'}, which no version of this program wrote`,
    place: path,
    remedy: 'put back a copy, or move it away and make it again:  regiovisie archive restore DIR',
  });
}

function newerSchema(path: string, version: number): OperatorError {
  return new OperatorError({
    code: 'store.newer-schema',
    subject: `the warehouse has schema ${version}, made by a newer program; this one knows up to schema ${SCHEMA_VERSIE}`,
    place: path,
    remedy: 'install the newer version of regiovisie; nothing was changed',
  });
}
