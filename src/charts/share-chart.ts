// SPDX-License-Identifier: EUPL-1.2
import type { Chart, Point } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import { type LegendItem, legend } from './legend.ts';
import { quietInk } from './palette.ts';
import { placeRows } from './row-labels.ts';
import { element, label, type Svg, textWidth } from './svg.ts';

/** Rows that are each cut into the same parts: how a whole is divided. Values are shares from 0 to 1, or parts of `whole`. */
export interface ShareSpec extends DrawingSpec {
  readonly parts: readonly LegendItem[];
  readonly rows: readonly {
    readonly label: string;
    readonly strong?: boolean;
    readonly shares: readonly Point[];
  }[];
  /** What the longest bar stands for; absent = every bar is a whole of 1. */
  readonly whole?: number;
  /** Word for what is left when a part of a row may not be shown. */
  readonly hiddenLabel: string;
}

const BAR = 26;

/** Bars divided into parts: of equal length, or as long as their parts together. What is hidden is left open, and said. */
export function shareChart(spec: ShareSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

function draw({ parts, rows, whole, hiddenLabel }: ShareSpec, paper: Paper): Drawn {
  const names = legend(parts, paper.width, paper.fontSize);
  const places = placeRows(paper, rows, { rowHeight: BAR, top: names.height + 6, gap: 8 });
  const full = paper.width - places.left;
  const hiddenRoom = textWidth(hiddenLabel, paper.fontSize) + 16;
  const width = whole === undefined ? full : full - hiddenRoom;
  const bars = rows.map(({ shares }, index) => {
    const top = places.rows[index]?.top ?? 0;
    const pieces: Svg[] = [];
    let at = places.left;
    for (const [place, { value, label: text }] of shares.entries()) {
      const part = parts[place];
      if (value === null || value <= 0 || !part) continue;
      const size = (value / (whole ?? 1)) * width;
      pieces.push(
        element('rect', { x: at, y: top, width: Math.max(0, size - 1), height: BAR, fill: part.colour.fill }),
      );
      if (textWidth(text, paper.fontSize) + 6 < size) {
        pieces.push(
          label(text, {
            x: at + size / 2,
            y: top + BAR / 2 + paper.fontSize * 0.35,
            'text-anchor': 'middle',
            fill: part.colour.onFill,
          }),
        );
      }
      at += size;
    }
    const rest = whole === undefined ? places.left + width - at : hiddenRoom;
    if (shares.some(({ value }) => value === null) && rest > 2) {
      pieces.push(
        element('rect', {
          x: at + 0.5,
          y: top + 0.5,
          width: rest - 1,
          height: BAR - 1,
          fill: '#ffffff',
          stroke: quietInk,
          'stroke-dasharray': '2 2',
        }),
      );
      if (textWidth(hiddenLabel, paper.fontSize) + 8 < rest) {
        pieces.push(
          label(hiddenLabel, {
            x: at + rest / 2,
            y: top + BAR / 2 + paper.fontSize * 0.35,
            'text-anchor': 'middle',
            fill: quietInk,
            'font-style': 'italic',
          }),
        );
      }
    }
    return pieces.join('');
  });
  return { height: places.height + 6, content: [names.svg, ...places.labels, ...bars] };
}
