// SPDX-License-Identifier: EUPL-1.2
import { LEEFTIJDSKLASSEN } from '../dimensie.ts';
import type { FigurePlan } from '../figure-plan.ts';
import type { RijBron } from '../rij-bron.ts';
import { dateLiteral, literal, type UitlegCel } from './cel.ts';

/** The delivered rows that a quantity over another source can be about. */
export interface BronRijen {
  /** Kind of delivery (`bron.soort`) without which nothing is known of a period. */
  readonly levering?: string;
  /** Raw tables that its files fill; those in force stand in a table of the same name with `_actueel`. */
  readonly tabellen: readonly [string, ...string[]];
  /** What the rows chosen here are, in words. */
  readonly wat: string;
  /** Select of rows in force: `bron_id`, `rij`, `gemeente`, first and last day `van` and `tot`, and what is counted or selected by. */
  readonly sql: (cel: UitlegCel, plan: FigurePlan) => string;
  /** A survey of quarters: of a longer period the quarter `peilkwartaal` counts alone. */
  readonly peiling?: true;
  /** A figure of a code that the source publishes, not of gemeenten; and of exactly the period. */
  readonly gepubliceerd?: true;
  /** Column that says which of the tables a row stands in; absent = the first. */
  readonly rol?: string;
  /** Further rows that the chosen ones `r` rest on: a select of `bron_id`, `rij`, `rol` from `gekozen`. */
  readonly ook?: string;
}

const LOOPT = "DATE '9999-12-31'";
/** Foster care and family homes are asked apart: who answered that survey is not counted in the regular one too. */
const WACHTTIJD = `wachttijd_actueel w WHERE (coalesce(w.uitvraag, '') = 'pleegzorg' OR coalesce(w.zorgvorm, '') NOT IN ('pleegzorg', 'gezinshuis')
    OR (w.aanbieder, w.kwartaal, w.zorgvorm) NOT IN (SELECT p.aanbieder, p.kwartaal, p.zorgvorm FROM wachttijd_actueel p WHERE p.uitvraag = 'pleegzorg' AND p.zorgvorm IS NOT NULL))`;
const GEVOLGDE_PERIODE = `make_date(left(periode, 4)::INTEGER, CASE WHEN length(periode) = 4 THEN 1 ELSE right(periode, 1)::INTEGER * 3 - 2 END, 1)`;
/** Forms of the Big 5 at the end of care, of young people of 16½ or older as far as their age is known. */
const FORMULIER = `SELECT u.bron_id, u.rij, u.gemeente, u.datum AS van, u.datum AS tot, u.aanbieder, u.informant, u.onderdeel, u.waarde,
    {'gemeente': u.gemeente, 'datum': u.datum, 'aanbieder': u.aanbieder, 'informant': u.informant, 'wie': u.pseudoniem} AS formulier
  FROM uitkomst_actueel u LEFT JOIN client c ON c.pseudoniem = u.pseudoniem
  WHERE u.instrument = 'big5' AND u.moment = 'eind' AND u.onderdeel IS NOT NULL
    AND (c.geboorte_jaar IS NULL OR make_date(c.geboorte_jaar, coalesce(c.geboorte_maand, 1), 1) + INTERVAL 198 MONTH <= u.datum)`;

/** Of CBS: ages and sexes, and both sexes together. */
const LEEFTIJD = "regexp_extract(dimensies, 'Leeftijd=([0-9]+)', 1)";
const GESLACHT = "regexp_extract(dimensies, 'Geslacht=([A-Z0-9]+)', 1)";
const BEIDE = 'T001038';
const VAN_GESLACHT: Readonly<Record<string, string>> = { '1': '3000', '2': '4000' };

/** Codes of CBS for ages from one to another; the first year of life has a code of its own. */
function leeftijdCodes(van: number, tot: number): readonly string[] {
  return Array.from({ length: tot - van + 1 }, (_, place) =>
    van + place === 0 ? '10010' : String(10_000 + 100 * (van + place)),
  );
}

/**
 * Rows in force of the source that tells the young residents of a gemeente in a year, of the ages and the sex of the cell, each with the number of all of them together as
 * `jongeren`: known when every age of the cell is told once of every sex. Nobody of them is 18 or older.
 */
