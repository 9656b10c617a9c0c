// SPDX-License-Identifier: EUPL-1.2
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBAppender, DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { SqlRow, SqlValue } from '../contract/index.ts';
import { BREEDTE } from './kolom-bouwer.ts';
import type { TabelDeel } from './partij.ts';
import { RUWE_KOLOMMEN, type RuweTabel } from './raw-schema.ts';
import { unreadableBlock } from './unreadable.ts';

/** An open database: one instance, one connection, one thread. */
export interface Database {
  readonly connection: DuckDBConnection;
  /** Nothing can be written in the file; temporary tables can be made beside it. */
  readonly readOnly: boolean;
  close(): void;
}

const ROWS_PER_CHUNK = 2048;

/**
 * Opens a database file; the caller holds its lock, so what a crash left of its temporary files goes. DuckDB is loaded here and not before, so that commands and parse workers without a warehouse start fast.
 * Queries throw `store.unreadable` when they meet a damaged block.
 * Source: docs/adr/one-thread-opens-the-warehouse-behind-our-own-lock.md
 */
export async function openDatabase(path: string, memoryLimit: string | undefined): Promise<Database> {
  if (path !== ':memory:') rmSync(`${path}.tmp`, { recursive: true, force: true });
  const isNew = path !== ':memory:' && !existsSync(path);
  const opened = await connect(path, { checkpoint_threshold: '256MB', ...limit(memoryLimit) });
  if (isNew) chmodSync(path, 0o600);
  return { ...opened, readOnly: false };
}

/** Opens a database file of which nothing can be written, as `openDatabase`. See `WarehouseOptions`. */
export async function openToRead(
  path: string,
  { memoryLimit, tempDir }: { readonly memoryLimit?: string; readonly tempDir?: string },
): Promise<Database> {
  const temp = tempDir === undefined ? undefined : makeTemp(tempDir);
  const removeTemp = (): void => {
    if (temp !== undefined) rmSync(temp, { recursive: true, force: true });
  };
  try {
    const config = { access_mode: 'READ_ONLY', temp_directory: temp ?? '', ...limit(memoryLimit) };
    const { connection, close } = await connect(path, config);
    return {
      connection,
      readOnly: true,
      close: () => {
        close();
        removeTemp();
      },
    };
  } catch (error) {
    removeTemp();
    throw error;
  }
}

/** A folder that only this account can read; undefined where none can be made. */
function makeTemp(tempDir: string): string | undefined {
  try {
    return mkdtempSync(join(tempDir, 'regiovisie-'));
  } catch {
    return undefined;
  }
}

function limit(memoryLimit: string | undefined): Record<string, string> {
  return memoryLimit === undefined ? {} : { memory_limit: memoryLimit };
}

async function connect(path: string, config: Record<string, string>): Promise<Omit<Database, 'readOnly'>> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    ...config,
  });
  const connection = await instance.connect();
  const run = connection.run.bind(connection);
  connection.run = (...query) =>
    run(...query).catch((error: unknown) => {
      throw unreadableBlock(path, error);
    });
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Whether the file behind a connection can only be read. */
export async function isReadOnly(connection: DuckDBConnection): Promise<boolean> {
  const [row] = await readRows(
    connection,
    'SELECT readonly FROM duckdb_databases() WHERE database_name = current_database()',
  );
  return row?.readonly === true;
}

/** Appends columns by copying memory. Cost: about half a microsecond per row of ten columns, plus DuckDB's own compression. */
export async function appendDeel(appender: DuckDBAppender, tabel: RuweTabel, deel: TabelDeel): Promise<void> {
  const [{ DuckDBDataChunk }, { default: bindings }] = await Promise.all([
    import('@duckdb/node-api'),
    import('@duckdb/node-bindings'),
  ]);
  const types = RUWE_KOLOMMEN[tabel].map(
    (_, index) => appender.columnType(index).toLogicalType().logical_type,
  );
  const cursors = deel.kolommen.map(() => 0);
  for (let first = 0; first < deel.rows; first += ROWS_PER_CHUNK) {
    const rows = Math.min(ROWS_PER_CHUNK, deel.rows - first);
    const chunk = bindings.create_data_chunk(types);
    bindings.data_chunk_set_size(chunk, rows);
    for (const [index, kolom] of deel.kolommen.entries()) {
      const vector = bindings.data_chunk_get_vector(chunk, index);
      const width = BREEDTE[kolom.soort];
      const { buffer, byteOffset } = kolom.data;
      bindings.copy_data_to_vector(vector, 0, buffer, byteOffset + first * width, rows * width);
      if (kolom.gevuld) {
        bindings.vector_ensure_validity_writable(vector);
        const offset = kolom.gevuld.byteOffset + first / 8;
        bindings.copy_data_to_vector_validity(vector, 0, kolom.gevuld.buffer, offset, (rows + 7) >> 3);
      }
      let cursor = cursors[index] ?? 0;
      for (; (kolom.langeRijen[cursor] ?? Number.POSITIVE_INFINITY) < first + rows; cursor += 1) {
        const row = (kolom.langeRijen[cursor] ?? 0) - first;
        bindings.vector_assign_string_element(vector, row, kolom.langeTeksten[cursor] ?? '');
      }
      cursors[index] = cursor;
    }
    appender.appendDataChunk(new DuckDBDataChunk(chunk));
  }
}

/** Runs a query. Integers beyond the safe range stay bigint; dates and timestamps come back as ISO text. */
export async function readRows(
  connection: DuckDBConnection,
  text: string,
  params: readonly SqlValue[] = [],
): Promise<readonly SqlRow[]> {
  const reader = await connection.runAndReadAll(text, params.map(toDuckDb));
  const names = reader.deduplicatedColumnNames();
  return reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((name, index) => [name, fromDuckDb(row[index] ?? null)])));
}

/** A value as a parameter of a query. */
export function toDuckDb(value: SqlValue): DuckDBValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** A value of a result: see `readRows`. */
export function fromDuckDb(value: DuckDBValue): SqlValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  return value.toString();
}
