// SPDX-License-Identifier: EUPL-1.2
import type { PlanCell } from '../../src/disclose/stelsel.ts';

/** A count that may be hidden, and then must be two wide; `over`: what is otherwise. */
export function cel(key: string, value: number, over: Partial<PlanCell> = {}): PlanCell {
  return {
    key,
    keuze: 'vrij',
    gewicht: 1,
    value,
    down: value,
    up: Number.POSITIVE_INFINITY,
    shownDown: 0,
    shownUp: 0,
    needDown: 0,
    needUp: 0,
    needWidth: 2,
    ...over,
  };
}
