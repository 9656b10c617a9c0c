// SPDX-License-Identifier: EUPL-1.2
import type { BerichtKop, Bsn, Clientgegevens, IjwRij } from '../contract/index.ts';
import type { RuweTabel, TabelBouwer } from '../store/index.ts';

/** The raw table of each kind of row. */
export const TABEL_VAN: Readonly<Record<IjwRij['rij'], RuweTabel>> = {
  toewijzing: 'toewijzing',
  start: 'start',
  stop: 'stop',
  verzoek: 'verzoek',
  antwoord: 'antwoord',
  declaratie: 'declaratie',
  prestatie: 'prestatie',
  'declaratie-antwoord': 'declaratie_antwoord',
  'prestatie-antwoord': 'prestatie_antwoord',
  retour: 'retour',
};

/**
 * Adds a header to the raw table `bericht`, without `bericht_id` (set afterwards); `levering` counts files of the batch from 0, `volgnummer` messages
 * of the file.
 */
export function putBericht(
  tabel: TabelBouwer,
  levering: number,
  volgnummer: number,
  kop: BerichtKop,
  sha256: string,
  rijen: number,
): void {
  tabel.begin(tabel.length);
  tabel.number(0);
  tabel.number(levering);
  tabel.number(volgnummer);
  tabel.text(kop.soort);
  tabel.text(kop.release);
  tabel.text(kop.berichtCode);
  tabel.text(kop.gemeente);
  tabel.text(kop.aanbieder);
  tabel.text(kop.afzender);
  tabel.text(kop.identificatie);
  tabel.number(kop.dagtekening);
  tabel.text(kop.identificatieRetour);
  tabel.number(kop.dagtekeningRetour);
  tabel.text(codes(kop.retourCodes));
  tabel.text(kop.declaratieIdentificatie);
  tabel.number(kop.declaratieDagtekening);
  tabel.text(sha256);
  tabel.number(rijen);
}

/** Adds a row to its raw table, without `bericht_id` (set when the message is complete). A Bsn ends here. */
export function putRij(
  tabel: TabelBouwer,
  bericht: number,
  rij: IjwRij,
  regel: number,
  pseudonymOf: (bsn: Bsn) => bigint,
): void {
  tabel.begin(bericht);
  tabel.number(0);
  tabel.number(regel);
  switch (rij.rij) {
    case 'prestatie':
      putClient(tabel, rij.client, pseudonymOf);
      putProduct(tabel, rij);
      tabel.text(rij.referentieNummer);
      tabel.text(rij.vorigReferentieNummer);
      tabel.number(rij.begindatum);
      tabel.number(rij.einddatum);
      tabel.number(rij.volume);
      tabel.text(rij.eenheid);
      tabel.number(rij.tariefCents);
      tabel.number(rij.bedragCents);
      tabel.text(rij.debetCredit);
      return;
    case 'toewijzing':
      putClient(tabel, rij.client, pseudonymOf);
      putProduct(tabel, rij);
      tabel.text(rij.referentieAanbieder);
      tabel.number(rij.toewijzingsdatum);
      tabel.number(rij.toewijzingstijd);
      tabel.number(rij.ingangsdatum);
      tabel.number(rij.einddatum);
      tabel.text(rij.redenWijziging);
      tabel.number(rij.volume);
      tabel.text(rij.eenheid);
      tabel.text(rij.frequentie);
      tabel.number(rij.budgetCents);
      return;
    case 'start':
      putClient(tabel, rij.client, pseudonymOf);
      putProduct(tabel, rij);
      tabel.number(rij.toewijzingIngangsdatum);
      tabel.number(rij.begindatum);
      tabel.text(rij.statusAanlevering);
      return;
    case 'stop':
      putClient(tabel, rij.client, pseudonymOf);
      putProduct(tabel, rij);
      tabel.number(rij.toewijzingIngangsdatum);
      tabel.number(rij.begindatum);
      tabel.number(rij.einddatum);
      tabel.text(rij.redenBeeindiging);
      tabel.text(rij.statusAanlevering);
      return;
    case 'verzoek':
      putClient(tabel, rij.client, pseudonymOf);
      tabel.text(rij.referentieAanbieder);
      tabel.text(rij.categorie);
      tabel.text(rij.code);
      tabel.number(rij.ingangsdatum);
      tabel.number(rij.einddatum);
      tabel.text(rij.verwijzerType);
      return;
    case 'antwoord':
      tabel.text(rij.referentieAanbieder);
      tabel.text(rij.verzoekAntwoord);
      tabel.text(rij.redenAfwijzing);
      return;
    case 'declaratie':
      tabel.text(rij.declaratieNummer);
      tabel.number(rij.periodeBegin);
      tabel.number(rij.periodeEinde);
      tabel.number(rij.totaalCents);
      return;
    case 'declaratie-antwoord':
      tabel.text(rij.declaratieNummer);
      tabel.number(rij.ingediendCents);
      tabel.number(rij.toegekendCents);
      tabel.text(codes(rij.retourCodes));
      return;
    case 'prestatie-antwoord':
      tabel.bigint(pseudonymOf(rij.client.bsn));
      tabel.text(rij.referentieNummer);
      tabel.text(codes(rij.retourCodes));
      tabel.text(codes(rij.clientRetourCodes));
      tabel.number(rij.toegekendCents);
      return;
    case 'retour':
      tabel.bigint(rij.client && pseudonymOf(rij.client.bsn));
      putProduct(tabel, rij);
      tabel.text(rij.klasse);
      tabel.number(rij.begindatum);
      tabel.number(rij.einddatum);
      tabel.text(rij.referentieAanbieder);
      tabel.text(codes(rij.retourCodes));
      return;
  }
}

function putClient(tabel: TabelBouwer, client: Clientgegevens, pseudonymOf: (bsn: Bsn) => bigint): void {
  tabel.bigint(pseudonymOf(client.bsn));
  tabel.number(client.geboorteJaar);
  tabel.number(client.geboorteMaand);
  tabel.text(client.geslacht);
}

interface Product {
  readonly toewijzingNummer?: number;
  readonly categorie?: string;
  readonly code?: string;
}

function putProduct(tabel: TabelBouwer, { toewijzingNummer, categorie, code }: Product): void {
  tabel.number(toewijzingNummer);
  tabel.text(categorie);
  tabel.text(code);
}

function codes(list: readonly string[] | undefined): string | undefined {
  return list === undefined ? undefined : list.join(' ');
}