function bevolking({ leeftijd, geslacht }: UitlegCel['selectie']): string {
  const klasse = LEEFTIJDSKLASSEN.find(({ code }) => code === leeftijd);
  const volwassen = klasse !== undefined && klasse.totEnMet === undefined;
  const place = klasse === undefined || volwassen ? -1 : LEEFTIJDSKLASSEN.indexOf(klasse);
  const van = place > 0 ? (LEEFTIJDSKLASSEN[place - 1]?.totEnMet ?? -1) + 1 : 0;
  const tot = place < 0 ? 17 : (klasse?.totEnMet ?? 17);
  const kant = volwassen ? undefined : geslacht;
  const cbs = kant === undefined ? BEIDE : (VAN_GESLACHT[kant] ?? '');
  const eigen = kant === undefined ? 'true' : `geslacht = ${literal(kant)}`;
  const gewicht = kant === undefined ? 'CASE WHEN geslacht IS NULL THEN 2 ELSE 1 END' : '1';
  const compleet = (kant === undefined ? 2 : 1) * (tot - van + 1);
  const own = [
    ...(leeftijd === undefined ? [] : [`, ${literal(leeftijd)} AS leeftijd`]),
    ...(geslacht === undefined ? [] : [`, ${literal(geslacht)} AS geslacht`]),
  ];
  return `SELECT bron_id, rij, rol, gemeente, make_date(jaar, 1, 1) AS van, make_date(jaar, 12, 31) AS tot${own.join('')},
    ${volwassen ? '0' : `CASE WHEN sum(jaren) OVER g = ${compleet} THEN sum(aantal) OVER g END`} AS jongeren
  FROM (
    SELECT bron_id, rij, 'cbs_waarneming' AS rol, regio AS gemeente, left(periode, 4)::INTEGER AS jaar, 'cbs' AS uit, ${kant === undefined ? 2 : 1} AS jaren, waarde::BIGINT AS aantal FROM cbs_waarneming_actueel
    WHERE lower(tabel) = '03759ned' AND (onderwerp = 'M000352' OR onderwerp LIKE 'BevolkingOp1Januari^_%' ESCAPE '^') AND periode LIKE '%JJ00' AND waarde IS NOT NULL
      AND ${LEEFTIJD} IN (${leeftijdCodes(van, tot).map(literal).join(', ')}) AND ${GESLACHT} = ${literal(cbs)} AND dimensies LIKE '%BurgerlijkeStaat=T001019%'
    UNION ALL
    SELECT bron_id, rij, 'bevolking', gemeente, year(peildatum), afzender, ${gewicht} * (leeftijd_tot - leeftijd_van + 1), aantal FROM bevolking_actueel
    WHERE leeftijd_van >= ${van} AND leeftijd_tot <= ${tot} AND strftime(peildatum, '%m-%d') = '01-01' AND ${eigen})
  JOIN bevolking_jeugd USING (gemeente, jaar, uit) WINDOW g AS (PARTITION BY gemeente, jaar)`;
}

