// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindsOf, prove, type Table } from './clean-document.ts';

const YEARS = [2020, 2021, 2022, 2023, 2024];

function row(codes: object, values: readonly number[]): object[] {
  return YEARS.map((year, index) => ({
    region: 'regio-h4',
    ...codes,
    year,
    value: values[index] ?? 0,
    raw: String(values[index] ?? 0).replace(/\B(?=(\d{3})+$)/g, '.'),
  }));
}

function tableOf(
  number: string,
  title: string,
  unit: string,
  rows: object[],
  dimensions: object[] = [],
): Table {
  return {
    id: number.toLowerCase().replace(' ', '-'),
    kind: number.startsWith('F') ? 'figure' : 'table',
    number,
    scope: 'rapport',
    title_nl: title,
    unit,
    notes: [],
    dimensions,
    rows: rows as Table['rows'],
  };
}

const TABLES: Table[] = [
  tableOf('Figuur 1', 'Aantal cliënten en gemiddelde cliëntkosten', 'unieke cliënten / € per cliënt', [
    ...row({ measure: 'unieke-clienten' }, [2000, 2100, 2150, 2200, 1600]),
    ...row({ measure: 'gemiddelde-uitgave-per-client' }, [9000, 9100, 9300, 9600, 12_000]),
  ]),
  tableOf(
    'Tabel 1',
    'Aantal aanmeldingen',
    'aanmeldingen',
    row({ melder: 'totaal' }, [400, 380, 350, 330, 300]),
    [{ name: 'melder', label_nl: 'Melder', values: [{ code: 'totaal', nl: 'Totaal aanmeldingen' }] }],
  ),
  tableOf(
    'Figuur 2',
    'Aantal kinderen wachtend op KDC-zorg',
    'unieke cliënten',
    row({}, [100, 120, 150, 200, 338]),
  ),
  tableOf(
    'Tabel 2',
    'Aantal plaatsingen in gesloten jeugdhulp',
    'plaatsingen',
    row({}, [90, 85, 80, 78, 59]),
  ),
];

const REFERENCES = 'Figuur 1, figuur 2, tabel 1 en tabel 2 staan hieronder.';

/** What a text says, and the explanations of the findings that it must give: none when it is true. */
const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['In tabel 1 is te zien dat het aantal aanmeldingen de afgelopen jaren verder is gedaald.'],
  [
    'In tabel 1 is te zien dat het aantal aanmeldingen de afgelopen jaren verder is gestegen.',
    'woord andereRichting',
  ],
  ['In tabel 1 is te zien dat het aantal aanmeldingen vrij gelijk is gebleven.', 'woord nietStabiel'],
  ['In tabel 1 is te zien dat het aantal aanmeldingen vrij gelijk gebleven is.', 'woord nietStabiel'],
  ['Het aantal wachtenden bij KDC’s is sterk gestegen.'],
  ['Het aantal wachtenden bij KDC’s is verdubbeld ten opzichte van 2023.', 'woord andereFactor'],
  ['Het aantal wachtenden bij KDC’s is sinds 2020 ruim verdrievoudigd.'],
  ['De kosten voor jeugdhulp zijn in 2024 gestegen.', 'woord andereRichting'],
  ['De kosten voor jeugdhulp zijn in 2024 gedaald.'],
  ['De gemiddelde uitgaven per cliënt zijn in 2024 fors gestegen.'],
  ['Het aantal cliënten met regionale jeugdhulp lijkt te stabiliseren.', 'woord nietStabiel'],
  ['Het aantal cliënten met regionale jeugdhulp is gedaald, na jarenlange stijging.'],
  ['In 2020 ging het om 541 kinderen, in 2024 is dit aantal afgenomen tot 480.'],
  ['In 2020 ging het om 541 kinderen, in 2024 is dit aantal toegenomen tot 480.', 'woord andereRichting'],
  ['Het aantal lag zo’n 8.600 hoger dan in 2024: in 2023 waren het er 13.987 en in 2024 5.386.'],
  [
    'Het aantal lag zo’n 7.600 hoger: in 2023 waren het er 13.987 en in 2024 nog 5.386.',
    'woord andereVerandering',
  ],
  ['De uitgaven zijn met bijna 25% gestegen (€ 13.784 in 2024 ten opzichte van € 11.036 in 2023).'],
  [
    'De uitgaven zijn met ruim 25% gestegen (€ 13.784 in 2024 ten opzichte van € 11.036 in 2023).',
    'woord andereVerandering',
  ],
  ['In tabel 2 is te zien dat er in 2024 in totaal 59 plaatsingen waren.'],
  ['In tabel 2 is te zien dat er in 2024 in totaal 58 plaatsingen waren.', 'tekstgetal nietInTabel'],
  ['In tabel 2 is te zien dat er in 2024 in totaal 78 plaatsingen waren.', 'tekstgetal andereJaar'],
  [
    'Zoals in tabel 2 te zien is, neemt het aantal jeugdigen in een gesloten setting af.',
    'eenheid andereEenheid',
  ],
  ['Uit figuur 2 blijkt dat kinderen langere wachttijden hebben dan vroeger.', 'eenheid wachttijdUitAantal'],
  ['De aanpak heeft vier lijnen: minder verblijf, minder lichte hulp, meer samen en betere sturing.'],
  [
    'De aanpak heeft vijf lijnen: minder verblijf, minder lichte hulp, meer samen en betere sturing.',
    'woord andersGeteld',
  ],
  ['De ambitie om het aantal aanmeldingen te laten dalen, blijft staan.'],
  ['Zie ook tabel 7.', 'verwijzing bestaatNiet'],
];

for (const [text, ...expected] of CASES)
  test(`${expected.length === 0 ? 'true' : expected.join(', ')}: ${text}`, () => {
    assert.deepEqual(kindsOf(prove(TABLES, `${REFERENCES}\n\n${text}\n`)), expected);
  });

test('a finding in running text says on which line it is', () => {
  const [finding] = prove(
    TABLES,
    `${REFERENCES}\n\nEen zin over iets anders.\n\nHet aantal wachtenden bij KDC’s is verdubbeld ten opzichte van 2023.\n`,
  );
  assert.equal(finding?.plaats.regel, 5);
  assert.match(finding?.verwacht ?? '', /2023: 200; 2024: 338 \(\+69,0%\)/);
});
