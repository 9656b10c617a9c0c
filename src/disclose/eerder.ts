// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, GeheimhoudingZone, Regio } from '../contract/index.ts';
import { printed } from './afronden.ts';
import type { Gebieden } from './gebieden.ts';
import type { Getal, Getallen } from './getallen.ts';
import { getallenOf, keyOf, samenstellingOf } from './getallen.ts';
import type { Verband } from './verbanden.ts';
import { verbandenOf } from './verbanden.ts';

/** What earlier releases force on this one. */
export interface Eerder {
  /** Hidden before: stays hidden. */
  readonly verborgen: ReadonlySet<string>;
  /** Shown before with the value it still has: hiding it now would hide nothing. */
  readonly getoond: ReadonlySet<string>;
  /** Relations of earlier releases between numbers that are hidden in them, with what was shown then as constants. */
  readonly verbanden: readonly Verband[];
}

/**
 * An attacker keeps old releases and takes a number that was hidden then to be the number that is hidden now, whenever that agrees with
 * the figures shown then. Where one of those was corrected in between, the old relation tells nothing about now; and it was corrected when
 * it is hidden now, because a figure that keeps the value it was shown with stays shown.
 */
export function eerderOf(
  releases: readonly EerdereRelease[],
  getallen: Getallen,
  gebieden: Gebieden,
  { basisjaar, drempels }: Regio,
  regels: GeheimhoudingZone,
): Eerder {
  const verborgen = new Set<string>();
  const getoond = new Set<string>();
  const verbanden: Verband[] = [];
  for (const { tables } of releases) {
    const shown = getallenOf(tables, gebieden, basisjaar);
    const hidden = hiddenKeys({ tables, gebieden, basisjaar, shown });
    for (const key of hidden) if (getallen.has(key)) verborgen.add(key);
    for (const [key, { value, grootheid }] of shown) {
      const now = getallen.get(key);
      if (now !== undefined && printed(now.value, grootheid, regels) === value) getoond.add(key);
    }
    const stillHolds = (key: string): boolean => hidden.has(key) || getoond.has(key) || !getallen.has(key);
    verbanden.push(...oldRelations(shown, hidden, getallen, gebieden, drempels.kostenGrensCents, stillHolds));
  }
  for (const key of verborgen) getoond.delete(key);
  return { verborgen, getoond, verbanden };
}

function oldRelations(
  shown: Getallen,
  hidden: ReadonlySet<string>,
  getallen: Getallen,
  gebieden: Gebieden,
  kostenGrensCents: number,
  stillHolds: (key: string) => boolean,
): Verband[] {
  const then = new Map<string, Getal>(shown);
  for (const key of hidden) {
    const now = getallen.get(key);
    if (now !== undefined) then.set(key, now);
  }
  return verbandenOf(then, gebieden, kostenGrensCents).flatMap((verband) => {
    const termen = verband.termen.filter(([key]) => hidden.has(key));
    const unchanged = verband.termen.every(([key]) => stillHolds(key));
    const agrees = unchanged && (verband.soort === 'minstens' || Math.abs(verband.sum) < 1e-6);
    return agrees && termen.length > 0 && termen.length < verband.termen.length
      ? [{ soort: verband.soort, termen, sum: verband.sum }]
      : [];
  });
}

function hiddenKeys({
  tables,
  gebieden,
  basisjaar,
  shown,
}: {
  tables: EerdereRelease['tables'];
  gebieden: Gebieden;
  basisjaar: number;
  shown: Getallen;
}): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) =>
      table.rows.flatMap((row) => {
        if (!row.status.includes('geheim')) return [];
        const { onderdelen } = samenstellingOf(table, row, gebieden, basisjaar);
        const unknown = onderdelen.map(({ plaats }) => keyOf(plaats)).filter((key) => !shown.has(key));
        return unknown.length === 1 ? unknown : [];
      }),
    ),
  );
}
