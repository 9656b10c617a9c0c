// SPDX-License-Identifier: EUPL-1.2

/** A figure on a page. The names of the main figure stand bare in the address, those of another behind its id and a point: `figuur-2.gebied`. */
export interface Figuurplaats {
  readonly id: string;
  readonly hoofd: boolean;
}

/** What an address says about one figure, without the id; empty = nothing. */
export function zoekVan(zoek: string, plaats: Figuurplaats): string {
  const begin = prefixOf(plaats);
  return [...new URLSearchParams(zoek)]
    .filter(([naam]) => (plaats.hoofd ? !naam.includes('.') : naam.startsWith(begin)))
    .map(([naam, waarde]) => written(naam.slice(begin.length), waarde))
    .join('&');
}

/** The address once one figure says something else; what it said about no figure of the page is dropped. `eigen`: with or without question mark. */
export function zoekMet(
  zoek: string,
  plaatsen: readonly Figuurplaats[],
  anders: Figuurplaats,
  eigen: string,
): string {
  const parts = plaatsen.flatMap((plaats) => {
    const own = plaats.id === anders.id ? eigen : zoekVan(zoek, plaats);
    return [...new URLSearchParams(own)].map(([naam, waarde]) => written(prefixOf(plaats) + naam, waarde));
  });
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** What an address says about no figure of the page. */
export function zonderFiguur(zoek: string, plaatsen: readonly Figuurplaats[]): readonly string[] {
  const known = (naam: string) =>
    plaatsen.some((plaats) => (plaats.hoofd ? !naam.includes('.') : naam.startsWith(prefixOf(plaats))));
  return [...new URLSearchParams(zoek)]
    .filter(([naam]) => !known(naam))
    .map(([naam, waarde]) => `${naam}=${waarde}`);
}

function prefixOf({ id, hoofd }: Figuurplaats): string {
  return hoofd ? '' : `${id}.`;
}

/** As addresses are read aloud and typed: commas stay commas. */
function written(naam: string, waarde: string): string {
  return `${naam}=${encodeURIComponent(waarde).replaceAll('%2C', ',')}`;
}
