// SPDX-License-Identifier: EUPL-1.2
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { openDatabase, readRows } from './duckdb.ts';
import { createRawLayer, RUWE_KOLOMMEN, RUWE_TABELLEN, type RuweTabel } from './raw-schema.ts';
import { lockWarehouse } from './warehouse-lock.ts';

const PAIRS_PER_INSERT = 2000;

/**
 * Writes the raw layer into a new file with other pseudonyms, and puts that file in the place of the warehouse: no trace of the old ones is left
 * in it. A crash before the very end leaves the old warehouse as it was. The derived layer has to be derived again.
 *
 * Throws when two pseudonyms would become one. The warehouse must be closed. Throws: `store.locked`.
 */
export async function rewritePseudonyms(
  path: string,
  pseudonymOf: (old: bigint) => bigint,
  meta: { readonly sleutel: string; readonly keten: string },
): Promise<void> {
  const lock = lockWarehouse(path);
  const target = `${path}.nieuw`;
  try {
    rmSync(target, { force: true });
    rmSync(`${target}.wal`, { force: true });
    const { connection, close } = await openDatabase(path, undefined);
    try {
      await connection.run('CHECKPOINT');
      await loadPairs(connection, pseudonymOf);
      const [{ catalog } = {}] = await readRows(connection, 'SELECT current_database() AS catalog');
      await connection.run(`ATTACH '${target.replaceAll("'", "''")}' AS nieuw`);
      await connection.run('USE nieuw');
      for (const statement of createRawLayer()) await connection.run(statement);
      for (const tabel of RUWE_TABELLEN) await connection.run(copySql(tabel, `"${catalog}".main.${tabel}`));
      await connection.run(`INSERT INTO meta SELECT * FROM "${catalog}".main.meta WHERE sleutel = 'schema'`);
      await connection.run("INSERT INTO meta VALUES ('sleutel', $1), ('keten', $2)", [
        meta.sleutel,
        meta.keten,
      ]);
      await connection.run('CHECKPOINT nieuw');
      await connection.run(`USE "${catalog}"`);
      await connection.run('DETACH nieuw');
    } finally {
      close();
    }
    chmodSync(target, 0o600);
    flush(target);
    rmSync(`${path}.wal`, { force: true });
    renameSync(target, path);
    flush(dirname(path));
  } finally {
    rmSync(target, { force: true });
    lock.release();
  }
}

/** Has a file or folder written to disk. */
function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function pseudonymColumns(tabel: RuweTabel): readonly string[] {
  return RUWE_KOLOMMEN[tabel].filter(({ soort }) => soort === 'uint64').map(({ naam }) => naam);
}

async function loadPairs(connection: DuckDBConnection, pseudonymOf: (old: bigint) => bigint): Promise<void> {
  const union = RUWE_TABELLEN.flatMap((tabel) =>
    pseudonymColumns(tabel).map((kolom) => `SELECT ${kolom} FROM ${tabel} WHERE ${kolom} IS NOT NULL`),
  ).join(' UNION ');
  const reader = await connection.runAndReadAll(union);
  const pairs = (reader.getColumns()[0] ?? []).map((old) => {
    if (typeof old !== 'bigint') throw new Error('a pseudonym is an integer of 64 bits');
    return [old, pseudonymOf(old)] as const;
  });
  if (new Set(pairs.map(([, renewed]) => renewed)).size !== pairs.length) {
    throw new Error('two pseudonyms would become one: use another key');
  }
  await connection.run('CREATE OR REPLACE TEMP TABLE koppeling (oud UBIGINT, nieuw UBIGINT)');
  for (let first = 0; first < pairs.length; first += PAIRS_PER_INSERT) {
    const values = pairs
      .slice(first, first + PAIRS_PER_INSERT)
      .map(([old, renewed]) => `(${old}, ${renewed})`);
    await connection.run(`INSERT INTO koppeling VALUES ${values.join(', ')}`);
  }
}

function copySql(tabel: RuweTabel, source: string): string {
  const kolommen = pseudonymColumns(tabel);
  if (kolommen.length === 0) return `INSERT INTO ${tabel} SELECT * FROM ${source}`;
  const replaced = kolommen.map((kolom) => `k_${kolom}.nieuw AS ${kolom}`).join(', ');
  const joins = kolommen.map((kolom) => `LEFT JOIN temp.koppeling k_${kolom} ON k_${kolom}.oud = r.${kolom}`);
  return `INSERT INTO ${tabel} SELECT r.* REPLACE (${replaced}) FROM ${source} r ${joins.join(' ')}`;
}
