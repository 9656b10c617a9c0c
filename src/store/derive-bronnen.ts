// SPDX-License-Identifier: EUPL-1.2
import type { DeriveStep } from './derive-step.ts';

/**
 * Which files of the other sources count, and the rows of those that do. Of files about the same thing the one drawn up last counts; drawn up on one day:
 * the one of which more rows could be read, then the smallest sha256, so that the order of delivery never matters (`store.bron-gelijktijdig` says that this happened).
 * Source: docs/adr/of-two-files-about-the-same-thing-the-one-drawn-up-last-counts.md; docs/reference/bronnen.md
 */
export const BRON_STAPPEN: readonly DeriveStep[] = [
  {
    // `rang`: 1 is the newest of what one supplier sent of one source and series.
    naam: 'bron_rang',
    sql: `SELECT *, row_number() OVER (PARTITION BY soort, leverancier, reeks ORDER BY opgesteld_op DESC, rijen DESC, sha256, volgnummer) AS rang
          FROM gekende_bron`,
  },
  {
    // What was delivered at all: a source that says nothing about a period is unknown there, not empty.
    naam: 'bron_gedekt',
    blijft: true,
    sql: 'SELECT DISTINCT soort, van, tot FROM bron_rang ORDER BY ALL',
  },
  {
    naam: 'bron_peiling',
    sql: `SELECT * FROM bron_rang QUALIFY row_number() OVER (PARTITION BY soort, leverancier, reeks, periode ORDER BY rang) = 1`,
  },
  {
    // Files whose whole period a newer file covers say nothing any more.
    naam: 'bron_stand',
    sql: `SELECT * FROM bron_rang o WHERE NOT EXISTS (SELECT 1 FROM bron_rang n
            WHERE n.soort = o.soort AND n.leverancier = o.leverancier AND n.rang < o.rang AND n.van <= o.van AND n.tot >= o.tot)`,
  },
  peiling('wachttijd', ', b.periode AS kwartaal'),
  peiling('wachtlijst', ', b.periode AS kwartaal'),
  peiling('uitvraag', ', b.periode AS kwartaal'),
  peiling('proeftuin_zorg', ''),
  peiling('bevolking', ''),
  dagen('jbt_aanmelding'),
  dagen('cit_zaak'),
  dagen('uitkomst'),
  stand('maatregel', 'maatregelen', ['pseudoniem', 'gemeente', 'soort', 'begin']),
  stand('jeugdzorgplus_plaatsing', 'jeugdzorgplus', ['voorziening', 'gemeente', 'begin', 'pseudoniem']),
  {
    naam: 'cbs_waarneming_actueel',
    blijft: true,
    sql: `SELECT r.*, b.opgesteld_op AS versie FROM cbs_waarneming r JOIN bron_rang b USING (bron_id)
          QUALIFY row_number() OVER (PARTITION BY r.tabel, r.onderwerp, r.regio, r.periode, r.dimensies ORDER BY b.rang, r.rij) = 1
          ORDER BY ALL`,
  },
  {
    naam: 'bevolking_jeugd',
    blijft: true,
    sql: bevolkingJeugd(),
  },
  {
    // Findings across files, with the columns of `bevinding_keten`: of files about the same thing that were drawn up on one day, those that do not count; a
    // child that waits for one form of care at several providers, at each of them; a correction with fewer rows than what it replaces, which may be half a delivery.
    naam: 'bevinding_bron',
    blijft: true,
    sql: `SELECT 'store.bron-gelijktijdig' AS code, 'waarschuwing' AS ernst, NULL::VARCHAR AS retourcode, NULL::BIGINT AS bericht_id,
            NULL::INTEGER AS regel, soort, NULL::VARCHAR AS gemeente, leverancier AS aanbieder, opgesteld_op AS dagtekening,
            NULL::UBIGINT AS pseudoniem, NULL::VARCHAR AS categorie, NULL::VARCHAR AS product_code
          FROM (SELECT *, min(rang) OVER gelijk AS eerste, count(DISTINCT sha256) OVER gelijk AS bestanden FROM bron_rang
            WINDOW gelijk AS (PARTITION BY soort, leverancier, reeks, periode, opgesteld_op)) WHERE bestanden > 1 AND rang > eerste
          UNION ALL
          SELECT DISTINCT 'store.dubbel-wachtend', 'info', NULL, NULL, NULL, 'wachtlijst', gemeente, aanbieder, peildatum, pseudoniem, NULL, NULL
          FROM (SELECT *, count(DISTINCT aanbieder) OVER (PARTITION BY pseudoniem, kwartaal, zorgvorm) AS lijsten FROM wachtlijst_actueel)
          WHERE lijsten > 1
          UNION ALL
          SELECT 'store.bron-kleiner', 'waarschuwing', NULL, NULL, NULL, soort, NULL, leverancier, opgesteld_op, NULL, NULL, NULL
          FROM (SELECT *, row_number() OVER zelfde AS plaats, lead(rijen) OVER zelfde AS eerder FROM bron_rang WHERE soort <> 'cbs'
            WINDOW zelfde AS (PARTITION BY soort, leverancier, reeks, periode ORDER BY rang)) WHERE plaats = 1 AND rijen < eerder
          ORDER BY ALL`,
  },
];

