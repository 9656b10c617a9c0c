// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';

/** Sources beside message traffic, by what one of their rows is. */
export const RIJ_BRONNEN = [
  'maatregelen',
  'beschikkingen',
  'jbt-aanmeldingen',
  'jbt-besluiten',
  'cit',
  'plaatsingen',
  'proeftuin',
  'wachttijden',
  'wachtduren',
  'uitvragen',
  'antwoorden',
  'verschillen',
  'formulieren',
  'onderdelen',
  'bevolking',
  'cbs',
] as const;
export type RijBron = (typeof RIJ_BRONNEN)[number];

interface RijTabel {
  /** Kind of delivery (`bron_gedekt.soort`) without which nothing is known of a period; absent where the quantities say themselves what is unknown. */
  readonly levering?: string;
  /**
   * Select with `gemeente` (null when the source does not tell: then the row counts in the region only), first and last day `van` and `tot`,
   * and the columns that quantities and dimensions use.
   */
  readonly sql: string;
  /** Dimensions beside `gemeente`, which are columns. */
  readonly dimensies: readonly Dimensie[];
  /** Codes that a dimension always shows. */
  readonly vast?: Readonly<Partial<Record<Dimensie, readonly string[]>>>;
  /** A survey of quarters: for a longer period only that of the quarter `peilkwartaal` counts. */
  readonly peiling?: true;
  /** Column that depends on the period, in terms of `q` and `r`. */
  readonly perPeriode?: string;
}

const LOOPT = "DATE '9999-12-31'";
const ZORGVORMEN = ['dys', 'lvb', 'ggz', 'jo', 'mix', 'kdc', 'jeugdzorgplus', 'pleegzorg', 'gezinshuis'];
const WACHTKLASSEN = ['0-14', '15-28', '29-42', '43-56', '57-70', '71-84', '85-98', '99-112', '>112'];
const VERBLIJF = ['ambulant', 'verblijf'];
const JBT_VERWIJZERS = ['cit-cid', 'lokale-teams', 'gi', 'veilig-thuis', 'aanbieders', 'overig'];
const JBT_BESLUITEN = ['start', 'geen', 'uitgesteld', 'nvt-overig'];

/** Foster care and family homes are asked in a survey of their own; who answered that one is not counted in the regular one too. */
const WACHTTIJD = `SELECT * FROM wachttijd_actueel w WHERE uitvraag = 'pleegzorg' OR zorgvorm IS NULL
    OR zorgvorm NOT IN ('pleegzorg', 'gezinshuis') OR NOT EXISTS (SELECT 1 FROM wachttijd_actueel p WHERE p.uitvraag = 'pleegzorg'
      AND p.aanbieder = w.aanbieder AND p.kwartaal = w.kwartaal AND p.zorgvorm = w.zorgvorm)`;

const FORMULIER = `SELECT u.gemeente, u.datum, u.aanbieder, u.informant, u.pseudoniem, u.onderdeel, u.waarde
  FROM uitkomst_actueel u LEFT JOIN client c ON c.pseudoniem = u.pseudoniem
  WHERE u.instrument = 'big5' AND u.moment = 'eind' AND u.onderdeel IS NOT NULL
    AND coalesce(make_date(c.geboorte_jaar, coalesce(c.geboorte_maand, 1), 1) + to_months(198) <= u.datum, true)`;

/** First and last age of the classes of those who are not of age; nobody of them is in the class above. */
const KINDERKLASSEN = [
  ['0-3', 0, 3],
  ['4-11', 4, 11],
  ['12-17', 12, 17],
] as const;

/**
 * Residents per gemeente and year: all together, and where the source of that number tells the parts, by class of age, by sex and by both (`deel` says which
 * of these a row is). A part is told when all its ages are, of both sexes or of its own.
 */
