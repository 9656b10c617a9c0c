// SPDX-License-Identifier: EUPL-1.2
import {
  type Areas,
  areasOf,
  type PrintedDocument,
  type ProofFinding,
  proveDocument,
  readDocument,
} from '../../src/proof/index.ts';

/** A made-up region of four gemeenten, of which a group leaves the first one out. */
export const AREAS: Areas = areasOf([
  ...['Aveen', 'Berkmeer', 'Colvoort', 'Drieland'].map((naam, index) => ({
    code: `GM900${index}`,
    naam,
    leden: [],
  })),
  { code: 'H3', naam: 'H3', leden: ['GM9001', 'GM9002', 'GM9003'] },
  { code: 'H4', naam: 'H4', leden: ['GM9000', 'GM9001', 'GM9002', 'GM9003'] },
]);

const GEMEENTEN = ['aveen', 'berkmeer', 'colvoort', 'drieland'];
const TYPES = ['dyslexie', 'pleegzorg', 'basis-ggz', 'lvb', 'gezinshuizen'];
const YEARS = [2020, 2021, 2022, 2023, 2024];

export interface Row {
  readonly [key: string]: string | number;
}

export interface Table {
  readonly id: string;
  readonly rows: Row[];
  readonly [key: string]: unknown;
}

/** Numbers from 0 to 1 that depend on the seed alone. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function printed(value: number, decimals: number, sign = ''): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const minus = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '-' : '';
  return `${minus}${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${fraction === undefined ? '' : `,${fraction}`}${sign}`;
}

function rounded(value: number, decimals: number): number {
  return (Math.sign(value) * Math.floor(Math.abs(value) * 10 ** decimals + 0.5 + 1e-9)) / 10 ** decimals;
}

/** Published figures without a contradiction: types, growth, averages, institutions, a table with totals, a share and its complement. */
export function cleanTables(seed: number): Table[] {
  const random = randomOf(seed);
  const between = (low: number, high: number) => Math.floor(low + random() * (high - low + 1));
  const clients = grid((_, index) => between(400, 900) * (index + 1));
  const perType = TYPES.map((_, at) =>
    grid(
      (gemeente, index, year) =>
        Math.round((clients(gemeente, year) * between(15 + 5 * at, 25 + 5 * at)) / 60) + index,
    ),
  );
  const cents = grid((gemeente, _, year) => clients(gemeente, year) * between(800_000, 1_500_000));
  const areas = [...GEMEENTEN, 'regio-h3', 'regio-h4'];
  const tables = areas.flatMap((area) => [
    table(
      `${area}-tabel-1`,
      'Tabel 1',
      'Aantal unieke cliënten per type jeugdhulp',
      'unieke cliënten',
      area,
      TYPES,
      'type',
      (row, year) => count(sum(perType[TYPES.indexOf(row)] ?? clients, area, year)),
    ),
    table(
      `${area}-tabel-2`,
      'Tabel 2',
      'Ontwikkeling van het aantal cliënten per type',
      '% ten opzichte van 2020',
      area,
      TYPES,
      'type',
      (row, year) => {
        const own = perType[TYPES.indexOf(row)] ?? clients;
        const value = rounded(100 * (sum(own, area, year) / sum(own, area, 2020) - 1), 1);
        return { value, raw: printed(value, 1, '%') };
      },
    ),
  ]);
  const figure: Table = {
    ...head(
      'figuur-1',
      'Figuur 1',
      'Aantal cliënten en gemiddelde cliëntkosten',
      'unieke cliënten / € per cliënt',
      'rapport',
    ),
    kind: 'figure',
    rows: [...GEMEENTEN, 'regio-h4'].flatMap((area) =>
      YEARS.flatMap((year) => {
        const average = rounded(sum(cents, area, year) / 100 / sum(clients, area, year), 0);
        return [
          { region: area, measure: 'unieke-clienten', year, ...count(sum(clients, area, year)) },
          {
            region: area,
            measure: 'gemiddelde-uitgave-per-client',
            year,
            value: average,
            raw: `€ ${printed(average, 0)}`,
          },
        ];
      }),
    ),
  };
  const referrals = ['lokaal-team', 'huisarts', 'overige-melders'];
  const numbers = new Map(
    referrals.flatMap((row) => YEARS.map((year) => [`${row}${year}`, between(20, 90)] as const)),
  );
  const total = (year: number) =>
    referrals.reduce((all, row) => all + (numbers.get(`${row}${year}`) ?? 0), 0);
  const share = between(20, 45);
  return [
    ...tables,
    figure,
    table(
      'tabel-8',
      'Tabel 1',
      'Aanmeldingen per melder',
      'aanmeldingen',
      'regio-h4',
      [...referrals, 'totaal'],
      'melder',
      (row, year) => count(row === 'totaal' ? total(year) : (numbers.get(`${row}${year}`) ?? 0)),
      'rapport',
    ),
    {
      ...head('tabel-3', 'Tabel 2', 'Percentage cliënten boven en onder de grens', '%', 'rapport'),
      dimensions: [dimension('band', ['meer dan 10', 'minder dan 10']), dimension('measure', ['clienten'])],
      rows: ['meer dan 10', 'minder dan 10'].map((band, index) => ({
        region: 'regio-h4',
        band,
        measure: 'clienten',
        year: 2024,
        value: index === 0 ? share : 100 - share,
        raw: `${index === 0 ? share : 100 - share}%`,
      })),
    },
  ];
}

