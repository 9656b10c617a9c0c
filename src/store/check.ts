// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ErnstBeleid, ProductRegel, Severity } from '../contract/index.ts';
import { type DekkingsGat, findDekkingsGaten, type MaandDekking, measureDekking } from './dekking.ts';
import { derive } from './derive.ts';
import { readRows } from './duckdb.ts';
import { type Geraakt, markGeraakt } from './geraakt.ts';
import { findInKeten } from './keten-bevindingen.ts';

/** Findings counted. Shape: one row per rule, gemeente, provider and month of Dagtekening; gemeente and provider are absent for files that could not be read; for another source than messages the provider is its supplier. */
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

/** Children who stand on more than one waiting list of a quarter. A figure of waiting children counts them on each. */
export interface DubbelWachtend {
  /** `2024-Q2` */
  readonly kwartaal: string;
  readonly zorgvorm: string;
  readonly kinderen: number;
  /** Places on lists that they take beyond one each. */
  readonly teVeel: number;
}

/** A cell, or a whole file, of another source that a finding is about. Never the value. */
export interface CelBevinding {
  readonly code: string;
  readonly ernst: Severity;
  readonly bestand: string;
  /** `Blad1!C4`; absent for a whole file. */
  readonly cel?: string;
  /** Kind of the value that stood there. */
  readonly soort?: string;
}

export interface CheckReport {
  /** Latest Dagtekening in the warehouse. */
  readonly dataTot: string;
  readonly bevindingen: readonly BevindingTelling[];
  readonly invloed: readonly RegelInvloed[];
  readonly geraakt: Geraakt;
  readonly gaten: readonly DekkingsGat[];
  readonly dekking: readonly MaandDekking[];
  readonly dubbelWachtend: readonly DubbelWachtend[];
  /** In order of delivery; at most the first `MEESTE_CELLEN`. */
  readonly cellen: readonly CelBevinding[];
}

/** Cells that a report names one by one; `bevindingen` counts all. */
export const MEESTE_CELLEN = 5000;

/**
 * The data-quality report: findings of readers, of derivation and of the rules across messages, what they may do to figures, and what is missing.
 * Brings the derived layer up to date. Nothing is stored. `beleid` is how severe the region finds each rule, whatever a finding says. Cost: a pass over the raw layer per rule.
 */
export async function check(
  connection: DuckDBConnection,
  products: readonly ProductRegel[],
  beleid: ErnstBeleid = {},
): Promise<CheckReport> {
  await derive(connection, products, {});
  await findInKeten(connection, { beleid });
  await setErnstBeleid(connection, beleid);
  const geraakt = await markGeraakt(connection);
  const bevindingen = await readRows(connection, TELLING);
  const invloed = await readRows(connection, INVLOED);
  const gaten = await findDekkingsGaten(connection);
  const dekking = await measureDekking(connection);
  const dubbel = await readRows(connection, DUBBEL_WACHTEND);
  const cellen = await readRows(connection, CELLEN);
  const [data] = await readRows(connection, 'SELECT datum FROM data_datum');
  await connection.run('DROP TABLE gevonden');
  return {
    dataTot: String(data?.datum ?? ''),
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
    geraakt,
    gaten,
    dekking,
    dubbelWachtend: dubbel.map((row) => ({
      kwartaal: String(row.kwartaal),
      zorgvorm: String(row.zorgvorm),
      kinderen: Number(row.kinderen),
      teVeel: Number(row.te_veel),
    })),
    cellen: cellen.map((row) => ({
      code: String(row.code),
      ernst: row.ernst as Severity,
      bestand: String(row.bestand ?? ''),
      ...(row.pad !== null && { cel: String(row.pad) }),
      ...(row.waarde_soort !== null && { soort: String(row.waarde_soort) }),
    })),
  };
}

/** The policy as the temporary table `ernst_beleid` (regel_code, regel_ernst). */
async function setErnstBeleid(connection: DuckDBConnection, beleid: ErnstBeleid): Promise<void> {
  await connection.run('CREATE OR REPLACE TEMP TABLE ernst_beleid (regel_code VARCHAR, regel_ernst VARCHAR)');
  const insert = await connection.prepare('INSERT INTO ernst_beleid VALUES ($1, $2)');
  for (const entry of Object.entries(beleid)) {
    insert.bind(entry);
    await insert.run();
  }
  insert.destroySync();
}

const TELLING = `
  SELECT code, coalesce(regel_ernst, ernst) AS ernst, retourcode, gemeente, aanbieder, strftime(dagtekening, '%Y-%m') AS maand,
    count(*) AS aantal FROM (
    SELECT g.code, g.ernst, g.retourcode, b.gemeente, b.aanbieder, b.dagtekening FROM gevonden g JOIN bericht b USING (bericht_id)
    UNION ALL
    SELECT v.code, v.ernst, v.retourcode, b.gemeente, coalesce(b.aanbieder, o.leverancier), coalesce(b.dagtekening, o.opgesteld_op)
    FROM bevinding v LEFT JOIN bericht b USING (bericht_id) LEFT JOIN (
      SELECT levering_id, min(leverancier) AS leverancier, max(opgesteld_op) AS opgesteld_op FROM bron
      GROUP BY levering_id HAVING count(DISTINCT leverancier) = 1) o ON o.levering_id = v.levering_id AND v.bericht_id IS NULL
    UNION ALL
    SELECT code, ernst, retourcode, gemeente, aanbieder, dagtekening FROM bevinding_keten
    UNION ALL SELECT code, ernst, retourcode, gemeente, aanbieder, dagtekening FROM bevinding_bron)
  LEFT JOIN ernst_beleid ON regel_code = code WHERE coalesce(regel_ernst, '') <> 'uit'
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
  FROM per_client JOIN alle USING (jaar, pseudoniem)
  WHERE code NOT IN (SELECT regel_code FROM ernst_beleid WHERE regel_ernst = 'uit') GROUP BY code, jaar ORDER BY code, jaar`;

const DUBBEL_WACHTEND = `
  SELECT kwartaal, coalesce(zorgvorm, 'onbekend') AS zorgvorm, count(*) AS kinderen, sum(lijsten - 1)::BIGINT AS te_veel
  FROM (SELECT kwartaal, zorgvorm, pseudoniem, count(DISTINCT aanbieder) AS lijsten FROM wachtlijst_actueel WHERE pseudoniem IS NOT NULL GROUP BY ALL)
  WHERE lijsten > 1 GROUP BY ALL ORDER BY ALL`;

const CELLEN = `
  SELECT code, coalesce(regel_ernst, ernst) AS ernst, bestand, v.pad, waarde_soort FROM bevinding v LEFT JOIN ernst_beleid ON regel_code = code
  WHERE (code LIKE 'sources.%' OR code LIKE 'ingest.%') AND coalesce(regel_ernst, '') <> 'uit' ORDER BY levering_id, v.rowid LIMIT ${MEESTE_CELLEN}`;
