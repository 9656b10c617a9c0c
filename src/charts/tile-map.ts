// SPDX-License-Identifier: EUPL-1.2
import type { Chart, Point } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import { ink, quietInk, shades } from './palette.ts';
import { rangeOf, shadedRect } from './shade.ts';
import { element, label, type Svg, textWidth } from './svg.ts';
import { wrapped } from './wrapped.ts';

/** One area as a square at its place; rows and columns from 1, as on a map with north above. */
export interface Tile extends Point {
  readonly name: string;
  readonly rij: number;
  readonly kolom: number;
  /** The subject of the page: drawn with a border. */
  readonly strong?: boolean;
}

/** Areas of one region, each as large as the others: a map that does not give the widest gemeente the most weight. */
export interface TileSpec extends DrawingSpec {
  /** What is measured, with its unit, above the tiles; absent where the page says it. */
  readonly measure?: string;
  readonly tiles: readonly Tile[];
}

const GAP = 4;
const KEY_STEP = 26;

/** A tile map: every tile carries its name and its number, and a shade that repeats it between the lowest and the highest. */
export function tileMap(spec: TileSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

function draw({ tiles, measure }: TileSpec, paper: Paper): Drawn {
  const { width } = paper;
  const columns = Math.max(1, ...tiles.map(({ kolom }) => kolom));
  const rows = Math.max(1, ...tiles.map(({ rij }) => rij));
  const size = Math.min(100, (width - GAP * (columns - 1)) / columns);
  const range = rangeOf(tiles);
  const bounds = [range?.[0].value ?? 0, range?.[1].value ?? 1] as const;
  const keyTop = measure === undefined ? 0 : paper.fontSize * 1.6;
  const head = keyTop + paper.fontSize * (range ? 2.1 : 0.4);
  const fontSize = paper.suffix === 'breed' ? paper.fontSize : paper.fontSize - 1;
  const drawn = tiles.map((tile) => {
    const place = {
      x: (tile.kolom - 1) * (size + GAP),
      y: head + (tile.rij - 1) * (size + GAP),
      width: size,
      height: size,
    };
    const { svg, ink: own } = shadedRect(tile, bounds, place, `${tile.name}: ${tile.label}`);
    const border = tile.strong
      ? element('rect', { ...place, fill: 'none', stroke: ink, 'stroke-width': 3 })
      : '';
    return svg + border + words(tile, place, own, fontSize);
  });
  return {
    height: head + rows * (size + GAP),
    content: [
      measure === undefined ? '' : label(measure, { x: 0, y: paper.fontSize, fill: quietInk }),
      range ? key(range, keyTop, paper.fontSize) : '',
      ...drawn,
    ],
  };
}

function words(
  { name, label: number, value }: Tile,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  fill: string,
  fontSize: number,
): Svg {
  const lines = wrapped(name.replaceAll('-', '- '), width - 10, fontSize).map((line) =>
    line.replaceAll('- ', '-'),
  );
  const widest = Math.max(...lines.map((line) => textWidth(line, fontSize)));
  const nameSize = Math.min(fontSize, (fontSize * (width - 8)) / widest);
  const numberSize = Math.min(fontSize * 1.35, (width - 10) / textWidth(number, 1));
  return [
    ...lines.map((line, index) =>
      label(line, { x: x + 6, y: y + nameSize * (1.35 + index * 1.15), 'font-size': nameSize, fill }),
    ),
    label(number, {
      x: x + 6,
      y: y + width - 9,
      'font-size': numberSize,
      'font-weight': value === null ? undefined : 700,
      'font-style': value === null ? 'italic' : undefined,
      fill,
    }),
  ].join('');
}

/** Lowest and highest number at the ends of the shades between them. */
function key([lowest, highest]: readonly [Point, Point], y: number, fontSize: number): Svg {
  const left = textWidth(lowest.label, fontSize) + 8;
  return [
    label(lowest.label, { x: 0, y: y + fontSize * 0.95, fill: ink }),
    ...shades.map(({ fill }, index) =>
      element('rect', { x: left + index * KEY_STEP, y, width: KEY_STEP, height: fontSize * 1.1, fill }),
    ),
    label(highest.label, { x: left + shades.length * KEY_STEP + 8, y: y + fontSize * 0.95, fill: ink }),
  ].join('');
}
