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
 * An attacker keeps old releases and takes a number that was hidden then to be the number that is hidden now. A quantity of which a figure
 * was corrected in between was computed again for that period, and its old relations tell nothing about now; a figure that was shown and is
 * hidden now was corrected too, because a figure that keeps the value it was shown with stays shown.
 */
export function eerderOf(
  releases: readonly EerdereRelease[],
  getallen: Getallen,
  nu: readonly Verband[],
  gebieden: Gebieden,
  { basisjaar, drempels }: Regio,
  regels: GeheimhoudingZone,
): Eerder {
  const sums = new Map(nu.map((verband) => [signature(verband), verband.sum]));
  const verborgen = new Set<string>();
  const getoond = new Set<string>();
  const verbanden: Verband[] = [];
  for (const { tables } of releases) {
    const shown = getallenOf(tables, gebieden, basisjaar);
    const hidden = hiddenKeys({ tables, gebieden, basisjaar, shown });
    for (const key of hidden) if (getallen.has(key)) verborgen.add(key);
    const corrected = new Set<string>();
    for (const [key, getal] of shown) {
      const now = getallen.get(key);
      if (now === undefined) continue;
      if (printed(now.value, getal.grootheid, regels) === getal.value) getoond.add(key);
      else corrected.add(seriesOf(getal));
    }
    const all = then(shown, hidden, getallen);
    for (const verband of verbandenOf(all, gebieden, drempels.kostenGrensCents)) {
      const terms = verband.termen.flatMap(([key]) => all.get(key) ?? []);
      if (terms.some((getal) => corrected.has(seriesOf(getal)))) continue;
      verbanden.push(...stillTold(verband, hidden, getallen, sums, regels));
    }
  }
  for (const key of verborgen) getoond.delete(key);
  return { verborgen, getoond, verbanden };
}

function seriesOf({ grootheid, periode }: Getal): string {
  return `${grootheid.naam} ${periode}`;
}

/** The old figures, with what was hidden then as it is now. */
function then(shown: Getallen, hidden: ReadonlySet<string>, getallen: Getallen): Getallen {
  const all = new Map<string, Getal>(shown);
  for (const key of hidden) {
    const now = getallen.get(key);
    if (now !== undefined) all.set(key, now);
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What an old relation tells that this release does not tell itself: one with a figure that is no longer printed, true of the numbers now
 * within the rounding of then.
 */
function stillTold(
  verband: Verband,
  hidden: ReadonlySet<string>,
  getallen: Getallen,
  sums: ReadonlyMap<string, number>,
  regels: GeheimhoudingZone,
): readonly Verband[] {
  const termen = verband.termen.filter(([key]) => hidden.has(key));
  const constants = verband.termen.filter(([key]) => !hidden.has(key));
  if (termen.length === 0 || constants.every(([key]) => getallen.has(key))) return [];
  const slack = constants.reduce((sum, [, factor]) => sum + (Math.abs(factor) * regels.afronding) / 2, 1e-6);
  const agrees =
    verband.soort === 'minstens' || Math.abs(verband.sum - (sums.get(signature(verband)) ?? 0)) <= slack;
  return agrees ? [{ soort: verband.soort, termen, sum: verband.sum }] : [];
}

function signature({ soort, termen }: Verband): string {
  return `${soort} ${termen.map(([key, factor]) => `${factor} ${key}`).join(' ')}`;
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
