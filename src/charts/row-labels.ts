// SPDX-License-Identifier: EUPL-1.2
import type { Paper } from './drawing.ts';
import { ink } from './palette.ts';
import { label, type Svg, textWidth } from './svg.ts';
import { wrapped } from './wrapped.ts';

/** Where the rows of a chart stand: their labels left of the plot, or above it where there is no room beside it. */
export interface RowPlaces {
  readonly left: number;
  readonly right: number;
  readonly rows: readonly RowPlace[];
  readonly height: number;
  readonly labels: readonly Svg[];
}

export interface RowPlace {
  readonly top: number;
  readonly height: number;
}

/** Least room for the number behind the longest mark. */
const VALUE_ROOM = 64;
/** Fonts differ in width. */
const WIDEST_FONT = 1.2;
const BESIDE = 232;

export interface RowLayout {
  readonly rowHeight: number;
  readonly top: number;
  readonly gap: number;
  /** What stands behind the marks. */
  readonly values?: readonly string[];
}

/** Places rows of a given height under each other, and their labels. */
export function placeRows(
  paper: Paper,
  rows: readonly { readonly label: string; readonly strong?: boolean }[],
  { rowHeight, top, gap, values = [] }: RowLayout,
): RowPlaces {
  const beside = paper.suffix === 'breed';
  const left = beside ? BESIDE : 0;
  const line = paper.fontSize * 1.2;
  const places: RowPlace[] = [];
  const labels: Svg[] = [];
  let at = top;
  for (const { label: name, strong } of rows) {
    const lines = wrapped(name, beside ? BESIDE - 16 : paper.width, paper.fontSize);
    const above = beside ? 0 : lines.length * line + 3;
    const height = beside ? Math.max(rowHeight, lines.length * line) : rowHeight;
    const first = beside
      ? at + (height - (lines.length - 1) * line) / 2 + paper.fontSize * 0.35
      : at + paper.fontSize;
    labels.push(
      ...lines.map((text, index) =>
        label(text, { x: 0, y: first + index * line, fill: ink, 'font-weight': strong ? 700 : undefined }),
      ),
    );
    places.push({ top: at + above + (height - rowHeight) / 2, height: rowHeight });
    at += above + height + gap;
  }
  const widest = Math.max(0, ...values.map((text) => textWidth(text, paper.fontSize)));
  const room = Math.max(VALUE_ROOM, widest * WIDEST_FONT + 8);
  return { left, right: paper.width - room, rows: places, height: at - gap, labels };
}
