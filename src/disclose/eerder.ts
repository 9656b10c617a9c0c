// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, GeheimhoudingZone } from '../contract/index.ts';
import { printed, roundingRoom } from './afronden.ts';
import { isVerteld } from './geheimhouding.ts';
import type { Getal, Getallen } from './getallen.ts';
import { getallenOf, keyOf, samenstellingOf } from './getallen.ts';
import { onverteld } from './publiek.ts';
import type { Verband } from './verbanden.ts';
import { verbandenOf } from './verbanden.ts';
import type { Wereld } from './wereld.ts';

/** What earlier releases force on this one. */
export interface Eerder {
  /** Hidden before: stays hidden. */
  readonly verborgen: ReadonlySet<string>;
  /** Shown before with the value it still has: hiding it now would hide nothing. */
  readonly getoond: ReadonlySet<string>;
  /** Relations of earlier releases between numbers that are hidden in them, with what was shown then as constants. */
  readonly verbanden: readonly Verband[];
  /** The same for somebody who has the published files and nothing else. */
  readonly openbaar: readonly Verband[];
}

/**
 * An attacker keeps old releases and takes a number that was hidden then to be the number that is hidden now, whenever that agrees with
 * the figures shown then. A quantity of which a figure was corrected in between was computed again for that period, and its old relations tell
 * nothing about now; a figure that was shown and is hidden now was corrected too, because what keeps its value stays shown.
 */
export function eerderOf(
  releases: readonly EerdereRelease[],
  getallen: Getallen,
  nu: readonly Verband[],
  wereld: Wereld,
  regels: GeheimhoudingZone,
): Eerder {
  const sums = new Map(nu.map((verband) => [signature(verband), verband.sum]));
  const verborgen = new Set<string>();
  const getoond = new Set<string>();
  const verbanden: Verband[] = [];
  const openbaar: Verband[] = [];
  for (const { id, tables } of releases) {
    const shown = getallenOf(tables, wereld);
    const hidden = hiddenKeys(tables, wereld, shown);
    for (const key of hidden) if (getallen.has(key)) verborgen.add(key);
    const corrected = new Set<string>();
    for (const [key, getal] of shown) {
      const now = getallen.get(key);
      if (now === undefined) continue;
      if (printed(now.value, getal.grootheid, regels) === getal.value) getoond.add(key);
      else corrected.add(seriesOf(getal));
    }
    const room = (key: string) => {
      const number = shown.get(key);
      return number === undefined ? { down: 0, up: 0 } : roundingRoom(number.value, number.grootheid, regels);
    };
    const all = then(shown, hidden, getallen);
    const standing = verbandenOf(all, wereld.gebieden).filter(({ termen }) =>
      termen.flatMap(([key]) => all.get(key) ?? []).every((getal) => !corrected.has(seriesOf(getal))),
    );
    for (const old of oldRelations(id, standing, hidden, room)) {
      const sum = sums.get(signature(old.verband)) ?? 0;
      verbanden.push(...exact(old, sum));
      openbaar.push(...verteld(old, sum, regels));
    }
  }
  for (const key of verborgen) getoond.delete(key);
  return { verborgen, getoond, verbanden, openbaar };
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

/** A relation of an old release, and what of it is hidden. */
interface OudVerband {
  readonly verband: Verband;
  readonly termen: Verband['termen'];
  readonly uit: NonNullable<Verband['uit']>;
  /** How far rounding of what was shown then can move its sum. */
  readonly down: number;
  readonly up: number;
}

/** Relations between what was hidden and what was shown; figures shown then are known up to rounding. */
function oldRelations(
  release: string,
  old: readonly Verband[],
  hidden: ReadonlySet<string>,
  room: (key: string) => { readonly down: number; readonly up: number },
): OudVerband[] {
  return old.flatMap((verband): OudVerband[] => {
    const termen = verband.termen.filter(([key]) => hidden.has(key));
    if (termen.length === 0 || termen.length === verband.termen.length) return [];
    let [down, up] = [0, 0];
    for (const [key, factor] of verband.termen) {
      if (hidden.has(key)) continue;
      const { down: less, up: more } = room(key);
      down += factor > 0 ? factor * less : -factor * more;
      up += factor > 0 ? factor * more : -factor * less;
    }
    const cijfers = verband.termen.flatMap(([key]) => (hidden.has(key) ? [] : [key]));
    return [{ verband, termen, uit: { release, cijfers }, down, up }];
  });
}

/** The relation when it can be true of now, with as many children counted twice as now. */
function exact({ verband: { soort, sum }, termen, uit, down, up }: OudVerband, now: number): Verband[] {
  if (soort === 'minstens')
    return [{ soort, termen, sum, uit, afwijking: [-sum - up, Number.POSITIVE_INFINITY] }];
  const shift = now - sum;
  const agrees = shift >= -down - 1e-6 && shift <= up + 1e-6;
  return agrees
    ? [{ soort, termen, sum, uit, afwijking: [Math.min(0, shift - up), Math.max(0, shift + down)] }]
    : [];
}

/** The same as far as this release tells how many children are counted twice. */
function verteld(old: OudVerband, now: number, regels: GeheimhoudingZone): Verband[] {
  const { verband, termen, uit, down, up } = old;
  const { soort, sum, optelling } = verband;
  if (optelling === undefined || isVerteld(optelling.geheel, now, regels)) return exact(old, now);
  const [low, high] = onverteld(optelling, regels);
  return [
    { soort, termen, sum, uit, afwijking: [Math.min(0, low - sum - up), Math.max(0, high - sum + down)] },
  ];
}

function signature({ soort, termen }: Verband): string {
  return `${soort} ${termen.map(([key, factor]) => `${factor} ${key}`).join(' ')}`;
}

function hiddenKeys(tables: EerdereRelease['tables'], wereld: Wereld, shown: Getallen): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) =>
      table.rows.flatMap((row) => {
        if (!row.status.includes('geheim')) return [];
        const { onderdelen } = samenstellingOf(table, row, wereld);
        const unknown = onderdelen.map(({ plaats }) => keyOf(plaats)).filter((key) => !shown.has(key));
        return unknown.length === 1 ? unknown : [];
      }),
    ),
  );
}
