// SPDX-License-Identifier: EUPL-1.2

import { BRON_STAPPEN } from './derive-bronnen.ts';
import type { DeriveStep } from './derive-step.ts';

/** Raised whenever a step changes what it makes, so that every warehouse is derived again. */
export const DERIVE_VERSIE = 10;

/** Tables that earlier versions derived and this one does not. */
export const VERVALLEN_TABELLEN: readonly string[] = ['bedrag_maand'];

/** Macros that read the RetourCodes of a class: codes of four characters, separated by one space, NULL when there are none. */
export const DERIVE_MACROS: readonly string[] = [
  // iJw 3.2 a.3: 0200 = nothing wrong, 0233 = not judged, 8001 = fully approved; anything else refuses.
  `CREATE OR REPLACE TEMP MACRO geweigerd(codes) AS
     coalesce(codes, '') <> '' AND NOT regexp_full_match(codes, '(0200|0233|8001)( (0200|0233|8001))*')`,
  // iJw 3.2 a.4: a line that is returned with anything but 0200, of its own or of its client, is not approved.
  `CREATE OR REPLACE TEMP MACRO afgekeurd(regel_codes, client_codes) AS
     NOT regexp_full_match(concat(regel_codes, ' ', client_codes), '(0200| )*')`,
  `CREATE OR REPLACE TEMP MACRO heen_van(soort) AS CASE soort
     WHEN 'JW302' THEN 'JW301' WHEN 'JW306' THEN 'JW305' WHEN 'JW308' THEN 'JW307'
     WHEN 'JW316' THEN 'JW315' WHEN 'JW318' THEN 'JW317' WHEN 'JW320' THEN 'JW319' END`,
];

/**
 * The part of the derived layer that is about messages, as a pure function of the raw layer: nothing in it depends on the order, number or moment of deliveries.
 * Source: shared specification of indicators §1; iJw 3.2 reference sections a.3, a.4, c and d.
 */
