// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, PublishedTable, TeSmal } from '../../contract/index.ts';
import type { Onbekende, PubliekeKennis } from './kennis.ts';
import { Kennis, keyOfNumber, labelOf, maatOf } from './kennis.ts';
import type { Vergelijking } from './vergelijking.ts';
import { vergelijkingenOf } from './vergelijkingen.ts';

/**
 * Sums of an old release in which what was hidden then is hidden now: the old figures are constants. A sum with a figure that is printed now with
 * another value, or that has a row now and is not printed (what keeps its value stays shown), was corrected and tells about then. A sum of which every
 * printed figure is printed now is told by this release itself. What was hidden and has no row any more is collected in `weg`; without it such a sum is left out. What
 * an old sum shows to have changed since is not taken for what it was.
 */
export function earlierEquations(
  release: EerdereRelease,
  now: Kennis,
  weg?: Map<string, Onbekende>,
): readonly Vergelijking[] {
  const then = knowledgeOf(release, now);
  const equations = vergelijkingenOf(then, release.tables, true);
  const changed = withSums(
    new Set(equations.flatMap((equation) => changedSince(equation, then, now))),
    equations,
    then,
    now,
  );
  return equations.flatMap((equation): Vergelijking[] => {
    let { low, high } = equation;
    const termen: { number: Onbekende; factor: number }[] = [];
    let isToldNow = equation.bronnen.length === 0;
    for (const { number, factor } of equation.termen) {
      if (!isPrinted(number)) {
        const key = placeOf(number, then, now);
        const here = now.onbekenden.get(key);
        const hidden = here ?? vanished(key, number, weg);
        if (hidden === undefined || changed.has(key)) return [];
        if (here === undefined) isToldNow = false;
        termen.push({ number: hidden, factor });
        continue;
      }
      const current = now.onbekenden.get(keyOfNumber(number));
      if (current === undefined || placeOf(number, then, now) !== keyOfNumber(number)) isToldNow = false;
      if (current !== undefined && (!isPrinted(current) || asPrinted(current) !== asPrinted(number)))
        return [];
      low -= factor * (factor > 0 ? number.upper : number.lower);
      high -= factor * (factor > 0 ? number.lower : number.upper);
    }
    return termen.length === 0 || isToldNow
      ? []
      : [{ termen, low, high, bronnen: [`release ${release.id}`, ...equation.bronnen] }];
  });
}

/**
 * Sums of numbers that no single release has all rows of: what is printed or hidden now, and beside it what only older releases printed or hid. What these hid is collected in
 * `weg`; without it sums with that are left out. Not of a quantity and year of which a figure was corrected.
 */
export function acrossReleases(
  releases: readonly EerdereRelease[],
  now: Kennis,
  weg?: Map<string, Onbekende>,
): readonly Vergelijking[] {
  const older = releases.map((release) => knowledgeOf(release, now));
  const corrected = new Set<string>();
  const extra = new Map<string, Onbekende>();
  const hidden = weg ?? new Map<string, Onbekende>();
  for (const then of older) {
    for (const [key, number] of then.onbekenden) {
      const current = now.onbekenden.get(key);
      const isKept =
        current === undefined || (isPrinted(current) && asPrinted(current) === asPrinted(number));
      if (isPrinted(number) && !isKept) corrected.add(yearOf(number));
      if (current !== undefined) continue;
      const known = isPrinted(number) ? number : extra.has(key) ? undefined : vanished(key, number, hidden);
      if (known !== undefined) extra.set(key, known);
    }
  }
  if (extra.size === 0) return [];
  const both = now.beside(extra, older);
  const added = new Set(extra.values());
  const unseen = new Set(weg === undefined ? hidden.values() : []);
  return vergelijkingenOf(both, [], true)
    .filter(({ termen }) => !termen.some(({ number }) => unseen.has(number)))
    .filter(({ termen }) => termen.some(({ number }) => added.has(number)))
    .filter(({ termen }) => !termen.some(({ number }) => corrected.has(yearOf(number))))
    .filter(
      ({ termen }) =>
        !older.some((then) => termen.every(({ number }) => then.onbekenden.has(keyOfNumber(number)))),
    )
    .map((equation) => ({
      ...equation,
      bronnen: [...releases.map(({ id }) => `release ${id}`), ...equation.bronnen],
    }));
}

function yearOf({ grootheid, periode }: Onbekende): string {
  return `${grootheid.naam} ${periode.slice(0, 4)}`;
}

