// SPDX-License-Identifier: EUPL-1.2
import {
  type Dimensie,
  type FigureRow,
  type GebiedCode,
  type GemeenteCode,
  type Opbouw,
  type PlainDate,
  plainDate,
  type Regio,
  type Release,
  type SafeTable,
  sealSafeTable,
  TYPEN_JEUGDHULP,
  type Unit,
} from '../../src/contract/index.ts';
import { describeRelease } from '../../src/publish/index.ts';
import type { EditionSource } from '../../src/report/index.ts';
import { clientenBlad } from '../publish/definitie-bladen.ts';

/** Exact numbers of one area and year, before anything is hidden. */
export interface AreaYear {
  readonly clienten: number;
  readonly perClientCents: number;
  readonly perType: Readonly<Record<string, number>>;
}

/** Numbers of any area in any year. */
export type Figures = (gebied: string, jaar: number) => AreaYear;

export const JAREN = [2020, 2021, 2022, 2023, 2024];

const day = (year: number): PlainDate => plainDate(year, 1, 1) ?? (0 as PlainDate);
const gm = (code: string) => code as GemeenteCode;
const area = (code: string) => code as GebiedCode;

const names: readonly (readonly [string, string])[] = [
  ['GM0503', 'Delft'],
  ['GM0518', 'Den Haag'],
  ['GM1916', 'Leidschendam-Voorburg'],
  ['GM1842', 'Midden-Delfland'],
  ['GM1926', 'Pijnacker-Nootdorp'],
  ['GM0603', 'Rijswijk'],
  ['GM0629', 'Wassenaar'],
  ['GM1783', 'Westland'],
  ['GM0637', 'Zoetermeer'],
];
export const GEMEENTEN = names.map(([code]) => code);

const rules = {
  verbergTotEnMet: 9,
  toonNul: true,
  afronding: 5,
  minimumNoemer: 50,
  minimumBijdragers: 10,
  dominantie: 0.5,
  pProcent: 10,
  intervalBreedte: 5,
  bedragBescherming: 0.1,
};

export const haaglanden: Regio = {
  naam: 'Haaglanden',
  code: area('JZ24'),
  gemeenten: [
    ...names.map(([code, naam]) => ({ code: gm(code), naam })),
    { code: gm('GM0626'), naam: 'Voorschoten', tot: (day(2024) - 1) as PlainDate },
  ],
  groepen: [
    { code: area('H9'), naam: 'H9 (alle negen gemeenten)', gemeenten: GEMEENTEN.map(gm) },
    {
      code: area('H8'),
      naam: 'H8 (de regio zonder Den Haag)',
      gemeenten: GEMEENTEN.filter((code) => code !== 'GM0518').map(gm),
    },
    { code: area('H3'), naam: 'H3', gemeenten: ['GM0518', 'GM1916', 'GM0603'].map(gm) },
    {
      code: area('H5'),
      naam: 'H5',
      gemeenten: ['GM0503', 'GM1842', 'GM1926', 'GM1783', 'GM0637'].map(gm),
    },
  ],
  basisjaar: 2020,
  publicatiejaar: 2024,
  drempels: { kostenGrensCents: 1_000_000 },
  breuken: [
    {
      id: 'htp',
      datum: day(2024),
      gebieden: [area('GM0518')],
      types: ['basis-ggz', 'lvb', 'jeugd-en-opvoedhulp', 'specialistische-ggz'],
      oorzaak: {
        nl: 'Sinds het Haags Toekomstperspectief (HTP) koopt Den Haag de lichtere hulp lokaal in; die staat niet meer in deze cijfers.',
        en: 'Since the Haags Toekomstperspectief (HTP) Den Haag buys lighter care locally; these figures no longer include it.',
      },
      overbrugd: false,
    },
    {
      id: 'voorschoten',
      datum: day(2024),
      gebieden: [area('JZ24')],
      types: [],
      oorzaak: {
        nl: 'Voorschoten hoort sinds 2024 niet meer bij de regio en is uit alle jaren gehaald.',
        en: 'Voorschoten left the region in 2024 and is left out of all years.',
      },
      overbrugd: true,
    },
    {
      id: 'woonplaatsbeginsel',
      datum: day(2022),
      gebieden: [],
      types: [],
      oorzaak: {
        nl: 'Sinds 2022 bepaalt een ander woonplaatsbeginsel welke gemeente betaalt.',
        en: 'Since 2022 another rule of residence decides which gemeente pays.',
      },
      overbrugd: false,
    },
  ],
  geheimhouding: { open: rules, intern: { ...rules, verbergTotEnMet: 4, afronding: 0 } },
};

