// SPDX-License-Identifier: EUPL-1.2

/**
 * How a column travels from a parse worker to DuckDB. `date` counts days, `timestamp` microseconds, both since 1970-01-01. `uint64` is a pseudonym and
 * nothing else: key rotation rewrites every such column.
 */
export type KolomSoort = 'int32' | 'date' | 'int64' | 'uint64' | 'double' | 'timestamp' | 'text';

export interface Kolom {
  readonly naam: string;
  readonly soort: KolomSoort;
}

/** Raised whenever the raw tables change, with a migration in `migraties/`; a warehouse of a newer version is refused. */
export const SCHEMA_VERSIE = 2;

const client = 'pseudoniem uint64, geboorte_jaar int32, geboorte_maand int32, geslacht text';
const product = 'toewijzing_nummer int32, categorie text, code text';
const regel = 'bericht_id int64, regel int32';
const bronregel = 'bron_id int64, rij int32';
const persoon = 'pseudoniem uint64, persoon_uit text';
const wachtvorm = 'zorgvorm text, zorgvorm_detail text, verblijf text, leeftijdsklasse text';

/**
 * The raw layer: append-only, one row per delivered thing, nothing that identifies a person beyond Regeling Jeugdwet art. 8f.
 * `bericht_id` is the first 63 bits of the message's sha256; `regel` counts the rows of one message from 0 across its tables.
 * `bron_id` is the first 63 bits of the sha256 of the file's sha256 and the document's number in it; `rij` is the row in the file as people count it.
 */
const TABELLEN = {
  levering:
    'levering_id int32, sha256 text, pad text, bytes int64, bekend timestamp, status text, berichten int32, berichten_herhaald int32, berichten_onleesbaar int32, rijen int64, rijen_herhaald int64, rijen_onleesbaar int64, anders int32',
  bericht:
    'bericht_id int64, levering_id int32, volgnummer int32, soort text, release text, bericht_code text, gemeente text, aanbieder text, afzender text, identificatie text, dagtekening date, identificatie_retour text, dagtekening_retour date, retour_codes text, declaratie_identificatie text, declaratie_dagtekening date, sha256 text, rijen int32',
  toewijzing: `${regel}, ${client}, ${product}, referentie_aanbieder text, toewijzingsdatum date, toewijzingstijd int32, ingangsdatum date, einddatum date, reden_wijziging text, volume int64, eenheid text, frequentie text, budget_cents int64`,
  start: `${regel}, ${client}, ${product}, toewijzing_ingangsdatum date, begindatum date, status_aanlevering text`,
  stop: `${regel}, ${client}, ${product}, toewijzing_ingangsdatum date, begindatum date, einddatum date, reden_beeindiging text, status_aanlevering text`,
  verzoek: `${regel}, ${client}, referentie_aanbieder text, categorie text, code text, ingangsdatum date, einddatum date, verwijzer_type text`,
  antwoord: `${regel}, referentie_aanbieder text, verzoek_antwoord text, reden_afwijzing text`,
  declaratie: `${regel}, declaratie_nummer text, periode_begin date, periode_einde date, totaal_cents int64`,
  prestatie: `${regel}, ${client}, ${product}, referentie_nummer text, vorig_referentie_nummer text, begindatum date, einddatum date, volume int64, eenheid text, tarief_cents int64, bedrag_cents int64, debet_credit text`,
  declaratie_antwoord: `${regel}, declaratie_nummer text, ingediend_cents int64, toegekend_cents int64, retour_codes text`,
  prestatie_antwoord: `${regel}, pseudoniem uint64, referentie_nummer text, retour_codes text, client_retour_codes text, toegekend_cents int64`,
  retour: `${regel}, pseudoniem uint64, ${product}, klasse text, begindatum date, einddatum date, referentie_aanbieder text, retour_codes text`,
  bevinding:
    'bericht_id int64, levering_id int32, code text, ernst text, retourcode text, byte int64, pad text, bericht text, pseudoniem uint64, waarde_soort text, bestand text',
  bron: 'bron_id int64, levering_id int32, volgnummer int32, soort text, leverancier text, reeks text, periode text, van date, tot date, opgesteld_op date, sha256 text, rijen int32',
  wachttijd: `${bronregel}, aanbieder text, peildatum date, uitvraag text, gemeente text, ${wachtvorm}, wachtklasse text, wachtenden int32, meer_dan_90_dagen int32, met_overbrugging int32, in_zorg int32, gebruikelijke_wachtklasse text, niets_te_melden text`,
  wachtlijst: `${bronregel}, aanbieder text, peildatum date, uitvraag text, ${persoon}, gemeente text, ${wachtvorm}, aangemeld_op date, overbrugging text`,
  uitvraag: `${bronregel}, afzender text, uitvraag text, peildatum date, aanbieder text, zorgvorm text, gevraagd_op date, uiterlijk date, herinnerd_op date`,
  maatregel: `${bronregel}, gi text, periode text, ${persoon}, gemeente text, soort text, begin date, eind date, beschikking_op date, verlengingen int32, bestemming text`,
  jbt_aanmelding: `${bronregel}, herkomst text, periode text, gezin uint64, gemeente text, verwijzer text, datum date, soort text, besluit text, besluitdatum date`,
  cit_zaak: `${bronregel}, afzender text, periode text, ${persoon}, datum date, soort text, gemeente text`,
  jeugdzorgplus_plaatsing: `${bronregel}, afzender text, periode text, ${persoon}, voorziening text, gemeente text, begin date, eind date, reden_einde text, vervolgplek text`,
  proeftuin_zorg: `${bronregel}, afzender text, periode text, gezin uint64, gemeente text, domein text, zorg text`,
  uitkomst: `${bronregel}, aanbieder text, periode text, ${persoon}, gemeente text, toewijzing_nummer int32, traject uint64, moment text, informant text, instrument text, onderdeel text, datum date, waarde double`,
  bevolking: `${bronregel}, afzender text, peildatum date, gemeente text, leeftijd_van int32, leeftijd_tot int32, geslacht text, aantal int32, status text`,
  cbs_waarneming: `${bronregel}, tabel text, onderwerp text, titel text, eenheid text, regio text, periode text, periode_status text, dimensies text, waarde double, tekst text, attribuut text, opgehaald date`,
} as const;

