// SPDX-License-Identifier: EUPL-1.2

/** Steps of the derivation that rules need: what was delivered and not refused. */
export const KETEN_STEPS: readonly string[] = [
  'bericht_geldig',
  'retourbericht',
  'bericht_telt',
  'klasse_geweigerd',
  'toewijzing_telt',
  'start_telt',
  'stop_telt',
  'verzoek_telt',
  'antwoordbericht',
  'antwoord_geldig',
  'declaratiebericht',
  'regel_antwoord',
  'regel_telt',
];

/** Raw tables whose rows are judged. */
const BEOORDEELD = ['toewijzing', 'start', 'stop', 'prestatie', 'verzoek', 'antwoord', 'declaratie'];

/** Takes away what `KETEN_STEPS` and `KETEN_VIEWS` make. */
export const KETEN_OPRUIMEN: readonly string[] = [
  ...BEOORDEELD.map((tabel) => `DROP VIEW temp.keten_${tabel}`),
  ...[...KETEN_STEPS, 'keten_toegewezen'].map((tabel) => `DROP TABLE temp.${tabel}`),
];

/**
 * What rules look at. A rule is judged for every delivered row, against what counts: a message, class or line that was refused was not sent.
 * `keten_toegewezen` has one row per toewijzing, as wide as its versions: what any of them allowed was allowed.
 */
export const KETEN_VIEWS: readonly string[] = [
  ...BEOORDEELD.map(
    (tabel) => `CREATE OR REPLACE TEMP VIEW keten_${tabel} AS
      SELECT r.*, b.soort, b.gemeente, b.aanbieder, b.dagtekening FROM ${tabel} r JOIN bericht_geldig b USING (bericht_id)`,
  ),
  `CREATE OR REPLACE TEMP TABLE keten_toegewezen AS SELECT gemeente, toewijzing_nummer, min(ingangsdatum) AS vanaf,
     CASE WHEN bool_or(einddatum IS NULL) THEN NULL ELSE max(einddatum) END AS tot,
     min(pseudoniem) AS pseudoniem, min(pseudoniem) = max(pseudoniem) AND min(aanbieder) = max(aanbieder) AS een_partij,
     min(categorie) AS categorie, min(code) AS code, min(concat(categorie, '/', code)) = max(concat(categorie, '/', code)) AS een_product,
     max(volume) AS volume, min(eenheid) AS eenheid, min(frequentie) AS frequentie,
     bool_and(volume IS NOT NULL) AND min(concat(eenheid, '/', frequentie)) = max(concat(eenheid, '/', frequentie)) AS een_omvang,
     max(budget_cents) AS budget_cents, bool_and(budget_cents IS NOT NULL) AS heeft_budget,
     max(CASE WHEN ${verwijderd()} THEN dagtekening END) AS verwijderd_op
     FROM toewijzing_telt WHERE toewijzing_nummer IS NOT NULL GROUP BY gemeente, toewijzing_nummer`,
  // iJw 3.2 IV077: a week counts for every period that it touches; so do four weeks, a month and a year.
  `CREATE OR REPLACE TEMP MACRO keten_ruimte(volume, frequentie, van, tot) AS volume * CASE frequentie
     WHEN '1' THEN date_diff('day', van, tot) + 1
     WHEN '2' THEN date_diff('week', van, tot) + 1
     WHEN '3' THEN date_diff('day', van, tot) // 28 + 1
     WHEN '4' THEN date_diff('month', van, tot) + 1
     WHEN '5' THEN date_diff('year', van, tot) + 1
     WHEN '6' THEN 1 END`,
  // iJw 3.2 TR341: minutes may be declared where hours were assigned.
  `CREATE OR REPLACE TEMP MACRO keten_maat(gedeclareerd, toegewezen) AS CASE
     WHEN gedeclareerd = toegewezen THEN 1 WHEN gedeclareerd = '01' AND toegewezen = '04' THEN 60 END`,
];

/** iJw 3.2 CS335: RedenWijziging 13 deletes a toewijzing; before it existed, 01 with Einddatum = Ingangsdatum did. */
function verwijderd(): string {
  return "coalesce(reden_wijziging = '13' OR (reden_wijziging = '01' AND einddatum = ingangsdatum), false)";
}
