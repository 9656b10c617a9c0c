// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../../src/contract/index.ts';

/** Given the good message of a kind, when these values change, then exactly these findings. */
export interface Geval {
  readonly bericht: BerichtSoort;
  /** Where not in every release of 3 that has the message. */
  readonly releases?: readonly IjwRelease[];
  readonly als: readonly (readonly [pad: string, waarde: unknown])[];
  readonly dan: readonly string[];
}

const P1 = 'Client/ToegewezenProducten/ToegewezenProduct/0';
const P2 = 'Client/ToegewezenProducten/ToegewezenProduct/1';
const VOT = 'Client/AangevraagdeProducten/AangevraagdProduct/0';
const VOT2 = 'Client/AangevraagdeProducten/AangevraagdProduct/1';
const STOP = 'Client/StopProducten/StopProduct/0';
const START = 'Client/StartProducten/StartProduct';
const CONTACT = 'Client/Contactgegevens/Contact/0';
const LIJN = 'Declaratie/Clienten/Client/0/Prestaties/Prestatie/0';
const CREDIT = 'Declaratie/Clienten/Client/0/Prestaties/Prestatie/1';
const EURO = 'Declaratie/Clienten/Client/1/Prestaties/Prestatie/0';
const ANTWOORD = 'DeclaratieAntwoord/Clienten/Client/0/Prestaties/Prestatie/0';
const NIEUW = 'Client/Verzoek/NieuweProducten/NieuwProduct/0';
const WIJZIG = 'Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct/0';
const FREQ_DAG = { Volume: 1, Eenheid: '14', Frequentie: '1' };

const start = (status: string, begin: string) => ({
  ToewijzingNummer: 700101,
  Product: { Categorie: '45', Code: '45A04' },
  Begindatum: begin,
  StatusAanlevering: status,
});

const stop = (reden: string, einde: string) => ({
  ToewijzingNummer: 700101,
  Product: { Categorie: '45', Code: '45A04' },
  Begindatum: '2024-02-05',
  RedenBeeindiging: reden,
  Einddatum: einde,
  StatusAanlevering: '1',
});

const returned = (referentie: string) => ({
  ProductReferentie: { ReferentieNummer: referentie },
  ToewijzingNummer: 700101,
  ProductCategorie: '45',
  ProductCode: '45A04',
  ProductPeriode: { Begindatum: '2024-02-01', Einddatum: '2024-02-29' },
  GeleverdVolume: 120,
  Eenheid: '01',
  ProductTarief: 150,
  IngediendBedrag: { Bedrag: 18_000, DebetCredit: 'D' },
  RetourCodes: { RetourCode: ['9338'] },
});

