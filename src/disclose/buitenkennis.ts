// SPDX-License-Identifier: EUPL-1.2
import type { Buitenkennis, Dimensie } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import type { Getallen, Plaats } from './getallen.ts';
import { plaatsKey } from './getallen.ts';

/** What is known from outside about a number. Unit: that of the figure. */
export interface BekendeGrens {
  readonly low: number;
  readonly high: number;
}

/**
 * Outside knowledge by number. What does not agree with a true value is left out: a figure of others that counts something else bounds nothing, and
 * an attacker who believes it is wrong. Of a value that we do not know ourselves (NaN) all of it counts.
 */
export function bekendeGrenzen(
  buitenkennis: readonly Buitenkennis[],
  getallen: Getallen,
  gebieden: Gebieden,
): ReadonlyMap<string, BekendeGrens> {
  const known = new Map<string, BekendeGrens>();
  for (const { grootheid, periode, gebied, dimensies, interval } of buitenkennis) {
    const split = Object.entries(dimensies).sort(([a], [b]) => (a < b ? -1 : 1)) as Plaats['dimensies'] &
      [Dimensie, string][];
    const key = plaatsKey(grootheid, periode, gebieden.canonical(gebied), split);
    const value = getallen.get(key)?.value;
    const before = known.get(key) ?? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    const low = Math.max(before.low, interval[0] ?? Number.NEGATIVE_INFINITY);
    const high = Math.min(before.high, interval[1] ?? Number.POSITIVE_INFINITY);
    if (value !== undefined && low <= high && !(value < low || value > high)) known.set(key, { low, high });
  }
  return known;
}
