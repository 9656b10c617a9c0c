// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import type { Getal, Getallen } from './getallen.ts';
import { groupBySplit, keyOf, plaatsKey } from './getallen.ts';
import { isOptelbaar, isSom } from './grootheid.ts';
import type { Wereld } from './wereld.ts';

/**
 * Numbers of now that leave too few children when an area of an earlier release is put beside them: its region had a gemeente more, a group had other members, and what
 * differs has no figures of its own, so that no sum protects it. One area beside one other: not what several leave together, nor what rounding hides. Shape: keys.
 */
export function aftrekbaar(
  shown: Getallen,
  getallen: Getallen,
  { gebieden, grootheden }: Wereld,
  regels: GeheimhoudingZone,
): ReadonlySet<string> {
  const now = groupBySplit(getallen);
  const then = groupBySplit(shown);
  const persons = (numbers: Getallen, getal: Getal): number | undefined => {
    const over = grootheden.bijdragers(getal.grootheid);
    const { periode, gebied, dimensies } = getal;
    return over === undefined ? undefined : numbers.get(plaatsKey(over, periode, gebied, dimensies))?.value;
  };
  const isFew = (old: Getal, current: Getal): boolean => {
    const left = Math.abs(old.value - current.value);
    if (left === 0) return false;
    if (!isSom(old.grootheid)) return left <= regels.verbergTotEnMet;
    const [before, after] = [persons(shown, old), persons(getallen, current)];
    if (before === undefined || after === undefined) return true;
    return Math.abs(before - after) < Math.max(regels.minimumBijdragers, regels.verbergTotEnMet + 1);
  };
  return new Set(
    [...then].flatMap(([split, olds]) => {
      const group = now.get(split) ?? [];
      const areas = new Set([...group, ...olds].map(({ gebied }) => gebied));
      return olds.flatMap((old) =>
        old.grootheid.telt === 'openbaar' || !isOptelbaar(old.grootheid) || getallen.has(keyOf(old))
          ? []
          : group
              .filter(({ gebied }) => isLoose(old.gebied, gebied, gebieden, areas))
              .filter((current) => isFew(old, current))
              .map(keyOf),
      );
    }),
  );
}

/** One area lies in the other, and what is left over is not made up of gemeenten with figures of their own. */
function isLoose(one: string, other: string, gebieden: Gebieden, areas: ReadonlySet<string>): boolean {
  const [small = [], large = []] = [gebieden.gemeenten(one), gebieden.gemeenten(other)].toSorted(
    (a, b) => (a?.length ?? 0) - (b?.length ?? 0),
  );
  const lies = small.length > 0 && small.length < large.length && small.every((code) => large.includes(code));
  if (!lies) return false;
  return !large.every((code) => small.includes(code) || areas.has(code));
}