export const GEVALLEN: readonly Geval[] = [
  { bericht: 'JW305', als: [['Client/Bsn', '999900032']], dan: ['CS002'] },
  { bericht: 'JW305', als: [['Client/Bsn', '000000000']], dan: ['CS002'] },
  {
    bericht: 'JW305',
    als: [['Client/Geboortedatum', { Datum: '2013-05-14', DatumGebruik: '1' }]],
    dan: ['CS139'],
  },
  { bericht: 'JW305', als: [['Client/Geboortedatum', { Datum: '2013-01-01', DatumGebruik: '2' }]], dan: [] },
  {
    bericht: 'JW305',
    als: [['Client/Geboortedatum', { Datum: '2013-01-01', DatumGebruik: '3' }]],
    dan: ['CS139'],
  },
  { bericht: 'JW305', als: [['Client/Geboortedatum', { Datum: '1900-01-01', DatumGebruik: '3' }]], dan: [] },
  { bericht: 'JW305', als: [['Client/Geboortedatum/Datum', '1904-02-09']], dan: ['TR002'] },
  { bericht: 'JW305', als: [['Client/Geboortedatum/Datum', '1904-02-10']], dan: [] },
  { bericht: 'JW305', als: [['Client/Geboortedatum/Datum', '2024-02-11']], dan: ['TR134'] },
  { bericht: 'JW305', als: [[`${START}/0/Begindatum`, '2024-02-11']], dan: ['TR134'] },
  { bericht: 'JW305', als: [[`${START}/0/StatusAanlevering`, '2']], dan: ['CS058'] },
  { bericht: 'JW305', als: [[START, [start('3', '2024-02-02'), start('1', '2024-02-03')]]], dan: [] },
  { bericht: 'JW305', als: [[START, [start('3', '2024-02-02'), start('1', '2024-02-02')]]], dan: ['TR101'] },
  { bericht: 'JW307', als: [[`${STOP}/Einddatum`, '2024-02-04']], dan: ['TR018'] },
  { bericht: 'JW307', als: [[`${STOP}/Einddatum`, '2024-02-05']], dan: [] },
  { bericht: 'JW307', als: [[`${STOP}/Einddatum`, '2024-07-11']], dan: ['TR134'] },
  { bericht: 'JW307', als: [[`${STOP}/StatusAanlevering`, '9']], dan: ['CS058'] },
  { bericht: 'JW301', als: [['Client/Naam/NaamGebruik', '2']], dan: ['CS050'] },
  {
    bericht: 'JW301',
    als: [
      [
        'Client/Naam',
        { Geslachtsnaam: { Achternaam: 'A' }, Partnernaam: { Achternaam: 'B' }, NaamGebruik: '3' },
      ],
    ],
    dan: [],
  },
  { bericht: 'JW301', als: [['Client/Naam/NaamGebruik', '6']], dan: ['CS318'] },
  { bericht: 'JW301', als: [['Client/Relaties/Relatie/0/Naam/NaamGebruik', '6']], dan: [] },
  { bericht: 'JW301', als: [['Client/Communicatie', { Vorm: '1' }]], dan: ['CD007'] },
  { bericht: 'JW301', als: [['Client/Communicatie', { Vorm: '2', Taal: 'Frans' }]], dan: ['CD007'] },
  { bericht: 'JW301', als: [[`${CONTACT}/Soort`, '04']], dan: ['TR061'] },
  { bericht: 'JW301', als: [[`${CONTACT}/Adres/Huis`, undefined]], dan: ['CD025', 'TR006'] },
  { bericht: 'JW301', als: [[`${CONTACT}/Periode`, { Begindatum: '2024-01-01' }]], dan: ['CD009'] },
  {
    bericht: 'JW301',
    als: [
      [`${CONTACT}/Adres`, { Huis: { Huisnummer: 1 } }],
      [`${CONTACT}/Telefoon`, { Telefoon01: { Telefoonnummer: '0612345678', Landnummer: '31' } }],
    ],
    dan: ['CD034'],
  },
  { bericht: 'JW301', als: [[`${CONTACT}/Adres/LandCode`, undefined]], dan: ['CD005'] },
  { bericht: 'JW301', als: [[`${CONTACT}/Adres/Postcode`, '0234AB']], dan: ['CS089'] },
  {
    bericht: 'JW301',
    als: [
      [`${CONTACT}/Adres/LandCode`, 'BE'],
      [`${CONTACT}/Adres/Postcode`, '9000'],
    ],
    dan: [],
  },
  { bericht: 'JW301', als: [[`${P1}/Einddatum`, '2024-01-31']], dan: ['CS003'] },
  { bericht: 'JW301', als: [[`${P1}/Omvang`, undefined]], dan: ['CD041'] },
  { bericht: 'JW301', als: [[`${P2}/Einddatum`, undefined]], dan: ['CD075'] },
  { bericht: 'JW301', als: [[`${P1}/Einddatum`, undefined]], dan: ['CD076'] },
  {
    bericht: 'JW301',
    releases: ['3.1', '3.2'],
    als: [
      [`${P1}/Einddatum`, undefined],
      [`${P1}/Omvang/Frequentie`, '6'],
    ],
    dan: [],
  },
  {
    bericht: 'JW301',
    releases: ['3.0'],
    als: [
      [`${P1}/Einddatum`, undefined],
      [`${P1}/Omvang/Frequentie`, '6'],
    ],
    dan: ['CD076'],
  },
  { bericht: 'JW301', als: [[`${P1}/Budget`, 100]], dan: ['CD077', 'CD078'] },
  { bericht: 'JW301', als: [[`${P1}/Product`, undefined]], dan: ['CD079', 'CD080', 'TR302'] },
  {
    bericht: 'JW301',
    als: [
      [`${P2}/Omvang`, { Volume: 1, Eenheid: '04', Frequentie: '4' }],
      [`${P2}/Budget`, undefined],
    ],
    dan: ['CD080'],
  },
  { bericht: 'JW301', als: [[`${P1}/Omvang`, FREQ_DAG]], dan: ['CS338'] },
  { bericht: 'JW301', releases: ['3.1', '3.2'], als: [[`${P1}/RedenWijziging`, '13']], dan: ['CS335'] },
  {
    bericht: 'JW301',
    releases: ['3.1', '3.2'],
    als: [
      [`${P1}/RedenWijziging`, '13'],
      [`${P1}/Einddatum`, '2024-02-01'],
    ],
    dan: [],
  },
  { bericht: 'JW301', als: [[`${P1}/RedenWijziging`, '01']], dan: ['CS336'] },
  { bericht: 'JW301', als: [[`${P1}/Toewijzingsdatum`, '2024-02-11']], dan: ['TR134'] },
  { bericht: 'JW301', als: [[`${P2}/ToewijzingNummer`, 700101]], dan: ['TR101'] },
  { bericht: 'JW301', als: [[`${P2}/Product/Categorie`, '45']], dan: ['TR302'] },
  {
    bericht: 'JW301',
    als: [
      [`${P2}/Product/Categorie`, '45'],
      [`${P1}/Einddatum`, '2024-02-29'],
      [`${P2}/Ingangsdatum`, '2024-03-01'],
    ],
    dan: [],
  },
  { bericht: 'JW301', als: [[`${P1}/Product/Categorie`, '44']], dan: ['TR381'] },
  { bericht: 'JW301', als: [[`${P1}/Product/Code`, 'LOK01']], dan: [] },
  { bericht: 'JW315', als: [[`${VOT}/BeschikkingNummer`, 1]], dan: ['CD043'] },
  { bericht: 'JW315', als: [[`${VOT}/Verwijzer/Naam`, 'Huisarts']], dan: ['CD066'] },
  { bericht: 'JW315', als: [[`${VOT}/Verwijzer`, { Type: '02' }]], dan: ['CD067'] },
  { bericht: 'JW315', als: [[`${VOT2}/Verwijzer/ZorgverlenerCode`, '01234567']], dan: ['CD068'] },
  {
    bericht: 'JW315',
    als: [
      [`${VOT2}/Omvang`, { Volume: 1, Eenheid: '04', Frequentie: '4' }],
      [`${VOT2}/Budget`, undefined],
    ],
    dan: ['CD095'],
  },
  { bericht: 'JW315', als: [[`${VOT}/Omvang`, FREQ_DAG]], dan: ['CS343'] },
  { bericht: 'JW315', als: [[`${VOT}/ToewijzingEinddatum`, '2024-01-31']], dan: ['CS003'] },
  { bericht: 'JW315', als: [[`${VOT2}/ReferentieAanbieder`, 'VOT-1']], dan: ['TR383'] },
  { bericht: 'JW315', als: [[`${VOT2}/Product/Categorie`, '45']], dan: ['TR386'] },
  {
    bericht: 'JW317',
    als: [
      ['Client/Verzoek/OngewijzigdeProducten', undefined],
      ['Client/Verzoek/TeWijzigenProducten', undefined],
    ],
    dan: ['TR352'],
  },
  {
    bericht: 'JW317',
    als: [
      ['Client/Verzoek/NieuweProducten', undefined],
      ['Client/Verzoek/TeWijzigenProducten', undefined],
    ],
    dan: ['TR353'],
  },
  { bericht: 'JW317', als: [[`${NIEUW}/GewensteIngangsdatum`, '2024-03-10']], dan: ['TR380'] },
  { bericht: 'JW317', als: [[`${NIEUW}/Product/Code`, undefined]], dan: ['CD096'] },
  { bericht: 'JW317', als: [[`${NIEUW}/Einddatum`, '2024-03-31']], dan: ['CS003'] },
  { bericht: 'JW317', als: [[`${WIJZIG}/Budget`, 5]], dan: ['CD077', 'CD078'] },
  { bericht: 'JW317', als: [[`${WIJZIG}/Omvang`, FREQ_DAG]], dan: ['CS338'] },
  {
    bericht: 'JW317',
    als: [
      [
        'Client/Verzoek/NieuweProducten/NieuwProduct/1',
        {
          Product: { Categorie: '42', Code: '42A01' },
          GewensteIngangsdatum: '2024-05-01',
          Einddatum: '2024-12-31',
          Omvang: { Volume: 2, Eenheid: '82', Frequentie: '2' },
        },
      ],
    ],
    dan: ['TR410'],
  },
  { bericht: 'JW319', als: [['Antwoord/RedenAfwijzingVerzoek', undefined]], dan: ['CD085', 'TR409'] },
  { bericht: 'JW319', als: [['Antwoord/VerzoekAntwoord', '2']], dan: ['CD086'] },
  { bericht: 'JW319', als: [['Antwoord/Woonplaatsbeginsel', undefined]], dan: ['TR377'] },
  { bericht: 'JW319', als: [['Antwoord/RedenAfwijzingVerzoek', '3']], dan: ['TR409'] },
  { bericht: 'JW319', als: [['Header/BerichtIdentificatie/Dagtekening', '2025-01-02']], dan: ['TR135'] },
  {
    bericht: 'JW323',
    als: [['Declaratie/DeclaratiePeriode/Einddatum', '2024-02-28']],
    dan: ['CS340', 'TR319', 'TR319'],
  },
  { bericht: 'JW323', als: [[`${LIJN}/ProductPeriode/Begindatum`, '2024-01-31']], dan: ['CS337'] },
  {
    bericht: 'JW323',
    als: [[`${LIJN}/ProductPeriode`, { Begindatum: '2020-12-01', Einddatum: '2020-12-31' }]],
    dan: ['CS100'],
  },
  {
    bericht: 'JW323',
    als: [[`${LIJN}/ProductPeriode`, { Begindatum: '2024-02-20', Einddatum: '2024-02-19' }]],
    dan: ['TR137'],
  },
  {
    bericht: 'JW323',
    als: [[`${LIJN}/ProductPeriode`, { Begindatum: '2024-03-01', Einddatum: '2024-03-31' }]],
    dan: ['TR137', 'TR319'],
  },
  {
    bericht: 'JW323',
    als: [[`${LIJN}/ProductPeriode`, { Begindatum: '2024-03-06', Einddatum: '2024-03-31' }]],
    dan: ['TR134', 'TR137', 'TR319'],
  },
  { bericht: 'JW323', als: [['Declaratie/DeclaratieDagtekening', '2029-02-01']], dan: ['TR335'] },
  {
    bericht: 'JW323',
    als: [[`${CREDIT}/ProductReferentie/VorigReferentieNummer`, undefined]],
    dan: ['CD060'],
  },
  { bericht: 'JW323', als: [[`${LIJN}/ProductReferentie/VorigReferentieNummer`, 'X']], dan: ['CD060'] },
  { bericht: 'JW323', als: [[`${LIJN}/ProductTarief`, undefined]], dan: ['CD087'] },
  { bericht: 'JW323', als: [[`${EURO}/ProductTarief`, 1]], dan: ['CD087'] },
  {
    bericht: 'JW323',
    als: [
      [`${CREDIT}/IngediendBedrag/Bedrag`, 0],
      [`${CREDIT}/GeleverdVolume`, 0],
      ['Declaratie/TotaalIngediendBedrag/TotaalBedrag', 38_000],
    ],
    dan: ['CS325'],
  },
  { bericht: 'JW323', als: [[`${EURO}/GeleverdVolume`, 19_999]], dan: ['CS339'] },
  { bericht: 'JW323', als: [[`${LIJN}/GeleverdVolume`, 119]], dan: ['TR346'] },
  {
    bericht: 'JW323',
    als: [
      [`${LIJN}/IngediendBedrag/Bedrag`, 18_060],
      ['Declaratie/TotaalIngediendBedrag/TotaalBedrag', 23_060],
    ],
    dan: [],
  },
  {
    bericht: 'JW323',
    als: [
      [`${EURO}/ProductReferentie/VorigReferentieNummer`, 'P0'],
      [`${EURO}/IngediendBedrag/DebetCredit`, 'C'],
      ['Declaratie/TotaalIngediendBedrag', { TotaalBedrag: 17_000, DebetCredit: 'C' }],
    ],
    dan: ['TR315'],
  },
  { bericht: 'JW323', als: [[`${CREDIT}/ProductReferentie/VorigReferentieNummer`, 'P1']], dan: ['TR316'] },
  { bericht: 'JW323', als: [[`${CREDIT}/ProductReferentie/VorigReferentieNummer`, 'P3']], dan: ['TR316'] },
  { bericht: 'JW323', als: [['Declaratie/TotaalIngediendBedrag/TotaalBedrag', 23_001]], dan: ['TR358'] },
  { bericht: 'JW323', als: [[`${CREDIT}/ProductReferentie/ReferentieNummer`, 'P1']], dan: ['TR101'] },
  { bericht: 'JW323', als: [['Declaratie/Clienten/Client/1/Bsn', '999900031']], dan: ['TR101'] },
  {
    bericht: 'JW323',
    als: [
      [`${EURO}/ToewijzingNummer`, 700101],
      [`${EURO}/ProductCode`, '45A04'],
    ],
    dan: ['TR416'],
  },
  { bericht: 'JW323', als: [[`${LIJN}/ProductCategorie`, '46']], dan: ['TR381'] },
  {
    bericht: 'JW325',
    als: [['DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag', 5001]],
    dan: ['TR342'],
  },
  { bericht: 'JW325', als: [['DeclaratieAntwoord/RetourCodes/RetourCode', ['9333']]], dan: ['TR342'] },
  { bericht: 'JW325', als: [[`${ANTWOORD}/ProductReferentie/VorigReferentieNummer`, 'P0']], dan: ['CD060'] },
  { bericht: 'JW325', als: [[`${ANTWOORD}/ProductPeriode/Einddatum`, '2024-01-31']], dan: ['TR137'] },
  // A BSN, in every message that has one.
  ...(['JW301', 'JW307', 'JW315', 'JW317'] as const).map(
    (bericht): Geval => ({ bericht, als: [['Client/Bsn', '999900030']], dan: ['CS002'] }),
  ),
  { bericht: 'JW323', als: [['Declaratie/Clienten/Client/1/Bsn', '999900044']], dan: ['CS002'] },
  { bericht: 'JW325', als: [['DeclaratieAntwoord/Clienten/Client/0/Bsn', '123456789']], dan: ['CS002'] },
  { bericht: 'JW305', als: [['Client/Bsn', '000000012']], dan: [] },
  { bericht: 'JW305', als: [['Client/Bsn', '010000007']], dan: ['CS002'] },

  // A date of birth.
  ...(['JW301', 'JW307', 'JW315'] as const).flatMap((bericht): Geval[] => [
    {
      bericht,
      als: [['Client/Geboortedatum', { Datum: '2013-02-01', DatumGebruik: '2' }]],
      dan: ['CS139'],
    },
    { bericht, als: [['Client/Geboortedatum/Datum', '1899-12-31']], dan: ['TR002'] },
    {
      bericht,
      als: [['Client/Geboortedatum', { Datum: '1900-01-01', DatumGebruik: '3' }]],
      dan: [],
    },
  ]),
  { bericht: 'JW305', als: [['Client/Geboortedatum', { Datum: '2013-05-01', DatumGebruik: '1' }]], dan: [] },
  { bericht: 'JW305', als: [['Client/Geboortedatum/Datum', '2024-02-10']], dan: [] },
  {
    bericht: 'JW301',
    als: [['Client/Relaties/Relatie/0/Geboortedatum', { Datum: '1980-06-02', DatumGebruik: '1' }]],
    dan: ['CS139'],
  },
  {
    bericht: 'JW301',
    als: [['Client/Relaties/Relatie/0/Geboortedatum', { Datum: '1850-06-02' }]],
    dan: ['TR002'],
  },

  // Dates against the Dagtekening.
  { bericht: 'JW301', als: [['Client/Geboortedatum/Datum', '2024-02-11']], dan: ['TR134'] },
  { bericht: 'JW307', als: [['Client/Geboortedatum/Datum', '2024-07-11']], dan: ['TR134'] },
  { bericht: 'JW315', als: [['Client/Geboortedatum/Datum', '2024-01-11']], dan: ['TR134'] },
  { bericht: 'JW301', als: [[`${P1}/Toewijzingsdatum`, '2024-02-10']], dan: [] },
  { bericht: 'JW301', als: [[`${P1}/Ingangsdatum`, '2024-02-11']], dan: [] },
  { bericht: 'JW307', als: [[`${STOP}/Einddatum`, '2024-07-10']], dan: [] },
  { bericht: 'JW307', als: [[`${STOP}/Begindatum`, '2024-07-11']], dan: ['TR018', 'TR134'] },
  {
    bericht: 'JW325',
    als: [[`${ANTWOORD}/ProductPeriode`, { Begindatum: '2024-04-01', Einddatum: '2024-04-30' }]],
    dan: ['TR134', 'TR137'],
  },
  ...(['JW301', 'JW305', 'JW307', 'JW315', 'JW323', 'JW325'] as const).flatMap((bericht): Geval[] => [
    { bericht, als: [['Header/BerichtIdentificatie/Dagtekening', '2025-01-01']], dan: [] },
    {
      bericht,
      als: [['Header/BerichtIdentificatie/Dagtekening', '2025-01-02']],
      dan: ['TR135'],
    },
  ]),

  {
    bericht: 'JW317',
    als: [
      ['Header/BerichtIdentificatie/Dagtekening', '2025-01-02'],
      [`${NIEUW}/GewensteIngangsdatum`, '2025-02-01'],
      [`${NIEUW}/Einddatum`, '2025-12-31'],
    ],
    dan: ['TR135'],
  },

  // The gemeente of the header.
  ...(['JW305', 'JW307', 'JW315', 'JW317', 'JW323'] as const).map(
    (bericht): Geval => ({ bericht, als: [['Header/Ontvanger', '9999']], dan: ['TR378'] }),
  ),
  ...(['JW301', 'JW319', 'JW325'] as const).map(
    (bericht): Geval => ({ bericht, als: [['Header/Afzender', '0000']], dan: ['TR378'] }),
  ),
  { bericht: 'JW319', als: [['Antwoord/Woonplaatsbeginsel/Gemeente', '9998']], dan: ['TR378'] },
  { bericht: 'JW305', als: [['Header/Ontvanger', '0788']], dan: [] },
  { bericht: 'JW305', als: [['Header/Ontvanger', '1992']], dan: [] },
  {
    bericht: 'JW319',
    als: [
      ['Header/BerichtIdentificatie/Dagtekening', '2022-12-31'],
      ['Header/Afzender', '1992'],
    ],
    dan: ['TR378'],
  },

  // Products that are asked for or changed.
  { bericht: 'JW315', als: [[`${VOT}/Omvang`, undefined]], dan: ['CD041'] },
  {
    bericht: 'JW315',
    releases: ['3.1', '3.2'],
    als: [[`${VOT2}/ToewijzingEinddatum`, undefined]],
    dan: ['CD075'],
  },
  { bericht: 'JW315', als: [[`${VOT}/ToewijzingEinddatum`, undefined]], dan: ['CD076'] },
  {
    bericht: 'JW315',
    releases: ['3.1', '3.2'],
    als: [
      [`${VOT}/ToewijzingEinddatum`, undefined],
      [`${VOT}/Omvang/Frequentie`, '4'],
    ],
    dan: [],
  },
  { bericht: 'JW315', releases: ['3.1', '3.2'], als: [[`${VOT}/Budget`, 5]], dan: ['CD077', 'CD078'] },
  {
    bericht: 'JW315',
    releases: ['3.1', '3.2'],
    als: [
      [`${VOT2}/Product`, undefined],
      [`${VOT2}/Budget`, undefined],
      [`${VOT2}/ToewijzingIngangsdatum`, '2025-01-01'],
      [`${VOT2}/ToewijzingEinddatum`, '2025-12-31'],
    ],
    dan: ['CD079'],
  },
  {
    bericht: 'JW315',
    releases: ['3.1', '3.2'],
    als: [
      [`${VOT2}/Product`, undefined],
      [`${VOT2}/ToewijzingIngangsdatum`, '2025-01-01'],
      [`${VOT2}/ToewijzingEinddatum`, '2025-12-31'],
    ],
    dan: [],
  },
  { bericht: 'JW315', als: [[`${VOT}/BeschikkingIngangsdatum`, '2024-01-01']], dan: ['CD043'] },
  {
    bericht: 'JW315',
    als: [
      [`${VOT}/BeschikkingIngangsdatum`, '2024-01-01'],
      [`${VOT}/BeschikkingNummer`, 7],
    ],
    dan: [],
  },
  { bericht: 'JW315', als: [[`${VOT}/Verwijzer`, { Type: '05', Naam: 'Arts' }]], dan: [] },
  { bericht: 'JW315', als: [[`${VOT}/Verwijzer`, { Type: '06' }]], dan: [] },
  { bericht: 'JW315', als: [[`${VOT}/Verwijzer`, { Type: '08', Naam: 'Rechter' }]], dan: [] },
  {
    bericht: 'JW315',
    als: [[`${VOT}/Product`, { Categorie: '45', Code: '43A01' }]],
    dan: ['TR381'],
  },
  {
    bericht: 'JW315',
    als: [
      [`${VOT2}/Product/Categorie`, '45'],
      [`${VOT2}/ToewijzingIngangsdatum`, '2024-12-31'],
    ],
    dan: ['TR386'],
  },
  {
    bericht: 'JW315',
    als: [
      [`${VOT2}/Product/Categorie`, '45'],
      [`${VOT2}/ToewijzingIngangsdatum`, '2025-01-01'],
      [`${VOT2}/ToewijzingEinddatum`, '2025-12-31'],
    ],
    dan: [],
  },
  {
    bericht: 'JW315',
    als: [
      [`${VOT2}/Product`, { Categorie: '45', Code: '45A04' }],
      [`${VOT2}/Budget`, undefined],
      [`${VOT2}/Omvang`, { Volume: 1, Eenheid: '04', Frequentie: '4' }],
    ],
    dan: ['TR101', 'TR386'],
  },
  { bericht: 'JW317', als: [[`${NIEUW}/Omvang`, undefined]], dan: ['CD041'] },
  {
    bericht: 'JW317',
    als: [
      [`${WIJZIG}/Omvang`, undefined],
      [`${WIJZIG}/Budget`, 100],
      [`${WIJZIG}/Einddatum`, undefined],
    ],
    dan: ['CD075'],
  },
  { bericht: 'JW317', als: [[`${WIJZIG}/Einddatum`, undefined]], dan: ['CD076'] },
  { bericht: 'JW317', als: [[`${NIEUW}/Einddatum`, undefined]], dan: ['CD076'] },
  { bericht: 'JW317', als: [[`${NIEUW}/Product`, undefined]], dan: ['CD079', 'CD096'] },
  { bericht: 'JW317', als: [[`${NIEUW}/Product/Code`, '41A01']], dan: ['TR381'] },
  { bericht: 'JW317', als: [[`${NIEUW}/GewensteIngangsdatum`, '2024-03-11']], dan: [] },
  { bericht: 'JW317', als: [[`${WIJZIG}/Einddatum`, '2024-03-31']], dan: ['CS003'] },
  {
    bericht: 'JW317',
    als: [['Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct/1', { ToewijzingNummer: 700102 }]],
    dan: ['TR101'],
  },
  { bericht: 'JW317', als: [['Client/Verzoek/OngewijzigdeProducten', undefined]], dan: [] },
  { bericht: 'JW317', als: [['Client/Verzoek/NieuweProducten', undefined]], dan: [] },
  ...(['1', '3', '5'] as const).flatMap((frequentie): Geval[] =>
    frequentie === '1'
      ? []
      : [
          {
            bericht: 'JW301',
            releases: ['3.0', '3.1'],
            als: [[`${P1}/Omvang/Frequentie`, frequentie]],
            dan: ['CS104'],
          },
          {
            bericht: 'JW315',
            releases: ['3.0', '3.1'],
            als: [[`${VOT}/Omvang/Frequentie`, frequentie]],
            dan: ['CS104'],
          },
          {
            bericht: 'JW317',
            releases: ['3.0', '3.1'],
            als: [[`${NIEUW}/Omvang/Frequentie`, frequentie]],
            dan: ['CS104'],
          },
        ],
  ),
  {
    bericht: 'JW301',
    releases: ['3.0', '3.1'],
    als: [
      [`${P1}/Omvang`, { Volume: 1, Eenheid: '81', Frequentie: '3' }],
      [`${P1}/Ingangsdatum`, '2020-02-01'],
      [`${P1}/Einddatum`, '2020-12-31'],
    ],
    dan: [],
  },
  { bericht: 'JW301', als: [[`${P1}/Omvang`, { Volume: 1, Eenheid: '04', Frequentie: '1' }]], dan: [] },
  {
    bericht: 'JW301',
    als: [
      [
        'Client/Naam',
        { Geslachtsnaam: { Achternaam: 'A' }, Partnernaam: { Achternaam: 'B' }, NaamGebruik: '6' },
      ],
    ],
    dan: ['CS050', 'CS318'],
  },
  { bericht: 'JW301', als: [['Client/Naam/NaamGebruik', '5']], dan: ['CS050'] },
  { bericht: 'JW301', als: [[`${CONTACT}/Adres/Postcode`, undefined]], dan: ['CD005', 'CD034', 'TR006'] },
  { bericht: 'JW301', als: [[`${CONTACT}/Adres`, undefined]], dan: ['TR006'] },
  {
    bericht: 'JW301',
    als: [
      [
        'Client/Contactgegevens/Contact/1',
        {
          Soort: '04',
          Adres: { Huis: { Huisnummer: 2 }, Postcode: '2500AA', LandCode: 'NL' },
          Periode: { Begindatum: '2024-01-01', Einddatum: '2024-06-30' },
        },
      ],
    ],
    dan: [],
  },
  {
    bericht: 'JW301',
    als: [
      [
        'Client/Contactgegevens/Contact/1',
        {
          Soort: '04',
          Adres: { Huis: { Huisnummer: 2 }, Postcode: '2500AA', LandCode: 'NL' },
          Periode: { Begindatum: '2024-06-30', Einddatum: '2024-06-29' },
        },
      ],
    ],
    dan: ['CS003'],
  },
  {
    bericht: 'JW301',
    als: [
      [
        'Client/Contactgegevens/Contact/1',
        { Soort: '01', Adres: { Huis: { Huisnummer: 2 }, Postcode: '2500AA', LandCode: 'NL' } },
      ],
    ],
    dan: ['TR101'],
  },
  { bericht: 'JW301', als: [[`${CONTACT}/Adres/Postcode`, '1234 AB']], dan: ['CS089'] },
  { bericht: 'JW301', als: [[`${CONTACT}/Adres/Postcode`, '1234ab']], dan: ['CS089'] },

  // Starts and stops.
  { bericht: 'JW305', als: [[`${START}/0/Product/Categorie`, '44']], dan: ['TR381'] },
  { bericht: 'JW307', als: [[`${STOP}/Product/Categorie`, '44']], dan: ['TR381'] },
  { bericht: 'JW305', als: [[`${START}/0/Product`, undefined]], dan: [] },
  { bericht: 'JW305', als: [[`${START}/0/ToewijzingNummer`, undefined]], dan: [] },
  {
    bericht: 'JW307',
    releases: ['3.2'],
    als: [['Client/StopProducten/StopProduct', [stop('31', '2024-07-01'), stop('20', '2024-07-01')]]],
    dan: [],
  },
  {
    bericht: 'JW307',
    releases: ['3.0', '3.1'],
    als: [['Client/StopProducten/StopProduct', [stop('31', '2024-07-01'), stop('20', '2024-07-01')]]],
    dan: ['TR101'],
  },
  {
    bericht: 'JW307',
    als: [['Client/StopProducten/StopProduct', [stop('31', '2024-07-01'), stop('31', '2024-07-01')]]],
    dan: ['TR101'],
  },

  // Declarations and answers.
  {
    bericht: 'JW323',
    releases: ['3.0', '3.1'],
    als: [[`${LIJN}/Eenheid`, '21']],
    dan: ['CS330'],
  },
  {
    bericht: 'JW323',
    als: [[`${LIJN}/ProductPeriode`, { Begindatum: '2021-01-01', Einddatum: '2021-01-31' }]],
    dan: [],
  },
  { bericht: 'JW323', als: [['Declaratie/DeclaratieDagtekening', '2029-01-31']], dan: [] },
  {
    bericht: 'JW323',
    als: [['Declaratie/DeclaratiePeriode', { Begindatum: '2024-01-01', Einddatum: '2024-02-29' }]],
    dan: ['CS340'],
  },
  {
    bericht: 'JW323',
    als: [['Declaratie/DeclaratiePeriode/Begindatum', '2024-02-02']],
    dan: ['CS340'],
  },
  { bericht: 'JW323', als: [[`${LIJN}/ProductPeriode/Begindatum`, '2024-02-29']], dan: [] },
  {
    bericht: 'JW323',
    als: [
      [`${LIJN}/Eenheid`, '04'],
      [`${LIJN}/GeleverdVolume`, 2],
      [`${LIJN}/ProductTarief`, 9001],
    ],
    dan: ['TR346'],
  },
  {
    bericht: 'JW323',
    als: [
      [`${EURO}/IngediendBedrag/Bedrag`, 0],
      [`${EURO}/GeleverdVolume`, 0],
      ['Declaratie/TotaalIngediendBedrag/TotaalBedrag', 3_000],
    ],
    dan: [],
  },
  {
    bericht: 'JW323',
    als: [
      [`${LIJN}/IngediendBedrag/DebetCredit`, 'C'],
      [`${LIJN}/ProductReferentie/VorigReferentieNummer`, 'X1'],
      ['Declaratie/TotaalIngediendBedrag', { TotaalBedrag: 13_000, DebetCredit: 'C' }],
    ],
    dan: [],
  },
  { bericht: 'JW323', als: [['Declaratie/TotaalIngediendBedrag/DebetCredit', 'C']], dan: ['TR358'] },
  {
    bericht: 'JW325',
    als: [['DeclaratieAntwoord/TotaalToegekendBedrag', { TotaalBedrag: 0, DebetCredit: 'C' }]],
    dan: ['CS325', 'TR342'],
  },
  {
    bericht: 'JW325',
    als: [
      ['DeclaratieAntwoord/Clienten', undefined],
      ['DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag', 23_000],
      ['DeclaratieAntwoord/RetourCodes/RetourCode', ['8001']],
    ],
    dan: [],
  },
  {
    bericht: 'JW325',
    als: [
      ['DeclaratieAntwoord/Clienten', undefined],
      ['DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag', 0],
      ['DeclaratieAntwoord/RetourCodes/RetourCode', ['9333']],
    ],
    dan: [],
  },
  {
    bericht: 'JW325',
    als: [
      [
        'DeclaratieAntwoord/Clienten/Client/1',
        { Bsn: '999900031', RetourCodes: { RetourCode: ['8187'] }, Prestaties: { Prestatie: [] } },
      ],
    ],
    dan: ['TR101', 'ijw.element-ontbreekt'],
  },
  {
    bericht: 'JW325',
    als: [
      ['DeclaratieAntwoord/Clienten/Client/0/Prestaties/Prestatie/1', returned('P1')],
      ['DeclaratieAntwoord/TotaalIngediendBedrag/TotaalBedrag', 41_000],
    ],
    dan: ['TR101'],
  },
  {
    bericht: 'JW325',
    als: [
      ['DeclaratieAntwoord/Clienten/Client/0/Prestaties/Prestatie/1', returned('P9')],
      ['DeclaratieAntwoord/TotaalIngediendBedrag/TotaalBedrag', 41_000],
    ],
    dan: [],
  },
  ...(['JW303', 'JW304'] as const).flatMap((bericht): Geval[] => [
    {
      bericht,
      releases: ['3.0'],
      als: [['Header/DeclaratieFactuurIdentificatie/DeclaratiePeriode/Einddatum', '2021-01-01']],
      dan: ['CS103'],
    },
    {
      bericht,
      releases: ['3.0'],
      als: [['Clienten/Client/0/Prestaties/Prestatie/0/ProductPeriode/Einddatum', '2021-01-31']],
      dan: ['CS103'],
    },
  ]),
];

/** A code outside its list is one finding, whatever rules look at it. */
export const ONBEKENDE_CODES: readonly Geval[] = [
  { bericht: 'JW323', als: [[`${EURO}/Eenheid`, '99']], dan: ['ijw.codelijst'] },
  { bericht: 'JW315', als: [[`${VOT}/Verwijzer/Type`, '09']], dan: ['ijw.codelijst'] },
  { bericht: 'JW319', als: [['Antwoord/RedenAfwijzingVerzoek', '99']], dan: ['ijw.codelijst'] },
  { bericht: 'JW301', als: [['Client/Communicatie/Vorm', '9']], dan: ['ijw.codelijst'] },
  { bericht: 'JW301', als: [[`${P2}/Product/Categorie`, '99']], dan: ['ijw.codelijst'] },
];
