// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type ErnstBeleid,
  OperatorError,
  type ProductRegel,
  type SqlColumns,
  type SqlQuery,
  type SqlRow,
} from '../contract/index.ts';
import { type CheckReport, check } from './check.ts';
import { type DeriveOptions, derive } from './derive.ts';
import { type DoctorCheck, examine } from './doctor.ts';
import { type Database, openDatabase, openToRead, readRows } from './duckdb.ts';
import {
  changesOfRows,
  type Herkomst,
  keepRows,
  originOfRows,
  type RijenNaam,
  type RijWijziging,
} from './explain.ts';
import { changesOfBronRows, originOfBronRows } from './explain-bronnen.ts';
import { leaveOutGeraakt } from './geraakt.ts';
import { IdSet } from './id-set.ts';
import { findInKeten, type KetenVraag } from './keten-bevindingen.ts';
import {
  type KnownLevering,
  type LeveringStatus,
  LeveringWriter,
  type WriterState,
} from './levering-writer.ts';
import type { LotVraag } from './lot.ts';
import { readMeta, writeMeta } from './meta.ts';
import { ensureSchema } from './migrate.ts';
import { readColumns } from './read-columns.ts';
import { isDenied, unreadable } from './unreadable.ts';
import { lockWarehouse, unwritable, type WarehouseLock } from './warehouse-lock.ts';
import { writeFailure } from './write-failure.ts';

export interface WarehouseOptions {
  /** Most memory that DuckDB uses, `4GB`. Default: 80 % of the machine. */
  readonly memoryLimit?: string;
  /** Where a warehouse that cannot be written puts what does not fit in memory, in a folder of its own that is gone when it is closed. Default: all must fit. */
  readonly tempDir?: string;
}

/** An open warehouse: pseudonyms only, one writer, one thread. */
export interface Warehouse {
  readonly path: string;
  /** Schema that the file had when it was opened; smaller than `SCHEMA_VERSIE` when it was migrated. */
  readonly schemaFound: number;
  /** Id of the pseudonym key under which its rows were made; undefined in a new warehouse. */
  keyId(): Promise<string | undefined>;
  /** Ties a new warehouse to a key. */
  setKeyId(id: string): Promise<void>;
  /** The keys from before rotations, sealed with the present one; undefined when it was never rotated. */
  keyChain(): Promise<string | undefined>;
  /** The delivered file with these bytes, when it was taken or set aside before. */
  levering(sha256: string): KnownLevering | undefined;
  /** Starts a transaction. Only one at a time. */
  begin(): Promise<LeveringWriter>;
  /** Brings the derived layer up to date; false when it already was. See `derive`. Throws: `store.write-failed`. */
  derive(products: readonly ProductRegel[], options?: DeriveOptions): Promise<boolean>;
  /** The data-quality report. See `check`. */
  check(products: readonly ProductRegel[], beleid?: ErnstBeleid): Promise<CheckReport>;
  /** After `check`, until the next `derive`: queries see no record that a finding touches. See `leaveOutGeraakt`. */
  leaveOutGeraakt(): Promise<void>;
  /** Keeps the rows that a query gives under a name, for `originOfRows` and `changesOfRows`. See `keepRows`. */
  keepRows(naam: RijenNaam, sql: string): Promise<void>;
  /** Applies the rules across messages to the derived layer as it is seen now, for `originOfRows`. See `findInKeten`. */
  findInKeten(vraag?: KetenVraag): Promise<void>;
  /** Makes a table beside the warehouse, until it is closed or made again. */
  keepTable(naam: string, sql: string): Promise<void>;
  /** Which deliveries the kept rows come from, and the findings that touch them. */
  originOfRows(naam: RijenNaam): Promise<Herkomst>;
  /** What differs between rows kept earlier and now. */
  changesOfRows(toen: RijenNaam, nu: RijenNaam, lot?: LotVraag): Promise<readonly RijWijziging[]>;
  /** As `originOfRows`, of rows of other sources than messages. */
  originOfBronRows(naam: RijenNaam): Promise<Herkomst>;
  /** As `changesOfRows`, of rows of other sources than messages. */
  changesOfBronRows(toen: RijenNaam, nu: RijenNaam): Promise<readonly RijWijziging[]>;
  /** Checks that the warehouse is whole. See `examine`. */
  doctor(products: readonly ProductRegel[]): Promise<readonly DoctorCheck[]>;
  /** Runs a query. Shape: one object per row; integers are numbers where safe, else bigint; dates are `YYYY-MM-DD`. */
  query(sql: SqlQuery): Promise<readonly SqlRow[]>;
  /** The same by column. */
  queryColumns(sql: SqlQuery): Promise<SqlColumns>;
  close(): Promise<void>;
}

/**
 * Opens the warehouse, or makes an empty one; `:memory:` is one that is gone when it is closed.
 *
 * Where nothing can be written it is opened to read: what had to be derived is made in temporary tables, and taking deliveries throws `store.unwritable`.
 * Throws: `store.locked`, `store.unwritable` (a new or an older one, where nothing can be written), `store.unreadable` (no warehouse, or damaged), `store.newer-schema` (made by a newer program), `store.schema-version`. An older one is migrated.
 */