export function haaglandenRelease(id = '2024-1'): Release {
  return describeRelease(haaglanden, {
    id,
    jaar: 2024,
    status: 'voorlopig',
    dataTot: plainDate(2025, 3, 31) ?? (0 as PlainDate),
    jaren: JAREN,
    definities: {
      clienten: '2020-01-01',
      'clienten-groei': '2020-01-01',
      uitgaven: '2020-01-01',
      'uitgaven-per-client': '2020-01-01',
      'kosten-boven-grens': '2020-01-01',
      aanbieders: '2020-01-01',
    },
    zone: 'open',
    fictief: true,
    programma: '0.1.0',
  });
}

/** The tables of a release as disclosure control would leave them: counts below ten hidden, others in fives. Only tests may make them. */
export function safeTables(figures: Figures, gebieden: readonly string[]): SafeTable[] {
  const cells = gebieden.flatMap((gebied) =>
    JAREN.map((jaar) => ({ gebied, jaar, exact: figures(gebied, jaar) })),
  );
  const base = (gebied: string) => figures(gebied, 2020);
  const perType = cells.flatMap((cell) => TYPEN_JEUGDHULP.map((type) => ({ ...cell, type })));
  return [
    safeTable(
      'clienten',
      'unieke cliënten',
      [],
      cells.map((c) => row(c, [], shown(c.exact.clienten))),
    ),
    safeTable(
      'clienten',
      'unieke cliënten',
      ['type'],
      perType.map((c) => row(c, [c.type], shown(c.exact.perType[c.type] ?? 0))),
    ),
    safeTable(
      'clienten-groei',
      'aandeel',
      [],
      cells.map((c) => row(c, [], growth(c.exact.clienten, base(c.gebied).clienten))),
    ),
    safeTable(
      'clienten-groei',
      'aandeel',
      ['type'],
      perType.map((c) =>
        row(c, [c.type], growth(c.exact.perType[c.type] ?? 0, base(c.gebied).perType[c.type] ?? 0)),
      ),
    ),
    safeTable(
      'uitgaven',
      'eurocent',
      [],
      cells.map((c) => row(c, [], c.exact.clienten * c.exact.perClientCents)),
    ),
    safeTable(
      'uitgaven-per-client',
      'eurocent',
      [],
      cells.map((c) => row(c, [], c.exact.perClientCents)),
    ),
    safeTable(
      'kosten-boven-grens',
      'aandeel',
      [],
      cells.flatMap((c) => [
        row(c, [], 0.31, 'clienten'),
        row(c, [], c.gebied === 'GM1842' ? null : 0.84, 'uitgaven'),
      ]),
    ),
    safeTable(
      'aanbieders',
      'aanbieders',
      [],
      cells.map((c) => row(c, [], Math.round(40 + c.exact.clienten / 150))),
    ),
  ];
}

/** Made-up figures with the size and the shape of the region's, hidden cells and a break included. */
export const madeUpFigures: Figures = (gebied, jaar) => {
  const members = membersOf(gebied).map((gemeente) => gemeenteFigures(gemeente, jaar));
  const clienten = members.reduce((sum, member) => sum + member.clienten, 0);
  const uitgaven = members.reduce((sum, member) => sum + member.clienten * member.perClientCents, 0);
  const perType = Object.fromEntries(
    TYPEN_JEUGDHULP.map((type) => [
      type,
      members.reduce((sum, member) => sum + (member.perType[type] ?? 0), 0),
    ]),
  );
  return { clienten, perClientCents: Math.round(uitgaven / clienten), perType };
};

