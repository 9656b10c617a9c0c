// SPDX-License-Identifier: EUPL-1.2
import {
  barChart,
  type Chart,
  columnLineChart,
  type DataTable,
  dotChart,
  lineChart,
  matrixChart,
  multiplesChart,
  type Point,
  palette,
  type Series,
  type SeriesColour,
  shareChart,
  survivalChart,
  tileMap,
} from '../../src/charts/index.ts';
import { notation } from '../../src/text/index.ts';

const { count, percent, euroAmount } = notation('nl');
const PERIODS = ['2020', '2021', '2022', '2023', '2024'];
const GEMEENTEN = [
  'Delft',
  'Den Haag',
  'Leidschendam-Voorburg',
  'Midden-Delfland',
  'Pijnacker-Nootdorp',
  'Rijswijk',
  'Wassenaar',
  'Westland',
  'Zoetermeer',
];
const TYPEN = [
  'Dyslexie',
  'Generalistische basis-ggz',
  'Jeugd (licht) verstandelijk beperkt',
  'Jeugd- en opvoedhulp',
  'Pleegzorg',
  'Specialistische ggz',
];

/** A point in Dutch; what is null is hidden. */
function point(value: number | null, write: (value: number) => string = count): Point {
  return { value, label: value === null ? 'geheim' : write(value) };
}

function series(
  name: string,
  values: readonly (number | null)[],
  {
    colour = palette.blauw,
    write = count,
    ...more
  }: Partial<Series> & { write?: (value: number) => string } = {},
): Series {
  return { name, colour, points: values.map((value) => point(value, write)), breaksBefore: [], ...more };
}

function tableOf(
  rowHeader: string,
  columns: readonly string[],
  rows: readonly (readonly [string, readonly Point[]])[],
): DataTable {
  return {
    rowHeader,
    groups: [{ columns }],
    rows: rows.map(([label, points]) => ({
      label,
      marks: [],
      cells: points.map(({ value, label: text }) =>
        value === null ? { text, waarde: null, reden: 'geheim' } : { text, waarde: value },
      ),
    })),
  };
}

function head(id: string, title: string, table: DataTable) {
  return { id, title, description: `${title}. De getallen staan in de tabel eronder.`, table };
}

const bars = TYPEN.map((type, index): readonly [string, Point[]] => [
  type,
  [point([310, 840, 1220, 2110, 480, 4630][index] ?? 0), point(index === 4 ? null : 330 + index * 710)],
]);

const shares = PERIODS.map((jaar, index): readonly [string, Point[]] => [
  jaar,
  [0.31, 0.27, 0.24, 0.13, 0.05].map((share, place) =>
    index === 4 && place === 4
      ? point(null)
      : point(share + (place === 0 ? index * 0.015 : place === 3 ? -index * 0.015 : 0), (value) =>
          percent(value),
        ),
  ),
]);

const wachten = [
  'Dagbehandeling (kdc), 2023',
  'Dagbehandeling (kdc), 2024',
  'Pleegzorg, 2023',
  'Pleegzorg, 2024',
];
const klassen = [
  [22, 31, 18, 44, 321],
  [20, 36, 41, 52, 588],
  [19, 24, 11, 16, 92],
  [12, 28, null, 14, 61],
];

const lines: readonly Series[] = [
  series('Zuid-Holland', [0.096, 0.101, 0.104, 0.106, 0.105], {
    colour: palette.grijs,
    write: (value) => percent(value, 1),
  }),
  series('Haaglanden', [0.092, 0.098, 0.103, null, 0.104], {
    breaksBefore: [2],
    write: (value) => percent(value, 1),
    emphasis: true,
  }),
  series('Nederland', [0.088, 0.092, 0.094, 0.096, 0.097], {
    colour: palette.oker,
    write: (value) => percent(value, 1),
  }),
];

const perGemeente = GEMEENTEN.map((naam, index) =>
  series(
    naam,
    PERIODS.map((_, year) =>
      index === 6 && year === 2 ? null : 0.16 + ((index * 7) % 5) * 0.021 + year * 0.006,
    ),
    { write: (value) => percent(value), breaksBefore: index === 1 ? [2, 4] : [2] },
  ),
);
const H8 = series('H8', [0.19, 0.2, 0.203, 0.21, 0.214], {
  colour: palette.grijs,
  write: (value) => percent(value),
  breaksBefore: [2],
});

