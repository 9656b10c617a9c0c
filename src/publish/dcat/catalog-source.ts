// SPDX-License-Identifier: EUPL-1.2
import type { GepubliceerdeDefinitie, Release, ReleaseBestand, Wijzigingen } from '../../contract/index.ts';
import { type Taal, texts } from '../../text/index.ts';
import { type Addresses, addressesOf } from '../addresses.ts';
import type { JsonTable } from '../all-json.ts';
import { type Node, perTaal, ref, typed } from './nodes.ts';
import { CONCEPT, LANGUAGE_REFS, THEMAS } from './vocabulary.ts';

/** Everything a catalogue is about: the release and its files. */
export interface CatalogSource {
  readonly release: Release;
  readonly definities: readonly GepubliceerdeDefinitie[];
  readonly tabellen: readonly JsonTable[];
  readonly wijzigingen: Wijzigingen;
  /** The release before this one. */
  readonly vorige?: Release;
  /** Every file of the release that is described, with its size and hash. */
  readonly bestanden: readonly ReleaseBestand[];
}

/** A data set of the catalogue: the figures of one indicator, or everything together. */
export interface CatalogDataset {
  /** Last part of its address. */
  readonly naam: string;
  readonly titel: (taal: Taal) => string;
  readonly betekenis: (taal: Taal) => string;
  readonly uitleg: (taal: Taal) => string;
  readonly trefwoorden: (taal: Taal) => readonly string[];
  /** Page about it, relative to the release. */
  readonly pagina: string;
  /** The definition or the method, as an address. */
  readonly standaard: string;
  readonly tabellen: readonly JsonTable[];
  /** Indicators whose changes it has; absent = of all. */
  readonly indicator?: string;
}

/** Name of the data set that holds everything. */
export const ALLES = 'alle-cijfers';

/** Data sets of a release: one per indicator, and one with everything. */
export function catalogDatasets(source: CatalogSource): readonly CatalogDataset[] {
  const { release, definities, tabellen } = source;
  const { vasteApi } = addressesOf(release);
  const indicatoren = [...new Set(tabellen.map(({ indicator }) => indicator))].sort();
  const alles: CatalogDataset = {
    naam: ALLES,
    titel: (taal) => texts(taal).openData.reeks.alles,
    betekenis: (taal) => texts(taal).openData.reeks.allesUitleg,
    uitleg: (taal) => texts(taal).openData.reeks.allesUitleg,
    trefwoorden: (taal) => texts(taal).openData.catalogus.trefwoorden,
    pagina: startPage(source),
    standaard: `${vasteApi}/openapi.json`,
    tabellen,
  };
  return [
    ...indicatoren.map((indicator): CatalogDataset => {
      const definitie = definities.find(({ id }) => id === indicator);
      const name = (taal: Taal) => definitie?.naam[taal] ?? texts(taal).indicatoren[indicator] ?? indicator;
      return {
        naam: indicator,
        titel: name,
        betekenis: (taal) => definitie?.betekenis[taal] ?? name(taal),
        uitleg: (taal) =>
          definitie === undefined
            ? name(taal)
            : [definitie.betekenis[taal], definitie.telt[taal], definitie.populatie[taal]].join(' '),
        trefwoorden: (taal) => [...texts(taal).openData.catalogus.trefwoorden, name(taal).toLowerCase()],
        pagina: indicatorPage(source, indicator),
        standaard: `${vasteApi}/indicatoren/${indicator}.json`,
        tabellen: tabellen.filter((tabel) => tabel.indicator === indicator),
        indicator,
      };
    }),
    alles,
  ];
}

/** Page of the dashboard about one indicator, where there is one. */
function indicatorPage(source: CatalogSource, indicator: string): string {
  const page = `dashboard/cijfer/${indicator}.html`;
  return source.bestanden.some(({ pad }) => pad === page) ? page : startPage(source);
}

/** The page where a reader begins: the dashboard, and in a release without one its index. */
export function startPage({ bestanden }: Pick<CatalogSource, 'bestanden'>): string {
  return bestanden.some(({ pad }) => pad === 'dashboard/index.html') ? 'dashboard/index.html' : 'index.html';
}

