// SPDX-License-Identifier: EUPL-1.2
import type { Series } from './chart.ts';
import { type EndLabel, endLabels } from './end-labels.ts';
import type { Frame } from './frame.ts';
import { labelledPeriods } from './labelled-periods.ts';
import { lineSegments, type Segment } from './line-segments.ts';
import { hairline, ink, quietInk } from './palette.ts';
import { type BandScale, linearScale } from './scale.ts';
import { element, hint, labelWithin, type Svg, textWidth } from './svg.ts';

const TOP_ROOM = 18;

/** Lines with a marker at every point. A line stops at a hidden value and is dotted across a break in its series. */
export function linePlot(
  lines: readonly Series[],
  x: BandScale,
  periods: readonly string[],
  highest: number,
  frame: Frame,
  /** Room right of the frame for the names of the lines. */
  gutter: number,
  /** Below zero where something is less than nothing. */
  lowest = 0,
): Svg {
  const y = scaleY(highest, frame, lowest);
  const plot: Plot = {
    left: (index) => middle(x, periods, index),
    top: (value) => y(value),
    othersAt: (index, own) =>
      lines.flatMap((series) => {
        const value = series === own ? null : (series.points[index]?.value ?? null);
        return value === null ? [] : [y(value)];
      }),
    step: x.step,
    frame,
  };
  const drawn = lines.map((series, place) => {
    const numbered = lines.length === 1 || series.emphasis === true;
    return [
      ...lineSegments(series).map((segment) => stretch(segment, series, plot)),
      ...series.points.map(({ value, label: text }, index) =>
        value === null
          ? ''
          : marker(
              place,
              plot.left(index),
              plot.top(value),
              series,
              `${series.name}, ${periods[index] ?? ''}: ${text}`,
            ),
      ),
      numbered ? numbers(series, lines.length > 1, plot) : '',
    ].join('');
  });
  const names = lines.length > 1 ? lines.flatMap((series) => endLabel(series, plot)) : [];
  const baseline = element('line', {
    x1: frame.left,
    x2: frame.right,
    y1: y(0),
    y2: y(0),
    stroke: hairline,
  });
  return baseline + drawn.join('') + endLabels(names, frame, gutter);
}

/** A line without markers or numbers, to read another one against; on the scale of that one. */
export function quietLine(
  series: Series,
  x: BandScale,
  periods: readonly string[],
  highest: number,
  frame: Frame,
): Svg {
  const y = scaleY(highest, frame);
  const plot = { left: (index: number) => middle(x, periods, index), top: (value: number) => y(value) };
  return lineSegments(series)
    .map((segment) => stretch(segment, series, plot))
    .join('');
}

function scaleY(highest: number, frame: Frame, lowest = 0): (value: number) => number {
  return linearScale([lowest, highest > lowest ? highest : 1], [frame.bottom, frame.top + TOP_ROOM]);
}

function middle(x: BandScale, periods: readonly string[], index: number): number {
  return x.left(periods[index] ?? '') + x.bandwidth / 2;
}

interface Plot {
  left(index: number): number;
  top(value: number): number;
  /** Heights of the other lines at one point. */
  othersAt(index: number, own: Series): readonly number[];
  readonly step: number;
  readonly frame: Frame;
}

function stretch(
  { points, broken }: Segment,
  { colour, emphasis }: Series,
  plot: Pick<Plot, 'left' | 'top'>,
): Svg {
  return element('polyline', {
    points: points
      .map(({ index, value }) => `${round(plot.left(index))},${round(plot.top(value))}`)
      .join(' '),
    fill: 'none',
    stroke: colour.fill,
    'stroke-width': broken ? 1.5 : emphasis ? 2.5 : 2,
    'stroke-linejoin': 'round',
    'stroke-dasharray': broken ? '1.5 4' : undefined,
  });
}

function numbers(series: Series, lastAtEnd: boolean, { left, top, othersAt, step, frame }: Plot): Svg {
  const labels = series.points.map((point) => point.label);
  const shown = labelledPeriods(labels, step, frame.fontSize);
  const reasons = reasonRuns(series, step, frame.fontSize).map(({ text, from, to }) =>
    labelWithin(text, (left(from) + left(to)) / 2, frame, { y: frame.bottom - 4, fill: quietInk }),
  );
  const values = series.points
    .map((point, index) => {
      if (point.value === null) return '';
      if (!shown.has(index) || (lastAtEnd && index === series.points.length - 1)) return '';
      return labelWithin(point.label, left(index), frame, {
        y: labelHeight(top(point.value), othersAt(index, series), frame.fontSize),
        fill: lastAtEnd ? series.colour.ink : ink,
        stroke: '#ffffff',
        'stroke-width': 3,
        'paint-order': 'stroke',
      });
    })
    .join('');
  return reasons.join('') + values;
}

/** Why values are not there: at each of them, or once for neighbours with the same reason where there is no room for each. */
function reasonRuns(
  { points }: Series,
  step: number,
  fontSize: number,
): { readonly text: string; readonly from: number; readonly to: number }[] {
  const runs: { text: string; from: number; to: number }[] = [];
  for (const [index, { value, label }] of points.entries()) {
    if (value !== null) continue;
    const before = runs.at(-1);
    const room = textWidth(label, fontSize) + 2 <= step;
    if (!room && before?.text === label && before.to === index - 1) before.to = index;
    else runs.push({ text: label, from: index, to: index });
  }
  return runs;
}

/** Where a number stands: above its point; below it, or above all that lies in the way, when another line passes there. */
function labelHeight(own: number, others: readonly number[], fontSize: number): number {
  const room = fontSize + 12;
  const isFree = (from: number, to: number) => others.every((other) => other <= from || other >= to);
  if (isFree(own - room, own + 1)) return own - 8;
  if (isFree(own - 1, own + room)) return own + fontSize + 6;
  let above = own;
  for (const other of [...others].sort((a, b) => b - a))
    if (other <= above && above - other < room) above = other;
  return above - 8;
}

function endLabel({ name, points, colour }: Series, { top }: Plot): EndLabel[] {
  const last = points.at(-1);
  const known = points.findLast(({ value }) => value !== null)?.value ?? null;
  return last === undefined || known === null
    ? []
    : [{ name, value: last.label, ink: colour.ink, y: top(known) }];
}

function marker(place: number, cx: number, cy: number, { colour, emphasis }: Series, says: string): Svg {
  const size = emphasis ? 4.5 : 4;
  if (place % 3 === 1) {
    return element(
      'rect',
      {
        x: cx - size,
        y: cy - size,
        width: size * 2,
        height: size * 2,
        fill: colour.fill,
      },
      hint(says),
    );
  }
  return element(
    'circle',
    {
      cx,
      cy,
      r: size,
      fill: place % 3 === 2 ? '#ffffff' : colour.fill,
      stroke: colour.fill,
      'stroke-width': 2,
    },
    hint(says),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
