// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../../src/contract/index.ts';
import type { BerichtInhoud } from '../../src/ijw/index.ts';

const AANBIEDER = '99000001';
const GEMEENTE = '0193';

function kop(code: string, van: string, naar: string, dagtekening: string): BerichtInhoud {
  return {
    BerichtCode: code,
    BerichtVersie: 3,
    BerichtSubversie: 2,
    Afzender: van,
    Ontvanger: naar,
    BerichtIdentificatie: { Identificatie: 'A1', Dagtekening: dagtekening },
    XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
  };
}

const persoon: BerichtInhoud = {
  Bsn: '999900031',
  Geboortedatum: { Datum: '2013-05-14' },
  Geslacht: '2',
};
const korteNaam: BerichtInhoud = { Geslachtsnaam: { Achternaam: 'Proefpersoon' } };
const contact: BerichtInhoud = {
  Soort: '01',
  Adres: { Huis: { Huisnummer: 1 }, Postcode: '1234AB', LandCode: 'NL' },
};
const specifiek: BerichtInhoud = {
  Product: { Categorie: '45', Code: '45A04' },
  Omvang: { Volume: 120, Eenheid: '01', Frequentie: '2' },
};

const factuurKop = (code: string): BerichtInhoud => ({
  BerichtCode: code,
  BerichtVersie: 3,
  BerichtSubversie: 0,
  Gemeente: GEMEENTE,
  Aanbieder: AANBIEDER,
  BetalingAanID: '02',
  DeclaratieFactuurIdentificatie: {
    DeclaratiePeriode: { Begindatum: '2020-04-01', Einddatum: '2020-04-30' },
    DeclarantFactuurNummer: 'F1',
    FactuurDagtekening: '2020-05-07',
    ValutaCode: 'EUR',
  },
  DeclaratieFactuurBedragen: { DeclaratieFactuurTotaalBedrag: { TotaalBedrag: 9_000, DebetCredit: 'D' } },
  XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
});

const factuurClient: BerichtInhoud = { ...persoon, Naam: korteNaam };
const factuurLijn: BerichtInhoud = {
  ToewijzingNummer: 700101,
  ProductCategorie: '45',
  ProductCode: '45A04',
  ProductPeriode: { Begindatum: '2020-04-01', Einddatum: '2020-04-30' },
  IngediendeBedragPrestatie: {
    GeleverdVolume: 60,
    Eenheid: '01',
    ProductTarief: 150,
    DeclaratieFactuurBedrag: { Bedrag: 9_000, DebetCredit: 'D' },
  },
  ProductReferentie: { ReferentieNummer: 'F1-1' },
};

function withoutBedragen({ DeclaratieFactuurBedragen: _, ...rest }: BerichtInhoud): BerichtInhoud {
  return rest;
}

/** A JW303 and a JW304 that break no rule, of release 3.0. */
export const GOEDE_FACTUREN: Readonly<Partial<Record<BerichtSoort, BerichtInhoud>>> = {
  JW303: {
    Header: factuurKop('432'),
    Clienten: { Client: [{ ...factuurClient, Prestaties: { Prestatie: [factuurLijn] } }] },
  },
  JW304: {
    Header: {
      ...withoutBedragen(factuurKop('433')),
      RetourHeader: { GemeenteReferentieNummer: 'G1', RetourDagtekening: '2020-05-20' },
      RetourBedragen: {
        IngediendTotaalBedrag: { TotaalBedrag: 9_000, DebetCredit: 'D' },
        ToegekendTotaalBedrag: { TotaalBedrag: 9_000, DebetCredit: 'D' },
      },
      RetourCodes: { RetourCode: ['0200'] },
      XsdVersieRetour: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
    },
    Clienten: {
      Client: [
        {
          ...factuurClient,
          Prestaties: {
            Prestatie: [
              {
                ...factuurLijn,
                ToegekendeBedragPrestatie: {
                  GemeenteBerekendBedrag: { Bedrag: 9_000, DebetCredit: 'D' },
                  ToegekendBedrag: { Bedrag: 9_000, DebetCredit: 'D' },
                },
                RetourCodes: { RetourCode: ['0200'] },
              },
            ],
          },
          RetourCodes: { RetourCode: ['0200'] },
        },
      ],
    },
  },
};

