// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, GeheimhoudingZone } from '../contract/index.ts';
import { aftrekbaar } from './aftrek.ts';
import type { BekendeGrens } from './buitenkennis.ts';
import { GEMEENTE_ONBEKEND } from './gebieden.ts';
import type { Gelezen } from './gelezen.ts';
import { gelezen, isUnchanged } from './gelezen.ts';
import type { Getallen } from './getallen.ts';
import { naamEnPeriode } from './getallen.ts';
import type { Wereld } from './wereld.ts';

/** What earlier releases showed and hid of the numbers of this one. */
export interface Lot {
  /** Hidden before, or telling too much beside what was shown before: stays hidden. */
  readonly verborgen: ReadonlySet<string>;
  /** Shown before with the value it still has, and by which release: hiding it now would hide nothing, and nothing can hide behind it. */
  readonly getoond: ReadonlyMap<string, string>;
  /** What those releases say of the values that they show, each as closely as it rounds. */
  readonly zoals: ReadonlyMap<string, BekendeGrens>;
}

/**
 * What earlier releases say about the numbers of this one by themselves; a number of the same gemeenten is the same number here, unless one of the two counts those whose gemeente nobody
 * knows, and there are some.
 */
export function lotOf(
  releases: readonly EerdereRelease[],
  getallen: Getallen,
  wereld: Wereld,
  regels: GeheimhoudingZone,
): Lot {
  const uitgaven = releases.map((release) => gelezen(release, getallen, wereld, regels));
  return lotVan(uitgaven, getallen, wereld, regels);
}

/** The same of releases that were read already. */
export function lotVan(
  uitgaven: readonly Gelezen[],
  getallen: Getallen,
  wereld: Wereld,
  regels: GeheimhoudingZone,
): Lot {
  const verborgen = new Set<string>();
  const getoond = new Map<string, string>();
  const zoals = new Map<string, BekendeGrens>();
  const beside = new Set<string>();
  const onbekend = new Set(
    [...getallen.values()].filter(({ gebied }) => gebied === GEMEENTE_ONBEKEND).map(naamEnPeriode),
  );
  for (const oud of uitgaven) {
    for (const [key, getal] of oud.getallen) {
      const here = oud.hier(key);
      const now = getallen.get(here);
      const isOther = here !== key && onbekend.has(naamEnPeriode(getal));
      if (oud.zeker.has(key) && now !== undefined && !isOther) verborgen.add(here);
      if (oud.verborgen.has(key) || !isUnchanged(getal, now, oud.regels)) continue;
      getoond.set(here, oud.id);
      const { down, up } = oud.room(key);
      const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = zoals.get(here) ?? {};
      zoals.set(here, { low: Math.max(low, getal.value - down), high: Math.min(high, getal.value + up) });
    }
    const shown = new Map([...oud.getallen].filter(([key]) => !oud.verborgen.has(key)));
    for (const key of aftrekbaar(shown, getallen, wereld, regels)) beside.add(key);
  }
  for (const key of beside) if (!getoond.has(key)) verborgen.add(key);
  return { verborgen, getoond, zoals };
}
