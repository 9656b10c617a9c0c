// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from '../contract/index.ts';

/** A rule across messages: which delivered rows break it. `regel` is NULL when a whole message does. */
export interface KetenRegel {
  readonly code: string;
  readonly ernst: Severity;
  readonly retourcode?: string;
  /** Selects (bericht_id, regel). May use the raw layer, the derived layer and the views of `KETEN_VIEWS`. */
  readonly sql: string;
}

/** After this many days a start, stop or answer that has not come is called missing. Unit: days. */
export const WACHTTIJD_DAGEN = 90;
/** Five working days (OP011, g.1), counted as calendar days with a weekend in between. Unit: days. */
const TIJDIG_DAGEN = 7;

/** Delivered rows with the header fields that rules need, and toewijzingen in all their versions. Messages that do not count take no part. */
export const KETEN_VIEWS: readonly string[] = [
  `CREATE OR REPLACE TEMP VIEW keten_bericht AS SELECT * FROM bericht
     WHERE bericht_id NOT IN (SELECT bericht_id FROM bevinding_keten WHERE code IN ('TR056', 'store.bericht-gewijzigd'))`,
  ...['toewijzing', 'start', 'stop', 'prestatie', 'verzoek', 'antwoord', 'declaratie'].map(
    (
      tabel,
    ) => `CREATE OR REPLACE TEMP VIEW keten_${tabel} AS SELECT r.*, b.soort, b.gemeente, b.aanbieder, b.dagtekening
       FROM ${tabel} r JOIN keten_bericht b USING (bericht_id)`,
  ),
  `CREATE OR REPLACE TEMP VIEW keten_toegewezen AS SELECT gemeente, toewijzing_nummer, min(ingangsdatum) AS vanaf,
     CASE WHEN bool_or(einddatum IS NULL) THEN NULL ELSE max(einddatum) END AS tot,
     min(pseudoniem) AS pseudoniem, count(DISTINCT pseudoniem) + count(DISTINCT aanbieder) AS partijen,
     min(categorie) AS categorie, min(code) AS code, count(DISTINCT concat(categorie, '/', code)) AS producten
     FROM keten_toewijzing WHERE toewijzing_nummer IS NOT NULL GROUP BY ALL`,
];

const PRODUCT = 'r.toewijzing_nummer = t.toewijzing_nummer AND r.gemeente = t.gemeente';

/** Rows of a table that have no partner. */
function zonder(tabel: string, partner: string, op: string, waar = 'true'): string {
  return `SELECT r.bericht_id, r.regel FROM keten_${tabel} r WHERE ${waar} AND NOT EXISTS (SELECT 1 FROM ${partner} t WHERE ${op})`;
}

/** Every row but the first of those with equal keys; first by Dagtekening, then id: never by arrival. */
function herhaald(tabel: string, sleutel: string, waar = 'true', per = 'bericht_id, regel'): string {
  return `SELECT bericht_id, regel FROM keten_${tabel} WHERE ${waar}
    QUALIFY row_number() OVER (PARTITION BY ${sleutel} ORDER BY dagtekening, ${per}) > 1`;
}

/** Prestaties that stand in a relation to their toewijzing. */
function bijToewijzing(waar: string): string {
  return `SELECT r.bericht_id, r.regel FROM keten_prestatie r JOIN keten_toegewezen t ON ${PRODUCT} WHERE ${waar}`;
}