export const BERICHT_STAPPEN: readonly DeriveStep[] = [
  {
    naam: 'data_datum',
    blijft: true,
    sql: 'SELECT max(dagtekening) AS datum, min(dagtekening) AS vanaf FROM gekend',
  },
  {
    // iJw 3.2 TR056: of several messages with one identification the first counts: earliest Dagtekening, then smallest sha256.
    naam: 'bericht_geldig',
    sql: `WITH dubbel AS (SELECT soort, afzender, identificatie FROM gekend GROUP BY ALL HAVING count(*) > 1),
          later AS (
            SELECT bericht_id FROM gekend SEMI JOIN dubbel USING (soort, afzender, identificatie)
            QUALIFY row_number() OVER (PARTITION BY soort, afzender, identificatie
              ORDER BY coalesce(dagtekening_retour, dagtekening), bericht_id) > 1)
          SELECT bericht_id, soort, gemeente, aanbieder, afzender, identificatie, dagtekening, retour_codes, declaratie_identificatie,
            coalesce(dagtekening_retour, dagtekening) AS dag
          FROM gekend WHERE bericht_id NOT IN (FROM later)`,
  },
  {
    naam: 'retourbericht',
    sql: `SELECT r.bericht_id AS retour_id, h.bericht_id, geweigerd(r.retour_codes) AS niet_afgeleverd
          FROM bericht_geldig r JOIN bericht_geldig h
            ON h.soort = heen_van(r.soort) AND h.afzender = r.afzender AND h.identificatie = r.identificatie`,
  },
  {
    naam: 'bericht_telt',
    sql: `SELECT * FROM bericht_geldig WHERE bericht_id NOT IN (SELECT bericht_id FROM retourbericht WHERE niet_afgeleverd)`,
  },
  {
    naam: 'klasse_geweigerd',
    sql: `SELECT DISTINCT b.bericht_id, r.klasse, r.pseudoniem, r.toewijzing_nummer, r.categorie, r.code,
            r.begindatum, r.einddatum, r.referentie_aanbieder
          FROM retour r JOIN retourbericht b ON b.retour_id = r.bericht_id WHERE geweigerd(r.retour_codes)`,
  },
  {
    naam: 'toewijzing_telt',
    sql: standing('toewijzing', 'ToegewezenProduct', ['toewijzing_nummer', 'categorie', 'code']),
  },
  {
    naam: 'start_telt',
    sql: standing('start', 'StartProduct', ['toewijzing_nummer', 'categorie', 'code', 'begindatum']),
  },
  {
    naam: 'stop_telt',
    sql: standing('stop', 'StopProduct', [
      'toewijzing_nummer',
      'categorie',
      'code',
      'begindatum',
      'einddatum',
    ]),
  },
  { naam: 'verzoek_telt', sql: standing('verzoek', 'AangevraagdProduct', ['referentie_aanbieder']) },
  {
    naam: 'toewijzing_laatste',
    sql: `SELECT *, min(toewijzingsdatum) OVER (PARTITION BY gemeente, toewijzing_nummer) AS eerste_datum FROM toewijzing_telt WHERE toewijzing_nummer IS NOT NULL
          QUALIFY row_number() OVER (PARTITION BY gemeente, toewijzing_nummer
            ORDER BY toewijzingsdatum DESC, toewijzingstijd DESC, dagtekening DESC, bericht_id, regel) = 1`,
  },
  {
    // iJw 3.2 IV097: the reference stands only in the toewijzing that honours the request, so the first value seen is kept.
    naam: 'toewijzing_referentie',
    sql: `SELECT gemeente, toewijzing_nummer, aanbieder, referentie_aanbieder FROM toewijzing_telt
          WHERE toewijzing_nummer IS NOT NULL AND referentie_aanbieder IS NOT NULL
          QUALIFY row_number() OVER (PARTITION BY gemeente, toewijzing_nummer
            ORDER BY toewijzingsdatum, toewijzingstijd, dagtekening, bericht_id, regel) = 1`,
  },
  {
    naam: 'verzoek_verwijzer',
    sql: `SELECT aanbieder, referentie_aanbieder, verwijzer_type FROM verzoek_telt WHERE verwijzer_type IS NOT NULL
          QUALIFY row_number() OVER (PARTITION BY aanbieder, referentie_aanbieder
            ORDER BY dagtekening, bericht_id, regel) = 1`,
  },
  {
    naam: 'verzoek_dag',
    sql: `SELECT aanbieder, referentie_aanbieder, min(dagtekening) AS dag FROM verzoek_telt
          WHERE referentie_aanbieder IS NOT NULL GROUP BY ALL`,
  },
  {
    naam: 'toewijzing_verwijzer',
    sql: `SELECT t.gemeente, t.toewijzing_nummer, v.verwijzer_type FROM toewijzing_referentie t
          JOIN verzoek_verwijzer v USING (aanbieder, referentie_aanbieder)`,
  },
  {
    naam: 'toewijzing_actueel',
    blijft: true,
    // iJw 3.2 CS335: RedenWijziging 13 deletes; before it existed, 01 with Einddatum = Ingangsdatum did.
    sql: `SELECT t.gemeente, t.toewijzing_nummer, t.pseudoniem, t.aanbieder, r.referentie_aanbieder, t.categorie, t.code,
            t.toewijzingsdatum, t.toewijzingstijd, t.eerste_datum, d.dag AS verzoek_datum, t.ingangsdatum, t.einddatum, t.reden_wijziging, t.volume, t.eenheid,
            t.frequentie, t.budget_cents, coalesce(v.verwijzer_type, '01') AS verwijzer,
            v.verwijzer_type IS NULL AS verwijzer_afgeleid, t.bericht_id, t.regel
          FROM toewijzing_laatste t
          LEFT JOIN toewijzing_referentie r USING (gemeente, toewijzing_nummer)
          LEFT JOIN verzoek_dag d ON d.aanbieder = r.aanbieder AND d.referentie_aanbieder = r.referentie_aanbieder
          LEFT JOIN toewijzing_verwijzer v USING (gemeente, toewijzing_nummer)
          WHERE NOT coalesce(t.reden_wijziging = '13' OR (t.reden_wijziging = '01' AND t.einddatum = t.ingangsdatum), false)
          ORDER BY ALL`,
  },
  { naam: 'start_actueel', blijft: true, sql: notDeleted('start_telt', ['begindatum']) },
  {
    naam: 'stop_actueel',
    blijft: true,
    sql: notDeleted('stop_telt', ['begindatum', 'einddatum', 'reden_beeindiging']),
  },
  {
    // iJw 3.2 a.4: one answer per JW323, found by provider and DeclaratieIdentificatie; (c): JW304 by provider and invoice number.
    naam: 'antwoordbericht',
    sql: `SELECT h.bericht_id, a.bericht_id AS antwoord_id, a.soort AS antwoord_soort, a.retour_codes, a.dag
          FROM bericht_geldig h JOIN bericht_geldig a
            ON a.soort = 'JW325' AND h.soort = 'JW323' AND a.aanbieder = h.aanbieder AND a.declaratie_identificatie = h.identificatie
          UNION ALL
          SELECT h.bericht_id, a.bericht_id, a.soort, a.retour_codes, a.dag
          FROM bericht_geldig h JOIN bericht_geldig a
            ON a.soort = 'JW304' AND h.soort = 'JW303' AND a.aanbieder = h.aanbieder AND a.identificatie = h.identificatie`,
  },
  {
    naam: 'antwoord_geldig',
    sql: `SELECT * FROM antwoordbericht
          QUALIFY row_number() OVER (PARTITION BY bericht_id ORDER BY dag, antwoord_id) = 1`,
  },
  {
    naam: 'declaratiebericht',
    sql: `SELECT b.bericht_id, b.gemeente, b.aanbieder, b.dagtekening, a.antwoord_id IS NULL AS voorlopig
          FROM bericht_telt b LEFT JOIN antwoord_geldig a USING (bericht_id)
          WHERE b.soort IN ('JW323', 'JW303') AND NOT geweigerd(a.retour_codes)
            AND coalesce(a.antwoord_id, -1) NOT IN (SELECT bericht_id FROM declaratie_antwoord WHERE geweigerd(retour_codes))`,
  },
  {
    // iJw 3.2 b.14: a JW304 line with a granted amount above zero is granted in part, whatever its codes.
    naam: 'regel_antwoord',
    sql: `SELECT a.bericht_id, p.referentie_nummer, min(p.toegekend_cents) AS toegekend_cents,
            bool_or(afgekeurd(p.retour_codes, p.client_retour_codes)
              AND NOT (a.antwoord_soort = 'JW304' AND coalesce(p.toegekend_cents, 0) > 0)) AS afgekeurd
          FROM prestatie_antwoord p JOIN antwoord_geldig a ON a.antwoord_id = p.bericht_id GROUP BY ALL`,
  },
  {
    naam: 'regel_telt',
    sql: `SELECT p.bericht_id, p.regel, p.pseudoniem, p.geboorte_jaar, p.geboorte_maand, p.geslacht, p.toewijzing_nummer,
            p.categorie, p.code, p.referentie_nummer, p.vorig_referentie_nummer, p.begindatum, p.einddatum, p.volume, p.eenheid,
            p.debet_credit, d.gemeente, d.aanbieder, d.voorlopig, d.dagtekening, coalesce(r.toegekend_cents, p.bedrag_cents) AS telt_cents
          FROM prestatie p JOIN declaratiebericht d USING (bericht_id)
          LEFT JOIN regel_antwoord r USING (bericht_id, referentie_nummer)
          WHERE NOT coalesce(r.afgekeurd, false)`,
  },
  {
    naam: 'product_type',
    sql: productType('regel_telt', 'begindatum'),
  },
  {
    naam: 'prestatie_staand',
    blijft: true,
    // Lines of one message have ids of their own; those of two messages meet as rarely as the ids of the messages do.
    sql: `SELECT xor(s.bericht_id, s.regel::BIGINT << 31) AS prestatie_id, s.pseudoniem, s.gemeente, s.aanbieder, s.toewijzing_nummer, s.categorie, s.code,
              coalesce(t.type, 'onbekend') AS type, s.begindatum AS begin, s.einddatum AS eind,
              s.volume, s.eenheid, s.telt_cents AS bedrag_cents, s.voorlopig, coalesce(v.verwijzer_type, '01') AS verwijzer,
              v.verwijzer_type IS NULL AS verwijzer_afgeleid, s.bericht_id, s.regel
            FROM regel_telt s
            ANTI JOIN (SELECT DISTINCT aanbieder, vorig_referentie_nummer FROM regel_telt WHERE debet_credit = 'C') c
              ON c.aanbieder = s.aanbieder AND c.vorig_referentie_nummer = s.referentie_nummer
            LEFT JOIN product_type t ON t.categorie = s.categorie AND t.code = s.code
              AND t.aanbieder = s.aanbieder AND t.begindatum = s.begindatum
            LEFT JOIN toewijzing_verwijzer v ON v.gemeente = s.gemeente AND v.toewijzing_nummer = s.toewijzing_nummer
            WHERE s.debet_credit = 'D'
            ORDER BY s.begindatum, s.gemeente, s.pseudoniem, s.bericht_id, s.regel`,
  },
  {
    naam: 'zorg_wissel',
    // Of one toewijzing and product the starts that open and the definitive stops that close, in turn; on one date starts before stops.
    sql: `WITH gebeurtenis AS (
            SELECT gemeente, aanbieder, pseudoniem, toewijzing_nummer, categorie, code, begindatum AS dag, 0 AS stop, NULL AS reden
            FROM start_actueel
            UNION ALL
            SELECT gemeente, aanbieder, pseudoniem, toewijzing_nummer, categorie, code, einddatum, 1, reden_beeindiging
            FROM stop_actueel WHERE reden_beeindiging IS DISTINCT FROM '20')
          SELECT * FROM gebeurtenis
          QUALIFY stop <> coalesce(lag(stop) OVER (PARTITION BY gemeente, aanbieder, pseudoniem, toewijzing_nummer, categorie, code
            ORDER BY dag, stop, reden), 1)`,
  },
  {
    naam: 'zorg_open',
    sql: `SELECT w.gemeente, w.aanbieder, w.pseudoniem, w.toewijzing_nummer, w.dag AS begin, w.stop_dag, w.reden_dan AS reden,
            coalesce(w.categorie, t.categorie) AS categorie, CASE WHEN w.categorie IS NULL THEN t.code ELSE w.code END AS code,
            t.einddatum
          FROM (SELECT *, lead(dag) OVER v AS stop_dag, lead(reden) OVER v AS reden_dan FROM zorg_wissel
            WINDOW v AS (PARTITION BY gemeente, aanbieder, pseudoniem, toewijzing_nummer, categorie, code ORDER BY dag, stop, reden)) w
          LEFT JOIN toewijzing_actueel t ON t.gemeente = w.gemeente AND t.toewijzing_nummer = w.toewijzing_nummer
          WHERE w.stop = 0`,
  },
  { naam: 'zorg_type', sql: productType('zorg_open', 'begin') },
  {
    naam: 'zorg_interval',
    blijft: true,
    // Care that no stop closed ends with its toewijzing once that is more than 90 days past; otherwise it runs on.
    sql: `SELECT z.pseudoniem, z.gemeente, z.aanbieder, z.toewijzing_nummer, coalesce(z.categorie, 'onbekend') AS categorie,
            coalesce(p.type, 'onbekend') AS type, p.vorm, coalesce(v.verwijzer_type, '01') AS verwijzer,
            v.verwijzer_type IS NULL AS verwijzer_afgeleid, z.begin,
            CASE WHEN z.stop_dag IS NOT NULL THEN z.stop_dag
                 WHEN z.einddatum + 90 < d.datum THEN greatest(z.einddatum, z.begin) END AS eind,
            z.reden, z.stop_dag IS NULL AND coalesce(z.einddatum + 90 < d.datum, false) AS eind_afgeleid
          FROM zorg_open z CROSS JOIN data_datum d
          LEFT JOIN zorg_type p ON p.categorie = z.categorie AND p.code IS NOT DISTINCT FROM z.code
            AND p.aanbieder = z.aanbieder AND p.begin = z.begin
          LEFT JOIN toewijzing_verwijzer v ON v.gemeente = z.gemeente AND v.toewijzing_nummer = z.toewijzing_nummer
          ORDER BY ALL`,
  },
  {
    // Begin and end are the first and last day of the years that the product periods begin and end in.
    naam: 'prestatie_jaar',
    blijft: true,
    sql: `SELECT pseudoniem, gemeente, aanbieder, categorie, code, type, make_date(year(begin), 1, 1) AS begin,
            make_date(year(eind), 12, 31) AS eind, sum(volume)::BIGINT AS volume, eenheid, sum(bedrag_cents)::BIGINT AS bedrag_cents, verwijzer,
            verwijzer_afgeleid, count(*)::INTEGER AS prestaties
          FROM prestatie_staand GROUP BY ALL
          ORDER BY begin, gemeente, pseudoniem, aanbieder, categorie, code, type, eind, eenheid, verwijzer, verwijzer_afgeleid`,
  },
  {
    naam: 'persoon',
    sql: ['toewijzing_telt', 'start_telt', 'stop_telt', 'verzoek_telt', 'regel_telt']
      .map(
        (
          tabel,
        ) => `SELECT pseudoniem, geboorte_jaar, geboorte_maand, geslacht, dagtekening, bericht_id, regel,
          ${tabel === 'toewijzing_telt' ? 1 : 0} AS uit_toewijzing FROM ${tabel} WHERE geboorte_jaar IS NOT NULL OR geslacht IS NOT NULL`,
      )
      .join(' UNION ALL '),
  },
  {
    // iJw 3.2 OP039: data of a client may differ between messages; the JW301 is the source for the person.
    naam: 'persoon_beste',
    sql: `SELECT * FROM persoon QUALIFY row_number() OVER (PARTITION BY pseudoniem
            ORDER BY geboorte_jaar IS NULL, uit_toewijzing DESC, dagtekening DESC, bericht_id, regel) = 1`,
  },
  {
    naam: 'client',
    blijft: true,
    sql: `SELECT pseudoniem, b.geboorte_jaar::SMALLINT AS geboorte_jaar, b.geboorte_maand::TINYINT AS geboorte_maand,
            coalesce(b.geslacht, '0') AS geslacht, b.bericht_id, b.regel
          FROM (SELECT pseudoniem FROM persoon_beste UNION SELECT pseudoniem FROM prestatie_staand)
          LEFT JOIN persoon_beste b USING (pseudoniem) ORDER BY pseudoniem`,
  },
  {
    naam: 'bevinding_keten',
    blijft: true,
    sql: `SELECT 'TR056' AS code, 'fout' AS ernst, '9056' AS retourcode, bericht_id, NULL::INTEGER AS regel, soort, gemeente,
            aanbieder, dagtekening, NULL::UBIGINT AS pseudoniem, NULL::VARCHAR AS categorie, NULL::VARCHAR AS product_code
          FROM gekend WHERE heen_van(soort) IS NULL AND soort NOT IN ('JW303', 'JW304')
            AND bericht_id NOT IN (SELECT bericht_id FROM bericht_geldig)
          UNION ALL
          SELECT 'store.bericht-gewijzigd', 'waarschuwing', NULL, bericht_id, NULL, soort, gemeente, aanbieder, dagtekening, NULL, NULL, NULL
          FROM gekend WHERE (heen_van(soort) IS NOT NULL OR soort IN ('JW303', 'JW304'))
            AND bericht_id NOT IN (SELECT bericht_id FROM bericht_geldig)
          UNION ALL
          SELECT 'store.product-onbekend', 'waarschuwing', NULL, NULL, NULL, NULL, gemeente, aanbieder, NULL, NULL, categorie, code
          FROM (SELECT DISTINCT gemeente, aanbieder, categorie, code FROM prestatie_staand WHERE type = 'onbekend')
          ORDER BY ALL`,
  },
];