export function editionSource(figures: Figures = madeUpFigures): EditionSource {
  const release = haaglandenRelease();
  return {
    release,
    tables: safeTables(
      figures,
      release.samenstelling.gebieden.map(({ code }) => code),
    ),
    indicatoren: [
      'clienten',
      'clienten-groei',
      'uitgaven',
      'uitgaven-per-client',
      'kosten-boven-grens',
      'aanbieders',
      'terugkeer',
    ],
    begrippen: [],
    definities: [
      {
        ...clientenBlad,
        toelichting: {
          nl: '# Unieke cliënten\n\nHet aantal **jeugdigen** met minstens één staande prestatie in de periode.\n\n- Elke jeugdige telt één keer per cel.\n- Zie `indicatoren/clienten`.',
          en: 'The number of **young people** with a standing prestatie.',
        },
      },
    ],
  };
}

/** A table with other rows: what disclosure control would have made of other figures. Only tests may make them. */
export function withRows(table: SafeTable, change: (row: FigureRow) => FigureRow): SafeTable {
  return sealSafeTable({ ...table, rows: table.rows.map(change) });
}

export function membersOf(gebied: string): readonly string[] {
  const groep = haaglanden.groepen.find(({ code }) => code === gebied);
  return groep ? groep.gemeenten : gebied === 'JZ24' ? GEMEENTEN : [gebied];
}

const SIZES = [2300, 13500, 2150, 390, 1660, 1580, 630, 2750, 4700];
const TYPE_SHARES = [0.035, 0.07, 0.17, 0.006, 0.2, 0.22, 0.1, 0.012, 0.015, 0.045, 0.51];

function gemeenteFigures(gemeente: string, jaar: number): AreaYear {
  const place = GEMEENTEN.indexOf(gemeente);
  const after = gemeente === 'GM0518' && jaar >= 2024;
  const size = (SIZES[place] ?? 0) * (1 + (jaar - 2020) * 0.02) * (after ? 0.36 : 1);
  const clienten = Math.round(size);
  const perClientCents = Math.round((700_000 + place * 41_300 + (jaar - 2020) * 61_700) * (after ? 1.6 : 1));
  const perType = Object.fromEntries(
    TYPEN_JEUGDHULP.map((type, index) => [type, Math.round(size * (TYPE_SHARES[index] ?? 0))]),
  );
  return { clienten, perClientCents, perType };
}

interface Cell {
  readonly gebied: string;
  readonly jaar: number;
}

function row(cell: Cell, dimensies: readonly string[], waarde: number | null, variant = ''): FigureRow {
  return {
    indicator: '',
    variant,
    periode: String(cell.jaar),
    gebied: cell.gebied,
    dimensies,
    waarde,
    teller: null,
    noemer: null,
    status: [waarde === null ? 'geheim' : 'normaal'],
  };
}

function shown(count: number): number | null {
  if (count > 0 && count < 10) return null;
  return Math.round(count / 5) * 5;
}

function growth(now: number, then: number): number | null {
  const [a, b] = [shown(now), shown(then)];
  return a === null || b === null || b < 50 ? null : a / b - 1;
}

function safeTable(
  indicator: string,
  eenheid: Unit,
  dimensies: readonly Dimensie[],
  rows: readonly FigureRow[],
): SafeTable {
  return sealSafeTable({
    zone: 'open',
    indicator,
    definitie: '2020-01-01',
    eenheid,
    dimensies,
    opbouw: opbouwOf(indicator),
    rows: rows.map((r) => ({ ...r, indicator })),
  });
}

/** Counts of clients overlap over types; nothing else is needed of how these figures are made. */
function opbouwOf(indicator: string): Pick<Opbouw, 'variant' | 'vorm' | 'teller'>[] {
  const delen = { gebied: 'overlap', kenmerk: 'som', dimensie: 'overlap', periode: 'overlap' } as const;
  const teller = { naam: 'clienten', telt: 'personen', maat: 'clienten', delen } as const;
  return [{ variant: '', vorm: indicator === 'clienten' ? 'waarde' : 'groei', teller }];
}
