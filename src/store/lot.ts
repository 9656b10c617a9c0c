// SPDX-License-Identifier: EUPL-1.2
import { formatPlainDate, type GemeenteCode, type PlainDate } from '../contract/index.ts';

/** Delivered debit lines to be followed: of some gemeenten, whose product period overlaps a period or begins in it. Both ends included. */
export interface LotVraag {
  readonly gemeenten: readonly GemeenteCode[];
  readonly van: PlainDate;
  readonly tot: PlainDate;
  readonly op: 'overlap' | 'begin';
  /** Only what was known at this moment. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly asKnownOn?: number;
}

/**
 * Where a delivered debit line ended. `identificatie-dubbel`: its message came with the identification of an earlier one (TR056); `bericht-geweigerd`,
 * `regel-geweigerd`: by the answer; `gecrediteerd`: by a credit line that stands; `staat`: it counts.
 */
export const LOTEN = [
  'identificatie-dubbel',
  'bericht-geweigerd',
  'regel-geweigerd',
  'gecrediteerd',
  'staat',
] as const;
export type Lot = (typeof LOTEN)[number];

/** iJw 3.2 a.3: codes that refuse nothing. */
const AKKOORD = "'(0200|0233|8001)( (0200|0233|8001))*'";

/**
 * The lines with their lot, as SQL over the raw layer alone: it reads nothing that was derived, so that a person can run it and it checks the
 * derivation. Shape: common table expressions of which the last, `lot`, has one row per delivered line (bericht_id, regel, pseudoniem, bedrag_cents, lot).
 * Source: shared specification of indicators §1; iJw 3.2 reference sections a.3, a.4, b.14, c and d.
 */
export function lotTables({ gemeenten, van, tot, op, asKnownOn }: LotVraag): string {
  const known =
    asKnownOn === undefined
      ? ''
      : ` AND levering_id IN (SELECT levering_id FROM levering WHERE bekend <= make_timestamp(${BigInt(Math.floor(asKnownOn)) * 1000n}))`;
  const [first, last] = [`DATE '${formatPlainDate(van)}'`, `DATE '${formatPlainDate(tot)}'`];
  const periode =
    op === 'begin'
      ? `p.begindatum BETWEEN ${first} AND ${last}`
      : `p.begindatum <= ${last} AND p.einddatum >= ${first}`;
  const members = gemeenten.map((gemeente) => `'${gemeente.replaceAll("'", "''")}'`).join(', ');
  const refused = (codes: string): string =>
    `(coalesce(${codes}, '') <> '' AND NOT regexp_full_match(${codes}, ${AKKOORD}))`;
  return `WITH gekend AS (
  SELECT bericht_id, soort, gemeente, aanbieder, afzender, identificatie, retour_codes, declaratie_identificatie, coalesce(dagtekening_retour, dagtekening) AS dag
  FROM bericht WHERE soort IN ('JW323', 'JW325', 'JW303', 'JW304')${known}),
eerste AS (SELECT * FROM gekend
  QUALIFY row_number() OVER (PARTITION BY soort, afzender, identificatie ORDER BY dag, bericht_id) = 1),
antwoord_op AS (
  SELECT h.bericht_id, a.bericht_id AS antwoord_id, a.soort, a.retour_codes, a.dag
  FROM eerste h JOIN eerste a ON h.soort = 'JW323' AND a.soort = 'JW325' AND a.aanbieder = h.aanbieder AND a.declaratie_identificatie = h.identificatie
  UNION ALL
  SELECT h.bericht_id, a.bericht_id, a.soort, a.retour_codes, a.dag
  FROM eerste h JOIN eerste a ON h.soort = 'JW303' AND a.soort = 'JW304' AND a.aanbieder = h.aanbieder AND a.identificatie = h.identificatie),
antwoord_eerste AS (SELECT * FROM antwoord_op QUALIFY row_number() OVER (PARTITION BY bericht_id ORDER BY dag, antwoord_id) = 1),
bericht_geweigerd AS (
  SELECT bericht_id FROM antwoord_eerste WHERE ${refused('retour_codes')}
  UNION
  SELECT a.bericht_id FROM antwoord_eerste a JOIN declaratie_antwoord d ON d.bericht_id = a.antwoord_id WHERE ${refused('d.retour_codes')}),
regel_geweigerd AS (
  SELECT a.bericht_id, p.referentie_nummer FROM prestatie_antwoord p JOIN antwoord_eerste a ON a.antwoord_id = p.bericht_id GROUP BY ALL
  HAVING bool_or(NOT regexp_full_match(concat(p.retour_codes, ' ', p.client_retour_codes), '(0200| )*')
    AND NOT (a.soort = 'JW304' AND coalesce(p.toegekend_cents, 0) > 0))),
gecrediteerd AS (
  SELECT DISTINCT b.aanbieder, c.vorig_referentie_nummer FROM prestatie c JOIN eerste b USING (bericht_id)
  WHERE c.debet_credit = 'C' AND b.soort IN ('JW323', 'JW303') AND c.bericht_id NOT IN (SELECT bericht_id FROM bericht_geweigerd)
    AND NOT EXISTS (SELECT 1 FROM regel_geweigerd r WHERE r.bericht_id = c.bericht_id AND r.referentie_nummer = c.referentie_nummer)),
lot AS (
  SELECT p.bericht_id, p.regel, p.pseudoniem, p.bedrag_cents,
    CASE WHEN e.bericht_id IS NULL THEN 'identificatie-dubbel' WHEN g.bericht_id IS NOT NULL THEN 'bericht-geweigerd'
      WHEN r.bericht_id IS NOT NULL THEN 'regel-geweigerd' WHEN c.aanbieder IS NOT NULL THEN 'gecrediteerd' ELSE 'staat' END AS lot
  FROM prestatie p JOIN gekend b USING (bericht_id) LEFT JOIN eerste e USING (bericht_id) LEFT JOIN bericht_geweigerd g USING (bericht_id)
  LEFT JOIN regel_geweigerd r ON r.bericht_id = p.bericht_id AND r.referentie_nummer = p.referentie_nummer
  LEFT JOIN gecrediteerd c ON c.aanbieder = b.aanbieder AND c.vorig_referentie_nummer = p.referentie_nummer
  WHERE p.debet_credit = 'D' AND b.gemeente IN (${members}) AND ${periode})`;
}

/** The lots counted. Shape: one row per lot with `regels`, `clienten` and `eurocent` as submitted. */
export function lotSql(vraag: LotVraag): string {
  return `${lotTables(vraag)}
SELECT lot, count(*) AS regels, count(DISTINCT pseudoniem) AS clienten, sum(bedrag_cents)::BIGINT AS eurocent FROM lot GROUP BY lot`;
}
