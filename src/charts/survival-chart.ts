// SPDX-License-Identifier: EUPL-1.2
import type { Chart, Point } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import { type EndLabel, endLabels } from './end-labels.ts';
import type { Frame } from './frame.ts';
import { hairline, ink, quietInk, type SeriesColour } from './palette.ts';
import { type LinearScale, linearScale } from './scale.ts';
import { element, hint, label, labelWithin, type Svg, textWidth } from './svg.ts';

/** Which part is left after so many days; the first point is the whole, on day 0. */
export interface SurvivalCurve {
  readonly name: string;
  readonly colour: SeriesColour;
  /** In the order of the moments. */
  readonly points: readonly SurvivalPoint[];
}

export interface SurvivalPoint extends Point {
  /** How far chance could have moved it. Unit: that of the value. */
  readonly interval?: { readonly low: number; readonly high: number };
}

export interface SurvivalSpec extends DrawingSpec {
  /** What is measured, above the plot; absent where the page says it. */
  readonly measure?: string;
  /** When the parts were determined. Unit: days. */
  readonly moments: readonly { readonly days: number; readonly label: string }[];
  /** At most three. */
  readonly curves: readonly SurvivalCurve[];
}

/**
 * Curves of what is left over time, on a scale from nothing to the whole, with the interval as a band. Values between two moments are not
 * known: the line between them only leads the eye. A curve ends where its value may not be shown or is not known yet.
 */