export type RuweTabel = keyof typeof TABELLEN;

/** Names of the raw tables, in order of creation. */
export const RUWE_TABELLEN = Object.keys(TABELLEN) as readonly RuweTabel[];

/** Raw tables with one row per row of a source file. */
export const BRON_TABELLEN = [
  'wachttijd',
  'wachtlijst',
  'uitvraag',
  'maatregel',
  'jbt_aanmelding',
  'cit_zaak',
  'jeugdzorgplus_plaatsing',
  'proeftuin_zorg',
  'uitkomst',
  'bevolking',
  'cbs_waarneming',
] as const satisfies readonly RuweTabel[];
export type BronTabel = (typeof BRON_TABELLEN)[number];

/** Raw tables that messages and their findings fill. */
export const BERICHT_TABELLEN = RUWE_TABELLEN.filter(
  (tabel) => tabel !== 'bron' && !(BRON_TABELLEN as readonly string[]).includes(tabel),
);

/** Columns of every raw table, in order. */
export const RUWE_KOLOMMEN: Readonly<Record<RuweTabel, readonly Kolom[]>> = Object.fromEntries(
  Object.entries(TABELLEN).map(([tabel, kolommen]) => [tabel, kolommen.split(', ').map(parseKolom)]),
) as unknown as Record<RuweTabel, readonly Kolom[]>;

const SQL_TYPE: Readonly<Record<KolomSoort, string>> = {
  int32: 'INTEGER',
  date: 'DATE',
  int64: 'BIGINT',
  uint64: 'UBIGINT',
  double: 'DOUBLE',
  timestamp: 'TIMESTAMP',
  text: 'VARCHAR',
};

/** The statements that make an empty raw layer. */
export function createRawLayer(): readonly string[] {
  const tabellen = RUWE_TABELLEN.map((tabel) => {
    const kolommen = RUWE_KOLOMMEN[tabel].map(({ naam, soort }) => `${naam} ${SQL_TYPE[soort]}`);
    return `CREATE TABLE ${tabel} (${kolommen.join(', ')})`;
  });
  return ['CREATE TABLE meta (sleutel VARCHAR PRIMARY KEY, waarde VARCHAR NOT NULL)', ...tabellen];
}

function parseKolom(text: string): Kolom {
  const [naam = '', soort = ''] = text.split(' ');
  return { naam, soort: soort as KolomSoort };
}