const BEVOLKING = `SELECT gemeente, make_date(jaar, 1, 1) AS van, make_date(jaar, 12, 31) AS tot, * EXCLUDE (gemeente)
  FROM (WITH geteld AS (
    SELECT regio AS gemeente, left(periode, 4)::INTEGER AS jaar, 'cbs' AS uit, (right(dimensies_leeftijd, 4)::INTEGER // 100) AS vanaf, vanaf AS tm,
      CASE dimensies_geslacht WHEN '3000' THEN '1' WHEN '4000' THEN '2' END AS geslacht, dimensies_geslacht = 'T001038' AS samen, waarde::BIGINT AS aantal
    FROM (SELECT *, regexp_extract(dimensies, 'Leeftijd=(\\d+)', 1) AS dimensies_leeftijd, regexp_extract(dimensies, 'Geslacht=(\\w+)', 1) AS dimensies_geslacht
      FROM cbs_waarneming_actueel WHERE lower(tabel) = '03759ned' AND (onderwerp = 'M000352' OR starts_with(onderwerp, 'BevolkingOp1Januari_'))
        AND periode LIKE '%JJ00' AND waarde IS NOT NULL AND contains(dimensies, 'BurgerlijkeStaat=T001019'))
    WHERE regexp_matches(dimensies_leeftijd, '^(10010|10[1-9]00|11[0-7]00)$')
    UNION ALL
    SELECT gemeente, year(peildatum), afzender, leeftijd_van, leeftijd_tot, geslacht, true, aantal
    FROM bevolking_actueel WHERE leeftijd_tot <= 17 AND month(peildatum) = 1 AND day(peildatum) = 1),
  ingedeeld AS (
    SELECT t.gemeente, t.jaar, k.leeftijd, k.tm - k.vanaf + 1 AS jaren, t.geslacht, t.samen, t.tm - t.vanaf + 1 AS eigen, t.aantal
    FROM geteld t JOIN bevolking_jeugd j ON j.gemeente = t.gemeente AND j.jaar = t.jaar AND j.uit = t.uit
    LEFT JOIN (VALUES ${KINDERKLASSEN.map(([code, from, to]) => `('${code}', ${from}, ${to})`).join(', ')}) k(leeftijd, vanaf, tm)
      ON t.vanaf >= k.vanaf AND t.tm <= k.tm)
  SELECT gemeente, jaar, '' AS deel, NULL::VARCHAR AS leeftijd, NULL::VARCHAR AS geslacht, jongeren FROM bevolking_jeugd
  UNION ALL SELECT gemeente, jaar, 'leeftijd', leeftijd, NULL, sum(aantal) FROM ingedeeld WHERE samen AND leeftijd IS NOT NULL
    GROUP BY gemeente, jaar, leeftijd, jaren HAVING sum(CASE WHEN geslacht IS NULL THEN 2 ELSE 1 END * eigen) = 2 * jaren
  UNION ALL SELECT gemeente, jaar, 'geslacht', NULL, geslacht, sum(aantal) FROM ingedeeld WHERE geslacht IS NOT NULL
    GROUP BY gemeente, jaar, geslacht HAVING sum(eigen) = 18
  UNION ALL SELECT gemeente, jaar, 'leeftijd,geslacht', leeftijd, geslacht, sum(aantal) FROM ingedeeld WHERE geslacht IS NOT NULL AND leeftijd IS NOT NULL
    GROUP BY gemeente, jaar, leeftijd, geslacht, jaren HAVING sum(eigen) = jaren
  UNION ALL SELECT gemeente, jaar, 'leeftijd', '18+', NULL, 0 FROM bevolking_jeugd
  UNION ALL SELECT gemeente, jaar, 'leeftijd,geslacht', '18+', g.code, 0 FROM bevolking_jeugd, (VALUES ('1'), ('2')) g(code))`;

