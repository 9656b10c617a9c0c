// SPDX-License-Identifier: EUPL-1.2

/** A value as a place in a drawing. */
export type LinearScale = (value: number) => number;

/** Values of `domain` in proportion over `range`. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): LinearScale {
  return (value) => {
    const share = (value - low) / (high - low);
    return from * (1 - share) + to * share;
  };
}

/** Names beside each other, each in a band of the same width. Unit: pixels. */
export interface BandScale {
  /** Where the band of a name begins; 0 for a name that has none. */
  left(name: string): number;
  /** From the beginning of a band to that of the next. */
  readonly step: number;
  readonly bandwidth: number;
}

/** Share of a step that is left free between two bands, and before the first and after the last. */
const BETWEEN = 0.22;
const OUTSIDE = 0.06;

/** The bands of a plot from `from` to `to`. */
export function bandScale(names: readonly string[], [from, to]: readonly [number, number]): BandScale {
  const distinct = [...new Set(names)];
  const step = (to - from) / Math.max(1, distinct.length - BETWEEN + OUTSIDE * 2);
  const start = from + (to - from - step * (distinct.length - BETWEEN)) * 0.5;
  return {
    left: (name) => {
      const index = distinct.indexOf(name);
      return index < 0 ? 0 : start + step * index;
    },
    step,
    bandwidth: step * (1 - BETWEEN),
  };
}
