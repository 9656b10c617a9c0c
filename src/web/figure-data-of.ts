// SPDX-License-Identifier: EUPL-1.2
import {
  breakYear,
  comparisonGroup,
  type Dimensie,
  FIGUUR_STATUSSEN,
  type FigureRow,
  type ReleaseGebied,
  type SafeTable,
  TYPEN_JEUGDHULP,
  type Unit,
} from '../contract/index.ts';
import { codeName, codeNames } from '../text/index.ts';
import { areaName, areaShort, dimensionName, type Indicator, type Site } from './dashboard-source.ts';
import type {
  BreukData,
  FigureData,
  GebiedData,
  RijData,
  TabelData,
  VariantData,
  Vorm,
} from './figure/figure-data.ts';

/** Units of which chance can be spoken: persons and what happens to them, each by itself. */
const PERSONEN: readonly Unit[] = [
  'unieke cliënten',
  'jeugdigen',
  'trajecten',
  'toewijzingen',
  'zaken',
  'gezinnen',
  'plaatsingen',
  'maatregelen',
  'overgangen',
];
/** Indicators of whole populations, of which a rate per 1,000 young people means something. */
const PER_INWONER: readonly Unit[] = [
  'unieke cliënten',
  'jeugdigen',
  'trajecten',
  'toewijzingen',
  'zaken',
  'gezinnen',
  'plaatsingen',
  'maatregelen',
];
/** Indicators from the survey of waiting times, to be read with its response. */
const UITVRAAG = ['wachtenden', 'wachtenden-lang', 'wachtend-aandeel', 'aanbieders-per-wachtklasse'];
/** Amounts from here on are written in millions. Unit: eurocents. */
const MILJOEN = 100_000_000;
/** The Netherlands, in figures of CBS. */
const NEDERLAND = 'NL01';

/** Indicators that may stand beside a figure of CBS about the same question, with its variant. */
const CBS_NAAST: Readonly<Record<string, string>> = { 'aandeel-jeugdigen': 'jeugdhulp' };
const CBS = 'cbs-jeugdhulp';

/** Everything that the figures of one indicator can show, in the language of the site. */
export function figureDataOf(site: Site, indicator: Indicator): FigureData {
  const { release, taal, text, notation } = site;
  const { definitie } = indicator;
  const tables = withNederland(site, indicator);
  const rows = tables.flatMap((table) => table.rows);
  const perioden = [...new Set(rows.map(({ periode }) => periode))].sort();
  const gebieden = areasOf(site, indicator, rows);
  const varianten = variantsOf(site, indicator, rows);
  const statussen = [...new Set(rows.map(({ status }) => status.join('+')))].sort();
  const place = {
    perioden,
    gebieden: gebieden.map(({ code }) => code),
    varianten: varianten.map(({ id }) => id),
    statussen,
  };
  const persons = varianten.some(({ eenheid }) => PERSONEN.includes(eenheid));
  const perInwoner = varianten.every(({ eenheid }) => PER_INWONER.includes(eenheid))
    ? residents(site)
    : undefined;
  return {
    taal,
    indicator: indicator.id,
    naam: indicator.naam,
    release: release.id,
    stempel: stampOf(site),
    bron: sourceOf(site, indicator),
    cijfers: '',
    basisjaar: String(release.basisjaar),
    gebieden,
    perioden,
    voorlopig: provisional(tables),
    varianten,
    statussen,
    woorden: Object.fromEntries(
      FIGUUR_STATUSSEN.filter(
        (status) => status !== 'normaal' && statussen.some((all) => all.split('+').includes(status)),
      ).map((status) => [
        status,
        [text.figuurStatus[status].teken, text.figuurStatus[status].uitleg] as const,
      ]),
    ),
    dimensies: Object.fromEntries(
      [...new Set(tables.flatMap(({ dimensies }) => dimensies))].map((dimensie) => [
        dimensie,
        dimensionName(site, dimensie),
      ]),
    ),
    tabellen: tables.map((table) => tableData(site, table, place)),
    breuken: breaksOf(site, indicator),
    ...(perInwoner ? { inwoners: perInwoner } : {}),
    interval: tables.some(({ interval }) => interval === 'wilson'),
    personen: persons,
    ...(UITVRAAG.includes(definitie.id) ? { respons: responseOf(site, notation.percent) } : {}),
    afronding: release.geheimhouding.regels.afronding,
  };
}

