// SPDX-License-Identifier: EUPL-1.2

/** How a column travels from a parse worker to DuckDB. `date` counts days, `timestamp` microseconds, both since 1970-01-01. */
export type KolomSoort = 'int32' | 'date' | 'int64' | 'uint64' | 'timestamp' | 'text';

export interface Kolom {
  readonly naam: string;
  readonly soort: KolomSoort;
}

/** Raised whenever the raw tables change; a warehouse of another version is refused. */
export const SCHEMA_VERSIE = 1;

const client = 'pseudoniem uint64, geboorte_jaar int32, geboorte_maand int32, geslacht text';
const product = 'toewijzing_nummer int32, categorie text, code text';
const regel = 'bericht_id int64, regel int32';

/**
 * The raw layer: append-only, one row per delivered thing, nothing that identifies a person beyond Regeling Jeugdwet art. 8f.
 * `bericht_id` is the first 63 bits of the message's sha256; `regel` counts the rows of one message from 0 across its tables.
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
} as const;

export type RuweTabel = keyof typeof TABELLEN;

/** Names of the raw tables, in order of creation. */
export const RUWE_TABELLEN = Object.keys(TABELLEN) as readonly RuweTabel[];

/** Columns of every raw table, in order. */
export const RUWE_KOLOMMEN: Readonly<Record<RuweTabel, readonly Kolom[]>> = Object.fromEntries(
  Object.entries(TABELLEN).map(([tabel, kolommen]) => [tabel, kolommen.split(', ').map(parseKolom)]),
) as unknown as Record<RuweTabel, readonly Kolom[]>;

const SQL_TYPE: Readonly<Record<KolomSoort, string>> = {
  int32: 'INTEGER',
  date: 'DATE',
  int64: 'BIGINT',
  uint64: 'UBIGINT',
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
