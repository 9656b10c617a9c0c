// SPDX-License-Identifier: EUPL-1.2
import type { Identity } from '../identity.ts';
import type { PrintedCell } from '../printed.ts';
import type { Lookup } from './lookup.ts';

/** One quantity printed in more than one place must be the same everywhere, as far as rounding allows. */
export function repeatIdentities(lookup: Lookup): Identity[] {
  const done = new Set<PrintedCell>();
  return lookup.cellen.flatMap((cell) => {
    if (done.has(cell)) return [];
    const places = lookup.same(cell).filter((other) => other === cell || comparable(other, cell));
    for (const place of places) done.add(place);
    return places.flatMap((a, index) => places.slice(index + 1).map((b) => sameIdentity(a, b)));
  });
}

/** Quoted text without a period says nothing about when; a quantity without any split or area is comparable only within its own table. */
function comparable(a: PrintedCell, b: PrintedCell): boolean {
  return a.eenheid !== 'anders' || a.tabel === b.tabel;
}

function sameIdentity(a: PrintedCell, b: PrintedCell): Identity {
  return {
    regel: 'dubbel',
    uitleg: 'zelfde',
    berekening: `${a.gedrukt} ≠ ${b.gedrukt}`,
    zekerheid: 'zeker',
    terms: [
      { factor: 1, cells: [a] },
      { factor: -1, cells: [b] },
    ],
    target: { low: 0, high: 0 },
    afgeleid: b.uitTekst || !a.uitTekst ? b : a,
  };
}