const dots = GEMEENTEN.map((naam, index) => ({
  name: naam,
  ...point(index === 3 ? null : 0.18 + ((index * 5) % 7) * 0.024, (value) => percent(value)),
  ...(index === 3
    ? {}
    : {
        interval: {
          low: 0.15 + ((index * 5) % 7) * 0.024 - index * 0.003,
          high: 0.21 + ((index * 5) % 7) * 0.024 + index * 0.006,
        },
      }),
}));

const doorstroom = TYPEN.map((van, row): readonly [string, Point[]] => [
  van,
  TYPEN.map((_, column) =>
    row === column
      ? { value: null, label: '' }
      : point(
          (row * 17 + column * 29) % 7 === 0
            ? null
            : ((row * 43 + column * 71) % 97) * (column === 5 ? 4 : 1),
        ),
  ),
]);

const moments = [
  { days: 0, label: 'begin' },
  { days: 91, label: '3 maanden' },
  { days: 182, label: '6 maanden' },
  { days: 365, label: '1 jaar' },
  { days: 547, label: 'anderhalf jaar' },
  { days: 730, label: '2 jaar' },
];
const overleving = (
  [
    ['Pleegzorg', palette.blauw, [1, 0.93, 0.86, 0.74, 0.66, 0.61]],
    ['Specialistische ggz', palette.oker, [1, 0.82, 0.64, 0.35, 0.19, null]],
  ] as const
).map(([name, colour, values]) => ({
  name,
  colour: colour as SeriesColour,
  points: values.map((value, index) => ({
    ...(value === null ? { value, label: 'nog niet bekend' } : point(value, (share) => percent(share))),
    ...(value === null || index === 0
      ? {}
      : { interval: { low: value - 0.012 * (index + 1), high: value + 0.012 * (index + 1) } }),
  })),
}));

const plekken = [
  [4, 2],
  [2, 2],
  [2, 3],
  [4, 1],
  [3, 3],
  [3, 2],
  [1, 3],
  [3, 1],
  [2, 4],
] as const;
const tiles = GEMEENTEN.map((naam, index) => ({
  name: naam,
  rij: plekken[index]?.[0] ?? 1,
  kolom: plekken[index]?.[1] ?? 1,
  ...point(
    index === 3 ? null : 742_000 + ((index * 5) % 9) * 91_300 + (index === 1 ? 900_000 : 0),
    euroAmount,
  ),
  ...(index === 8 ? { strong: true } : {}),
}));

const stack = [
  series('H8', [16030, 16420, 16800, 17100, 17380]),
  series('Den Haag', [12910, 13410, 13845, 13985, 5380], { colour: palette.oker }),
];
const totals = [28700, 29610, 30420, 30860, 22690].map((value) => point(value));
const averages = [
  series('Haaglanden', [902_300, 934_100, 981_000, 1_043_000, 1_182_000], {
    colour: palette.blauw,
    write: euroAmount,
    emphasis: true,
    breaksBefore: [2, 4],
  }),
  series('Den Haag', [989_000, 1_016_600, 1_075_400, 1_170_200, 2_000_100], {
    colour: palette.oker,
    write: euroAmount,
    breaksBefore: [2, 4],
  }),
];

