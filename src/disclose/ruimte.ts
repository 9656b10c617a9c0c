// SPDX-License-Identifier: EUPL-1.2
import type { Getal, Getallen } from './getallen.ts';
import { uitsplitsingKey } from './getallen.ts';
import type { Stelsel } from './stelsel.ts';

/** What may be hidden beside what the policy names, because nothing less protects. Sets of `uitsplitsingKey`. */
export interface Ruimte {
  /** Zeros may be hidden here, so that a hidden count can be 0. */
  readonly nul: ReadonlySet<string>;
  /** Everything is hidden here. */
  readonly geheel: ReadonlySet<string>;
}

/** How far from the unprotected figures zeros are given up before a whole split is. Unit: relations. */
const NABIJ = 2;

/**
 * More room around figures that nothing protects yet: first the zeros of their own split may be hidden, then those of figures related to them, then
 * the whole split, and so on outwards. Undefined when everything around them is hidden already.
 */
export function verruim(
  ruimte: Ruimte,
  stelsel: Stelsel,
  onbeschermd: readonly number[],
  getallen: Getallen,
): Ruimte | undefined {
  const numbers = [...getallen.values()];
  const withZero = new Set(
    numbers.flatMap((getal) => (getal.value === 0 && isTeVerbergen(getal) ? [uitsplitsingKey(getal)] : [])),
  );
  const rings = ringenOm(stelsel, onbeschermd).map((cells) =>
    cells.flatMap((cell) => uitsplitsingenVan(numbers[cell])),
  );
  const zeros = (most: number) =>
    rings
      .slice(0, most + 1)
      .flat()
      .filter((key) => withZero.has(key));
  const whole = (most: number) => rings.slice(0, most + 1).flat();
  for (let most = 0; most < rings.length + NABIJ; most++) {
    const nul = new Set([...ruimte.nul, ...zeros(most)]);
    if (nul.size > ruimte.nul.size) return { ...ruimte, nul };
    if (most < NABIJ) continue;
    const geheel = new Set([...ruimte.geheel, ...whole(most - NABIJ)]);
    if (geheel.size > ruimte.geheel.size) return { nul: new Set([...nul, ...geheel]), geheel };
  }
  return undefined;
}

/** The cells themselves, those that share a relation with them, those that share one with these, and so on. */
function ringenOm({ cells, relations }: Stelsel, start: readonly number[]): readonly (readonly number[])[] {
  const rowsOf: number[][] = cells.map(() => []);
  relations.forEach(({ columns }, row) => {
    for (const cell of columns) rowsOf[cell]?.push(row);
  });
  const seen = new Set(start);
  const rings: (readonly number[])[] = [];
  for (let ring = [...start]; ring.length > 0; ) {
    rings.push(ring);
    const next = new Set<number>();
    for (const cell of ring)
      for (const row of rowsOf[cell] ?? [])
        for (const other of relations[row]?.columns ?? []) if (!seen.has(other)) next.add(other);
    for (const cell of next) seen.add(cell);
    ring = [...next];
  }
  return rings;
}

/** Where a number stands; for what is left of a whole, where the whole and the part stand. */
function uitsplitsingenVan(getal: Getal | undefined): readonly string[] {
  if (getal === undefined || getal.grootheid.telt === 'openbaar') return [];
  const { restVan } = getal.grootheid;
  if (restVan === undefined) return [uitsplitsingKey(getal)];
  return [restVan.geheel, restVan.deel].map((naam) =>
    uitsplitsingKey({ ...getal, grootheid: { ...getal.grootheid, naam } }),
  );
}

function isTeVerbergen({ grootheid }: Getal): boolean {
  return grootheid.telt !== 'openbaar' && grootheid.restVan === undefined;
}