/** All steps. Of those over the other sources only `bevinding_keten` needs something. */
export const DERIVE_STEPS: readonly DeriveStep[] = [...BRON_STAPPEN, ...BERICHT_STAPPEN];

/** Type jeugdhulp of every product that `tabel` has, by the most specific row of the product table that is valid on the day. */
function productType(tabel: string, dag: string): string {
  return `SELECT p.categorie, p.code, p.aanbieder, p.${dag}, r.type, r.vorm
          FROM (SELECT DISTINCT categorie, code, aanbieder, ${dag} FROM ${tabel}) p
          JOIN product_regel r ON r.categorie = p.categorie
            AND (r.code IS NULL OR r.code = p.code) AND (r.aanbieder IS NULL OR r.aanbieder = p.aanbieder)
            AND (r.van IS NULL OR r.van <= p.${dag}) AND (r.tot IS NULL OR r.tot >= p.${dag})
          QUALIFY row_number() OVER (PARTITION BY p.categorie, p.code, p.aanbieder, p.${dag}
            ORDER BY (r.code IS NOT NULL)::INTEGER * 2 + (r.aanbieder IS NOT NULL)::INTEGER DESC, r.nummer) = 1`;
}

/** Rows of a heen message that no retour refused, with the header fields that the other steps need. */
function standing(tabel: string, klasse: string, sleutel: readonly string[]): string {
  const gelijk = sleutel.map((kolom) => `g.${kolom} IS NOT DISTINCT FROM t.${kolom}`).join(' AND ');
  return `SELECT t.*, b.soort, b.gemeente, b.aanbieder, b.dagtekening FROM ${tabel} t JOIN bericht_telt b USING (bericht_id)
          WHERE NOT EXISTS (SELECT 1 FROM klasse_geweigerd g WHERE g.bericht_id = t.bericht_id
              AND g.klasse = 'Client' AND g.pseudoniem = t.pseudoniem)
            AND NOT EXISTS (SELECT 1 FROM klasse_geweigerd g WHERE g.bericht_id = t.bericht_id
              AND g.klasse = '${klasse}' AND g.pseudoniem = t.pseudoniem AND ${gelijk})`;
}

