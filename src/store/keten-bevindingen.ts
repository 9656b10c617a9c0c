// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ErnstBeleid } from '../contract/index.ts';
import { DERIVE_MACROS, DERIVE_STEPS } from './derive-sql.ts';
import { KETEN_STEPS, KETEN_VIEWS } from './keten/keten-views.ts';
import { KETEN_REGELS } from './keten-regels.ts';

/**
 * Applies every rule across messages that a region did not switch off. Leaves the temporary table `gevonden` (code, ernst, retourcode, bericht_id,
 * regel), one row per finding; `regel` is null when it is about a whole message. The derived layer must be up to date.
 * Cost: some steps of a derivation, and a pass over the raw layer per rule.
 */
export async function findInKeten(connection: DuckDBConnection, beleid: ErnstBeleid = {}): Promise<void> {
  for (const macro of DERIVE_MACROS) await connection.run(macro);
  await connection.run('CREATE OR REPLACE TEMP VIEW gekend AS SELECT * FROM bericht');
  for (const naam of KETEN_STEPS) {
    const sql = DERIVE_STEPS.find((step) => step.naam === naam)?.sql;
    if (sql === undefined) throw new TypeError(`the derivation has no step ${naam}`);
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${naam} AS ${sql}`);
  }
  for (const view of KETEN_VIEWS) await connection.run(view);
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE gevonden (code VARCHAR, ernst VARCHAR, retourcode VARCHAR, bericht_id BIGINT, regel INTEGER)',
  );
  for (const { code, ernst, retourcode, sql } of KETEN_REGELS) {
    const severity = beleid[code] ?? ernst;
    if (severity === 'uit') continue;
    const retour = retourcode === undefined ? 'NULL' : `'${retourcode}'`;
    await connection.run(
      `INSERT INTO gevonden SELECT '${code}', '${severity}', ${retour}, bericht_id, regel FROM (${sql}) AS v(bericht_id, regel)`,
    );
  }
}