/** One message of every other heen kind (and JW325) that breaks no rule, of release 3.2. */
export const GOED: Readonly<Partial<Record<BerichtSoort, BerichtInhoud>>> = {
  JW301: {
    Header: kop('436', GEMEENTE, AANBIEDER, '2024-02-10'),
    Client: {
      ...persoon,
      Naam: { Geslachtsnaam: { Achternaam: 'Proefpersoon' }, NaamGebruik: '1' },
      Communicatie: { Vorm: '1', Taal: 'Frans' },
      Relaties: {
        Relatie: [
          {
            Nummer: 'R1',
            Soort: '10',
            Naam: { Geslachtsnaam: { Achternaam: 'Proefouder' }, NaamGebruik: '1' },
            Contact: { ...contact },
          },
        ],
      },
      Contactgegevens: { Contact: [contact] },
      ToegewezenProducten: {
        ToegewezenProduct: [
          {
            ToewijzingNummer: 700101,
            ...specifiek,
            Toewijzingsdatum: '2024-02-01',
            Toewijzingstijd: '10:00:00',
            Ingangsdatum: '2024-02-01',
            Einddatum: '2024-12-31',
          },
          {
            ToewijzingNummer: 700102,
            Product: { Categorie: '41' },
            Toewijzingsdatum: '2024-02-01',
            Toewijzingstijd: '10:00:00',
            Ingangsdatum: '2024-02-01',
            Einddatum: '2024-12-31',
            Budget: 500_000,
          },
        ],
      },
    },
  },
  JW305: {
    Header: kop('438', AANBIEDER, GEMEENTE, '2024-02-10'),
    Client: {
      ...persoon,
      Naam: korteNaam,
      StartProducten: {
        StartProduct: [
          {
            ToewijzingNummer: 700101,
            Product: { Categorie: '45', Code: '45A04' },
            ToewijzingIngangsdatum: '2024-02-01',
            Begindatum: '2024-02-05',
            StatusAanlevering: '1',
          },
        ],
      },
    },
  },
  JW307: {
    Header: kop('440', AANBIEDER, GEMEENTE, '2024-07-10'),
    Client: {
      ...persoon,
      Naam: korteNaam,
      StopProducten: {
        StopProduct: [
          {
            ToewijzingNummer: 700101,
            Product: { Categorie: '45', Code: '45A04' },
            ToewijzingIngangsdatum: '2024-02-01',
            Begindatum: '2024-02-05',
            RedenBeeindiging: '31',
            Einddatum: '2024-07-01',
            StatusAanlevering: '1',
          },
        ],
      },
    },
  },
  JW315: {
    Header: kop('446', AANBIEDER, GEMEENTE, '2024-01-10'),
    Client: {
      ...persoon,
      Naam: korteNaam,
      AangevraagdeProducten: {
        AangevraagdProduct: [
          {
            ReferentieAanbieder: 'VOT-1',
            ...specifiek,
            ToewijzingIngangsdatum: '2024-02-01',
            ToewijzingEinddatum: '2024-12-31',
            Verwijzer: { Type: '02', ZorgverlenerCode: '01234567' },
          },
          {
            ReferentieAanbieder: 'VOT-2',
            Product: { Categorie: '41' },
            ToewijzingIngangsdatum: '2024-02-01',
            ToewijzingEinddatum: '2024-12-31',
            Budget: 100_000,
            Verwijzer: { Type: '08' },
          },
        ],
      },
    },
  },
  JW317: {
    Header: kop('486', AANBIEDER, GEMEENTE, '2024-03-10'),
    Client: {
      Bsn: '999900031',
      Verzoek: {
        ReferentieAanbieder: 'VOW-1',
        RedenVerzoek: '1',
        OngewijzigdeProducten: { OngewijzigdProduct: [{ ToewijzingNummer: 700102 }] },
        TeWijzigenProducten: {
          TeWijzigenProduct: [
            {
              ToewijzingNummer: 700101,
              GewensteIngangsdatum: '2024-04-01',
              Einddatum: '2024-12-31',
              Omvang: { Volume: 180, Eenheid: '01', Frequentie: '2' },
            },
          ],
        },
        NieuweProducten: {
          NieuwProduct: [
            {
              Product: { Categorie: '42', Code: '42A01' },
              GewensteIngangsdatum: '2024-04-01',
              Einddatum: '2024-12-31',
              Omvang: { Volume: 2, Eenheid: '82', Frequentie: '2' },
            },
          ],
        },
      },
    },
  },
  JW319: {
    Header: kop('488', GEMEENTE, AANBIEDER, '2024-02-10'),
    Antwoord: {
      ReferentieAanbieder: 'VOT-1',
      VerzoekAntwoord: '1',
      RedenAfwijzingVerzoek: '8',
      Woonplaatsbeginsel: { Gemeente: '0518' },
    },
  },
  JW323: {
    Header: kop('490', AANBIEDER, GEMEENTE, '2024-03-05'),
    Declaratie: {
      DeclaratieNummer: 'JW202402',
      DeclaratiePeriode: { Begindatum: '2024-02-01', Einddatum: '2024-02-29' },
      DeclaratieDagtekening: '2024-03-05',
      TotaalIngediendBedrag: { TotaalBedrag: 23_000, DebetCredit: 'D' },
      Clienten: {
        Client: [
          {
            Bsn: '999900031',
            Prestaties: {
              Prestatie: [
                {
                  ProductReferentie: { ReferentieNummer: 'P1' },
                  ToewijzingNummer: 700101,
                  ProductCategorie: '45',
                  ProductCode: '45A04',
                  ProductPeriode: { Begindatum: '2024-02-01', Einddatum: '2024-02-29' },
                  GeleverdVolume: 120,
                  Eenheid: '01',
                  ProductTarief: 150,
                  IngediendBedrag: { Bedrag: 18_000, DebetCredit: 'D' },
                },
                {
                  ProductReferentie: { ReferentieNummer: 'P2', VorigReferentieNummer: 'P0' },
                  ToewijzingNummer: 700101,
                  ProductCategorie: '45',
                  ProductCode: '45A04',
                  ProductPeriode: { Begindatum: '2024-01-01', Einddatum: '2024-01-31' },
                  GeleverdVolume: 100,
                  Eenheid: '01',
                  ProductTarief: 150,
                  IngediendBedrag: { Bedrag: 15_000, DebetCredit: 'C' },
                },
              ],
            },
          },
          {
            Bsn: '999900043',
            Prestaties: {
              Prestatie: [
                {
                  ProductReferentie: { ReferentieNummer: 'P3' },
                  ToewijzingNummer: 700103,
                  ProductCategorie: '45',
                  ProductCode: '45A08',
                  ProductPeriode: { Begindatum: '2024-02-01', Einddatum: '2024-02-29' },
                  GeleverdVolume: 20_000,
                  Eenheid: '83',
                  IngediendBedrag: { Bedrag: 20_000, DebetCredit: 'D' },
                },
              ],
            },
          },
        ],
      },
    },
  },
  JW325: {
    Header: {
      ...kop('491', GEMEENTE, AANBIEDER, '2024-03-12'),
      DeclaratieIdentificatie: { Identificatie: 'D1', Dagtekening: '2024-03-05' },
      XsdVersieDeclaratie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
      RetourCodes: { RetourCode: ['0200'] },
    },
    DeclaratieAntwoord: {
      DeclaratieNummer: 'JW202402',
      TotaalIngediendBedrag: { TotaalBedrag: 23_000, DebetCredit: 'D' },
      TotaalToegekendBedrag: { TotaalBedrag: 5_000, DebetCredit: 'D' },
      Clienten: {
        Client: [
          {
            Bsn: '999900031',
            Prestaties: {
              Prestatie: [
                {
                  ProductReferentie: { ReferentieNummer: 'P1' },
                  ToewijzingNummer: 700101,
                  ProductCategorie: '45',
                  ProductCode: '45A04',
                  ProductPeriode: { Begindatum: '2024-02-01', Einddatum: '2024-02-29' },
                  GeleverdVolume: 120,
                  Eenheid: '01',
                  ProductTarief: 150,
                  IngediendBedrag: { Bedrag: 18_000, DebetCredit: 'D' },
                  RetourCodes: { RetourCode: ['9338'] },
                },
              ],
            },
            RetourCodes: { RetourCode: ['0200'] },
          },
        ],
      },
      RetourCodes: { RetourCode: ['0200'] },
    },
  },
};

