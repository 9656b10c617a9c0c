// SPDX-License-Identifier: EUPL-1.2
import { gelijkeZorg, herhaald, type KetenRegel, met, zonder, zorgSleutel } from './keten-regel.ts';

const TOEWIJZING = 't.toewijzing_nummer = r.toewijzing_nummer AND t.gemeente = r.gemeente';
/** Key of a stop (c): that of its start, and how it ends. */
const EINDE = ['einddatum', 'reden_beeindiging'];

/** What holds of a start by its key, and of a stop by its own. */
function both(rule: (tabel: string, extra: readonly string[]) => string): string {
  return `${rule('start', ['begindatum'])} UNION ALL ${rule('stop', ['begindatum', ...EINDE])}`;
}

/**
 * Deliveries beyond the first that no deletion made room for. Of one day a deletion comes first: a correction deletes and sends again.
 */
function delivered(tabel: string, extra: readonly string[]): string {
  const sleutel = zorgSleutel(...extra);
  return `SELECT bericht_id, regel FROM (SELECT *,
      row_number() OVER (PARTITION BY ${sleutel}, status_aanlevering = '3' ORDER BY dagtekening, bericht_id, regel) AS nummer,
      count(*) FILTER (status_aanlevering = '3') OVER (PARTITION BY ${sleutel} ORDER BY dagtekening
        RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS verwijderd
      FROM ${tabel}_telt) WHERE status_aanlevering <> '3' AND nummer > verwijderd + 1`;
}

/** Stops of one start in the order of their messages; those of one day by their end. */
const OP_START = `PARTITION BY ${zorgSleutel('begindatum')} ORDER BY dagtekening, einddatum, bericht_id, regel`;
const EERDER = `OVER (${OP_START} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;

/** Rules about toewijzingen, starts and stops. Source: iJw 3.2 reference f.3. */
export const ketenZorg: readonly KetenRegel[] = [
  {
    code: 'TR019',
    betekenis: 'A start or stop that names a toewijzing names one that was sent.',
    ernst: 'fout',
    retourcode: '9019',
    sql: both((tabel) =>
      zonder(`keten_${tabel}`, 'toewijzing_telt', TOEWIJZING, 'r.toewijzing_nummer IS NOT NULL'),
    ),
  },
  {
    code: 'TR063',
    betekenis: 'What StatusAanlevering 3 deletes was delivered before.',
    ernst: 'fout',
    retourcode: '9063',
    sql: both((tabel, extra) =>
      zonder(
        `keten_${tabel}`,
        `${tabel}_telt`,
        `t.status_aanlevering <> '3' AND t.dagtekening <= r.dagtekening AND ${gelijkeZorg(...extra)}`,
        "r.status_aanlevering = '3'",
      ),
    ),
  },
  {
    code: 'TR071',
    betekenis: 'A start is not deleted while a stop of it stands.',
    ernst: 'fout',
    retourcode: '9071',
    sql: met(
      'keten_start',
      'stop_telt',
      `t.status_aanlevering <> '3' AND t.dagtekening < r.dagtekening AND ${gelijkeZorg('begindatum')} AND NOT EXISTS (
         SELECT 1 FROM stop_telt w WHERE w.status_aanlevering = '3' AND w.dagtekening BETWEEN t.dagtekening AND r.dagtekening
           AND ${['begindatum', ...EINDE].map((kolom) => `w.${kolom} = t.${kolom}`).join(' AND ')}
           AND w.pseudoniem = t.pseudoniem AND w.gemeente = t.gemeente AND w.aanbieder = t.aanbieder
           AND w.toewijzing_nummer IS NOT DISTINCT FROM t.toewijzing_nummer)`,
      "r.status_aanlevering = '3'",
    ),
  },
  {
    code: 'TR074',
    betekenis: 'A start or stop with StatusAanlevering 1 has a key that is new, or was deleted.',
    ernst: 'fout',
    retourcode: '9074',
    sql: both(delivered),
  },
  {
    code: 'TR326',
    betekenis: 'There is no new start while an earlier start of the same care has no stop.',
    ernst: 'fout',
    retourcode: '9326',
    sql: met(
      'start_actueel',
      'start_actueel',
      `t.begindatum < r.begindatum AND ${gelijkeZorg()} AND NOT EXISTS (
         SELECT 1 FROM stop_actueel p WHERE p.begindatum = t.begindatum AND p.einddatum <= r.begindatum
           AND p.pseudoniem = t.pseudoniem AND p.gemeente = t.gemeente AND p.aanbieder = t.aanbieder
           AND p.toewijzing_nummer IS NOT DISTINCT FROM t.toewijzing_nummer)`,
    ),
  },
  {
    code: 'TR332',
    betekenis: 'A ToewijzingNummer belongs to one client and one provider in a gemeente.',
    ernst: 'fout',
    retourcode: '9332',
    sql: met('keten_toewijzing', 'keten_toegewezen', `${TOEWIJZING} AND NOT t.een_partij`),
  },
  {
    code: 'TR379',
    betekenis: 'The ReferentieAanbieder of a toewijzing is that of a request.',
    ernst: 'fout',
    retourcode: '9379',
    sql: zonder(
      'keten_toewijzing',
      'verzoek_telt',
      't.aanbieder = r.aanbieder AND t.referentie_aanbieder = r.referentie_aanbieder',
      'r.referentie_aanbieder IS NOT NULL',
    ),
  },
  {
    code: 'TR382',
    betekenis: 'A stop repeats the key of a start.',
    ernst: 'fout',
    retourcode: '9069',
    sql: zonder('keten_stop', 'start_telt', gelijkeZorg('begindatum')),
  },
  {
    code: 'TR385',
    betekenis: 'A toewijzing is not deleted while lines that were declared on it stand.',
    ernst: 'fout',
    retourcode: '9385',
    sql: `SELECT r.bericht_id, r.regel FROM keten_toewijzing r WHERE r.reden_wijziging = '13' AND EXISTS (
      SELECT 1 FROM prestatie_staand s JOIN bericht_geldig b ON b.bericht_id = s.bericht_id
      WHERE s.gemeente = r.gemeente AND s.toewijzing_nummer = r.toewijzing_nummer AND NOT s.voorlopig AND b.dagtekening < r.dagtekening)`,
  },
  {
    code: 'TR413',
    betekenis: 'A start has one temporary stop (RedenBeeindiging 20).',
    ernst: 'fout',
    retourcode: '9413',
    sql: herhaald('stop_actueel', zorgSleutel('begindatum'), "reden_beeindiging = '20'"),
  },
  {
    code: 'TR414',
    betekenis: 'A later stop of a start does not end before an earlier one.',
    ernst: 'fout',
    retourcode: '9414',
    sql: `SELECT bericht_id, regel FROM stop_actueel QUALIFY einddatum < max(einddatum) ${EERDER}`,
  },
  {
    code: 'TR415',
    betekenis: 'After a definitive stop of a start comes no other stop of it.',
    ernst: 'fout',
    retourcode: '9415',
    sql: `SELECT bericht_id, regel FROM stop_actueel
      QUALIFY coalesce(bool_or(reden_beeindiging <> '20') ${EERDER}, false)`,
  },
];
