// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { RUWE_KOLOMMEN, RUWE_TABELLEN, type RuweTabel } from '../src/store/index.ts';

/** Which rows of an attached warehouse `bron` are copied, and as what. */
export interface RawCopy {
  /** Copy 0 is the same, every other has its own persons, messages, gemeenten and providers. */
  readonly copy: number;
  /** SQL over `bericht`. Default: all. */
  readonly berichten?: string;
  /** One delivery for all of it. Default: as it was delivered. */
  readonly levering?: number;
  /** Whole years that all dates move. */
  readonly years?: number;
}

/** What a column holds in a copy; columns that are not here are the same in every copy. */
const ANDERS: Readonly<Record<string, string>> = {
  bericht_id: '(hash(bericht_id, k) >> 1)::BIGINT',
  pseudoniem: 'CASE WHEN pseudoniem IS NOT NULL THEN hash(pseudoniem, k) END',
  sha256: 'sha256(concat(sha256, k))',
  gemeente: "'GM' || printf('%04d', (substr(gemeente, 3)::INTEGER + 37 * k) % 10000)",
  aanbieder: '(aanbieder::INTEGER + 1000 * k)::VARCHAR',
  afzender: `CASE WHEN length(afzender) = 4 THEN printf('%04d', (afzender::INTEGER + 37 * k) % 10000)
    ELSE (afzender::INTEGER + 1000 * k)::VARCHAR END`,
};

/** Copies messages and their rows into the raw layer of the warehouse that is open. */
export async function copyRaw(connection: DuckDBConnection, how: RawCopy): Promise<void> {
  const { copy, berichten = 'true', levering, years = 0 } = how;
  const chosen = `SELECT bericht_id FROM bron.main.bericht WHERE ${berichten}`;
  for (const tabel of RUWE_TABELLEN) {
    const waar = whereOf(tabel, chosen, levering);
    if (waar === undefined) continue;
    const kolommen = RUWE_KOLOMMEN[tabel].map(({ naam, soort }) => {
      if (naam === 'levering_id') return `${levering ?? `levering_id + k * 1000000`} AS levering_id`;
      const waarde = copy === 0 ? naam : (ANDERS[naam] ?? naam);
      if (soort !== 'date' || years === 0) return `${waarde} AS ${naam}`;
      return `(${waarde} + to_years(${years}))::DATE AS ${naam}`;
    });
    const van = `(SELECT *, ${copy} AS k FROM bron.main.${tabel} WHERE ${waar})`;
    await connection.run(`INSERT INTO ${tabel} SELECT ${kolommen.join(', ')} FROM ${van}`);
  }
}

function whereOf(tabel: RuweTabel, chosen: string, levering: number | undefined): string | undefined {
  if (tabel === 'levering') return levering === undefined ? 'true' : 'levering_id = 1';
  const ofBericht = RUWE_KOLOMMEN[tabel].some(({ naam }) => naam === 'bericht_id');
  return ofBericht ? `bericht_id IN (${chosen})` : undefined;
}