/** Rows of the latest file of each supplier, series and period. */
function peiling(tabel: string, extra: string): DeriveStep {
  return {
    naam: `${tabel}_actueel`,
    blijft: true,
    sql: `SELECT r.*${extra} FROM ${tabel} r JOIN bron_peiling b USING (bron_id) ORDER BY ALL`,
  };
}

/** Rows whose day no newer file of the same supplier covers. */
function dagen(tabel: string): DeriveStep {
  return {
    naam: `${tabel}_actueel`,
    blijft: true,
    sql: `SELECT r.* FROM ${tabel} r JOIN bron_rang b USING (bron_id)
          WHERE NOT EXISTS (SELECT 1 FROM bron_rang n WHERE n.soort = b.soort AND n.leverancier = b.leverancier
            AND n.rang < b.rang AND r.datum BETWEEN n.van AND n.tot)
          ORDER BY ALL`,
  };
}

/**
 * One row per thing that ran, as the file about the latest period has it. What such a file does not mention any more has ended: on the last day of the
 * period in which it was mentioned last, `eind_afgeleid`. `nummer` tells apart what one file lists twice.
 */
function stand(tabel: string, soort: string, sleutel: readonly string[]): DeriveStep {
  const zelfde = sleutel.map((kolom) => `r.${kolom}`).join(', ');
  return {
    naam: `${tabel}_actueel`,
    blijft: true,
    sql: `WITH genoemd AS (
            SELECT r.*, b.leverancier, b.tot AS bron_tot, b.rang,
              row_number() OVER (PARTITION BY r.bron_id, ${zelfde} ORDER BY r.rij) AS nummer
            FROM ${tabel} r JOIN bron_stand b USING (bron_id)),
          laatst AS (
            SELECT * FROM genoemd r QUALIFY row_number() OVER (PARTITION BY leverancier, ${zelfde}, nummer
              ORDER BY bron_tot DESC, rang, rij) = 1),
          verder AS (SELECT leverancier, max(tot) AS tot FROM bron_stand WHERE soort = '${soort}' GROUP BY leverancier)
          SELECT l.* EXCLUDE (leverancier, bron_tot, rang) REPLACE (
              CASE WHEN l.eind IS NULL AND v.tot > l.bron_tot THEN greatest(l.bron_tot, l.begin) ELSE l.eind END AS eind),
            l.eind IS NULL AND v.tot > l.bron_tot AS eind_afgeleid
          FROM laatst l JOIN verder v USING (leverancier) ORDER BY ALL`,
  };
}

/**
 * Residents aged 0 to 17 on 1 January, per gemeente and year: from CBS table 03759ned where all eighteen ages are there, else from a file `bevolking` whose
 * classes cover 0 to 17 exactly.
 */
function bevolkingJeugd(): string {
  return `WITH cbs AS (
            SELECT regio AS gemeente, left(periode, 4)::INTEGER AS jaar, sum(waarde)::BIGINT AS jongeren,
              max(periode_status) AS status, 'cbs' AS uit
            FROM cbs_waarneming_actueel
            WHERE lower(tabel) = '03759ned' AND (onderwerp = 'M000352' OR starts_with(onderwerp, 'BevolkingOp1Januari_'))
              AND starts_with(regio, 'GM') AND periode LIKE '%JJ00' AND waarde IS NOT NULL
              AND regexp_matches(dimensies, 'Leeftijd=(10010|10[1-9]00|11[0-7]00)(;|$)')
              AND contains(dimensies, 'Geslacht=T001038') AND contains(dimensies, 'BurgerlijkeStaat=T001019')
            GROUP BY ALL HAVING count(*) = 18),
          eigen AS (
            SELECT gemeente, year(peildatum) AS jaar, sum(aantal)::BIGINT AS jongeren, max(status) AS status, afzender AS uit
            FROM bevolking_actueel WHERE leeftijd_tot <= 17 AND month(peildatum) = 1 AND day(peildatum) = 1
            GROUP BY gemeente, peildatum, afzender
            HAVING sum(CASE WHEN geslacht IS NULL THEN 2 ELSE 1 END * (leeftijd_tot - leeftijd_van + 1)) = 36)
          SELECT gemeente, jaar, jongeren, status, uit FROM (SELECT *, 0 AS volgorde FROM cbs UNION ALL SELECT *, 1 FROM eigen)
          QUALIFY row_number() OVER (PARTITION BY gemeente, jaar ORDER BY volgorde, uit) = 1 ORDER BY ALL`;
}
