// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { buildScaffolding } from '../derive.ts';
import { KETEN_REGELS } from './keten-regels.ts';
import { KETEN_STEPS, KETEN_VIEWS } from './keten-views.ts';

/**
 * Judges every rule across messages, into the temporary table `gevonden` (code, ernst, retourcode, bericht_id, regel). The derived layer must be up
 * to date. Cost: some steps of a derivation, and a pass over the raw layer per rule.
 */
export async function findKeten(connection: DuckDBConnection): Promise<void> {
  await buildScaffolding(connection, KETEN_STEPS, undefined);
  for (const view of KETEN_VIEWS) await connection.run(view);
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE gevonden (code VARCHAR, ernst VARCHAR, retourcode VARCHAR, bericht_id BIGINT, regel INTEGER)',
  );
  for (const { code, ernst, retourcode, sql } of KETEN_REGELS) {
    await connection.run(
      `INSERT INTO gevonden SELECT '${code}', '${ernst}', ${retourcode === undefined ? 'NULL' : `'${retourcode}'`}, bericht_id, regel FROM (${sql}) AS v(bericht_id, regel)`,
    );
  }
}