/** Hidden numbers with a row now that may have changed: a figure of their sum is not printed any more, or with the figures that are printed now their sum is another than it was. */
function changedSince({ termen, low, high }: Vergelijking, then: Kennis, now: Kennis): readonly string[] {
  const printed = termen.filter(({ number }) => isPrinted(number));
  const hidden = termen
    .flatMap(({ number }) => (isPrinted(number) ? [] : [placeOf(number, then, now)]))
    .filter((key) => now.onbekenden.has(key));
  const current = printed.map(({ number }) => now.onbekenden.get(keyOfNumber(number)));
  if (!Number.isFinite(high - low)) return [];
  if (current.some((number) => number !== undefined && !isPrinted(number))) return hidden;
  if (current.includes(undefined)) return [];
  let [least, most] = [0, 0];
  printed.forEach(({ number, factor }, at) => {
    const { lower, upper } = current[at] ?? number;
    const moved = [factor * (lower - number.upper), factor * (upper - number.lower)];
    least += Math.min(...moved);
    most += Math.max(...moved);
  });
  const apart = high - low + NOISE;
  return least > apart || most < -apart ? hidden : [];
}

/** These and every sum that one of them is a part of: parts stand in an equation with a plus, their whole with a minus. */
function withSums(
  start: ReadonlySet<string>,
  equations: readonly Vergelijking[],
  then: Kennis,
  now: Kennis,
): ReadonlySet<string> {
  const found = new Set(start);
  const sums = equations.flatMap(({ termen, low, high }) => {
    const keys = (sign: -1 | 1): readonly string[] =>
      termen.flatMap(({ number, factor }) =>
        !isPrinted(number) && sign * factor > 0 ? [placeOf(number, then, now)] : [],
      );
    return Number.isFinite(high - low) ? [{ parts: keys(1), whole: keys(-1) }] : [];
  });
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { parts, whole } of sums)
      if (parts.some((key) => found.has(key))) for (const key of whole) found.add(key);
  }
  return found;
}

/** Two sums that are less apart are equal. Unit: that of the attack. */
const NOISE = 1e-6;

/** Where an old number stands now. A group that has become the region is another area, and so is a region that has become a group. */
export function placeOf(number: Onbekende, then: Kennis, now: Kennis): string {
  const key = keyOfNumber(number);
  const isRegio = then.isRegio(number.gebied);
  return isRegio === now.isRegio(number.gebied) ? key : `${key} as ${isRegio ? 'region' : 'group'}`;
}

/** One unknown for what several old releases hid and this one has no row of. */
function vanished(key: string, then: Onbekende, weg?: Map<string, Onbekende>): Onbekende | undefined {
  const known = weg?.get(key);
  if (known === undefined) {
    weg?.set(key, then);
    return weg === undefined ? undefined : then;
  }
  known.lower = Math.max(known.lower, then.lower);
  known.upper = Math.min(known.upper, then.upper);
  return known;
}

/**
 * An old release read by itself, with what it told about itself. A value of a split that has rows now and had none then was nothing then; otherwise an old sum of hidden numbers
 * would say that a row that is new is nothing now.
 */
export function knowledgeOf(
  { tables, gebieden, basisjaar, geheimhouding }: EerdereRelease,
  { publiek, onbekenden }: Kennis,
): Kennis {
  const known: PubliekeKennis = {
    gebieden: gebieden ?? publiek.gebieden,
    basisjaar: basisjaar ?? publiek.basisjaar,
    regels: geheimhouding?.regels ?? publiek.regels,
    meervoudigGeteld: geheimhouding?.meervoudigGeteld ?? [],
    buitenkennis: geheimhouding?.buitenkennis ?? [],
    nulMogelijk: geheimhouding?.aanvaller.nulMogelijk ?? [],
  };
  return new Kennis(tables, known, onbekenden.values());
}

function isPrinted({ bronnen }: Onbekende): boolean {
  return bronnen.length > 0;
}

function asPrinted({ geprint, lower }: Onbekende): number {
  return geprint ?? lower;
}

/** Figures that an old release hid and this one prints. */
export function reopened(
  release: EerdereRelease,
  tables: readonly PublishedTable[],
  now: Kennis,
): readonly TeSmal[] {
  const printed = new Map(
    tables.flatMap((table) => table.rows.map((row) => [labelOf(table, row), row] as const)),
  );
  const then = knowledgeOf(release, now);
  return release.tables.flatMap((table) =>
    table.rows.flatMap((row): TeSmal[] => {
      const current = printed.get(labelOf(table, row));
      if (!row.status.includes('geheim') || current === undefined || current.waarde === null) return [];
      const [before, here] = [then.gebied(row.gebied), now.gebied(row.gebied)];
      if (before !== here || then.isRegio(before) !== now.isRegio(here)) return [];
      const numbers = now.numbersOf(table, row);
      const [only] = numbers;
      if (only === undefined || numbers.length > 1) return [];
      const { indicator, variant, periode, gebied } = row;
      const dimensies = Object.fromEntries(
        table.dimensies.map((name, at) => [name, row.dimensies[at] ?? '']),
      );
      const unit = maatOf(only.grootheid);
      return [
        {
          indicator,
          variant,
          periode,
          gebied,
          dimensies,
          interval: [only.lower * unit, only.upper * unit],
          door: [`release ${release.id}`, labelOf(table, current)],
        },
      ];
    }),
  );
}
