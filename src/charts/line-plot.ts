// SPDX-License-Identifier: EUPL-1.2
import { type ScaleBand, scaleLinear } from 'd3-scale';
import type { Series } from './chart.ts';
import { labelledPeriods } from './column-plot.ts';
import { endLabels } from './end-labels.ts';
import type { Frame } from './frame.ts';
import { hairline, ink, quietInk } from './palette.ts';
import { element, label, labelWithin, type Svg } from './svg.ts';

const TOP_ROOM = 18;

/** Lines with a marker at every point. A line stops at a hidden value and is dotted across a break in its series. */
export function linePlot(
  lines: readonly Series[],
  x: ScaleBand<string>,
  periods: readonly string[],
  highest: number,
  frame: Frame,
): Svg {
  const y = scaleLinear()
    .domain([0, Math.max(1, highest)])
    .range([frame.bottom, frame.top + TOP_ROOM]);
  const middle = (index: number) => (x(periods[index] ?? '') ?? 0) + x.bandwidth() / 2;
  const highestAt = (index: number) => Math.max(...lines.map(({ points }) => points[index]?.value ?? 0));
  const drawn = lines.map((series, place) => {
    const shown = labelledPeriods(series.points, x.step(), frame.fontSize);
    const marks = series.points.map((point, index) => {
      if (point.value === null) {
        return label(point.label, {
          x: middle(index),
          y: frame.bottom - 4,
          'text-anchor': 'middle',
          fill: quietInk,
        });
      }
      const named = lines.length === 1 || series.emphasis === true;
      return [
        marker(place, middle(index), y(point.value), series),
        named && shown.has(index) && !(lines.length > 1 && index === series.points.length - 1)
          ? labelWithin(point.label, middle(index), frame, {
              y: y(highestAt(index)) - 8,
              fill: ink,
              stroke: '#ffffff',
              'stroke-width': 3,
              'paint-order': 'stroke',
            })
          : '',
      ].join('');
    });
    return [
      ...segments(series).map(({ points: segment, broken }) =>
        element('polyline', {
          points: segment.map(({ index, value }) => `${round(middle(index))},${round(y(value))}`).join(' '),
          fill: 'none',
          stroke: series.colour.fill,
          'stroke-width': broken ? 1.5 : series.emphasis ? 2.5 : 2,
          'stroke-linejoin': 'round',
          'stroke-dasharray': broken ? '1.5 4' : undefined,
        }),
      ),
      ...marks,
    ].join('');
  });
  const names = lines.flatMap((series) => {
    const last = series.points.at(-1);
    return lines.length > 1 && last?.value !== null && last !== undefined
      ? [{ name: series.name, value: last.label, ink: series.colour.ink, y: y(last.value) }]
      : [];
  });
  const baseline = element('line', {
    x1: frame.left,
    x2: frame.right,
    y1: frame.bottom,
    y2: frame.bottom,
    stroke: hairline,
  });
  return baseline + drawn.join('') + endLabels(names, frame);
}

interface Placed {
  readonly index: number;
  readonly value: number;
}

interface Segment {
  readonly points: readonly Placed[];
  /** It leads across a break. */
  readonly broken: boolean;
}

function segments({ points, breaksBefore }: Series): Segment[] {
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

function marker(place: number, cx: number, cy: number, { colour, emphasis }: Series): Svg {
  const size = emphasis ? 4.5 : 4;
  if (place % 3 === 1) {
    return element('rect', {
      x: cx - size,
      y: cy - size,
      width: size * 2,
      height: size * 2,
      fill: colour.fill,
    });
  }
  return element('circle', {
    cx,
    cy,
    r: size,
    fill: place % 3 === 2 ? '#ffffff' : colour.fill,
    stroke: colour.fill,
    'stroke-width': 2,
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
