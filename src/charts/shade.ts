// SPDX-License-Identifier: EUPL-1.2
import type { Point } from './chart.ts';
import { palette, quietInk, type SeriesColour, shades } from './palette.ts';
import { element, hint, type Svg } from './svg.ts';

/** The shade of a value between the lowest and the highest of its drawing; equal steps. */
export function shadeOf(
  value: number,
  [lowest, highest]: readonly [lowest: number, highest: number],
): Pick<SeriesColour, 'fill' | 'onFill'> {
  const share = highest > lowest ? (value - lowest) / (highest - lowest) : 1;
  const step = Math.min(shades.length - 1, Math.floor(share * shades.length));
  return shades[step] ?? palette.licht;
}

/** A rectangle in the shade of its value; one without a value is open, with a dashed border. `says` is what it stands for. */
export function shadedRect(
  { value }: Point,
  range: readonly [lowest: number, highest: number],
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  says: string,
): { readonly svg: Svg; readonly ink: string } {
  if (value === null) {
    return {
      svg: element(
        'rect',
        { ...place, fill: '#ffffff', stroke: quietInk, 'stroke-dasharray': '2 2' },
        hint(says),
      ),
      ink: quietInk,
    };
  }
  const { fill, onFill } = shadeOf(value, range);
  return { svg: element('rect', { ...place, fill }, hint(says)), ink: onFill };
}

/** A point that may be shown. */
export interface KnownPoint extends Point {
  readonly value: number;
}

/** Lowest and highest value that may be shown; undefined when there is none. */
export function rangeOf(
  points: readonly Point[],
): readonly [lowest: KnownPoint, highest: KnownPoint] | undefined {
  const known = points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  const ordered = known.sort((a, b) => a.value - b.value);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  return lowest && highest ? [lowest, highest] : undefined;
}