/** Stable names of things in the catalogue: those that outlive a release, and those of this one. */
export function identifiers({ basis, permalink }: Addresses) {
  const lasting = (name: string): string => `${basis}dcat.jsonld#${name}`;
  return {
    catalogus: lasting('catalogus'),
    dienst: lasting('api-v1'),
    contact: lasting('contact'),
    gebied: (code: string): string => lasting(`gebied-${code.toLowerCase()}`),
    reeks: (dataset: string): string => lasting(`reeks-${dataset}`),
    dataset: (dataset: string): string => `${permalink}dcat.jsonld#${dataset}`,
    bestand: (pad: string): string => `${permalink}dcat.jsonld#${pad.replaceAll('/', '-')}`,
    record: (dataset: string): string => `${permalink}dcat.jsonld#record-${dataset}`,
  };
}

/** When what a release holds was last changed: the day it was published, or else the day its data reach to. */
export function lastChanged({ uitgegeven, dataTot }: Release): string {
  return uitgegeven ?? dataTot;
}

/** What every data set, series and service says alike. */
export function sharedProperties({ release }: CatalogSource, uitgeverUri: string): Node {
  const ids = identifiers(addressesOf(release));
  return {
    'dct:publisher': ref(uitgeverUri),
    'dct:creator': ref(uitgeverUri),
    'dcat:contactPoint': ref(ids.contact),
    'dct:language': LANGUAGE_REFS,
    'dcat:theme': THEMAS,
    ...(release.uitgever?.hvdCategorie === undefined
      ? {}
      : {
          'dcatap:hvdCategory': ref(release.uitgever.hvdCategorie),
          'dcatap:applicableLegislation': ref(CONCEPT.hvdWet),
        }),
  };
}

/** Where, over which time and how finely the figures of a data set are. */
export function coverage({ release }: CatalogSource, { tabellen }: CatalogDataset): Node {
  const perioden = [...new Set(tabellen.flatMap(({ rijen }) => rijen.map(({ periode }) => periode)))];
  const bounds = perioden.map(periodBounds);
  const begin = bounds.map(([first]) => first).sort()[0] ?? `${release.jaar}-01-01`;
  const eind =
    bounds
      .map(([, last]) => last)
      .sort()
      .at(-1) ?? `${release.jaar}-12-31`;
  return {
    'dct:spatial': ref(identifiers(addressesOf(release)).gebied(release.regio.code)),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': typed('date', begin),
      'dcat:endDate': typed('date', eind),
    },
    'dcat:temporalResolution': typed('duration', perioden.some(isQuarter) ? 'P3M' : 'P1Y'),
    'dct:accrualPeriodicity': ref(CONCEPT.jaarlijks),
  };
}

function isQuarter(periode: string): boolean {
  return /^\d{4}-Q[1-4]$/.test(periode);
}

/** First and last day of `2024`, `2024-Q2` or `2022-10-01/2023-09-30`. */
function periodBounds(periode: string): readonly [string, string] {
  const [first = '', last = first] = periode.split('/');
  if (first !== last) return [first, last];
  const [jaar = '', kwartaal] = periode.split('-Q');
  if (kwartaal === undefined) return [`${jaar}-01-01`, `${jaar}-12-31`];
  const [begin, eind] = [
    ['01-01', '03-31'],
    ['04-01', '06-30'],
    ['07-01', '09-30'],
    ['10-01', '12-31'],
  ][Number(kwartaal) - 1] ?? ['01-01', '12-31'];
  return [`${jaar}-${begin}`, `${jaar}-${eind}`];
}

/** A page for people. */
export function documentNode(address: string): Node {
  return { '@id': address, '@type': 'foaf:Document' };
}

/** A description that says that the data are made up, where they are. */
export function honest({ release }: CatalogSource, make: (taal: Taal) => string): readonly Node[] {
  return perTaal((taal) =>
    release.fictief ? `${make(taal)} ${texts(taal).openData.catalogus.fictief}` : make(taal),
  );
}
