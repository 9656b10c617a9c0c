// SPDX-License-Identifier: EUPL-1.2
import type {
  Ambitie,
  Begrip,
  DefinitieBlad,
  Dimensie,
  Release,
  ReleaseGebied,
  SafeTable,
  Wijzigingen,
} from '../contract/index.ts';
import {
  type DashboardTexts,
  dashboardTexts,
  groepName,
  type Notation,
  notation,
  shortName,
  slug,
  type Taal,
  type Texts,
  texts,
} from '../text/index.ts';
import type { Thema } from './thema.ts';

/** Everything that a dashboard is made from: one release, and what its region says about itself. */
export interface DashboardSource {
  readonly release: Release;
  /** Tables of zone `open`. */
  readonly tables: readonly SafeTable[];
  readonly definities: readonly DefinitieBlad[];
  readonly begrippen: readonly Begrip[];
  readonly ambities: readonly Ambitie[];
  readonly wijzigingen: Wijzigingen;
  readonly thema: Thema;
  /** The browser's script: one for every page, and the part that only a spreadsheet needs. */
  readonly script: { readonly pagina: string; readonly rekenblad: string };
}

/** One release in one language. */
export interface Site extends DashboardSource {
  readonly taal: Taal;
  readonly text: Texts;
  readonly woord: DashboardTexts;
  readonly notation: Notation;
  readonly regio: ReleaseGebied;
  /** In the order of their names. */
  readonly gemeenten: readonly ReleaseGebied[];
  /** Indicators with figures, in the order in which they are shown. */
  readonly indicatoren: readonly Indicator[];
}

/** An indicator with its definition and every table that a release has of it. */
export interface Indicator {
  readonly id: string;
  readonly naam: string;
  readonly definitie: DefinitieBlad;
  readonly tables: readonly SafeTable[];
  readonly onderwerp: Onderwerp;
}

/** Subjects of the menu, in order. */
export const ONDERWERPEN = [
  'gebruik',
  'kosten',
  'verloop',
  'veiligheid',
  'wachten',
  'ervaring',
  'bevolking',
] as const;
export type Onderwerp = (typeof ONDERWERPEN)[number];

/** Where each indicator stands in the menu; one that is not named stands under `gebruik`. */
const INDICATOR_ONDERWERPEN: Readonly<Record<string, Onderwerp>> = {
  clienten: 'gebruik',
  'clienten-groei': 'gebruik',
  'aandeel-jeugdigen': 'gebruik',
  'aandeel-per-type': 'gebruik',
  trajecten: 'gebruik',
  stand: 'gebruik',
  aanbieders: 'gebruik',
  'verwijzer-afgeleid': 'gebruik',
  uitgaven: 'kosten',
  'uitgaven-per-client': 'kosten',
  'kosten-boven-grens': 'kosten',
  kostenontwikkeling: 'kosten',
  instroom: 'verloop',
  uitstroom: 'verloop',
  duur: 'verloop',
  'duur-verloop': 'verloop',
  uitval: 'verloop',
  'uitval-redenen': 'verloop',
  terugkeer: 'verloop',
  doorstroom: 'verloop',
  'in-een-keer-goed': 'verloop',
  jeugdbescherming: 'veiligheid',
  jeugdreclassering: 'veiligheid',
  maatregelen: 'veiligheid',
  muhp: 'veiligheid',
  'jbt-aanmeldingen': 'veiligheid',
  'jbt-besluiten': 'veiligheid',
  'cit-crisiszaken': 'veiligheid',
  'cit-huisverboden': 'veiligheid',
  'jeugdzorgplus-plaatsingen': 'veiligheid',
  'jeugdzorgplus-jeugdigen': 'veiligheid',
  'jeugdzorgplus-bezetting': 'veiligheid',
  'proeftuin-domeinen': 'veiligheid',
  wachtenden: 'wachten',
  'wachtenden-lang': 'wachten',
  'wachtend-aandeel': 'wachten',
  'aanbieders-per-wachtklasse': 'wachten',
  'doorlooptijd-start': 'wachten',
  respons: 'wachten',
  proef: 'ervaring',
  tevredenheid: 'ervaring',
  doelrealisatie: 'ervaring',
  'zonder-hulp-verder': 'ervaring',
  big5: 'ervaring',
  'bevolking-0-17': 'bevolking',
  'cbs-jeugdhulp': 'bevolking',
};

export function siteIn(source: DashboardSource, taal: Taal): Site {
  const { gebieden } = source.release.samenstelling;
  const regio = gebieden.find(({ code }) => code === source.release.regio.code);
  if (!regio) throw new Error('a release names its region among its areas');
  const open = source.tables.find(({ zone }) => zone !== 'open');
  if (open) throw new Error(`${open.indicator} is a table of zone ${open.zone}`);
  const leak = source.tables.find(({ rows }) =>
    rows.some(
      ({ status, waarde, teller, noemer }) =>
        status.includes('geheim') && (waarde !== null || teller !== null || noemer !== null),
    ),
  );
  if (leak) throw new Error(`${leak.indicator} holds a value in a hidden cell`);
  return {
    ...source,
    taal,
    text: texts(taal),
    woord: dashboardTexts(taal),
    notation: notation(taal),
    regio,
    gemeenten: gebieden
      .filter(({ soort }) => soort === 'gemeente')
      .sort((left, right) => (slug(left.naam) < slug(right.naam) ? -1 : 1)),
    indicatoren: indicatorenOf(source, taal),
  };
}

function indicatorenOf({ definities, tables }: DashboardSource, taal: Taal): Indicator[] {
  const places = Object.keys(INDICATOR_ONDERWERPEN);
  const place = (id: string) => (places.includes(id) ? places.indexOf(id) : places.length);
  return definities
    .flatMap((definitie) => {
      const own = tables
        .filter(({ indicator }) => indicator === definitie.id)
        .sort((left, right) => left.dimensies.length - right.dimensies.length);
      const onderwerp = INDICATOR_ONDERWERPEN[definitie.id] ?? 'gebruik';
      return own.length === 0
        ? []
        : [{ id: definitie.id, naam: definitie.naam[taal], definitie, tables: own, onderwerp }];
    })
    .sort((left, right) => place(left.id) - place(right.id));
}

/** Name of an area where it is introduced. */
export function areaName({ taal, gemeenten, woord }: Site, gebied: ReleaseGebied): string {
  if (gebied.soort === 'regio') return woord.gebied.regio(gebied.naam);
  return gebied.soort === 'groep' ? groepName(taal, gebied, gemeenten) : gebied.naam;
}

/** Name of an area where room is scarce. */
export function areaShort({ woord }: Site, gebied: ReleaseGebied): string {
  return gebied.soort === 'regio' ? woord.gebied.kort(gebied.naam) : shortName(gebied);
}

/** Name of a dimension in the language of the site. */
export function dimensionName({ text }: Site, dimensie: Dimensie): string {
  return text.dimensies[dimensie].naam;
}