/** Release, status and date: what stands under every figure. */
export function stampOf({ release, text, notation }: Site): string {
  return [
    text.stempel.figuur(release.id, text.status[release.status].naam, notation.date(release.dataTot)),
    ...(release.fictief ? [text.fictief.kort] : []),
  ].join('; ');
}

/** Where the figures of an indicator come from. */
export function sourceOf({ woord }: Site, { id }: Indicator): string {
  const known: Readonly<Record<string, string>> = woord.bronnen;
  return known[id] ?? woord.bronnen.clienten;
}

/** What is read of safe tables. */
type Shown = Pick<SafeTable, 'dimensies' | 'rows' | 'interval' | 'voorlopigheid'>;

/** The tables of an indicator, and in the one of the whole the figures of CBS for the Netherlands where these may stand beside it. */
function withNederland({ tables }: Site, indicator: Indicator): readonly Shown[] {
  const variant = CBS_NAAST[indicator.id];
  const cbs = tables.find((table) => table.indicator === CBS && table.dimensies.length === 0);
  const rows = (cbs?.rows ?? []).filter((row) => row.gebied === NEDERLAND && row.variant === variant);
  if (variant === undefined || rows.length === 0) return indicator.tables;
  const periods = new Set(indicator.tables.flatMap((table) => table.rows.map(({ periode }) => periode)));
  const beside = rows
    .filter(({ periode }) => periods.has(periode))
    .map((row) => ({ ...row, indicator: indicator.id, variant: '' }));
  return indicator.tables.map((table) =>
    table.dimensies.length === 0 ? { ...table, rows: [...table.rows, ...beside] } : table,
  );
}

function areasOf(site: Site, indicator: Indicator, rows: readonly FigureRow[]): GebiedData[] {
  const { release, regio, gemeenten, woord } = site;
  const used = new Set(rows.map(({ gebied }) => gebied));
  const groepen = release.samenstelling.gebieden.filter(({ soort }) => soort === 'groep');
  const own = [regio, ...groepen, ...gemeenten].filter(({ code }) => used.has(code));
  return [
    ...own.map((gebied): GebiedData => {
      const groep = gebied.soort === 'gemeente' ? (comparisonGroup(release, gebied) ?? regio) : undefined;
      return {
        code: gebied.code,
        naam: areaName(site, gebied),
        kort: areaShort(site, gebied),
        soort: gebied.soort,
        ...(gebied.tegel ? { tegel: [gebied.tegel.rij, gebied.tegel.kolom] as const } : {}),
        ...(groep && used.has(groep.code) ? { naast: groep.code } : {}),
      };
    }),
    ...(used.has(NEDERLAND)
      ? [
          {
            code: NEDERLAND,
            naam: woord.gebied.nederland,
            kort: woord.gebied.nederland,
            soort: 'extern' as const,
            ...(indicator.id === CBS ? {} : { uit: CBS }),
          },
        ]
      : []),
  ];
}

function variantsOf(
  { taal, woord, release }: Site,
  { definitie }: Indicator,
  rows: readonly FigureRow[],
): VariantData[] {
  const used = new Set(rows.map(({ variant }) => variant));
  return definitie.varianten
    .filter(({ id }) => used.has(id))
    .map(({ id, naam, eenheid, berekening }) => {
      const largest = Math.max(
        0,
        ...rows.filter(({ variant }) => variant === id).map(({ waarde }) => waarde ?? 0),
      );
      const vorm = formOf(eenheid, berekening, largest);
      const word =
        vorm === 'verandering'
          ? woord.eenheden.verandering(String(release.basisjaar))
          : vorm === 'miljoen'
            ? woord.eenheden.miljoen
            : woord.eenheden.gewoon[eenheid];
      return { id, naam: naam[taal], eenheid, woord: word, vorm };
    });
}

function formOf(eenheid: Unit, berekening: string, largest: number): Vorm {
  if (eenheid === 'aandeel') return berekening === 'groei' ? 'verandering' : 'procent';
  if (eenheid === 'eurocent') return largest >= 10 * MILJOEN ? 'miljoen' : 'euro';
  return 'aantal';
}