export function survivalChart(spec: SurvivalSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

interface Scales {
  readonly x: LinearScale;
  readonly y: LinearScale;
}

function draw({ measure, moments, curves: unordered }: SurvivalSpec, paper: Paper): Drawn {
  const curves = [...unordered].sort((a, b) => sum(b) - sum(a));
  const { fontSize, width } = paper;
  const wide = paper.suffix === 'breed';
  const gutter = curves.length > 1 ? (wide ? 160 : 104) : 20;
  const frame: Frame = {
    left: 8,
    right: width - gutter,
    top: fontSize * (measure === undefined ? 0.4 : 2.4),
    bottom: wide ? 300 : 230,
    fontSize,
  };
  const days = moments.map((moment) => moment.days);
  const scales: Scales = {
    x: linearScale([Math.min(...days), Math.max(...days)], [frame.left, frame.right]),
    y: linearScale([0, 1], [frame.bottom, frame.top + 10]),
  };
  const places = moments.map((moment) => scales.x(moment.days));
  const names = curves.length > 1 ? curves.flatMap((curve) => endLabel(curve, scales)) : [];
  return {
    height: frame.bottom + fontSize * 1.9,
    content: [
      measure === undefined ? '' : label(measure, { x: 0, y: fontSize, fill: quietInk }),
      ...places.map((x) =>
        element('line', {
          x1: x,
          x2: x,
          y1: frame.top,
          y2: frame.bottom,
          stroke: hairline,
          'stroke-width': 0.7,
        }),
      ),
      element('line', { x1: frame.left, x2: frame.right, y1: frame.bottom, y2: frame.bottom, stroke: ink }),
      ...curves.map((curve) => band(curve, places, scales)),
      ...curves.map((curve, index) => line(curve, index, moments, places, scales)),
      ...curves.map((curve, index) => numbers(curve, index, places, scales, frame, curves.length)),
      ...momentLabels(moments, places, frame),
      endLabels(names, frame, gutter),
    ],
  };
}

/** Names of the moments, left out where they would touch the one before; the last one always stands. */
function momentLabels(moments: SurvivalSpec['moments'], places: readonly number[], frame: Frame): Svg[] {
  const { fontSize } = frame;
  const extent = (index: number): readonly [number, number] => {
    const half = textWidth(moments[index]?.label ?? '', fontSize) / 2;
    const middle = Math.min(frame.right - half, Math.max(frame.left + half, places[index] ?? 0));
    return [middle - half, middle + half];
  };
  const [lastStart] = extent(moments.length - 1);
  let free = Number.NEGATIVE_INFINITY;
  return moments.map(({ label: text }, index) => {
    const [start, end] = extent(index);
    const last = index === moments.length - 1;
    if (!last && (start < free || end + fontSize > lastStart)) return '';
    free = end + fontSize;
    return labelWithin(text, places[index] ?? 0, frame, { y: frame.bottom + fontSize + 5, fill: quietInk });
  });
}

function known(curve: SurvivalCurve): readonly { readonly index: number; readonly point: SurvivalPoint }[] {
  const end = curve.points.findIndex(({ value }) => value === null);
  return curve.points.slice(0, end < 0 ? curve.points.length : end).map((point, index) => ({ point, index }));
}

function sum({ points }: SurvivalCurve): number {
  return points.reduce((total, { value }) => total + (value ?? 0), 0);
}

function band(curve: SurvivalCurve, places: readonly number[], { y }: Scales): Svg {
  const inside = known(curve).map(({ point, index }) => ({
    x: places[index] ?? 0,
    low: point.interval?.low ?? point.value ?? 0,
    high: point.interval?.high ?? point.value ?? 0,
  }));
  if (!curve.points.some(({ interval }) => interval) || inside.length < 2) return '';
  const above = inside.map(({ x, high }) => `${round(x)},${round(y(high))}`);
  const below = [...inside].reverse().map(({ x, low }) => `${round(x)},${round(y(low))}`);
  return element('polygon', {
    points: [...above, ...below].join(' '),
    fill: curve.colour.fill,
    'fill-opacity': 0.18,
  });
}

function line(
  curve: SurvivalCurve,
  place: number,
  moments: SurvivalSpec['moments'],
  places: readonly number[],
  { y }: Scales,
): Svg {
  const points = known(curve).map(
    ({ point, index }) =>
      [
        places[index] ?? 0,
        y(point.value ?? 0),
        `${curve.name}, ${moments[index]?.label ?? ''}: ${point.label}`,
      ] as const,
  );
  return [
    element('polyline', {
      points: points.map(([x, top]) => `${round(x)},${round(top)}`).join(' '),
      fill: 'none',
      stroke: curve.colour.fill,
      'stroke-width': 2.2,
      'stroke-dasharray': place === 1 ? '7 3' : undefined,
    }),
    ...points.map(([cx, cy, says], index) =>
      element(
        'circle',
        {
          cx,
          cy,
          r: 4,
          fill: place === 1 ? '#ffffff' : curve.colour.fill,
          stroke: curve.colour.fill,
          'stroke-width': 2,
        },
        index === 0 ? '' : hint(says),
      ),
    ),
  ].join('');
}

function numbers(
  curve: SurvivalCurve,
  place: number,
  places: readonly number[],
  { y }: Scales,
  frame: Frame,
  count: number,
): Svg {
  const shown = known(curve);
  const written = shown.map(({ point, index }) => {
    const named = count > 1 && index === curve.points.length - 1;
    const near = index > 0 && (places[index] ?? 0) - (places[index - 1] ?? 0) < frame.fontSize * 2.6;
    if (index === 0 || named || near || (place > 0 && place < count - 1)) return '';
    return labelWithin(point.label, places[index] ?? 0, frame, {
      y: y(point.value ?? 0) + (place === 0 ? -10 : frame.fontSize + 9),
      fill: ink,
      stroke: '#ffffff',
      'stroke-width': 3,
      'paint-order': 'stroke',
    });
  });
  const missing = curve.points[shown.length];
  const before = shown.at(-1)?.point.value ?? 1;
  const reason = missing
    ? labelWithin(missing.label, places[shown.length] ?? 0, frame, {
        y: y(before) + frame.fontSize * (1 + place * 2.2),
        fill: quietInk,
        'font-style': 'italic',
      })
    : '';
  return [...written, reason].join('');
}

function endLabel(curve: SurvivalCurve, { y }: Scales): EndLabel[] {
  const last = known(curve).at(-1);
  if (!last) return [];
  const complete = last.index === curve.points.length - 1;
  return [
    {
      name: curve.name,
      ...(complete ? { value: last.point.label } : {}),
      ink: curve.colour.ink,
      y: y(last.point.value ?? 0),
    },
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
