// SPDX-License-Identifier: EUPL-1.2
import type { Panel, Point, Series } from './chart.ts';

/** One part of a column: from `below` up by its value. */
export interface StackPart {
  readonly series: Series;
  readonly point: Point;
  readonly below: number;
  readonly value: number;
}

/** One column of a panel. */
export interface Stack {
  readonly parts: readonly StackPart[];
  readonly height: number;
  /** What is printed above it. */
  readonly top: Point | undefined;
  /** The word for why it cannot be drawn; set when any part or the whole has no value, whose height would give it away. */
  readonly hidden: string | undefined;
}

/** The column of a panel at one period. */
export function stackAt(panel: Panel, index: number): Stack {
  let height = 0;
  const parts = panel.columns.flatMap((series): StackPart[] => {
    const point = series.points[index];
    if (!point) return [];
    const part = { series, point, below: height, value: point.value ?? 0 };
    height += part.value;
    return [part];
  });
  const top = panel.totals ? panel.totals[index] : parts[0]?.point;
  const missing = [...parts.map(({ point }) => point), ...(top ? [top] : [])].find(
    ({ value }) => value === null,
  );
  return { parts, height, top, hidden: missing?.label };
}
