// SPDX-License-Identifier: EUPL-1.2
import type { Frame } from './frame.ts';
import { quietInk } from './palette.ts';
import type { BandScale } from './scale.ts';
import { element, label, type Svg, textWidth } from './svg.ts';

export interface BreakSpec {
  readonly periods: readonly string[];
  readonly breakLabel: string;
  /** Stands at the left of the row in which the labels are written. */
  readonly columnTitle: string;
}

/** A dotted rule before each period after a break, through every plot; labelled above the first one from right to left, as far as there is room. */
export function breakMarks(
  spec: BreakSpec,
  breaksBefore: readonly number[],
  x: BandScale,
  frames: readonly Frame[],
): Svg {
  const [columns] = frames;
  if (!columns) return '';
  const width = textWidth(spec.breakLabel, columns.fontSize);
  const places = breaksBefore.map((index) => x.left(spec.periods[index] ?? '') - (x.step - x.bandwidth) / 2);
  const free = textWidth(spec.columnTitle, columns.fontSize) + 6;
  let next = columns.right + columns.fontSize;
  const labels = [...places].reverse().map((at) => {
    const left = Math.min(at + 6, columns.right - width);
    if (left < free || left + width + columns.fontSize > next) return '';
    next = left;
    return label(spec.breakLabel, {
      x: left,
      y: columns.top - columns.fontSize * 0.6,
      fill: quietInk,
      'font-style': 'italic',
    });
  });
  const rules = places.flatMap((at) =>
    frames.map((frame) =>
      element('line', {
        x1: at,
        x2: at,
        y1: frame.top - 2,
        y2: frame.bottom,
        stroke: quietInk,
        'stroke-dasharray': '2 3',
      }),
    ),
  );
  return [...rules, ...labels].join('');
}
