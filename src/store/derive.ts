// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { formatPlainDate, type PlainDate, type ProductRegel } from '../contract/index.ts';
import { DERIVE_MACROS, DERIVE_STEPS, DERIVE_VERSIE } from './derive-sql.ts';
import { readRows } from './duckdb.ts';
import { readMeta, writeMeta } from './meta.ts';

export interface DeriveOptions {
  /** Moment as of which the warehouse is seen, inclusive. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly asKnownOn?: number;
}

/** Names of the tables of the derived layer. */
export const AFGELEIDE_TABELLEN: readonly string[] = DERIVE_STEPS.filter((step) => step.blijft).map(
  (step) => step.naam,
);

/**
 * Rebuilds the derived layer from the raw layer and the product mapping; false when it was up to date.
 *
 * With `asKnownOn` it is built beside, in temporary tables of the same names from the deliveries known at that moment; queries then
 * see those until the next derive.
 */
export async function derive(
  connection: DuckDBConnection,
  products: readonly ProductRegel[],
  options: DeriveOptions,
): Promise<boolean> {
  for (const tabel of AFGELEIDE_TABELLEN) await connection.run(`DROP TABLE IF EXISTS temp.${tabel}`);
  const stamp = await stampOf(connection, products);
  const passing = options.asKnownOn !== undefined;
  if (!passing && (await readMeta(connection, 'afgeleid')) === stamp) return false;
  await connection.run('BEGIN');
  try {
    await loadProducts(connection, products);
    await prepare(connection, options.asKnownOn);
    for (const step of DERIVE_STEPS) {
      const kind = step.blijft && !passing ? 'TABLE' : 'TEMP TABLE';
      await connection.run(`CREATE OR REPLACE ${kind} ${step.naam} AS ${step.sql}`);
    }
    for (const step of DERIVE_STEPS) {
      if (!step.blijft) await connection.run(`DROP TABLE temp.${step.naam}`);
    }
    await connection.run('DROP VIEW temp.gekend');
    await connection.run('DROP VIEW temp.gekende_bron');
    await connection.run('DROP TABLE temp.product_regel');
    if (!passing) await writeMeta(connection, 'afgeleid', stamp);
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
  return true;
}

async function prepare(connection: DuckDBConnection, asKnownOn: number | undefined): Promise<void> {
  for (const macro of DERIVE_MACROS) await connection.run(macro);
  await connection.run(`CREATE OR REPLACE TEMP VIEW gekend AS ${known('bericht', asKnownOn)}`);
  await connection.run(`CREATE OR REPLACE TEMP VIEW gekende_bron AS ${known('bron', asKnownOn)}`);
}

async function stampOf(connection: DuckDBConnection, products: readonly ProductRegel[]): Promise<string> {
  const [row] = await readRows(connection, 'SELECT coalesce(max(levering_id), 0) AS laatste FROM levering');
  const mapping = createHash('sha256').update(JSON.stringify(products)).digest('hex');
  return `${DERIVE_VERSIE} ${row?.laatste ?? 0} ${mapping}`;
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
