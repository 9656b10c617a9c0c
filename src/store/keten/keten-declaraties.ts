// SPDX-License-Identifier: EUPL-1.2
import { herhaald, type KetenRegel, zonder } from './keten-regel.ts';

const TOEWIJZING = 't.toewijzing_nummer = r.toewijzing_nummer AND t.gemeente = r.gemeente';
const WIJDST = 'A toewijzing that changed is as wide as its versions together.';
const OMVANG = 't.een_omvang';

// iJw 3.2 IV091: a credit repeats its debit, so what is wrong with it was said of the debit.
/** Debit lines of a JW323 that stand in a relation to their toewijzing. */
function bijToewijzing(waar: string): string {
  return `SELECT r.bericht_id, r.regel FROM keten_prestatie r JOIN keten_toegewezen t ON ${TOEWIJZING}
    WHERE r.soort = 'JW323' AND r.debet_credit = 'D' AND ${waar}`;
}

/**
 * Standing lines by which what was declared on a toewijzing comes above a limit. `maat` is of a line `s`; `grens` of a toewijzing `t` of which `laatste` is
 * the last day that was declared. Cost: lines are put in order only where their sum is above the limit.
 */
function boven(maat: string, grens: string, waar: string): string {
  return `WITH lijn AS (
      SELECT s.bericht_id, s.regel, s.gemeente, s.toewijzing_nummer, s.eind, b.dagtekening, ${maat} AS maat
      FROM prestatie_staand s JOIN bericht_geldig b USING (bericht_id)
        JOIN keten_toegewezen t ON t.toewijzing_nummer = s.toewijzing_nummer AND t.gemeente = s.gemeente
      WHERE b.soort = 'JW323' AND ${waar}),
    vol AS (
      SELECT t.gemeente, t.toewijzing_nummer, ${grens} AS grens
      FROM (SELECT gemeente, toewijzing_nummer, sum(greatest(maat, 0)) AS som, max(eind) AS laatste FROM lijn GROUP BY ALL)
        JOIN keten_toegewezen t USING (gemeente, toewijzing_nummer) WHERE som > ${grens})
    SELECT l.bericht_id, l.regel FROM lijn l JOIN vol USING (gemeente, toewijzing_nummer)
    QUALIFY sum(l.maat) OVER (PARTITION BY l.gemeente, l.toewijzing_nummer ORDER BY l.dagtekening, l.bericht_id, l.regel
      ROWS UNBOUNDED PRECEDING) > grens`;
}

