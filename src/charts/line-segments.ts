// SPDX-License-Identifier: EUPL-1.2
import type { Series } from './chart.ts';

/** A point that has a value. */
export interface Placed {
  readonly index: number;
  readonly value: number;
}

/** A stretch of a line without a gap. */
export interface Segment {
  readonly points: readonly Placed[];
  /** It leads across a break. */
  readonly broken: boolean;
}

/** The stretches of a series: whole between gaps and breaks, and one across each break. */
export function lineSegments({ points, breaksBefore }: Series): Segment[] {
  const runs: Placed[][] = [[]];
  const across: Segment[] = [];
  for (const [index, { value }] of points.entries()) {
    const before = points[index - 1]?.value ?? null;
    const broken = breaksBefore.includes(index);
    if (value === null || broken) runs.push([]);
    if (value === null) continue;
    runs.at(-1)?.push({ index, value });
    if (broken && before !== null) {
      across.push({
        points: [
          { index: index - 1, value: before },
          { index, value },
        ],
        broken,
      });
    }
  }
  const whole = runs.filter((run) => run.length > 1).map((run) => ({ points: run, broken: false }));
  return [...whole, ...across];
}
