// SPDX-License-Identifier: EUPL-1.2
import {
  type Ambitie,
  type Begrip,
  type DefinitieBlad,
  type Dimensie,
  type Release,
  type ReleaseGebied,
  refuseUnsafe,
  type SafeTable,
  type Wijzigingen,
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
import { INDICATOR_ONDERWERPEN, type Onderwerp } from './onderwerpen.ts';
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

/** Binds a source to a language. Throws: a bug when a table was not protected or is not for everyone, or when a hidden figure still holds a value. */
export function siteIn(source: DashboardSource, taal: Taal): Site {
  const { gebieden } = source.release.samenstelling;
  const regio = gebieden.find(({ code }) => code === source.release.regio.code);
  if (!regio) throw new Error('a release names its region among its areas');
  source.tables.forEach(refuseUnsafe);
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
        .filter(({ indicator, rows }) => indicator === definitie.id && rows.length > 0)
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
