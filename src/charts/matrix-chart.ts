// SPDX-License-Identifier: EUPL-1.2
import type { Chart, Point } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import { ink, quietInk } from './palette.ts';
import { rangeOf, shadedRect } from './shade.ts';
import { element, label, type Svg, textWidth } from './svg.ts';
import { wrapped } from './wrapped.ts';

/** From each row to each column: a number per pair, shaded by its size. */
export interface MatrixSpec extends DrawingSpec {
  /** Above the columns. */
  readonly columnTitle: string;
  /** Above the names of the rows. */
  readonly rowTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Point[] }[];
}

/** Width of a column in which its name is read without turning the head. */
const LEVEL_STEP = 92;

/** A heat map with its numbers in it; the shade only repeats what the number says. A pair that cannot be is left empty: an empty label. */
export function matrixChart(spec: MatrixSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

function draw({ columns, rows, columnTitle, rowTitle }: MatrixSpec, paper: Paper): Drawn {
  const { width, suffix } = paper;
  const fontSize = paper.fontSize - (suffix === 'breed' ? 1 : 3);
  const left = suffix === 'breed' ? 216 : 96;
  const step = (width - left) / Math.max(1, columns.length);
  const lines = rows.map(({ label: name }) => wrapped(name, left - 10, fontSize));
  const height = Math.max(34, ...lines.map(({ length }) => length * fontSize * 1.2 + 6));
  const level = step >= LEVEL_STEP;
  const heads = columns.map((name) => wrapped(name, level ? step - 6 : 112, fontSize).slice(0, 3));
  const headHeight =
    12 +
    (level
      ? Math.max(0, ...heads.map(({ length }) => length)) * fontSize * 1.15
      : Math.max(0, ...heads.flat().map((line) => textWidth(line, fontSize))));
  const top = fontSize * 1.7 + headHeight;
  const range = rangeOf(rows.flatMap(({ cells }) => cells));
  const bounds = [Math.min(0, range?.[0].value ?? 0), range?.[1].value ?? 1] as const;
  const titles = [
    label(`${columnTitle} →`, { x: left, y: fontSize, fill: quietInk }),
    label(`${rowTitle} ↓`, { x: 0, y: top - 8, fill: quietInk }),
  ];
  const names = heads.map((head, index) =>
    (level ? levelHead : uprightHead)(head, left + (index + 0.5) * step, top - 8, fontSize),
  );
  const body = rows.flatMap(({ label: name, cells }, index) => {
    const y = top + index * height;
    const own = lines[index] ?? [];
    return [
      ...own.map((line, place) =>
        label(line, {
          x: 0,
          y: y + height / 2 + fontSize * (0.35 + 1.2 * (place - (own.length - 1) / 2)),
          fill: ink,
        }),
      ),
      ...cells.map((cell, column) => {
        const place = { x: left + column * step + 1, y: y + 1, width: step - 2, height: height - 2 };
        return cellSvg(cell, `${name}, ${columns[column] ?? ''}: ${cell.label}`, place, bounds, fontSize);
      }),
    ];
  });
  return {
    height: top + rows.length * height + 4,
    content: [element('g', { 'font-size': fontSize }, ...titles, ...names, ...body)],
  };
}

function levelHead(lines: readonly string[], x: number, y: number, fontSize: number): Svg {
  return lines
    .map((line, index) =>
      label(line, {
        x,
        y: y - (lines.length - 1 - index) * fontSize * 1.15,
        fill: ink,
        'text-anchor': 'middle',
      }),
    )
    .join('');
}

/** A head of a column, read from bottom to top, its lines beside each other. */
function uprightHead(lines: readonly string[], x: number, y: number, fontSize: number): Svg {
  return lines
    .map((line, index) => {
      const at = Math.round(x + (index - (lines.length - 1) / 2) * fontSize * 1.15);
      return label(line, {
        x: at,
        y,
        fill: ink,
        transform: `rotate(-90 ${at} ${Math.round(y)})`,
        dy: fontSize * 0.35,
      });
    })
    .join('');
}

function cellSvg(
  point: Point,
  says: string,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  bounds: readonly [number, number],
  fontSize: number,
): Svg {
  if (point.label === '') return '';
  const { svg, ink: own } = shadedRect(point, bounds, place, says);
  const room = place.width - 2;
  const fits = textWidth(point.label, fontSize) < room;
  const small = textWidth(point.label, fontSize - 3) < room;
  if (!fits && !small) return svg;
  const size = fits ? fontSize : fontSize - 3;
  return (
    svg +
    label(point.label, {
      x: place.x + place.width / 2,
      y: place.y + place.height / 2 + size * 0.35,
      'text-anchor': 'middle',
      'font-size': fits ? undefined : size,
      fill: own,
    })
  );
}
