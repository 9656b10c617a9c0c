// SPDX-License-Identifier: EUPL-1.2
import type { BerichtKop, Bsn, Clientgegevens, IjwRij } from '../contract/index.ts';
import type { RuweTabel, Waarde } from '../store/index.ts';

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

/** Values of a header in the order of the raw table `bericht`; `levering` counts files of the batch from 0. */
export function berichtWaarden(
  id: bigint,
  levering: number,
  volgnummer: number,
  kop: BerichtKop,
  sha256: string,
  rijen: number,
): readonly Waarde[] {
  return [
    id,
    levering,
    volgnummer,
    kop.soort,
    kop.release,
    kop.berichtCode,
    kop.gemeente,
    kop.aanbieder,
    kop.afzender,
    kop.identificatie,
    kop.dagtekening,
    kop.identificatieRetour,
    kop.dagtekeningRetour,
    codes(kop.retourCodes),
    kop.declaratieIdentificatie,
    kop.declaratieDagtekening,
    sha256,
    rijen,
  ];
}

/** Values of a row in the order of its raw table, without `bericht_id` (set when the message is complete). A Bsn ends here. */
export function rijWaarden(rij: IjwRij, regel: number, pseudonymOf: (bsn: Bsn) => bigint): readonly Waarde[] {
  const client = ({ bsn, geboorteJaar, geboorteMaand, geslacht }: Clientgegevens): Waarde[] => [
    pseudonymOf(bsn),
    geboorteJaar,
    geboorteMaand,
    geslacht,
  ];
  switch (rij.rij) {
    case 'prestatie':
      return [
        0n,
        regel,
        ...client(rij.client),
        rij.toewijzingNummer,
        rij.categorie,
        rij.code,
        rij.referentieNummer,
        rij.vorigReferentieNummer,
        rij.begindatum,
        rij.einddatum,
        rij.volume,
        rij.eenheid,
        rij.tariefCents,
        rij.bedragCents,
        rij.debetCredit,
      ];
    case 'toewijzing':
      return [
        0n,
        regel,
        ...client(rij.client),
        rij.toewijzingNummer,
        rij.categorie,
        rij.code,
        rij.referentieAanbieder,
        rij.toewijzingsdatum,
        rij.toewijzingstijd,
        rij.ingangsdatum,
        rij.einddatum,
        rij.redenWijziging,
        rij.volume,
        rij.eenheid,
        rij.frequentie,
        rij.budgetCents,
      ];
    case 'start':
      return [
        0n,
        regel,
        ...client(rij.client),
        rij.toewijzingNummer,
        rij.categorie,
        rij.code,
        rij.toewijzingIngangsdatum,
        rij.begindatum,
        rij.statusAanlevering,
      ];
    case 'stop':
      return [
        0n,
        regel,
        ...client(rij.client),
        rij.toewijzingNummer,
        rij.categorie,
        rij.code,
        rij.toewijzingIngangsdatum,
        rij.begindatum,
        rij.einddatum,
        rij.redenBeeindiging,
        rij.statusAanlevering,
      ];
    case 'verzoek':
      return [
        0n,
        regel,
        ...client(rij.client),
        rij.referentieAanbieder,
        rij.categorie,
        rij.code,
        rij.ingangsdatum,
        rij.einddatum,
        rij.verwijzerType,
      ];
    case 'antwoord':
      return [0n, regel, rij.referentieAanbieder, rij.verzoekAntwoord, rij.redenAfwijzing];
    case 'declaratie':
      return [0n, regel, rij.declaratieNummer, rij.periodeBegin, rij.periodeEinde, rij.totaalCents];
    case 'declaratie-antwoord':
      return [
        0n,
        regel,
        rij.declaratieNummer,
        rij.ingediendCents,
        rij.toegekendCents,
        codes(rij.retourCodes),
      ];
    case 'prestatie-antwoord':
      return [
        0n,
        regel,
        pseudonymOf(rij.client.bsn),
        rij.referentieNummer,
        codes(rij.retourCodes),
        codes(rij.clientRetourCodes),
        rij.toegekendCents,
      ];
    case 'retour':
      return [
        0n,
        regel,
        rij.client && pseudonymOf(rij.client.bsn),
        rij.toewijzingNummer,
        rij.categorie,
        rij.code,
        rij.klasse,
        rij.begindatum,
        rij.einddatum,
        rij.referentieAanbieder,
        codes(rij.retourCodes),
      ];
  }
}

function codes(list: readonly string[] | undefined): string | undefined {
  return list === undefined ? undefined : list.join(' ');
}
