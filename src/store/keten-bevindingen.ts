// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { KETEN_REGELS, KETEN_VIEWS } from './keten-regels.ts';

/**
 * Applies every rule across messages. Leaves the temporary table `gevonden` (code, ernst, retourcode, bericht_id, regel), one row per finding; `regel` is
 * null when it is about a whole message. The derived layer must be up to date. Cost: a pass over the raw layer per rule.
 */
export async function findInKeten(connection: DuckDBConnection): Promise<void> {
  for (const view of KETEN_VIEWS) await connection.run(view);
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE gevonden (code VARCHAR, ernst VARCHAR, retourcode VARCHAR, bericht_id BIGINT, regel INTEGER)',
  );
  for (const { code, ernst, retourcode, sql } of KETEN_REGELS) {
    const retour = retourcode === undefined ? 'NULL' : `'${retourcode}'`;
    await connection.run(
      `INSERT INTO gevonden SELECT '${code}', '${ernst}', ${retour}, bericht_id, regel FROM (${sql}) AS v(bericht_id, regel)`,
    );
  }
}
