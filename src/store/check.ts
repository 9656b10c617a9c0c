// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProductRegel, Severity } from '../contract/index.ts';
import { derive } from './derive.ts';
import { readRows } from './duckdb.ts';
import { findInKeten } from './keten-bevindingen.ts';

/** Findings counted. Shape: one row per rule, gemeente, provider and month of Dagtekening; gemeente and provider are absent for files that could not be read. */
export interface BevindingTelling {
  readonly code: string;
  readonly ernst: Severity;
  readonly retourcode?: string;
  readonly gemeente?: string;
  readonly aanbieder?: string;
  /** `YYYY-MM` */
  readonly maand?: string;
  readonly aantal: number;
}

/**
 * What a rule could do to the figures of a year: the standing lines that its findings touch. Figures move by no more than this when all of them turn out to be wrong.
 * Shape: one row per rule and year of care.
 */
export interface RegelInvloed {
  readonly code: string;
  readonly jaar: number;
  readonly prestaties: number;
  readonly bedragCents: number;
  /** Clients of whom every standing line in the year is touched: so many could disappear. */
  readonly clienten: number;
}

/** A provider whose declarations for a gemeente have stopped. */
export interface StilleAanbieder {
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Last month of care that was declared, `YYYY-MM`. */
  readonly laatsteMaand: string;
  readonly maandenStil: number;
}

export interface CheckReport {
  readonly bevindingen: readonly BevindingTelling[];
  readonly invloed: readonly RegelInvloed[];
  readonly stil: readonly StilleAanbieder[];
}

/** Months without declarations after which a provider is called silent; one more than declaring may take. */
const STIL_MAANDEN = 3;

/**
 * The data-quality report: findings of readers, of derivation and of the rules across messages, what they may do to figures, and who fell silent.
 * Brings the derived layer up to date. Nothing is stored. Cost: a pass over the raw layer per rule.
 */
export async function check(
  connection: DuckDBConnection,
  products: readonly ProductRegel[],
): Promise<CheckReport> {
  await derive(connection, products, {});
  await findInKeten(connection);
  const [bevindingen, invloed, stil] = [
    await readRows(connection, TELLING),
    await readRows(connection, INVLOED),
    await readRows(connection, STIL),
  ];
  await connection.run('DROP TABLE gevonden');
  return {
    bevindingen: bevindingen.map((row) => ({
      code: String(row.code),
      ernst: row.ernst as Severity,
      ...(row.retourcode !== null && { retourcode: String(row.retourcode) }),
      ...(row.gemeente !== null && { gemeente: String(row.gemeente) }),
      ...(row.aanbieder !== null && { aanbieder: String(row.aanbieder) }),
      ...(row.maand !== null && { maand: String(row.maand) }),
      aantal: Number(row.aantal),
    })),
    invloed: invloed.map((row) => ({
      code: String(row.code),
      jaar: Number(row.jaar),
      prestaties: Number(row.prestaties),
      bedragCents: Number(row.bedrag_cents),
      clienten: Number(row.clienten),
    })),
    stil: stil.map((row) => ({
      gemeente: String(row.gemeente),
      aanbieder: String(row.aanbieder),
      laatsteMaand: String(row.laatste_maand),
      maandenStil: Number(row.maanden_stil),
    })),
  };
}

const TELLING = `
  SELECT code, ernst, retourcode, gemeente, aanbieder, strftime(dagtekening, '%Y-%m') AS maand, count(*) AS aantal FROM (
    SELECT g.code, g.ernst, g.retourcode, b.gemeente, b.aanbieder, b.dagtekening FROM gevonden g JOIN bericht b USING (bericht_id)
    UNION ALL
    SELECT v.code, v.ernst, v.retourcode, b.gemeente, b.aanbieder, b.dagtekening FROM bevinding v LEFT JOIN bericht b USING (bericht_id)
    UNION ALL
    SELECT code, ernst, retourcode, gemeente, aanbieder, dagtekening FROM bevinding_keten)
  GROUP BY ALL ORDER BY ALL`;

const INVLOED = `
  WITH geraakt AS (
    SELECT DISTINCT g.code, s.prestatie_id FROM gevonden g JOIN prestatie_staand s
      ON s.bericht_id = g.bericht_id AND (g.regel IS NULL OR g.regel = s.regel)
    UNION
    SELECT DISTINCT v.code, s.prestatie_id FROM bevinding v JOIN prestatie_staand s USING (bericht_id)
    UNION
    SELECT 'store.product-onbekend', prestatie_id FROM prestatie_staand WHERE type = 'onbekend'),
  per_client AS (
    SELECT g.code, year(s.begin) AS jaar, s.pseudoniem, count(*) AS geraakt, sum(s.bedrag_cents) AS cents
    FROM geraakt g JOIN prestatie_staand s USING (prestatie_id) GROUP BY ALL),
  alle AS (SELECT year(begin) AS jaar, pseudoniem, count(*) AS alle FROM prestatie_staand GROUP BY ALL)
  SELECT code, jaar, sum(geraakt)::BIGINT AS prestaties, sum(cents)::BIGINT AS bedrag_cents,
    count(*) FILTER (geraakt = alle) AS clienten
  FROM per_client JOIN alle USING (jaar, pseudoniem) GROUP BY code, jaar ORDER BY code, jaar`;

const STIL = `
  WITH laatste AS (SELECT gemeente, aanbieder, max(date_trunc('month', eind))::DATE AS maand FROM prestatie_staand GROUP BY ALL)
  SELECT gemeente, aanbieder, strftime(maand, '%Y-%m') AS laatste_maand, date_diff('month', maand, datum) AS maanden_stil
  FROM laatste, data_datum WHERE date_diff('month', maand, datum) > ${STIL_MAANDEN} ORDER BY ALL`;
