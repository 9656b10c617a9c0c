// SPDX-License-Identifier: EUPL-1.2
import type { PublishedTable } from '../contract/index.ts';
import type { PublishedRelease } from './read-release.ts';

/** The figures of a release as anyone can read them back, in the form in which figures travel between rooms. */
export function figuresOfRelease({ tabellen }: PublishedRelease): readonly PublishedTable[] {
  return tabellen.map(({ indicator, eenheid, dimensies, opbouw, rijen }) => ({
    indicator,
    eenheid,
    dimensies,
    ...(opbouw === undefined ? {} : { opbouw }),
    rows: rijen.map((rij) => ({ indicator, ...rij })),
  }));
}
