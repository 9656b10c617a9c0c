// SPDX-License-Identifier: EUPL-1.2
import { DuckDBInstance } from '@duckdb/node-api';
import type { FigureTable, Regio, SqlRow, SqlValue } from '../../src/contract/index.ts';
import { bijdragenSql, type FigureRequest, planFigures, withBijdragen } from '../../src/indicators/index.ts';
import { DERIVE_STEPS } from '../../src/store/derive-sql.ts';
import { readColumns } from '../../src/store/read-columns.ts';
import { computeRequests } from './compute-requests.ts';
import { definitionOf } from './definitions.ts';

/** A standing prestatie as the derived table has it, with its dates as `YYYY-MM-DD`. */
export interface Prestatie {
  readonly pseudoniem: number;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly categorie?: string;
  readonly type: string;
  readonly begin: string;
  readonly eind: string;
  readonly cents: number;
  readonly verwijzer?: string;
}

export interface Client {
  readonly pseudoniem: number;
  readonly jaar?: number;
  readonly maand?: number;
  readonly geslacht?: string;
}

/** A stretch of residence as the derived table has it. */
export interface Verblijf {
  readonly pseudoniem: number;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly vorm: string | null;
  readonly begin: string;
  readonly eind: string | null;
}

/** The derived tables on a real DuckDB, filled by hand. */
export async function derivedTables(
  prestaties: readonly Prestatie[],
  clienten: readonly Client[] = [],
  verblijven: readonly Verblijf[] = [],
) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE prestatie_staand(prestatie_id BIGINT, pseudoniem UBIGINT, gemeente VARCHAR, aanbieder VARCHAR,
    toewijzing_nummer INTEGER, categorie VARCHAR, code VARCHAR, type VARCHAR, "begin" DATE, eind DATE, bedrag_cents BIGINT,
    voorlopig BOOLEAN, verwijzer VARCHAR, verwijzer_afgeleid BOOLEAN, volume BIGINT, eenheid VARCHAR)`);
  await connection.run(
    'CREATE TABLE client(pseudoniem UBIGINT, geboorte_jaar SMALLINT, geboorte_maand TINYINT, geslacht VARCHAR)',
  );
  await connection.run(
    "CREATE TABLE data_datum AS SELECT DATE '2024-12-31' AS datum, DATE '2020-01-01' AS vanaf",
  );
  for (const [index, row] of prestaties.entries()) {
    const { pseudoniem, gemeente, aanbieder, categorie, type, begin, eind, cents, verwijzer } = row;
    await connection.run(
      `INSERT INTO prestatie_staand VALUES ($1, $2, $3, $4, NULL, $5, NULL, $6, $7::DATE, $8::DATE, $9, false, $10, false, NULL, NULL)`,
      [
        index,
        pseudoniem,
        gemeente,
        aanbieder,
        categorie ?? '45',
        type,
        begin,
        eind,
        cents,
        verwijzer ?? '01',
      ],
    );
  }
  const jaren = DERIVE_STEPS.find(({ naam }) => naam === 'prestatie_jaar');
  await connection.run(`CREATE TABLE prestatie_jaar AS ${jaren?.sql}`);
  await connection.run(`CREATE TABLE zorg_interval(gemeente VARCHAR, toewijzing_nummer INTEGER, pseudoniem UBIGINT, aanbieder VARCHAR, categorie VARCHAR,
    type VARCHAR, vorm VARCHAR, "begin" DATE, eind DATE, eind_afgeleid BOOLEAN, reden VARCHAR, verwijzer VARCHAR, verwijzer_afgeleid BOOLEAN)`);
  for (const [index, { pseudoniem, gemeente, aanbieder, vorm, begin, eind }] of verblijven.entries()) {
    await connection.run(
      `INSERT INTO zorg_interval VALUES ($1, $2, $3, $4, '44', 'pleegzorg', $5, $6::DATE, $7::DATE, false, NULL, '01', false)`,
      [gemeente, index + 1, pseudoniem, aanbieder, vorm, begin, eind],
    );
  }
  for (const { pseudoniem, jaar, maand, geslacht } of clienten) {
    await connection.run('INSERT INTO client VALUES ($1, $2, $3, $4)', [
      pseudoniem,
      jaar ?? null,
      maand ?? null,
      geslacht ?? '0',
    ]);
  }
  return {
    /** Plans, runs and tabulates requests, in one query where that is possible. */
    async figures(requests: readonly FigureRequest[], regio: Regio): Promise<readonly FigureTable[]> {
      return await computeRequests(requests, regio, async (text, params) => {
        return await readColumns(connection, text, params);
      });
    },
    /** One table with, on its amounts, who makes them up. */
    async withContributions(request: FigureRequest, regio: Regio): Promise<FigureTable> {
      const plan = planFigures(request, regio, definitionOf(request.indicator));
      const [table] = await this.figures([request], regio);
      const sql = bijdragenSql(plan);
      if (table === undefined || sql === undefined) throw new Error(`${request.indicator} has no amounts`);
      const reader = await connection.runAndReadAll(sql.text, sql.params as SqlValue[]);
      return withBijdragen(table, plan, reader.getRowObjects() as unknown as readonly SqlRow[]);
    },
    close(): void {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