/** Per source what of it takes part. Written apart from the query of the figures, so that the two check each other. Source: docs/reference/bronnen.md */
export const BRON_RIJEN: Readonly<Record<RijBron, BronRijen>> = {
  maatregelen: {
    levering: 'maatregelen',
    tabellen: ['maatregel'],
    wat: 'measures, out-of-home authorisations left out; an ots is long from two years on, at the end of the period or at its own end',
    sql: ({
      periode,
    }) => `SELECT bron_id, rij, gemeente, begin AS van, coalesce(eind, ${LOOPT}) AS tot, pseudoniem AS wie, gi,
    CASE WHEN soort <> 'ots' THEN soort WHEN begin + INTERVAL 24 MONTH <= least(coalesce(eind, ${LOOPT}), ${dateLiteral(periode.tot)}) THEN 'ots-lang' ELSE 'ots-kort' END AS soort
  FROM maatregel_actueel WHERE soort <> 'muhp'`,
  },
  beschikkingen: {
    levering: 'maatregelen',
    tabellen: ['maatregel'],
    wat: 'measures and authorisations, on the day of their decision',
    sql: () =>
      'SELECT bron_id, rij, gemeente, coalesce(beschikking_op, begin) AS van, coalesce(beschikking_op, begin) AS tot, gi, soort FROM maatregel_actueel',
  },
  'jbt-aanmeldingen': {
    levering: 'jbt',
    tabellen: ['jbt_aanmelding'],
    wat: 'regular ones, without vots and VTH',
    sql: () =>
      "SELECT bron_id, rij, gemeente, datum AS van, datum AS tot, gezin AS wie, verwijzer FROM jbt_aanmelding_actueel WHERE soort = 'regulier'",
  },
  'jbt-besluiten': {
    levering: 'jbt',
    tabellen: ['jbt_aanmelding'],
    wat: 'regular ones, without vots and VTH, with a decision, on the day of the decision',
    sql: () =>
      "SELECT bron_id, rij, gemeente, besluitdatum AS van, besluitdatum AS tot, gezin AS wie, verwijzer, besluit FROM jbt_aanmelding_actueel WHERE soort = 'regulier' AND besluit IS NOT NULL",
  },
  cit: {
    levering: 'cit',
    tabellen: ['cit_zaak'],
    wat: 'cases',
    sql: () => 'SELECT bron_id, rij, gemeente, datum AS van, datum AS tot, soort FROM cit_zaak_actueel',
  },
  plaatsingen: {
    levering: 'jeugdzorgplus',
    tabellen: ['jeugdzorgplus_plaatsing'],
    wat: 'placements; who has no number that can be followed is one person per row',
    sql: () => `SELECT bron_id, rij, gemeente, begin AS van, coalesce(eind, ${LOOPT}) AS tot, voorziening,
    CASE WHEN pseudoniem IS NULL THEN concat(bron_id, '-', rij) ELSE pseudoniem::VARCHAR END AS wie FROM jeugdzorgplus_plaatsing_actueel`,
  },
  proeftuin: {
    levering: 'proeftuin',
    tabellen: ['proeftuin_zorg'],
    wat: 'concerns of families',
    sql: () => `SELECT bron_id, rij, gemeente, gezin AS wie, domein, zorg AS soort, ${GEVOLGDE_PERIODE} AS van,
    (${GEVOLGDE_PERIODE} + CASE WHEN length(periode) = 4 THEN INTERVAL 12 MONTH ELSE INTERVAL 3 MONTH END - INTERVAL 1 DAY)::DATE AS tot FROM proeftuin_zorg_actueel`,
  },
  wachttijden: {
    levering: 'wachttijden',
    tabellen: ['wachttijd'],
    wat: 'answers with children in them; foster care and family homes from the survey of their own where that was answered',
    sql: () => `SELECT w.bron_id, w.rij, w.gemeente, w.peildatum AS van, w.peildatum AS tot, w.aanbieder, w.zorgvorm, w.verblijf, w.leeftijdsklasse AS leeftijd,
    w.wachtklasse, coalesce(w.zorgvorm_detail, 'geen') AS soort, w.wachtenden, w.meer_dan_90_dagen, w.met_overbrugging, w.in_zorg
  FROM ${WACHTTIJD} AND coalesce(w.niets_te_melden, '') <> 'ja'`,
    peiling: true,
  },
  wachtduren: {
    levering: 'wachttijden',
    tabellen: ['wachttijd'],
    wat: 'answers that name a usual wait; foster care and family homes from the survey of their own where that was answered',
    sql: () => `SELECT w.bron_id, w.rij, w.gemeente, w.peildatum AS van, w.peildatum AS tot, w.aanbieder, w.zorgvorm, w.verblijf, w.gebruikelijke_wachtklasse AS wachtklasse
  FROM ${WACHTTIJD} AND w.gebruikelijke_wachtklasse IS NOT NULL`,
    peiling: true,
  },
  uitvragen: {
    levering: 'uitvragen',
    tabellen: ['uitvraag', 'wachttijd'],
    wat: 'questions to providers, and whether an answer to that survey came',
    sql: () => `SELECT u.bron_id, u.rij, NULL::VARCHAR AS gemeente, u.peildatum AS van, u.peildatum AS tot, u.aanbieder, u.kwartaal, u.uitvraag AS soort, coalesce(u.zorgvorm, 'alle') AS zorgvorm,
    (SELECT count(*) FROM wachttijd_actueel w WHERE (w.uitvraag, w.kwartaal, w.aanbieder) = (u.uitvraag, u.kwartaal, u.aanbieder)
      AND (u.zorgvorm IS NULL OR coalesce(w.zorgvorm, u.zorgvorm) = u.zorgvorm)) AS antwoorden
  FROM uitvraag_actueel u`,
    peiling: true,
    ook: `SELECT DISTINCT w.bron_id, w.rij, 'wachttijd' AS rol FROM gekozen r JOIN wachttijd_actueel w
    ON (w.uitvraag, w.kwartaal, w.aanbieder) = (r.soort, r.kwartaal, r.aanbieder) AND (r.zorgvorm = 'alle' OR coalesce(w.zorgvorm, r.zorgvorm) = r.zorgvorm)`,
  },
  antwoorden: {
    levering: 'uitkomsten',
    tabellen: ['uitkomst'],
    wat: 'questions asked at the end of care',
    sql: () =>
      "SELECT bron_id, rij, gemeente, datum AS van, datum AS tot, aanbieder, informant, instrument AS soort, instrument, waarde FROM uitkomst_actueel WHERE moment = 'eind'",
  },
  verschillen: {
    levering: 'uitkomsten',
    tabellen: ['uitkomst'],
    wat: 'answers at the end of care with the first answer of the same person to the same question at its begin, on scales of which the region gives the reliability',
    sql: (_, { schalen = {} }) => {
      const scales = Object.entries(schalen).map(
        ([instrument, { grens, richting }]) => `(${literal(instrument)}, ${grens}, ${richting})`,
      );
      const wie = (a: string, b: string): string =>
        ['aanbieder', 'pseudoniem', 'informant', 'instrument']
          .map((kolom) => `${a}.${kolom} = ${b}.${kolom}`)
          .concat(['traject', 'onderdeel'].map((kolom) => `${a}.${kolom} IS NOT DISTINCT FROM ${b}.${kolom}`))
          .join(' AND ');
      return `SELECT e.bron_id, e.rij, b.bron_id AS begin_bron, b.rij AS begin_rij, e.gemeente, e.datum AS van, e.datum AS tot, e.aanbieder, e.informant, e.instrument,
    CASE WHEN abs(e.waarde - b.waarde) < s.grens THEN 'ongewijzigd' WHEN sign(e.waarde - b.waarde) = s.richting THEN 'verbeterd' ELSE 'verslechterd' END AS oordeel
  FROM uitkomst_actueel e JOIN uitkomst_actueel b ON ${wie('b', 'e')} AND b.moment = 'begin' AND b.waarde IS NOT NULL AND b.datum <= e.datum
    AND NOT EXISTS (SELECT 1 FROM uitkomst_actueel f WHERE ${wie('f', 'b')} AND f.moment = 'begin' AND f.waarde IS NOT NULL AND (f.datum, f.bron_id, f.rij) < (b.datum, b.bron_id, b.rij))
    JOIN (VALUES ${[...scales, '(NULL, 0, 0)'].join(', ')}) s(instrument, grens, richting) ON s.instrument = e.instrument
  WHERE e.moment = 'eind' AND e.waarde IS NOT NULL`;
    },
    ook: "SELECT DISTINCT r.begin_bron, r.begin_rij, 'uitkomst' FROM gekozen r",
  },
  formulieren: {
    levering: 'uitkomsten',
    tabellen: ['uitkomst'],
    wat: 'questions of Big 5 forms at the end of care, of young people of 16½ or older as far as their age is known',
    sql: () => `SELECT *, count(DISTINCT onderdeel) FILTER (waarde IS NOT NULL) OVER (PARTITION BY formulier) AS ingevuld,
    count(DISTINCT onderdeel) FILTER (waarde >= 1) OVER (PARTITION BY formulier) AS goed FROM (${FORMULIER})`,
  },
  onderdelen: {
    levering: 'uitkomsten',
    tabellen: ['uitkomst'],
    wat: 'questions answered on complete Big 5 forms at the end of care, of young people of 16½ or older as far as their age is known',
    sql: () => `SELECT * EXCLUDE (ingevuld) FROM (SELECT *, onderdeel AS soort, count(DISTINCT onderdeel) OVER (PARTITION BY formulier) AS ingevuld
    FROM (${FORMULIER}) WHERE waarde IS NOT NULL) WHERE ingevuld = 5`,
  },
  bevolking: {
    tabellen: ['cbs_waarneming', 'bevolking'],
    wat: 'numbers of residents aged 0 to 17 on 1 January of that year, those of CBS before those of a file; of a class of age or a sex those that tell all of it',
    sql: ({ selectie }) => bevolking(selectie),
    rol: 'rol',
  },
  cbs: {
    tabellen: ['cbs_waarneming'],
    wat: 'yearly percentages of table 85098NED',
    sql: () => `SELECT bron_id, rij, regio AS gemeente, make_date(left(periode, 4)::INTEGER, 1, 1) AS van, make_date(left(periode, 4)::INTEGER, 12, 31) AS tot,
    regexp_replace(onderwerp, '_[0-9]+$', '') AS soort, waarde FROM cbs_waarneming_actueel WHERE tabel = '85098NED' AND periode LIKE '%JJ00'`,
    gepubliceerd: true,
  },
};
