// SPDX-License-Identifier: EUPL-1.2
import { type Figuurplaats, zoekMet, zoekVan, zonderFiguur } from '../figure/adres.ts';
import { part } from './parts.ts';

/** The address of the page, of which every figure reads and writes its own part. */
export interface Adres {
  /** The main figure, or else the first: it tells what nobody knows. */
  readonly woordvoerder: string | undefined;
  /** What the address says about no figure of the page. */
  onbekend(): readonly string[];
  read(plaats: Figuurplaats): string;
  /** A new step in the history. */
  write(plaats: Figuurplaats, eigen: string): void;
}

/** The address of a page with these figures, in their order on the page. */
export function pageAddress(figures: readonly HTMLElement[]): Adres {
  const plaatsen = figures.map(placeOf);
  alongLanguage();
  addEventListener('popstate', alongLanguage);
  return {
    woordvoerder: (plaatsen.find(({ hoofd }) => hoofd) ?? plaatsen[0])?.id,
    onbekend: () => zonderFiguur(location.search, plaatsen),
    read: (plaats) => zoekVan(location.search, plaats),
    write(plaats, eigen) {
      const zoek = zoekMet(location.search, plaatsen, plaats, eigen);
      history.pushState(null, '', (zoek || location.pathname) + location.hash);
      alongLanguage();
    },
  };

  /** The page in the other language keeps the choices. */
  function alongLanguage(): void {
    const link = part<HTMLAnchorElement>(document, 'taal');
    if (link && figures.length > 0) link.search = location.search;
  }
}

/** The place of a figure in the address. */
export function placeOf({ id, dataset }: HTMLElement): Figuurplaats {
  return { id, hoofd: dataset.hoofd !== undefined };
}
