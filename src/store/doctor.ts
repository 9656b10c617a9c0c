// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProductRegel } from '../contract/index.ts';
import { AFGELEIDE_TABELLEN, derive, isPassing } from './derive.ts';
import { readRows } from './duckdb.ts';
import { rebuildKept } from './keten-bevindingen.ts';
import { BRON_TABELLEN, RUWE_KOLOMMEN, RUWE_TABELLEN } from './raw-schema.ts';

/** What `doctor` looked at, and how often it is not so. */
export interface DoctorCheck {
  readonly id: DoctorCheckId;
  /** Of which table, where it is about one. */
  readonly tabel?: string;
  /** Number of rows that deviate; 0 = in order. */
  readonly afwijkingen: number;
  /** It could not be looked at here: the derived tables are not up to date, and cannot be made so. */
  readonly nietVergeleken?: true;
}

/**
 * `rij-zonder-bericht`, `rij-zonder-bron`, `bericht-zonder-levering`: a row whose parent is gone. `bericht-dubbel`, `bron-dubbel`: two rows for one message or delivery.
 * `hash-bericht`, `hash-bron`: the id is not that of its sha256. `rijen-per-bericht`, `rijen-per-bron`, `telling-levering`: counted otherwise than when it was taken. `volgorde-leveringen`: the moment of loading goes back.
 * `afgeleid-anders`: a derived table differs from a rebuild. `zonder-sleutel`: persons without the id of their key.
 */
export type DoctorCheckId =
  | 'rij-zonder-bericht'
  | 'rij-zonder-bron'
  | 'bericht-zonder-levering'
  | 'bericht-dubbel'
  | 'bron-dubbel'
  | 'hash-bericht'
  | 'hash-bron'
  | 'rijen-per-bericht'
  | 'rijen-per-bron'
  | 'telling-levering'
  | 'volgorde-leveringen'
  | 'zonder-sleutel'
  | 'afgeleid-anders';

const RIJ_TABELLEN = RUWE_TABELLEN.filter((tabel) =>
  RUWE_KOLOMMEN[tabel].some(({ naam }) => naam === 'regel'),
);

const QUERIES: readonly (readonly [DoctorCheckId, string])[] = [
  ['bericht-dubbel', 'SELECT count(*) - count(DISTINCT bericht_id) FROM bericht'],
  ['bron-dubbel', 'SELECT count(*) - count(DISTINCT bron_id) FROM bron'],
  [
    'hash-bron',
    "SELECT count(*) FROM bron WHERE ('0x' || substr(sha256(sha256 || ' ' || volgnummer), 1, 16))::UBIGINT >> 1 <> bron_id::UBIGINT",
  ],
  [
    'rijen-per-bron',
    `SELECT count(*) FROM bron b FULL JOIN (
       SELECT bron_id, count(*) AS rijen FROM (${BRON_TABELLEN.map((tabel) => `SELECT bron_id FROM ${tabel}`).join(' UNION ALL ')})
       GROUP BY bron_id) r USING (bron_id) WHERE coalesce(b.rijen, 0) <> coalesce(r.rijen, 0)`,
  ],
  [
    'hash-bericht',
    "SELECT count(*) FROM bericht WHERE ('0x' || substr(sha256, 1, 16))::UBIGINT >> 1 <> bericht_id::UBIGINT OR length(sha256) <> 64",
  ],
  [
    'rijen-per-bericht',
    `SELECT count(*) FROM bericht b FULL JOIN (
       SELECT bericht_id, count(*) AS rijen FROM (${RIJ_TABELLEN.map((tabel) => `SELECT bericht_id FROM ${tabel}`).join(' UNION ALL ')})
       GROUP BY bericht_id) r USING (bericht_id) WHERE coalesce(b.rijen, 0) <> coalesce(r.rijen, 0)`,
  ],
  [
    'telling-levering',
    `SELECT count(*) FROM levering l LEFT JOIN (
       SELECT levering_id, count(*) AS berichten, sum(rijen) AS rijen FROM
         (SELECT levering_id, rijen FROM bericht UNION ALL SELECT levering_id, rijen FROM bron) GROUP BY levering_id) b USING (levering_id)
     WHERE coalesce(b.berichten, 0) <> l.berichten - l.berichten_herhaald - l.berichten_onleesbaar
        OR coalesce(b.rijen, 0) <> l.rijen - l.rijen_herhaald - l.rijen_onleesbaar`,
  ],
  [
    'volgorde-leveringen',
    'SELECT count(*) FROM (SELECT bekend < lag(bekend) OVER (ORDER BY levering_id) AS terug FROM levering) WHERE terug',
  ],
  [
    'zonder-sleutel',
    "SELECT count(*) FROM (SELECT 1 FROM bericht LIMIT 1) WHERE NOT EXISTS (SELECT 1 FROM meta WHERE sleutel = 'sleutel')",
  ],
];