/** One picture of every form, with what is hard about it: a hidden value, a break, a long name, more series than fit. */
export const gallery: Readonly<Record<string, Chart>> = {
  staven: barChart({
    ...head('staven', 'Wachtenden langer dan 90 dagen, ambulant', tableOf('Type', ['2023', '2024'], bars)),
    series: [
      { name: '2023', colour: palette.licht },
      { name: '2024', colour: palette.blauw },
    ],
    rows: bars.map(([label, points], index) => ({
      label,
      bars: points,
      ...(index === 5 ? { strong: true } : {}),
    })),
  }),
  'kolommen-met-gemiddelden': columnLineChart({
    ...head(
      'kolommen',
      'Cliënten en uitgaven per cliënt',
      tableOf('Gebied', PERIODS, [
        ...[...stack, ...averages].map(({ name, points }): [string, readonly Point[]] => [name, points]),
        ['Haaglanden', totals],
      ]),
    ),
    periods: PERIODS,
    columnTitle: 'Unieke cliënten',
    lineTitle: 'Uitgaven per cliënt (€)',
    breakLabel: 'reeksbreuk',
    panels: [
      {
        columns: stack,
        totals,
        lines: averages,
        breaksBefore: [2, 4],
      },
    ],
  }),
  lijnen: lineChart({
    ...head(
      'lijnen',
      'Jeugdigen met jeugdhulp',
      tableOf(
        'Gebied',
        PERIODS,
        lines.map(({ name, points }) => [name, points]),
      ),
    ),
    periods: PERIODS,
    measure: 'Aandeel van de jeugdigen',
    breakLabel: 'reeksbreuk',
    lines,
  }),
  'kleine-veelvouden': multiplesChart({
    ...head(
      'veelvouden',
      'Terugkeer binnen een jaar, per gemeente',
      tableOf(
        'Gebied',
        PERIODS,
        [...perGemeente, H8].map(({ name, points }) => [name, points]),
      ),
    ),
    periods: PERIODS,
    measure: 'Aandeel van de uitgestroomde jeugdigen',
    breakLabel: 'reeksbreuk',
    panels: perGemeente,
    reference: H8,
  }),
  stippen: dotChart({
    ...head(
      'stippen',
      'Voortijdig afgesloten trajecten',
      tableOf(
        'Gebied',
        ['2024'],
        [
          ...dots.map((dot): [string, Point[]] => [dot.name, [dot]]),
          ['H8', [point(0.24, (value) => percent(value))]],
        ],
      ),
    ),
    rows: dots,
    reference: { value: 0.24, label: 'H8: 24%' },
  }),
  delen: shareChart({
    ...head('delen', 'Dagen verblijf naar vorm', tableOf('Jaar', ['a', 'b', 'c', 'd', 'e'], shares)),
    hiddenLabel: 'geheim',
    parts: [
      { name: 'Netwerkpleegzorg', colour: palette.blauw },
      { name: 'Pleegzorg', colour: palette.oker },
      { name: 'Gezinshuis', colour: palette.roest },
      { name: 'Residentieel', colour: palette.grijs },
      { name: 'JeugdzorgPlus', colour: palette.licht },
    ],
    rows: shares.map(([label, points]) => ({ label, shares: points })),
  }),
  'gestapelde-staven': shareChart({
    ...head(
      'stapels',
      'Wachtenden naar wachttijd',
      tableOf(
        'Zorgvorm',
        ['0-14', '15-28', '29-42', '43-56', 'meer'],
        wachten.map((naam, index) => [naam, (klassen[index] ?? []).map((value) => point(value))]),
      ),
    ),
    hiddenLabel: 'geheim',
    whole: 737,
    parts: ['0-14', '15-28', '29-42', '43-56', 'langer'].map((name, index) => ({
      name: `${name}${index < 4 ? ' dagen' : ''}`,
      colour:
        [palette.licht, palette.oker, palette.grijs, palette.roest, palette.blauw][index] ?? palette.zwart,
    })),
    rows: wachten.map((label, index) => ({
      label,
      shares: (klassen[index] ?? []).map((value) => point(value)),
    })),
  }),
  overleving: survivalChart({
    ...head(
      'overleving',
      'Hoe lang een traject duurt',
      tableOf(
        'Type',
        moments.map(({ label }) => label),
        overleving.map(({ name, points }) => [name, points]),
      ),
    ),
    measure: 'Aandeel van de begonnen trajecten dat nog loopt',
    moments,
    curves: overleving,
  }),
  warmtekaart: matrixChart({
    ...head('warmtekaart', 'Doorstroom tussen typen jeugdhulp', tableOf('Van', TYPEN, doorstroom)),
    rowTitle: 'Van',
    columnTitle: 'Naar',
    columns: TYPEN,
    rows: doorstroom.map(([label, cells]) => ({ label, cells })),
  }),
  tegelkaart: tileMap({
    ...head(
      'tegelkaart',
      'Uitgaven per cliënt, per gemeente',
      tableOf(
        'Gemeente',
        ['2024'],
        tiles.map((tile) => [tile.name, [tile]]),
      ),
    ),
    measure: 'Euro per cliënt, 2024',
    tiles,
  }),
};
