// SPDX-License-Identifier: EUPL-1.2

/** All values from `low` to `high`, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Room for the error of binary fractions, as a share of the magnitude. */
const EPSILON = 1e-9;

/** One value only. */
export function point(value: number): Interval {
  return { low: value, high: value };
}

/** All sums of a value of the one and a value of the other. */
export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** All values times a factor. */
export function scale(a: Interval, factor: number): Interval {
  const ends = [a.low * factor, a.high * factor];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** All products of a value of the one and a value of the other. */
export function multiply(a: Interval, b: Interval): Interval {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Whether some value is in both, but for the error of binary fractions. */
export function meets(a: Interval, b: Interval): boolean {
  const slack =
    EPSILON * Math.max(1, ...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs));
  return a.low <= b.high + slack && b.low <= a.high + slack;
}

/** Values in both; undefined when there are none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  if (!meets(a, b)) return undefined;
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low <= high ? { low, high } : point((low + high) / 2);
}

/** Values x with a·x in `target` for some a in `coefficient`; undefined when zero may be divided by. */
export function divide(target: Interval, coefficient: Interval): Interval | undefined {
  if (coefficient.low <= 0 && coefficient.high >= 0) return undefined;
  const ends = [target.low, target.high].flatMap((end) => [end / coefficient.low, end / coefficient.high]);
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
