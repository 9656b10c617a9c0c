// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BerichtSoort, type IjwRelease, parsePlainDate } from '../../src/contract/index.ts';
import { type BerichtInhoud, REGELS, readBytes, writeBericht } from '../../src/ijw/index.ts';
import { GOED, goed, wijzig } from './berichten.ts';
import { gather } from './gather.ts';

/** Given the good message of a kind, when these values change, then exactly these findings. */
interface Geval {
  readonly bericht: BerichtSoort;
  readonly release?: IjwRelease;
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

const GEVALLEN: readonly Geval[] = [
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
    als: [
      [`${P1}/Einddatum`, undefined],
      [`${P1}/Omvang/Frequentie`, '6'],
    ],
    dan: [],
  },
  {
    bericht: 'JW301',
    release: '3.0',
    als: [
      [`${P1}/Einddatum`, undefined],
      [`${P1}/Omvang/Frequentie`, '6'],
      ['Header/BerichtSubversie', 0],
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
  { bericht: 'JW301', als: [[`${P1}/RedenWijziging`, '13']], dan: ['CS335'] },
  {
    bericht: 'JW301',
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
];

const ONBEKENDE_CODES: readonly Geval[] = [
  { bericht: 'JW323', als: [[`${EURO}/Eenheid`, '99']], dan: ['ijw.codelijst'] },
  { bericht: 'JW315', als: [[`${VOT}/Verwijzer/Type`, '09']], dan: ['ijw.codelijst'] },
  { bericht: 'JW319', als: [['Antwoord/RedenAfwijzingVerzoek', '99']], dan: ['ijw.codelijst'] },
  { bericht: 'JW301', als: [['Client/Communicatie/Vorm', '9']], dan: ['ijw.codelijst'] },
  { bericht: 'JW301', als: [[`${P2}/Product/Categorie`, '99']], dan: ['ijw.codelijst'] },
];

const vandaag = parsePlainDate('2025-01-01');

async function findingsOf(
  soort: BerichtSoort,
  release: IjwRelease,
  inhoud: BerichtInhoud,
): Promise<string[]> {
  const bytes = writeBericht(release, soort, inhoud);
  const oogst = await gather((sink) =>
    readBytes(bytes, 'geval.xml', sink, vandaag === undefined ? {} : { vandaag }),
  );
  return oogst.findings.map((finding) => finding.code).sort();
}

test('given good messages, no rule is broken', async () => {
  for (const soort of Object.keys(GOED) as BerichtSoort[]) {
    assert.deepEqual(await findingsOf(soort, '3.2', goed(soort)), [], soort);
  }
});

for (const { bericht, release = '3.2', als, dan } of [...GEVALLEN, ...ONBEKENDE_CODES]) {
  const when = als.map(([pad, waarde]) => `${pad} = ${JSON.stringify(waarde) ?? 'nothing'}`).join(', ');
  test(`${bericht} ${release}: when ${when.slice(0, 160)}, then ${dan.join(' ') || 'nothing'}`, async () => {
    const inhoud = als.reduce((message, [pad, waarde]) => wijzig(message, pad, waarde), goed(bericht));
    assert.deepEqual(await findingsOf(bericht, release, inhoud), [...dan].sort());
  });
}

test('every rule has a case in which it is broken', () => {
  const broken = new Set(GEVALLEN.flatMap((geval) => geval.dan));
  assert.deepEqual(
    REGELS.map((regel) => regel.code).filter((code) => !broken.has(code)),
    [],
  );
});

test('a region may set the severity of a rule, or switch it off', async () => {
  const bytes = writeBericht('3.2', 'JW305', wijzig(goed('JW305'), 'Client/Bsn', '999900032'));
  const read = async (severity: 'info' | 'uit') => {
    const oogst = await gather((sink) => readBytes(bytes, 'geval.xml', sink, { ernst: { CS002: severity } }));
    return oogst.findings.map((finding) => finding.severity);
  };
  assert.deepEqual(await read('info'), ['info']);
  assert.deepEqual(await read('uit'), []);
});

test('a finding names the rule, its retourcode, the message and the place, and no value', async () => {
  const bytes = writeBericht('3.2', 'JW305', wijzig(goed('JW305'), 'Client/Bsn', '999900032'));
  const oogst = await gather((sink) => readBytes(bytes, 'post.zip!1.xml', sink));
  const [finding] = oogst.findings;
  assert.equal(finding?.retourcode, '0001');
  assert.equal(finding?.place.file, 'post.zip!1.xml');
  assert.equal(finding?.place.bericht, 'JW305 A1');
  assert.equal(finding?.place.path, 'Bericht/Client/Bsn');
  assert.equal(JSON.stringify(oogst.findings).includes('999900032'), false);
});
