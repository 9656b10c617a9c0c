// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseGebied } from '../contract/index.ts';
import { slug, type Taal } from '../text/index.ts';

/** Pages of a dashboard, by their address below the root of their language. */
export const paden = {
  start: 'index.html',
  ambities: 'ambities.html',
  ambitie: (id: string) => `ambitie/${id}.html`,
  indicatoren: 'cijfers.html',
  indicator: (id: string) => `cijfer/${id}.html`,
  gemeenten: 'gemeenten.html',
  gemeente: ({ naam }: Pick<ReleaseGebied, 'naam'>) => `gemeente/${slug(naam)}.html`,
  wachten: 'wachten.html',
  kwaliteit: 'kwaliteit.html',
  methode: 'methode.html',
  begrippen: 'begrippen.html',
  wijzigingen: 'wijzigingen.html',
  zoeken: 'zoeken.html',
  over: 'over.html',
  toegankelijkheid: 'toegankelijkheid.html',
  insluiten: (id: string) => `insluiten/${id}.html`,
} as const;

/** File of a page below the root of the dashboard: Dutch stands at the root. */
export function bestandVan(taal: Taal, pad: string): string {
  return taal === 'nl' ? pad : `${taal}/${pad}`;
}

/** Way from a page to the root of the dashboard, `../` or nothing. */
export function naarWortel(taal: Taal, pad: string): string {
  return '../'.repeat(bestandVan(taal, pad).split('/').length - 1);
}

/** Way from a page to another page in the same language. */
export function naarPagina(van: string, naar: string): string {
  return '../'.repeat(van.split('/').length - 1) + naar;
}

/** Way from a page to a file of the release, outside the dashboard. */
export function naarRelease(taal: Taal, van: string, bestand: string): string {
  return `${naarWortel(taal, van)}../${bestand}`;
}
