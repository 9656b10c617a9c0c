// SPDX-License-Identifier: EUPL-1.2
import type { Chart, Point } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import { hairline, ink, quietInk } from './palette.ts';
import { element, label, type Svg, textWidth } from './svg.ts';
import { wrapped } from './wrapped.ts';

/** From each row to each column: a number per pair, shaded by its size. */
export interface MatrixSpec extends DrawingSpec {
  /** Above the columns. */
  readonly columnTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Point[] }[];
}

/** Steps from nothing to the largest number; the ink on each is readable. */
const SHADES: readonly (readonly [fill: string, onFill: string])[] = [
  ['#f4f5f3', ink],
  ['#dce8ec', ink],
  ['#b3d0d9', ink],
  ['#7fb0bf', ink],
  ['#3f7f95', '#ffffff'],
  ['#1d5b73', '#ffffff'],
];

/** A heat map with its numbers in it; the shade only repeats what the number says. */
export function matrixChart(spec: MatrixSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

function draw({ columns, rows, columnTitle }: MatrixSpec, { width, fontSize, suffix }: Paper): Drawn {
  const small = fontSize - 1;
  const left = suffix === 'breed' ? 200 : 92;
  const step = (width - left) / Math.max(1, columns.length);
  const size = Math.min(step, 40);
  const headHeight = Math.max(0, ...columns.map((name) => textWidth(name, small))) + 10;
  const top = fontSize * 1.6 + headHeight;
  const highest = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
  const content: Svg[] = [label(columnTitle, { x: left, y: fontSize, fill: quietInk })];
  for (const [index, name] of columns.entries()) {
    const x = left + index * step + step / 2;
    content.push(
      label(name, {
        x,
        y: top - 6,
        'font-size': small,
        fill: ink,
        transform: `rotate(-90 ${Math.round(x)} ${Math.round(top - 6)})`,
        dy: small * 0.35,
      }),
    );
  }
  for (const [index, row] of rows.entries()) {
    const y = top + index * size;
    const lines = wrapped(row.label, left - 10, small).slice(0, 2);
    content.push(
      ...lines.map((line, place) =>
        label(line, {
          x: 0,
          y: y + size / 2 + small * (0.35 + place - (lines.length - 1) / 2),
          'font-size': small,
          fill: ink,
        }),
      ),
      ...row.cells.map((cell, column) => cellSvg(cell, left + column * step, y, step, size, highest, small)),
    );
  }
  return { height: top + rows.length * size + 4, content };
}

function cellSvg(
  { value, label: text }: Point,
  x: number,
  y: number,
  width: number,
  height: number,
  highest: number,
  fontSize: number,
): Svg {
  const place =
    value === null || value <= 0
      ? 0
      : Math.min(SHADES.length - 1, Math.ceil((value / highest) * (SHADES.length - 1)));
  const [fill, onFill] = SHADES[place] ?? ['#ffffff', ink];
  const rect = element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    fill: value === null ? '#ffffff' : fill,
    stroke: value === null ? hairline : undefined,
  });
  const fits = textWidth(text, fontSize) + 2 < width;
  return (
    rect +
    (fits
      ? label(text, {
          x: x + width / 2,
          y: y + height / 2 + fontSize * 0.35,
          'text-anchor': 'middle',
          'font-size': fontSize,
          fill: value === null ? quietInk : onFill,
        })
      : '')
  );
}
