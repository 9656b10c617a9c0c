// SPDX-License-Identifier: EUPL-1.2
import type { Opening } from './scan-handler.ts';
import { runMatches } from './scan-runs.ts';

const MAX_OPENINGS = 32;
/** Last used first. */
const openings: Opening[] = [];

/** How an earlier document began that began with the same bytes, as far as its first value. */
export function findOpening(view: DataView, end: number): Opening | undefined {
  for (let i = 0; i < openings.length; i++) {
    const opening = openings[i] as Opening;
    const { run } = opening.step;
    if (run.length >= end || !runMatches(run, view, 0)) continue;
    if (i > 0) {
      openings.splice(i, 1);
      openings.unshift(opening);
    }
    return opening;
  }
  return undefined;
}

/** Remembers how a document began. */
export function keepOpening(opening: Opening): void {
  if (openings.length >= MAX_OPENINGS) openings.pop();
  openings.unshift(opening);
}