/** What the derived tables of each source look like to an indicator. Source: docs/reference/bronnen.md */
export const RIJ_TABELLEN: Readonly<Record<RijBron, RijTabel>> = {
  maatregelen: {
    levering: 'maatregelen',
    sql: `SELECT gemeente, begin AS van, coalesce(eind, ${LOOPT}) AS tot, pseudoniem AS wie, gi, soort AS kind FROM maatregel_actueel WHERE soort <> 'muhp'`,
    dimensies: ['gi', 'soort'],
    // Two years or longer on the last day of the period, or at its end in the period.
    perPeriode: `CASE WHEN r.kind <> 'ots' THEN r.kind WHEN r.van + to_months(24) <= least(r.tot, q.tot) THEN 'ots-lang' ELSE 'ots-kort' END AS soort`,
  },
  beschikkingen: {
    levering: 'maatregelen',
    sql: `SELECT gemeente, coalesce(beschikking_op, begin) AS van, coalesce(beschikking_op, begin) AS tot, gi, soort FROM maatregel_actueel`,
    dimensies: ['gi', 'soort'],
  },
  'jbt-aanmeldingen': {
    levering: 'jbt',
    sql: `SELECT gemeente, datum AS van, datum AS tot, gezin AS wie, verwijzer FROM jbt_aanmelding_actueel WHERE soort = 'regulier'`,
    dimensies: ['verwijzer'],
    vast: { verwijzer: JBT_VERWIJZERS },
  },
  'jbt-besluiten': {
    levering: 'jbt',
    sql: `SELECT gemeente, besluitdatum AS van, besluitdatum AS tot, gezin AS wie, verwijzer, besluit FROM jbt_aanmelding_actueel
      WHERE soort = 'regulier' AND besluit IS NOT NULL AND besluitdatum IS NOT NULL`,
    dimensies: ['besluit', 'verwijzer'],
    vast: { besluit: JBT_BESLUITEN, verwijzer: JBT_VERWIJZERS },
  },
  cit: {
    levering: 'cit',
    sql: 'SELECT gemeente, datum AS van, datum AS tot, soort FROM cit_zaak_actueel',
    dimensies: ['soort'],
  },
  plaatsingen: {
    levering: 'jeugdzorgplus',
    sql: `SELECT gemeente, begin AS van, coalesce(eind, ${LOOPT}) AS tot, coalesce(pseudoniem::VARCHAR, bron_id || '-' || rij) AS wie, voorziening
      FROM jeugdzorgplus_plaatsing_actueel`,
    dimensies: ['voorziening'],
  },
  proeftuin: {
    levering: 'proeftuin',
    sql: `SELECT gemeente, gezin AS wie, domein, zorg AS soort, make_date(left(periode, 4)::INTEGER, CASE WHEN length(periode) = 4 THEN 1 ELSE right(periode, 1)::INTEGER * 3 - 2 END, 1) AS van,
      last_day(make_date(left(periode, 4)::INTEGER, CASE WHEN length(periode) = 4 THEN 12 ELSE right(periode, 1)::INTEGER * 3 END, 1)) AS tot
      FROM proeftuin_zorg_actueel`,
    dimensies: ['domein', 'soort'],
    vast: { domein: ['bestaanszekerheid', 'gezondheid', 'netwerk'] },
  },
  wachttijden: {
    levering: 'wachttijden',
    sql: `SELECT gemeente, peildatum AS van, peildatum AS tot, aanbieder, coalesce(zorgvorm, 'onbekend') AS zorgvorm, coalesce(verblijf, 'onbekend') AS verblijf,
      coalesce(leeftijdsklasse, 'onbekend') AS leeftijd, coalesce(wachtklasse, 'onbekend') AS wachtklasse, coalesce(zorgvorm_detail, 'geen') AS soort,
      coalesce(wachtenden, 0) AS wachtenden, coalesce(meer_dan_90_dagen, 0) AS meer_dan_90_dagen, coalesce(met_overbrugging, 0) AS met_overbrugging, coalesce(in_zorg, 0) AS in_zorg
      FROM (${WACHTTIJD}) WHERE niets_te_melden IS DISTINCT FROM 'ja'`,
    dimensies: ['zorgvorm', 'verblijf', 'leeftijd', 'wachtklasse', 'aanbieder', 'soort'],
    vast: { zorgvorm: ZORGVORMEN, wachtklasse: WACHTKLASSEN, verblijf: VERBLIJF },
    peiling: true,
  },
  wachtduren: {
    levering: 'wachttijden',
    sql: `SELECT gemeente, peildatum AS van, peildatum AS tot, aanbieder, coalesce(zorgvorm, 'onbekend') AS zorgvorm, coalesce(verblijf, 'onbekend') AS verblijf,
      gebruikelijke_wachtklasse AS wachtklasse FROM (${WACHTTIJD}) WHERE gebruikelijke_wachtklasse IS NOT NULL`,
    dimensies: ['wachtklasse', 'zorgvorm', 'verblijf'],
    vast: { zorgvorm: ZORGVORMEN, wachtklasse: WACHTKLASSEN, verblijf: VERBLIJF },
    peiling: true,
  },
  uitvragen: {
    levering: 'uitvragen',
    sql: `SELECT NULL::VARCHAR AS gemeente, u.peildatum AS van, u.peildatum AS tot, u.aanbieder, u.uitvraag AS soort, coalesce(u.zorgvorm, 'alle') AS zorgvorm,
      EXISTS (SELECT 1 FROM wachttijd_actueel w WHERE w.uitvraag = u.uitvraag AND w.kwartaal = u.kwartaal AND w.aanbieder = u.aanbieder
        AND (u.zorgvorm IS NULL OR w.zorgvorm = u.zorgvorm OR w.zorgvorm IS NULL)) AS geantwoord
      FROM uitvraag_actueel u`,
    dimensies: ['soort', 'zorgvorm'],
    vast: { soort: ['regulier', 'pleegzorg'] },
    peiling: true,
  },
  antwoorden: {
    levering: 'uitkomsten',
    sql: `SELECT gemeente, datum AS van, datum AS tot, aanbieder, informant, instrument AS soort, instrument, waarde FROM uitkomst_actueel WHERE moment = 'eind'`,
    dimensies: ['informant', 'aanbieder', 'instrument'],
  },
  verschillen: {
    levering: 'uitkomsten',
    sql: `SELECT e.gemeente, e.datum AS van, e.datum AS tot, e.aanbieder, e.informant, e.instrument, e.waarde - b.waarde AS verschil, s.grens, s.richting,
      CASE WHEN abs(e.waarde - b.waarde) < s.grens THEN 'ongewijzigd' WHEN (e.waarde - b.waarde) * s.richting > 0 THEN 'verbeterd' ELSE 'verslechterd' END AS oordeel
      FROM uitkomst_actueel e JOIN schaal s ON s.instrument = e.instrument
      JOIN (SELECT * FROM uitkomst_actueel WHERE moment = 'begin' AND waarde IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY aanbieder, pseudoniem, traject, informant, instrument, onderdeel ORDER BY datum, bron_id, rij) = 1) b
        ON b.aanbieder = e.aanbieder AND b.pseudoniem = e.pseudoniem AND b.traject IS NOT DISTINCT FROM e.traject AND b.informant = e.informant
        AND b.instrument = e.instrument AND b.onderdeel IS NOT DISTINCT FROM e.onderdeel AND b.datum <= e.datum
      WHERE e.moment = 'eind' AND e.waarde IS NOT NULL`,
    dimensies: ['informant', 'aanbieder', 'instrument'],
  },
  formulieren: {
    levering: 'uitkomsten',
    sql: `SELECT gemeente, datum AS van, datum AS tot, aanbieder, informant, count(DISTINCT onderdeel) FILTER (waarde IS NOT NULL) AS ingevuld,
      count(DISTINCT onderdeel) FILTER (waarde >= 1) AS goed FROM (${FORMULIER}) GROUP BY gemeente, datum, aanbieder, informant, pseudoniem`,
    dimensies: ['informant', 'aanbieder'],
  },
  onderdelen: {
    levering: 'uitkomsten',
    sql: `SELECT gemeente, datum AS van, datum AS tot, aanbieder, informant, onderdeel AS soort, waarde FROM (${FORMULIER}) WHERE waarde IS NOT NULL
      QUALIFY count(DISTINCT onderdeel) OVER (PARTITION BY gemeente, datum, aanbieder, informant, pseudoniem) = 5`,
    dimensies: ['informant', 'aanbieder'],
  },
  bevolking: {
    sql: BEVOLKING,
    dimensies: ['leeftijd', 'geslacht'],
  },
  cbs: {
    sql: `SELECT regio AS gemeente, make_date(left(periode, 4)::INTEGER, 1, 1) AS van, make_date(left(periode, 4)::INTEGER, 12, 31) AS tot,
      regexp_replace(onderwerp, '_\\d+$', '') AS soort, concat_ws('|', coalesce(waarde::VARCHAR, ''), coalesce(attribuut, ''), coalesce(periode_status, '')) AS gegeven
      FROM cbs_waarneming_actueel WHERE tabel = '85098NED' AND periode LIKE '%JJ00'`,
    dimensies: [],
  },
};
