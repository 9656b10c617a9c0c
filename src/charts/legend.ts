// SPDX-License-Identifier: EUPL-1.2
import { ink, type SeriesColour } from './palette.ts';
import { element, label, type Svg, textWidth } from './svg.ts';

export interface LegendItem {
  readonly name: string;
  readonly colour: SeriesColour;
}

/** Names of series in one or more lines above a plot, for forms in which a name cannot stand at its series. */
export function legend(
  items: readonly LegendItem[],
  width: number,
  fontSize: number,
): { readonly svg: Svg; readonly height: number } {
  const line = fontSize * 1.6;
  let [x, y] = [0, fontSize];
  const drawn = items.map(({ name, colour }) => {
    const room = fontSize + 6 + textWidth(name, fontSize) + 18;
    if (x > 0 && x + room - 18 > width) [x, y] = [0, y + line];
    const swatch = element('rect', {
      x,
      y: y - fontSize * 0.8,
      width: fontSize * 0.85,
      height: fontSize * 0.85,
      fill: colour.fill,
    });
    const text = label(name, { x: x + fontSize + 6, y, fill: ink });
    x += room;
    return swatch + text;
  });
  return { svg: drawn.join(''), height: items.length === 0 ? 0 : y + fontSize * 0.8 };
}
