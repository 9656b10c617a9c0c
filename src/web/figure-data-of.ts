// SPDX-License-Identifier: EUPL-1.2
import { breakYear, FIGUUR_STATUSSEN, isTouchedBy, type SafeTable, type Unit } from '../contract/index.ts';
import { sourceLine } from '../text/index.ts';
import { dimensionName, type Indicator, type Site } from './dashboard-source.ts';
import type { BreukData, FigureData } from './figure/figure-data.ts';
import { areasOf, CBS, NEDERLAND, says } from './figure-areas.ts';
import { tableData } from './figure-rows-of.ts';
import { variantsOf } from './figure-variants.ts';

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
/** Of transitions between types of care a rate per 1,000 young people says nothing. */
const PER_INWONER: readonly Unit[] = PERSONEN.filter((eenheid) => eenheid !== 'overgangen');
/** Indicators from the survey of waiting times, to be read with its response. */
const UITVRAAG = ['wachtenden', 'wachtenden-lang', 'wachtend-aandeel', 'aanbieders-per-wachtklasse'];

/** Changes that are split into what made them, with the variant that is the whole. */
const OPBOUW: Readonly<Record<string, string>> = { kostenontwikkeling: 'verschil' };

/** Indicators that may stand beside a figure of CBS about the same question, with its variant. */
const CBS_NAAST: Readonly<Record<string, string>> = { 'aandeel-jeugdigen': 'jeugdhulp' };

/** Everything that the figures of one indicator can show, in the language of the site. */
export function figureDataOf(site: Site, indicator: Indicator): FigureData {
  const { release, taal, text, notation } = site;
  const { definitie } = indicator;
  const tables = withNederland(site, indicator);
  const rows = tables.flatMap((table) => table.rows);
  const perioden = [...new Set(rows.filter(says).map(({ periode }) => periode))].sort(yearsFirst);
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
    bron: sourceLine(taal, [definitie.id]),
    cijfers: '',
    basisjaar: String(release.basisjaar),
    gebieden,
    perioden,
    voorlopig: provisional(tables),
    varianten,
    ...(OPBOUW[definitie.id] === undefined ? {} : { opbouw: OPBOUW[definitie.id] }),
    statussen,
    woorden: Object.fromEntries(
      FIGUUR_STATUSSEN.filter(
        (status) =>
          status === 'onbekend' ||
          (status !== 'normaal' && statussen.some((all) => all.split('+').includes(status))),
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

/** Years before quarters, each in their order. */
function yearsFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Release, status and date: what stands under every figure. */
export function stampOf({ release, text, notation }: Site): string {
  return [
    text.stempel.figuur(release.id, text.status[release.status].naam, notation.date(release.dataTot)),
    ...(release.fictief ? [text.fictief.kort] : []),
  ].join('; ');
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

function provisional(tables: readonly Shown[]): FigureData['voorlopig'] {
  const statuses = Object.entries(
    Object.assign({}, ...tables.map(({ voorlopigheid }) => voorlopigheid ?? {})),
  );
  return Object.fromEntries(
    statuses.filter(([, status]) => status !== 'definitief'),
  ) as FigureData['voorlopig'];
}

/** Breaks that touch the indicator; where the Netherlands stand beside it, also those of CBS, for the Netherlands alone. */
function breaksOf({ release, taal, notation }: Site, { definitie }: Indicator): BreukData[] {
  const own = release.breuken.filter(({ soort }) => isTouchedBy(definitie, soort));
  const beside =
    CBS_NAAST[definitie.id] === undefined ? [] : release.breuken.filter(({ soort }) => soort === 'cbs');
  return [
    ...own,
    ...beside.map((breuk) => ({ ...breuk, gebieden: breuk.gebieden.filter((code) => code === NEDERLAND) })),
  ]
    .filter(({ gebieden }) => gebieden.length > 0)
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