type Grid = (gemeente: string, year: number) => number;

function grid(make: (gemeente: string, index: number, year: number) => number): Grid {
  const values = new Map(
    GEMEENTEN.flatMap((gemeente, index) =>
      YEARS.map((year) => [`${gemeente}${year}`, make(gemeente, index, year)] as const),
    ),
  );
  return (gemeente, year) => values.get(`${gemeente}${year}`) ?? 0;
}

function sum(values: Grid, area: string, year: number): number {
  const members = area === 'regio-h4' ? GEMEENTEN : area === 'regio-h3' ? GEMEENTEN.slice(1) : [area];
  return members.reduce((all, gemeente) => all + values(gemeente, year), 0);
}

function count(value: number): { value: number; raw: string } {
  return { value, raw: printed(value, 0) };
}

function dimension(name: string, codes: readonly (string | number)[]): object {
  return { name, label_nl: name, values: codes.map((code) => ({ code: String(code), nl: String(code) })) };
}

function head(id: string, number: string, title: string, unit: string, scope: string): Table {
  return { id, kind: 'table', number, scope, title_nl: title, unit, notes: [], dimensions: [], rows: [] };
}

function table(
  id: string,
  number: string,
  title: string,
  unit: string,
  area: string,
  rows: readonly string[],
  name: string,
  cell: (row: string, year: number) => { value: number; raw: string },
  scope = `bijlage ${area}`,
): Table {
  return {
    ...head(id, number, title, unit, scope),
    dimensions: [dimension(name, rows), dimension('year', YEARS)],
    rows: rows.flatMap((row) =>
      YEARS.map((year) => ({ region: area, [name]: row, year, ...cell(row, year) })),
    ),
  };
}

export function documentOf(tables: readonly Table[], text?: string): PrintedDocument {
  return readDocument(
    [
      { naam: 'cijfers.json', tekst: JSON.stringify(tables) },
      ...(text === undefined ? [] : [{ naam: 'tekst.txt', tekst: text }]),
    ],
    AREAS,
  );
}

export function prove(tables: readonly Table[], text?: string): ProofFinding[] {
  return proveDocument(documentOf(tables, text));
}

/** Rule and explanation of each finding: `som telOp`. */
export function kindsOf(findings: readonly ProofFinding[]): string[] {
  return findings.map(({ regel, controles }) => `${regel} ${controles[0]?.uitleg}`);
}