/**
 * Starts or stops that exist: per key the deliveries by Dagtekening, status 1 adds and status 3 deletes. A day that brings both leaves things
 * as they were: a deletion followed by a new delivery, or a delivery taken back at once.
 */
function notDeleted(tabel: string, extra: readonly string[]): string {
  const sleutel = ['gemeente', 'aanbieder', 'pseudoniem', 'toewijzing_nummer', 'categorie', 'code', ...extra];
  const gelijk = sleutel.map((kolom) => `b.${kolom} IS NOT DISTINCT FROM s.${kolom}`).join(' AND ');
  return `WITH dag AS (
            SELECT ${sleutel.join(', ')}, dagtekening, bool_or(status_aanlevering <> '3') AS aan, bool_or(status_aanlevering = '3') AS af
            FROM ${tabel} GROUP BY ALL),
          bestaat AS (
            SELECT ${sleutel.join(', ')} FROM dag WHERE aan <> af GROUP BY ALL HAVING arg_max(aan, dagtekening))
          SELECT ${sleutel.map((kolom) => `s.${kolom}`).join(', ')}, s.toewijzing_ingangsdatum, s.dagtekening, s.bericht_id, s.regel
          FROM ${tabel} s JOIN bestaat b ON ${gelijk} WHERE s.status_aanlevering <> '3'
          QUALIFY row_number() OVER (PARTITION BY ${sleutel.map((kolom) => `s.${kolom}`).join(', ')}
            ORDER BY s.dagtekening, s.bericht_id, s.regel) = 1
          ORDER BY ALL`;
}
