// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { formatPlainDate, type PlainDate, type ProductRegel } from '../contract/index.ts';
import { deriveIncrement } from './derive-increment.ts';
import { DERIVE_MACROS, DERIVE_STEPS, DERIVE_VERSIE, VERVALLEN_TABELLEN } from './derive-sql.ts';
import { isReadOnly, readRows } from './duckdb.ts';
import { readMeta, writeMeta } from './meta.ts';
import { runSteps } from './run-steps.ts';

export interface DeriveOptions {
  /** Moment as of which the warehouse is seen, inclusive. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly asKnownOn?: number;
}

/** Names of the tables of the derived layer. */
export const AFGELEIDE_TABELLEN: readonly string[] = DERIVE_STEPS.filter((step) => step.blijft).map(
  (step) => step.naam,
);

/**
 * Brings the derived layer up to date with the raw layer and the product mapping; false when it was. What new deliveries touch is derived again,
 * everything when the mapping or the steps changed.
 *
 * With `asKnownOn` it is built beside, in temporary tables of the same names from the deliveries known at that moment; queries then
 * see those until the next derive. So it is where the file can only be read and is not up to date.
 */
export async function derive(
  connection: DuckDBConnection,
  products: readonly ProductRegel[],
  options: DeriveOptions,
): Promise<boolean> {
  for (const tabel of AFGELEIDE_TABELLEN) await connection.run(`DROP TABLE IF EXISTS temp.${tabel}`);
  const laatste = await latestLevering(connection);
  const stamp = stampOf(laatste, products);
  const stored = await readMeta(connection, 'afgeleid');
  if (options.asKnownOn === undefined && stored === stamp) return false;
  const passing = options.asKnownOn !== undefined || (await isReadOnly(connection));
  await connection.run('BEGIN');
  try {
    for (const macro of DERIVE_MACROS) await connection.run(macro);
    await loadProducts(connection, products);
    const upTo = Number(stored?.split(' ')[1]);
    const isSame = stored !== undefined && stored === stampOf(upTo, products) && upTo < laatste;
    await viewKnown(connection, options.asKnownOn);
    if (passing || !isSame || !(await deriveIncrement(connection, upTo))) {
      await runSteps(connection, DERIVE_STEPS, passing);
    }
    await connection.run('DROP VIEW temp.gekend');
    await connection.run('DROP VIEW temp.gekende_bron');
    await connection.run('DROP TABLE temp.product_regel');
    if (!passing) {
      for (const tabel of VERVALLEN_TABELLEN) await connection.run(`DROP TABLE IF EXISTS ${tabel}`);
      await writeMeta(connection, 'afgeleid', stamp);
    }
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
  return true;
}

/** Whether queries see a derived layer made in temporary tables. */
export async function isPassing(connection: DuckDBConnection): Promise<boolean> {
  const rows = await readRows(
    connection,
    "SELECT 1 FROM duckdb_tables() WHERE temporary AND table_name = 'data_datum'",
  );
  return rows.length > 0;
}

/** What of the raw layer is seen, as the temporary views `gekend` and `gekende_bron`. */
export async function viewKnown(connection: DuckDBConnection, asKnownOn: number | undefined): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP VIEW gekend AS ${known('bericht', asKnownOn)}`);
  await connection.run(`CREATE OR REPLACE TEMP VIEW gekende_bron AS ${known('bron', asKnownOn)}`);
}

async function latestLevering(connection: DuckDBConnection): Promise<number> {
  const [row] = await readRows(connection, 'SELECT coalesce(max(levering_id), 0) AS laatste FROM levering');
  return Number(row?.laatste ?? 0);
}

/** What the derived layer was made from: the steps, the deliveries up to `laatste`, and the mapping. */
function stampOf(laatste: number, products: readonly ProductRegel[]): string {
  const mapping = createHash('sha256').update(JSON.stringify(products)).digest('hex');
  return `${DERIVE_VERSIE} ${laatste} ${mapping}`;
}

function known(tabel: 'bericht' | 'bron', asKnownOn: number | undefined): string {
  if (asKnownOn === undefined) return `SELECT * FROM ${tabel}`;
  const micros = BigInt(Math.floor(asKnownOn)) * 1000n;
  return `SELECT t.* FROM ${tabel} t JOIN levering l USING (levering_id) WHERE l.bekend <= make_timestamp(${micros})`;
}

async function loadProducts(connection: DuckDBConnection, products: readonly ProductRegel[]): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE product_regel (nummer INTEGER, categorie VARCHAR, code VARCHAR, aanbieder VARCHAR, type VARCHAR, vorm VARCHAR, van DATE, tot DATE)',
  );
  const insert = await connection.prepare(
    'INSERT INTO product_regel VALUES ($1, $2, $3, $4, $5, $6, $7::VARCHAR::DATE, $8::VARCHAR::DATE)',
  );
  for (const [index, regel] of products.entries()) {
    const values: DuckDBValue[] = [
      index,
      regel.categorie,
      regel.code ?? null,
      regel.aanbieder ?? null,
      regel.type,
      regel.verblijfsvorm ?? null,
      dateText(regel.van),
      dateText(regel.tot),
    ];
    insert.bind(values);
    await insert.run();
  }
  insert.destroySync();
}

function dateText(date: PlainDate | undefined): string | null {
  return date === undefined ? null : formatPlainDate(date);
}
