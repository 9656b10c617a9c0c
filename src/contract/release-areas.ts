// SPDX-License-Identifier: EUPL-1.2
import type { Release, ReleaseBreuk, ReleaseGebied } from './release.ts';

/** What a reader looks at when a break is weighed: an area, and within it one type of care or the area as a whole. */
export interface BreukVraag {
  readonly type?: string;
  /** Breaks that were restated, instead of those that are still there. */
  readonly overbrugd?: boolean;
}

/** Breaks that touch an area within the years of a release, for one type or for the area as a whole. */
export function breaksTouching(
  { jaren, breuken }: Pick<Release, 'jaren' | 'breuken'>,
  gebied: string,
  { type, overbrugd = false }: BreukVraag = {},
): ReleaseBreuk[] {
  const [first = 0] = jaren;
  const last = jaren.at(-1) ?? 0;
  return breuken.filter(
    (breuk) =>
      breuk.overbrugd === overbrugd &&
      breuk.gebieden.some((code) => code === gebied) &&
      (type === undefined || breuk.types.length === 0 || breuk.types.includes(type)) &&
      breakYear(breuk) > first &&
      breakYear(breuk) <= last,
  );
}

/** First year whose figures cannot be read against the year before. */
export function breakYear(breuk: Pick<ReleaseBreuk, 'datum'>): number {
  return Number(breuk.datum.slice(0, 4));
}

/**
 * The group to stand beside a gemeente: the largest one it belongs to whose series has the same breaks; undefined = the region.
 * Source: docs/adr/a-gemeente-stands-beside-the-largest-group-with-the-same-breaks.md
 */
export function comparisonGroup(release: Release, gemeente: ReleaseGebied): ReleaseGebied | undefined {
  const own = breakIds(release, gemeente);
  return release.samenstelling.gebieden
    .filter(({ soort, gemeenten }) => soort === 'groep' && gemeenten.some((code) => code === gemeente.code))
    .filter((groep) => breakIds(release, groep) === own)
    .sort((left, right) => right.gemeenten.length - left.gemeenten.length)[0];
}

function breakIds(release: Release, { code }: ReleaseGebied): string {
  return breaksTouching(release, code)
    .map(({ id }) => id)
    .sort()
    .join(' ');
}