/** Deliveries of a start or stop per key, with how many 1s and 3s came on or before the day of the row. */
function status(tabel: string, extra: string, waar: string): string {
  const sleutel = `gemeente, aanbieder, pseudoniem, toewijzing_nummer, categorie, code, begindatum${extra}`;
  const tot = `OVER (PARTITION BY ${sleutel} ORDER BY dagtekening RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  return `SELECT bericht_id, regel FROM (SELECT *, sum((status_aanlevering = '3')::INTEGER) ${tot} AS af,
      sum((status_aanlevering <> '3')::INTEGER) ${tot} AS aan FROM keten_${tabel}) WHERE ${waar}`;
}

/** iJw 3.2 reference f.3, as far as traffic alone can show it, and the checks of g.5 under codes of our own. */
export const KETEN_REGELS: readonly KetenRegel[] = [
  {
    code: 'TR019',
    ernst: 'fout',
    retourcode: '9019',
    sql: ['start', 'stop']
      .map((tabel) => zonder(tabel, 'keten_toegewezen', PRODUCT, 'r.toewijzing_nummer IS NOT NULL'))
      .join(' UNION ALL '),
  },
  {
    code: 'TR063',
    ernst: 'fout',
    retourcode: '9063',
    sql: `${status('start', '', "status_aanlevering = '3' AND aan = 0")}
      UNION ALL ${status('stop', ', einddatum, reden_beeindiging', "status_aanlevering = '3' AND aan = 0")}`,
  },
  {
    code: 'TR074',
    ernst: 'fout',
    retourcode: '9074',
    sql: `${status('start', '', "status_aanlevering <> '3' AND aan > af + 1")}
      UNION ALL ${status('stop', ', einddatum, reden_beeindiging', "status_aanlevering <> '3' AND aan > af + 1")}`,
  },
  {
    code: 'TR304',
    ernst: 'fout',
    retourcode: '8187',
    sql: bijToewijzing('t.partijen = 2 AND r.pseudoniem <> t.pseudoniem'),
  },
  { code: 'TR307', ernst: 'fout', retourcode: '9307', sql: bijToewijzing('r.begindatum < t.vanaf') },
  { code: 'TR308', ernst: 'fout', retourcode: '9308', sql: bijToewijzing('r.einddatum > t.tot') },
  {
    code: 'TR314',
    ernst: 'fout',
    retourcode: '8021',
    sql: herhaald('prestatie', 'aanbieder, referentie_nummer'),
  },
  {
    code: 'TR323',
    ernst: 'fout',
    retourcode: '8017',
    sql: zonder(
      'prestatie',
      'keten_prestatie',
      "t.debet_credit = 'D' AND t.aanbieder = r.aanbieder AND t.referentie_nummer = r.vorig_referentie_nummer",
      "r.debet_credit = 'C'",
    ),
  },
  {
    code: 'TR332',
    ernst: 'fout',
    retourcode: '9332',
    sql: `SELECT r.bericht_id, r.regel FROM keten_toewijzing r JOIN keten_toegewezen t ON ${PRODUCT} WHERE t.partijen > 2`,
  },
  {
    code: 'TR333',
    ernst: 'fout',
    retourcode: '9333',
    sql: herhaald('declaratie', 'soort, aanbieder, declaratie_nummer', "soort = 'JW323'"),
  },
  {
    code: 'TR337',
    ernst: 'fout',
    sql: `SELECT r.bericht_id, NULL FROM keten_bericht r WHERE r.soort = 'JW325' AND NOT EXISTS (
      SELECT 1 FROM keten_bericht h WHERE h.soort = 'JW323' AND h.aanbieder = r.aanbieder AND h.identificatie = r.declaratie_identificatie)`,
  },
  {
    code: 'TR338',
    ernst: 'fout',
    retourcode: '9338',
    sql: zonder('prestatie', 'keten_toegewezen', PRODUCT, "r.soort = 'JW323'"),
  },
  {
    code: 'TR339',
    ernst: 'fout',
    retourcode: '9339',
    sql: bijToewijzing('t.producten = 1 AND t.categorie IS NOT NULL AND r.categorie <> t.categorie'),
  },
  {
    code: 'TR340',
    ernst: 'fout',
    retourcode: '9340',
    sql: bijToewijzing('t.producten = 1 AND t.code IS NOT NULL AND r.code <> t.code'),
  },
  {
    code: 'TR347',
    ernst: 'fout',
    retourcode: '9347',
    sql: herhaald('verzoek', 'aanbieder, referentie_aanbieder'),
  },
  {
    code: 'TR355',
    ernst: 'fout',
    retourcode: '9355',
    sql: zonder(
      'antwoord',
      'keten_verzoek',
      't.aanbieder = r.aanbieder AND t.referentie_aanbieder = r.referentie_aanbieder',
    ),
  },
  {
    code: 'TR366',
    ernst: 'fout',
    retourcode: '9366',
    sql: `SELECT r.bericht_id, r.regel FROM prestatie_antwoord r JOIN keten_bericht a USING (bericht_id)
      WHERE a.soort = 'JW325' AND NOT EXISTS (SELECT 1 FROM keten_prestatie p
        WHERE p.soort = 'JW323' AND p.aanbieder = a.aanbieder AND p.referentie_nummer = r.referentie_nummer)`,
  },
  {
    code: 'TR382',
    ernst: 'fout',
    retourcode: '9069',
    sql: zonder(
      'stop',
      'keten_start',
      `${PRODUCT} AND r.pseudoniem = t.pseudoniem AND r.begindatum = t.begindatum`,
      'r.toewijzing_nummer IS NOT NULL',
    ),
  },
  {
    code: 'TR384',
    ernst: 'fout',
    retourcode: '9384',
    sql: `SELECT s.bericht_id, s.regel FROM prestatie_staand s JOIN keten_toegewezen t
        ON s.toewijzing_nummer = t.toewijzing_nummer AND s.gemeente = t.gemeente
      WHERE NOT EXISTS (SELECT 1 FROM toewijzing_actueel a WHERE a.gemeente = t.gemeente AND a.toewijzing_nummer = t.toewijzing_nummer)`,
  },
  {
    code: 'TR389',
    ernst: 'fout',
    retourcode: '9389',
    sql: `SELECT s.bericht_id, s.regel FROM prestatie_staand s JOIN bericht b USING (bericht_id)
      WHERE b.soort = 'JW323' AND s.toewijzing_nummer IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY s.gemeente, s.aanbieder, s.toewijzing_nummer, s.begin, s.eind, s.categorie, s.code
        ORDER BY b.dagtekening, s.bericht_id, s.regel) > 1`,
  },
  {
    code: 'TR390',
    ernst: 'fout',
    retourcode: '9390',
    sql: herhaald('prestatie', 'aanbieder, vorig_referentie_nummer', "debet_credit = 'C'"),
  },
  {
    code: 'store.start-ontbreekt',
    ernst: 'waarschuwing',
    sql: `SELECT t.bericht_id, t.regel FROM toewijzing_actueel t, data_datum d
      WHERE t.ingangsdatum + ${WACHTTIJD_DAGEN} < d.datum AND NOT EXISTS (
        SELECT 1 FROM start_actueel s WHERE s.gemeente = t.gemeente AND s.toewijzing_nummer = t.toewijzing_nummer)`,
  },
  {
    code: 'store.stop-ontbreekt',
    ernst: 'waarschuwing',
    sql: `SELECT t.bericht_id, t.regel FROM toewijzing_actueel t, data_datum d
      WHERE t.einddatum + ${WACHTTIJD_DAGEN} < d.datum
        AND EXISTS (SELECT 1 FROM start_actueel s WHERE s.gemeente = t.gemeente AND s.toewijzing_nummer = t.toewijzing_nummer)
        AND NOT EXISTS (SELECT 1 FROM stop_actueel s WHERE s.gemeente = t.gemeente AND s.toewijzing_nummer = t.toewijzing_nummer)`,
  },
  {
    code: 'store.start-laat',
    ernst: 'info',
    sql: `SELECT bericht_id, regel FROM start_actueel WHERE dagtekening > begindatum + ${TIJDIG_DAGEN}`,
  },
  {
    code: 'store.stop-laat',
    ernst: 'info',
    sql: `SELECT bericht_id, regel FROM stop_actueel WHERE dagtekening > einddatum + ${TIJDIG_DAGEN}`,
  },
  {
    code: 'store.antwoord-ontbreekt',
    ernst: 'waarschuwing',
    sql: `SELECT DISTINCT s.bericht_id, NULL FROM prestatie_staand s JOIN bericht b USING (bericht_id), data_datum d
      WHERE s.voorlopig AND b.dagtekening + ${WACHTTIJD_DAGEN} < d.datum`,
  },
  {
    code: 'store.verwijzer-afgeleid',
    ernst: 'info',
    sql: 'SELECT bericht_id, regel FROM toewijzing_actueel WHERE verwijzer_afgeleid',
  },
];
