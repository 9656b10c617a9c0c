// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeriveStep } from './derive-step.ts';

/** Makes whole tables of the derived layer, and takes the scaffolding away. With `passing` in temporary tables, which hide the others. */
export async function runSteps(
  connection: DuckDBConnection,
  steps: readonly DeriveStep[],
  passing: boolean,
): Promise<void> {
  for (const { naam, sql, blijft } of steps) {
    await connection.run(`CREATE OR REPLACE ${blijft && !passing ? '' : 'TEMP '}TABLE ${naam} AS ${sql}`);
  }
  for (const { naam, blijft } of steps) if (!blijft) await connection.run(`DROP TABLE temp.${naam}`);
}
