// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ErnstBeleid } from '../contract/index.ts';
import { isPassing, viewKnown } from './derive.ts';
import { DERIVE_MACROS, DERIVE_STEPS } from './derive-sql.ts';
import { isReadOnly } from './duckdb.ts';
import { KETEN_OPRUIMEN, KETEN_STEPS, KETEN_VIEWS } from './keten/keten-views.ts';
import { KETEN_REGELS } from './keten-regels.ts';
import { readMeta, writeMeta } from './meta.ts';

/** Which rules there are and what they look at: findings of other rules are made again. */
const REGELS_ID = createHash('sha256')
  .update(JSON.stringify([KETEN_REGELS.map(({ code, sql }) => [code, sql]), KETEN_VIEWS]))
  .digest('hex');

export interface KetenVraag {
  /** How severe the region finds each rule; `uit` leaves its findings out. */
  readonly beleid?: ErnstBeleid;
  /** The moment as of which the derived layer is seen now. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly asKnownOn?: number;
}

/**
 * Applies every rule across messages. Leaves the temporary table `gevonden` (code, ernst, retourcode, bericht_id, regel), one row per finding that the
 * region did not switch off; `regel` is null when it is about a whole message. The derived layer must be up to date.
 * Cost: some steps of a derivation and a pass over the raw layer per rule; a table scan when nothing came since the last time.
 */
export async function findInKeten(
  connection: DuckDBConnection,
  { beleid = {}, asKnownOn }: KetenVraag = {},
): Promise<void> {
  const stamp = await stampNow(connection);
  const isKept = (await readMeta(connection, 'bevindingen')) === stamp && !(await isPassing(connection));
  if (asKnownOn !== undefined || (!isKept && (await isReadOnly(connection))))
    await applyRegels(connection, 'TEMP', asKnownOn);
  else if (!isKept) {
    await connection.run('BEGIN');
    try {
      await applyRegels(connection, '', undefined);
      await writeMeta(connection, 'bevindingen', stamp);
      await connection.run('COMMIT');
    } catch (error) {
      await connection.run('ROLLBACK');
      throw error;
    }
  }
  const weighed = KETEN_REGELS.flatMap(({ code, ernst, retourcode }) => {
    const severity = beleid[code] ?? ernst;
    const retour = retourcode === undefined ? 'NULL' : `'${retourcode}'`;
    return severity === 'uit' ? [] : [`('${code}', '${severity}', ${retour})`];
  });
  await connection.run(`CREATE OR REPLACE TEMP TABLE gevonden AS SELECT k.code, r.ernst, r.retourcode, k.bericht_id, k.regel
    FROM keten_gevonden k JOIN (VALUES ${weighed.join(', ')}, (NULL, NULL, NULL)) r(code, ernst, retourcode) ON r.code = k.code`);
  await connection.run('DROP TABLE IF EXISTS temp.keten_gevonden');
}

/**
 * Makes the kept findings again beside them, in a temporary table, when there are any of the derived layer as it is; gives the name of the table. The derived
 * layer is seen as of the moment.
 */
export async function rebuildKept(
  connection: DuckDBConnection,
  asKnownOn: number,
): Promise<readonly string[]> {
  if ((await readMeta(connection, 'bevindingen')) !== (await stampNow(connection))) return [];
  await applyRegels(connection, 'TEMP', asKnownOn);
  return ['keten_gevonden'];
}

async function stampNow(connection: DuckDBConnection): Promise<string> {
  return `${REGELS_ID} ${await readMeta(connection, 'afgeleid')}`;
}

/** Makes the table `keten_gevonden` (code, bericht_id, regel), and takes the scaffolding away. */
async function applyRegels(
  connection: DuckDBConnection,
  temp: 'TEMP' | '',
  asKnownOn: number | undefined,
): Promise<void> {
  for (const macro of DERIVE_MACROS) await connection.run(macro);
  await viewKnown(connection, asKnownOn);
  for (const naam of KETEN_STEPS) {
    const sql = DERIVE_STEPS.find((step) => step.naam === naam)?.sql;
    if (sql === undefined) throw new TypeError(`the derivation has no step ${naam}`);
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${naam} AS ${sql}`);
  }
  for (const view of KETEN_VIEWS) await connection.run(view);
  await connection.run(
    `CREATE OR REPLACE ${temp} TABLE keten_gevonden (code VARCHAR, bericht_id BIGINT, regel INTEGER)`,
  );
  for (const { code, sql } of KETEN_REGELS) {
    await connection.run(
      `INSERT INTO keten_gevonden SELECT '${code}', bericht_id, regel FROM (${sql}) AS v(bericht_id, regel)`,
    );
  }
  for (const statement of KETEN_OPRUIMEN) await connection.run(statement);
}
