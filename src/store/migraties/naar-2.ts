// SPDX-License-Identifier: EUPL-1.2

/** Schema 2 adds the sources beside message traffic. Never edited: it is what happened to warehouses of schema 1. */
export const NAAR_2: readonly string[] = [
  'CREATE TABLE bron (bron_id BIGINT, levering_id INTEGER, volgnummer INTEGER, soort VARCHAR, leverancier VARCHAR, reeks VARCHAR, periode VARCHAR, van DATE, tot DATE, opgesteld_op DATE, sha256 VARCHAR, rijen INTEGER)',
  'CREATE TABLE wachttijd (bron_id BIGINT, rij INTEGER, aanbieder VARCHAR, peildatum DATE, uitvraag VARCHAR, gemeente VARCHAR, zorgvorm VARCHAR, zorgvorm_detail VARCHAR, verblijf VARCHAR, leeftijdsklasse VARCHAR, wachtklasse VARCHAR, wachtenden INTEGER, meer_dan_90_dagen INTEGER, met_overbrugging INTEGER, in_zorg INTEGER, gebruikelijke_wachtklasse VARCHAR, niets_te_melden VARCHAR)',
  'CREATE TABLE wachtlijst (bron_id BIGINT, rij INTEGER, aanbieder VARCHAR, peildatum DATE, uitvraag VARCHAR, pseudoniem UBIGINT, persoon_uit VARCHAR, gemeente VARCHAR, zorgvorm VARCHAR, zorgvorm_detail VARCHAR, verblijf VARCHAR, leeftijdsklasse VARCHAR, aangemeld_op DATE, overbrugging VARCHAR)',
  'CREATE TABLE uitvraag (bron_id BIGINT, rij INTEGER, afzender VARCHAR, uitvraag VARCHAR, peildatum DATE, aanbieder VARCHAR, zorgvorm VARCHAR, gevraagd_op DATE, uiterlijk DATE, herinnerd_op DATE)',
  'CREATE TABLE maatregel (bron_id BIGINT, rij INTEGER, gi VARCHAR, periode VARCHAR, pseudoniem UBIGINT, persoon_uit VARCHAR, gemeente VARCHAR, soort VARCHAR, begin DATE, eind DATE, beschikking_op DATE, verlengingen INTEGER, bestemming VARCHAR)',
  'CREATE TABLE jbt_aanmelding (bron_id BIGINT, rij INTEGER, herkomst VARCHAR, periode VARCHAR, gezin UBIGINT, gemeente VARCHAR, verwijzer VARCHAR, datum DATE, soort VARCHAR, besluit VARCHAR, besluitdatum DATE)',
  'CREATE TABLE cit_zaak (bron_id BIGINT, rij INTEGER, afzender VARCHAR, periode VARCHAR, pseudoniem UBIGINT, persoon_uit VARCHAR, datum DATE, soort VARCHAR, gemeente VARCHAR)',
  'CREATE TABLE jeugdzorgplus_plaatsing (bron_id BIGINT, rij INTEGER, afzender VARCHAR, periode VARCHAR, pseudoniem UBIGINT, persoon_uit VARCHAR, voorziening VARCHAR, gemeente VARCHAR, begin DATE, eind DATE, reden_einde VARCHAR, vervolgplek VARCHAR)',
  'CREATE TABLE proeftuin_zorg (bron_id BIGINT, rij INTEGER, afzender VARCHAR, periode VARCHAR, gezin UBIGINT, gemeente VARCHAR, domein VARCHAR, zorg VARCHAR)',
  'CREATE TABLE uitkomst (bron_id BIGINT, rij INTEGER, aanbieder VARCHAR, periode VARCHAR, pseudoniem UBIGINT, persoon_uit VARCHAR, gemeente VARCHAR, toewijzing_nummer INTEGER, traject UBIGINT, moment VARCHAR, informant VARCHAR, instrument VARCHAR, onderdeel VARCHAR, datum DATE, waarde DOUBLE)',
  'CREATE TABLE bevolking (bron_id BIGINT, rij INTEGER, afzender VARCHAR, peildatum DATE, gemeente VARCHAR, leeftijd_van INTEGER, leeftijd_tot INTEGER, geslacht VARCHAR, aantal INTEGER, status VARCHAR)',
  'CREATE TABLE cbs_waarneming (bron_id BIGINT, rij INTEGER, tabel VARCHAR, onderwerp VARCHAR, titel VARCHAR, eenheid VARCHAR, regio VARCHAR, periode VARCHAR, periode_status VARCHAR, dimensies VARCHAR, waarde DOUBLE, tekst VARCHAR, attribuut VARCHAR, opgehaald DATE)',
];