/** A fresh copy of the good message of a kind, as a release has it. */
export function goed(soort: BerichtSoort, release: IjwRelease = '3.2'): BerichtInhoud {
  const copy = JSON.parse(JSON.stringify(GOED[soort] ?? GOEDE_FACTUREN[soort] ?? {})) as BerichtInhoud;
  const [versie, subversie] = release.split('.').map(Number);
  const message = wijzig(wijzig(copy, 'Header/BerichtVersie', versie), 'Header/BerichtSubversie', subversie);
  if (soort !== 'JW315' || release !== '3.0') return message;
  return wijzig(message, 'Client/AangevraagdeProducten/AangevraagdProduct/1/Budget', undefined);
}

type Knoop = Record<string, unknown>;

/**
 * A copy in which the value at a path is replaced; undefined takes it out. Items of a list are numbered from 0:
 * `Client/Contactgegevens/Contact/0/Soort`.
 */
export function wijzig(inhoud: BerichtInhoud, pad: string, waarde: unknown): BerichtInhoud {
  const copy = structuredClone(inhoud) as Knoop;
  const steps = pad.split('/');
  const last = steps.pop() ?? '';
  let at: Knoop = copy;
  for (const step of steps) {
    at[step] ??= {};
    at = at[step] as Knoop;
  }
  if (waarde === undefined) delete at[last];
  else at[last] = waarde;
  return copy as BerichtInhoud;
}
