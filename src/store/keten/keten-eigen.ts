// SPDX-License-Identifier: EUPL-1.2
import type { KetenRegel } from './keten-regel.ts';

/** After this many days a start, stop or answer that has not come is called missing. Unit: days. */
const WACHTTIJD_DAGEN = 90;
/** Five working days (OP271, OP272), counted as calendar days with a weekend in between. Unit: days. */
const TIJDIG_DAGEN = 7;

/** Checks of our own: what is missing or late. Source: iJw 3.2 reference g.5. */
export const ketenEigen: readonly KetenRegel[] = [
  {
    code: 'store.start-ontbreekt',
    betekenis: 'A toewijzing whose care should have begun has a start.',
    ernst: 'waarschuwing',
    sql: `SELECT t.bericht_id, t.regel FROM toewijzing_actueel t, data_datum d
      WHERE t.ingangsdatum + ${WACHTTIJD_DAGEN} < d.datum AND NOT EXISTS (
        SELECT 1 FROM start_actueel s WHERE s.gemeente = t.gemeente AND s.toewijzing_nummer = t.toewijzing_nummer)`,
  },
  {
    code: 'store.stop-ontbreekt',
    betekenis: 'Care whose toewijzing ended has a stop.',
    ernst: 'waarschuwing',
    sql: `SELECT t.bericht_id, t.regel FROM toewijzing_actueel t, data_datum d
      WHERE t.einddatum + ${WACHTTIJD_DAGEN} < d.datum
        AND EXISTS (SELECT 1 FROM start_actueel s WHERE s.gemeente = t.gemeente AND s.toewijzing_nummer = t.toewijzing_nummer)
        AND NOT EXISTS (SELECT 1 FROM stop_actueel s WHERE s.gemeente = t.gemeente AND s.toewijzing_nummer = t.toewijzing_nummer)`,
  },
  {
    code: 'store.start-laat',
    betekenis: 'A start is reported within five working days.',
    ernst: 'info',
    sql: `SELECT bericht_id, regel FROM start_actueel WHERE dagtekening > begindatum + ${TIJDIG_DAGEN}`,
  },
  {
    code: 'store.stop-laat',
    betekenis: 'A stop is reported within five working days.',
    ernst: 'info',
    sql: `SELECT bericht_id, regel FROM stop_actueel WHERE dagtekening > einddatum + ${TIJDIG_DAGEN}`,
  },
  {
    code: 'store.antwoord-ontbreekt',
    betekenis: 'A declaration has an answer.',
    ernst: 'waarschuwing',
    sql: `SELECT DISTINCT s.bericht_id, NULL FROM prestatie_staand s JOIN bericht b USING (bericht_id), data_datum d
      WHERE s.voorlopig AND b.dagtekening + ${WACHTTIJD_DAGEN} < d.datum`,
  },
  {
    code: 'store.verwijzer-afgeleid',
    betekenis: 'The referrer of a toewijzing is known from its request.',
    ernst: 'info',
    sql: 'SELECT bericht_id, regel FROM toewijzing_actueel WHERE verwijzer_afgeleid',
  },
];