export async function openWarehouse(path: string, options: WarehouseOptions = {}): Promise<Warehouse> {
  const lock = lockWarehouse(path);
  let database: Database | undefined;
  try {
    database = await openAsFarAsAllowed(path, options, lock.mayWrite);
    const schemaFound = await ensureSchema(database.connection, path);
    return await makeWarehouse(path, schemaFound, database, lock);
  } catch (error) {
    database?.close();
    lock.release();
    throw error instanceof OperatorError ? error : unreadable(path, error);
  }
}

/** To write where that is allowed, else to read. */
async function openAsFarAsAllowed(
  path: string,
  options: WarehouseOptions,
  mayWrite: boolean,
): Promise<Database> {
  if (!mayWrite) return openToRead(path, options);
  try {
    return await openDatabase(path, options.memoryLimit);
  } catch (error) {
    if (!isDenied(error)) throw error;
    return openToRead(path, options);
  }
}

async function makeWarehouse(
  path: string,
  schemaFound: number,
  database: Database,
  lock: WarehouseLock,
): Promise<Warehouse> {
  const { connection } = database;
  const leveringen = new Map<string, KnownLevering>();
  const state = await loadState(connection, path, leveringen);
  let writing = false;
  return {
    path,
    schemaFound,
    keyId: () => readMeta(connection, 'sleutel'),
    setKeyId: async (id) => {
      if (database.readOnly) throw unwritable(path);
      await writeMeta(connection, 'sleutel', id);
    },
    keyChain: () => readMeta(connection, 'keten'),
    levering: (sha256) => leveringen.get(sha256),
    begin: async () => {
      if (database.readOnly) throw unwritable(path);
      if (writing) throw new Error('one transaction at a time');
      writing = true;
      if (state.knownBerichten.size === 0) await loadBerichten(connection, state.knownBerichten);
      await connection.run('BEGIN');
      return new LeveringWriter(connection, state, (closed) => {
        writing = false;
        for (const [sha256, levering] of closed) leveringen.set(sha256, levering);
      });
    },
    derive: (products, deriveOptions = {}) =>
      derive(connection, products, deriveOptions).catch((error: unknown) => {
        throw writeFailure(error, path);
      }),
    check: (products, beleid) =>
      check(connection, products, beleid).catch((error: unknown) => {
        throw writeFailure(error, path);
      }),
    leaveOutGeraakt: () => leaveOutGeraakt(connection),
    keepRows: (naam, sql) => keepRows(connection, naam, sql),
    findInKeten: (vraag) =>
      findInKeten(connection, vraag).catch((error: unknown) => {
        throw writeFailure(error, path);
      }),
    keepTable: async (naam, sql) => {
      await connection.run(`CREATE OR REPLACE TEMP TABLE ${naam} AS ${sql}`);
    },
    originOfRows: (naam) => originOfRows(connection, naam),
    originOfBronRows: (naam) => originOfBronRows(connection, naam),
    changesOfBronRows: (toen, nu) => changesOfBronRows(connection, toen, nu),
    changesOfRows: (toen, nu, lot) => changesOfRows(connection, toen, nu, lot),
    doctor: (products) => examine(connection, products),
    query: ({ text, params }) => readRows(connection, text, params),
    queryColumns: ({ text, params }) => readColumns(connection, text, params),
    close: async () => {
      database.close();
      lock.release();
    },
  };
}

async function loadState(
  connection: DuckDBConnection,
  path: string,
  leveringen: Map<string, KnownLevering>,
): Promise<WriterState> {
  const rows = await readRows(
    connection,
    'SELECT levering_id, sha256, status, berichten, rijen, epoch_ms(bekend) AS bekend FROM levering ORDER BY levering_id',
  );
  for (const row of rows) {
    leveringen.set(String(row.sha256), {
      status: row.status as LeveringStatus,
      berichten: Number(row.berichten),
      rijen: Number(row.rijen),
    });
  }
  const last = rows.at(-1);
  return {
    path,
    knownBerichten: new IdSet(),
    nextLeveringId: Number(last?.levering_id ?? 0) + 1,
    lastBekend: Number(last?.bekend ?? 0),
  };
}

async function loadBerichten(connection: DuckDBConnection, known: IdSet): Promise<void> {
  const { rows, columns } = await readColumns(
    connection,
    `SELECT (id >> 32)::INTEGER AS hoog, (CASE WHEN laag > 2147483647 THEN laag - 4294967296 ELSE laag END)::INTEGER AS laag
     FROM (SELECT id, id & 4294967295 AS laag FROM (SELECT bericht_id AS id FROM bericht UNION ALL SELECT bron_id FROM bron))`,
  );
  const hoog = columns.get('hoog') as Int32Array;
  const laag = columns.get('laag') as Int32Array;
  for (let row = 0; row < rows; row += 1) known.add(hoog[row] as number, laag[row] as number);
}