/** Rules about declarations, their lines and the answers to them. Source: iJw 3.2 reference f.3. */
export const ketenDeclaraties: readonly KetenRegel[] = [
  {
    code: 'TR304',
    betekenis: 'A line names the client of its toewijzing; a returned line the client who was declared.',
    ernst: 'fout',
    retourcode: '8187',
    // Two tables, so that no order of joining can begin with all answers of a provider times all its lines.
    sql: `WITH beantwoord AS MATERIALIZED (
        SELECT r.bericht_id, r.regel, r.pseudoniem, r.referentie_nummer, a.aanbieder
        FROM prestatie_antwoord r JOIN bericht_geldig a ON a.bericht_id = r.bericht_id AND a.soort = 'JW325'),
      gedeclareerd AS MATERIALIZED (
        SELECT p.aanbieder, p.referentie_nummer, p.pseudoniem FROM keten_prestatie p
        WHERE p.soort = 'JW323' AND p.referentie_nummer IN (SELECT referentie_nummer FROM beantwoord))
      ${bijToewijzing('t.een_partij AND r.pseudoniem <> t.pseudoniem')} UNION ALL
      SELECT r.bericht_id, r.regel FROM beantwoord r JOIN gedeclareerd p ON p.aanbieder = r.aanbieder AND p.referentie_nummer = r.referentie_nummer
      GROUP BY ALL HAVING bool_and(p.pseudoniem <> r.pseudoniem)`,
  },
  {
    code: 'TR307',
    betekenis: 'A ProductPeriode does not begin before its toewijzing.',
    ernst: 'fout',
    retourcode: '9307',
    beperking: WIJDST,
    sql: bijToewijzing('r.begindatum < t.vanaf'),
  },
  {
    code: 'TR308',
    betekenis: 'A ProductPeriode does not end after its toewijzing.',
    ernst: 'fout',
    retourcode: '9308',
    beperking: WIJDST,
    sql: bijToewijzing('r.einddatum > t.tot'),
  },
  {
    code: 'TR314',
    betekenis: 'A provider uses a ReferentieNummer once.',
    ernst: 'fout',
    retourcode: '8021',
    sql: herhaald(
      'keten_prestatie',
      'aanbieder, referentie_nummer',
      'bericht_id IN (SELECT bericht_id FROM declaratiebericht)',
    ),
  },
  {
    code: 'TR321',
    betekenis: 'The volume of a line fits what its toewijzing gives for the ProductPeriode.',
    ernst: 'waarschuwing',
    retourcode: '9321',
    beperking: `${WIJDST} A week that two months share counts for both. What a contract adds is not in the traffic; a total (Frequentie 6) is judged by TR322.`,
    sql: bijToewijzing(
      `${OMVANG} AND t.frequentie <> '6' AND r.volume >
       keten_ruimte(t.volume, t.frequentie, r.begindatum, r.einddatum) * keten_maat(r.eenheid, t.eenheid)`,
    ),
  },
  {
    code: 'TR322',
    betekenis: 'All lines together fit what their toewijzing gives over its whole run.',
    ernst: 'waarschuwing',
    retourcode: '9322',
    beperking: `${WIJDST} What a contract adds is not in the traffic.`,
    sql: boven(
      's.volume / keten_maat(s.eenheid, t.eenheid)',
      'keten_ruimte(t.volume, t.frequentie, t.vanaf, coalesce(t.tot, greatest(t.vanaf, laatste)))',
      `${OMVANG} AND keten_maat(s.eenheid, t.eenheid) IS NOT NULL`,
    ),
  },
  {
    code: 'TR323',
    betekenis: 'A credit names a debit line of the provider that stands or stood.',
    ernst: 'fout',
    retourcode: '8017',
    sql: zonder(
      'keten_prestatie',
      'regel_telt',
      "t.debet_credit = 'D' AND t.aanbieder = r.aanbieder AND t.referentie_nummer = r.vorig_referentie_nummer",
      "r.soort = 'JW323' AND r.debet_credit = 'C'",
    ),
  },
  {
    code: 'TR333',
    betekenis: 'A provider uses a DeclaratieNummer once.',
    ernst: 'fout',
    retourcode: '9333',
    sql: `SELECT r.bericht_id, r.regel FROM keten_declaratie r WHERE r.soort = 'JW323' AND EXISTS (
      SELECT 1 FROM keten_declaratie t JOIN declaratiebericht d ON d.bericht_id = t.bericht_id
      WHERE t.soort = 'JW323' AND t.aanbieder = r.aanbieder AND t.declaratie_nummer = r.declaratie_nummer
        AND (t.dagtekening, t.bericht_id) < (r.dagtekening, r.bericht_id))`,
  },
  {
    code: 'TR337',
    betekenis: 'A JW325 answers a JW323 that was sent.',
    ernst: 'fout',
    sql: `SELECT r.bericht_id, NULL FROM bericht_geldig r WHERE r.soort = 'JW325' AND NOT EXISTS (
      SELECT 1 FROM bericht_geldig h WHERE h.soort = 'JW323' AND h.aanbieder = r.aanbieder AND h.identificatie = r.declaratie_identificatie)`,
  },
  {
    code: 'TR338',
    betekenis: 'A line names a toewijzing that was sent.',
    ernst: 'fout',
    retourcode: '9338',
    sql: zonder(
      'keten_prestatie',
      'keten_toegewezen',
      TOEWIJZING,
      "r.soort = 'JW323' AND r.debet_credit = 'D'",
    ),
  },
  {
    code: 'TR339',
    betekenis: 'A line has the ProductCategorie that was assigned.',
    ernst: 'fout',
    retourcode: '9339',
    sql: bijToewijzing('t.een_product AND t.categorie IS NOT NULL AND r.categorie <> t.categorie'),
  },
  {
    code: 'TR340',
    betekenis: 'A line has the ProductCode that was assigned.',
    ernst: 'fout',
    retourcode: '9340',
    sql: bijToewijzing('t.een_product AND t.code IS NOT NULL AND r.code <> t.code'),
  },
  {
    code: 'TR341',
    betekenis: 'A line has the Eenheid that was assigned, or minutes where hours were.',
    ernst: 'fout',
    retourcode: '9341',
    beperking: 'Without an assigned Omvang the contract decides, which is not in the traffic.',
    sql: bijToewijzing(`${OMVANG} AND keten_maat(r.eenheid, t.eenheid) IS NULL`),
  },
  {
    code: 'TR366',
    betekenis: 'Every line of a JW325 comes from a JW323.',
    ernst: 'fout',
    retourcode: '9366',
    beperking: 'Not said of answers to a JW323 that is not here: TR337 says that.',
    sql: `SELECT r.bericht_id, r.regel FROM prestatie_antwoord r JOIN bericht_geldig a USING (bericht_id)
      WHERE a.soort = 'JW325' AND EXISTS (SELECT 1 FROM bericht_geldig h
        WHERE h.soort = 'JW323' AND h.aanbieder = a.aanbieder AND h.identificatie = a.declaratie_identificatie)
      AND NOT EXISTS (SELECT 1 FROM keten_prestatie p
        WHERE p.soort = 'JW323' AND p.aanbieder = a.aanbieder AND p.referentie_nummer = r.referentie_nummer)`,
  },
  {
    code: 'TR369',
    betekenis: 'What is declared on a toewijzing with a Budget fits it.',
    ernst: 'fout',
    retourcode: '9369',
    beperking: WIJDST,
    sql: boven('s.bedrag_cents', 't.budget_cents', 't.heeft_budget'),
  },
  {
    code: 'TR376',
    betekenis: 'The DeclaratieNummer of a JW325 is that of the JW323 it answers.',
    ernst: 'fout',
    sql: `SELECT r.bericht_id, r.regel FROM declaratie_antwoord r JOIN bericht_geldig a USING (bericht_id)
        JOIN bericht_geldig h ON h.soort = 'JW323' AND h.aanbieder = a.aanbieder AND h.identificatie = a.declaratie_identificatie
        JOIN declaratie d ON d.bericht_id = h.bericht_id
      WHERE a.soort = 'JW325' AND r.declaratie_nummer <> d.declaratie_nummer`,
  },
  {
    code: 'TR384',
    betekenis: 'Nothing is declared on a toewijzing after it was deleted.',
    ernst: 'fout',
    retourcode: '9384',
    sql: `SELECT r.bericht_id, r.regel FROM (SELECT s.*, b.dagtekening FROM prestatie_staand s JOIN bericht_geldig b USING (bericht_id)) r
        JOIN keten_toegewezen t ON ${TOEWIJZING}
      WHERE r.dagtekening >= t.verwijderd_op AND NOT EXISTS (
        SELECT 1 FROM toewijzing_actueel a WHERE a.gemeente = t.gemeente AND a.toewijzing_nummer = t.toewijzing_nummer)`,
  },
  {
    code: 'TR387',
    betekenis: 'A ProductPeriode begins on the first of the month, or where its toewijzing begins.',
    ernst: 'fout',
    retourcode: '9387',
    sql: bijToewijzing(
      "r.begindatum <> date_trunc('month', r.begindatum)::DATE AND r.begindatum > t.vanaf AND NOT EXISTS (SELECT 1 FROM toewijzing_telt v WHERE v.gemeente = t.gemeente AND v.toewijzing_nummer = t.toewijzing_nummer AND v.ingangsdatum = r.begindatum)",
    ),
  },
  {
    code: 'TR388',
    betekenis: 'A ProductPeriode ends on the last of the month, or where its toewijzing ends.',
    ernst: 'fout',
    retourcode: '9388',
    sql: bijToewijzing(
      'r.einddatum <> last_day(r.einddatum) AND coalesce(r.einddatum < t.tot, true) AND NOT EXISTS (SELECT 1 FROM toewijzing_telt v WHERE v.gemeente = t.gemeente AND v.toewijzing_nummer = t.toewijzing_nummer AND v.einddatum = r.einddatum)',
    ),
  },
  {
    code: 'TR389',
    betekenis:
      'A second debit for a toewijzing, period, category and code comes after the first was credited.',
    ernst: 'fout',
    retourcode: '9389',
    sql: herhaald(
      `(SELECT s.*, b.dagtekening FROM prestatie_staand s JOIN bericht b USING (bericht_id)
        WHERE b.soort = 'JW323' AND s.toewijzing_nummer IS NOT NULL)`,
      'gemeente, aanbieder, toewijzing_nummer, begin, eind, categorie, code',
    ),
  },
  {
    code: 'TR390',
    betekenis: 'A debit is credited once; credits that were refused do not count.',
    ernst: 'fout',
    retourcode: '9390',
    sql: herhaald('regel_telt', 'aanbieder, vorig_referentie_nummer', "debet_credit = 'C'"),
  },
];
