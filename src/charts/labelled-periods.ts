// SPDX-License-Identifier: EUPL-1.2
import { textWidth } from './svg.ts';

/** Which labels are printed: all when they fit side by side, otherwise the first and the last. */
export function labelledPeriods(
  labels: readonly string[],
  step: number,
  fontSize: number,
): ReadonlySet<number> {
  const fits = labels.every((text) => textWidth(text, fontSize) + 2 <= step);
  return new Set(fits ? labels.keys() : [0, labels.length - 1]);
}