function provisional(tables: readonly Shown[]): FigureData['voorlopig'] {
  const statuses = Object.entries(
    Object.assign({}, ...tables.map(({ voorlopigheid }) => voorlopigheid ?? {})),
  );
  return Object.fromEntries(
    statuses.filter(([, status]) => status !== 'definitief'),
  ) as FigureData['voorlopig'];
}

interface Places {
  readonly perioden: readonly string[];
  readonly gebieden: readonly string[];
  readonly varianten: readonly string[];
  readonly statussen: readonly string[];
}

function tableData(site: Site, { dimensies, rows }: Shown, places: Places): TabelData {
  const codes = dimensies.map((dimensie, index) =>
    codesOf(site, dimensie, new Set(rows.map((row) => row.dimensies[index] ?? ''))),
  );
  const places2 = codes.map((list) => list.map(([code]) => code));
  return {
    dimensies,
    codes,
    rijen: rows.map((row) =>
      rowData(
        row,
        places,
        row.dimensies.map((code, index) => places2[index]?.indexOf(code) ?? 0),
      ),
    ),
  };
}

function rowData(
  row: FigureRow,
  { perioden, gebieden, varianten, statussen }: Places,
  codes: readonly number[],
): RijData {
  const { waarde, teller, noemer, grenzen } = row;
  const follows = waarde !== null && teller !== null && noemer !== null && waarde === teller / noemer;
  const values: (number | true | null)[] = [
    varianten.indexOf(row.variant),
    perioden.indexOf(row.periode),
    gebieden.indexOf(row.gebied),
    ...codes,
    follows ? true : waarde,
    statussen.indexOf(row.status.join('+')),
    teller,
    noemer,
    grenzen?.ondergrens ?? null,
    grenzen?.bovengrens ?? null,
  ];
  while (values.at(-1) === null) values.pop();
  return values;
}

/** Codes that occur, with their names: types as the monitor prints them, codes with a name in the order of their names, then the others. */
function codesOf(
  site: Site,
  dimensie: Dimensie,
  occurring: ReadonlySet<string>,
): (readonly [string, string])[] {
  const named =
    dimensie === 'type' ? [...TYPEN_JEUGDHULP, 'onbekend'] : Object.keys(codeNames(site.taal, dimensie));
  const others = [...occurring].filter((code) => !named.includes(code)).sort();
  return [...named.filter((code) => occurring.has(code)), ...others].map((code) => [
    code,
    nameOf(site, dimensie, code),
  ]);
}

function nameOf({ taal, release }: Site, dimensie: Dimensie, code: string): string {
  const area: ReleaseGebied | undefined =
    dimensie === 'gemeente'
      ? release.samenstelling.gebieden.find((gebied) => gebied.code === code)
      : undefined;
  return area?.naam ?? codeName(taal, dimensie, code);
}

function breaksOf({ release, taal, notation }: Site, { definitie }: Indicator): BreukData[] {
  return release.breuken
    .filter(({ soort }) => soort === undefined || definitie.gevoeligVoor.includes(soort))
    .map((breuk) => ({
      jaar: breakYear(breuk),
      datum: notation.date(breuk.datum),
      gebieden: breuk.gebieden,
      types: breuk.types,
      oorzaak: breuk.oorzaak[taal],
      overbrugd: breuk.overbrugd,
    }));
}

function residents({ tables }: Site): FigureData['inwoners'] {
  const table = tables.find(
    ({ indicator, dimensies }) => indicator === 'bevolking-0-17' && dimensies.length === 0,
  );
  if (!table) return undefined;
  const found: Record<string, Record<string, number>> = {};
  for (const { gebied, periode, waarde } of table.rows) {
    if (waarde !== null) found[gebied] = { ...found[gebied], [periode]: waarde };
  }
  return found;
}

function responseOf(
  { tables, regio }: Site,
  print: (share: number) => string,
): Readonly<Record<string, string>> {
  const table = tables.find(({ indicator, dimensies }) => indicator === 'respons' && dimensies.length === 0);
  const rows = (table?.rows ?? []).filter(({ gebied, waarde }) => gebied === regio.code && waarde !== null);
  return Object.fromEntries(rows.map(({ periode, waarde }) => [periode, print(waarde ?? 0)]));
}