/**
 * Examines the warehouse: parents of rows, counts, ids, order of loading, and that the derived tables equal a rebuild from the raw layer.
 * The derived layer is brought up to date first; where the file can only be read and it is not, `nietVergeleken` says so. Cost: two derivations, the rules across messages where their findings are kept, and some scans.
 */
export async function examine(
  connection: DuckDBConnection,
  products: readonly ProductRegel[],
): Promise<readonly DoctorCheck[]> {
  const checks: DoctorCheck[] = [];
  const count = async (sql: string): Promise<number> =>
    Number(Object.values((await readRows(connection, sql))[0] ?? {})[0] ?? 0);
  for (const tabel of RIJ_TABELLEN) {
    const sql = `SELECT count(*) FROM ${tabel} WHERE bericht_id NOT IN (SELECT bericht_id FROM bericht)`;
    checks.push({ id: 'rij-zonder-bericht', tabel, afwijkingen: await count(sql) });
  }
  for (const tabel of BRON_TABELLEN) {
    const sql = `SELECT count(*) FROM ${tabel} WHERE bron_id NOT IN (SELECT bron_id FROM bron)`;
    checks.push({ id: 'rij-zonder-bron', tabel, afwijkingen: await count(sql) });
  }
  for (const tabel of ['bericht', 'bron', 'bevinding']) {
    const sql = `SELECT count(*) FROM ${tabel} WHERE levering_id NOT IN (SELECT levering_id FROM levering)`;
    checks.push({ id: 'bericht-zonder-levering', tabel, afwijkingen: await count(sql) });
  }
  for (const [id, sql] of QUERIES) checks.push({ id, afwijkingen: await count(sql) });
  await derive(connection, products, {});
  if (await isPassing(connection)) {
    return [...checks, { id: 'afgeleid-anders', afwijkingen: 0, nietVergeleken: true }];
  }
  const [now] = await readRows(connection, 'SELECT current_database() AS catalog');
  await derive(connection, products, { asKnownOn: END_OF_TIME });
  const kept = await rebuildKept(connection, END_OF_TIME);
  for (const tabel of [...AFGELEIDE_TABELLEN, ...kept]) {
    const stored = `FROM "${now?.catalog}".main.${tabel}`;
    const rebuilt = `FROM temp.main.${tabel}`;
    const sql = `SELECT (SELECT count(*) FROM (${stored} EXCEPT ALL ${rebuilt})) + (SELECT count(*) FROM (${rebuilt} EXCEPT ALL ${stored}))`;
    checks.push({ id: 'afgeleid-anders', tabel, afwijkingen: await count(sql) });
  }
  for (const tabel of kept) await connection.run(`DROP TABLE temp.${tabel}`);
  await derive(connection, products, {});
  return checks;
}

/** Later than any delivery. Unit: milliseconds since 1970-01-01T00:00:00Z. */
const END_OF_TIME = Date.UTC(9999, 0);
