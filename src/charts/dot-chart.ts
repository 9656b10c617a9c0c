// SPDX-License-Identifier: EUPL-1.2
import type { Chart, Point } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import { hairline, ink, palette, quietInk } from './palette.ts';
import { placeRows, type RowPlace } from './row-labels.ts';
import { linearScale } from './scale.ts';
import { element, hint, label, type Svg } from './svg.ts';

export interface DotRow extends Point {
  readonly name: string;
  /** How far chance could have moved it; absent when it may not be shown or has no meaning. */
  readonly interval?: { readonly low: number; readonly high: number };
  readonly strong?: boolean;
}

/** A dot per row on one scale from zero, with its interval as a line through it. */
export interface DotSpec extends DrawingSpec {
  readonly rows: readonly DotRow[];
  /** What the rows are read against, drawn as a rule through all of them. */
  readonly reference?: { readonly value: number; readonly label: string };
}

/** Shares with their uncertainty: where two lines overlap, the difference can be chance. */
export function dotChart(spec: DotSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

function draw({ rows, reference }: DotSpec, paper: Paper): Drawn {
  const top = reference ? paper.fontSize * 1.8 : 4;
  const places = placeRows(
    paper,
    rows.map(({ name, strong }) => ({ label: name, ...(strong ? { strong } : {}) })),
    { rowHeight: 22, top, gap: 6, values: rows.map(({ label: text }) => text) },
  );
  const highest = Math.max(
    reference?.value ?? 0,
    ...rows.map(({ value, interval }) => Math.max(value ?? 0, interval?.high ?? 0)),
  );
  const x = linearScale([0, highest > 0 ? highest : 1], [places.left + 6, places.right]);
  const dots = rows.map((row, index) =>
    dot(row, places.rows[index] ?? { top: 0, height: 0 }, x, places, paper.fontSize),
  );
  const rule = reference
    ? element('line', {
        x1: x(reference.value),
        x2: x(reference.value),
        y1: top - 4,
        y2: places.height + 2,
        stroke: quietInk,
        'stroke-dasharray': '2 3',
      }) +
      label(reference.label, {
        x: Math.min(x(reference.value), paper.width - 4),
        y: paper.fontSize,
        fill: quietInk,
        'text-anchor': x(reference.value) > paper.width * 0.6 ? 'end' : 'start',
      })
    : '';
  const zero = element('line', {
    x1: places.left + 6,
    x2: places.left + 6,
    y1: top - 2,
    y2: places.height + 2,
    stroke: hairline,
  });
  return {
    height: places.height + 6,
    content: [paper.suffix === 'breed' ? zero : '', rule, ...places.labels, ...dots],
  };
}

function dot(
  { name, value, label: text, interval, strong }: DotRow,
  { top, height }: RowPlace,
  x: (value: number) => number,
  { left }: { readonly left: number },
  fontSize: number,
): Svg {
  const middle = top + height / 2;
  if (value === null)
    return label(text, { x: left + 12, y: middle + fontSize * 0.35, fill: quietInk, 'font-style': 'italic' });
  const colour = strong ? palette.zwart : palette.blauw;
  const whisker = interval
    ? element('line', {
        x1: x(interval.low),
        x2: x(interval.high),
        y1: middle,
        y2: middle,
        stroke: colour.fill,
        'stroke-width': 2,
        opacity: 0.55,
      })
    : '';
  return (
    whisker +
    element(
      'circle',
      {
        cx: x(value),
        cy: middle,
        r: 5,
        fill: colour.fill,
        stroke: '#ffffff',
        'stroke-width': 1.5,
      },
      hint(`${name}: ${text}`),
    ) +
    label(text, {
      x: Math.max(x(value), x(interval?.high ?? value)) + 9,
      y: middle + fontSize * 0.35,
      fill: ink,
      stroke: '#ffffff',
      'stroke-width': 3,
      'paint-order': 'stroke',
    })
  );
}
