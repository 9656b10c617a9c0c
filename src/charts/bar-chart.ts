// SPDX-License-Identifier: EUPL-1.2
import type { Chart, Point } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import { type LegendItem, legend } from './legend.ts';
import { ink, quietInk } from './palette.ts';
import { placeRows } from './row-labels.ts';
import { linearScale } from './scale.ts';
import { element, hint, label, type Svg } from './svg.ts';

export interface BarRow {
  readonly label: string;
  /** One bar per series, in the order of the series. */
  readonly bars: readonly Point[];
  readonly strong?: boolean;
}

/** Horizontal bars: a row per thing, at most three bars in it. */
export interface BarSpec extends DrawingSpec {
  readonly series: readonly LegendItem[];
  readonly rows: readonly BarRow[];
}

const BAR = 17;

/** Bars on one scale that begins at zero, to the left of it where something is less than nothing; every bar carries its number, a hidden one its word. */
export function barChart(spec: BarSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

function draw({ series, rows }: BarSpec, paper: Paper): Drawn {
  const names = series.length > 1 ? legend(series, paper.width, paper.fontSize) : { svg: '', height: 0 };
  const places = placeRows(paper, rows, {
    rowHeight: series.length * (BAR + 2) - 2,
    top: names.height + 4,
    gap: series.length > 1 ? 12 : 8,
    values: rows.flatMap(({ bars }) => bars.map(({ label: text }) => text)),
  });
  const values = rows.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0));
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = linearScale([lowest, highest > lowest ? highest : 1], [places.left, places.right]);
  const bars = rows.map((row, index) =>
    row.bars
      .map((point, place) => {
        const top = (places.rows[index]?.top ?? 0) + place * (BAR + 2);
        const says = series.length > 1 ? `${row.label}, ${series[place]?.name ?? ''}` : row.label;
        return bar(point, series[place], says, top, x, paper.fontSize);
      })
      .join(''),
  );
  const zero = element('line', {
    x1: x(0),
    x2: x(0),
    y1: names.height + 2,
    y2: places.height + 2,
    stroke: ink,
  });
  return {
    height: places.height + 6,
    content: [names.svg, ...places.labels, ...bars, paper.suffix === 'breed' ? zero : ''],
  };
}

function bar(
  { value, label: text }: Point,
  series: LegendItem | undefined,
  says: string,
  top: number,
  x: (value: number) => number,
  fontSize: number,
): Svg {
  const middle = top + BAR / 2 + fontSize * 0.35;
  if (value === null) {
    return label(text, { x: x(0) + 6, y: middle, fill: quietInk, 'font-style': 'italic' });
  }
  const rect = element(
    'rect',
    {
      x: Math.min(x(0), x(value)),
      y: top,
      width: Math.abs(x(value) - x(0)),
      height: BAR,
      fill: series?.colour.fill,
    },
    hint(`${says}: ${text}`),
  );
  return rect + label(text, { x: Math.max(x(0), x(value)) + 6, y: middle, fill: ink });
}
