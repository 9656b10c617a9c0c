// SPDX-License-Identifier: EUPL-1.2
import type { Panel } from './chart.ts';
import { type Stack, type StackPart, stackAt } from './column-stack.ts';
import { endLabels } from './end-labels.ts';
import type { Frame } from './frame.ts';
import { labelledPeriods } from './labelled-periods.ts';
import { ink, palette, quietInk } from './palette.ts';
import { type BandScale, type LinearScale, linearScale } from './scale.ts';
import { element, label, labelWithin, type Svg, textWidth } from './svg.ts';

const TOP_ROOM = 18;
const HIDDEN_HEIGHT = 46;

interface Place {
  readonly left: number;
  readonly width: number;
  readonly y: LinearScale;
  readonly frame: Frame;
}

/** Stacked columns with their numbers inside and above them, on a zero line. */
export function columnPlot(
  panel: Panel,
  x: BandScale,
  periods: readonly string[],
  frame: Frame,
  /** Room right of the frame for the names of the parts. */
  gutter: number,
): Svg {
  const stacks = periods.map((_, index) => stackAt(panel, index));
  const y = linearScale(
    [0, Math.max(1, ...stacks.map(({ height }) => height))],
    [frame.bottom, frame.top + TOP_ROOM],
  );
  const shown = labelledPeriods(
    stacks.map(({ top }) => top?.label ?? ''),
    x.step,
    frame.fontSize,
  );
  const columns = stacks.map((stack, index) => {
    const place: Place = { left: x.left(periods[index] ?? ''), width: x.bandwidth, y, frame };
    if (stack.hidden !== undefined) return hiddenColumn(stack.hidden, place);
    return columnParts(stack, place) + (shown.has(index) ? topLabel(stack, place) : '');
  });
  const last = stacks.at(-1);
  const names =
    panel.columns.length > 1 && last !== undefined
      ? last.parts.map(({ series: { name, colour }, below, value }) => ({
          name,
          ink: colour.ink,
          y: y(below + value / 2),
        }))
      : [];
  return columns.join('') + baseline(frame) + endLabels(names, frame, gutter);
}

function columnParts({ parts }: Stack, place: Place): Svg {
  return parts
    .filter(({ value }) => value > 0)
    .map((part, index, drawn) => columnPart(part, index < drawn.length - 1, drawn.length > 1, place))
    .join('');
}

function columnPart(part: StackPart, hasNext: boolean, numbered: boolean, place: Place): Svg {
  const { left, width, y, frame } = place;
  const { series, point, below, value } = part;
  const top = y(below + value);
  const height = y(below) - top;
  const gap = hasNext ? 1.5 : 0;
  const fits = height > frame.fontSize + 6 && textWidth(point.label, frame.fontSize) < width;
  const rect = element('rect', {
    x: left,
    y: top + gap,
    width,
    height: Math.max(0, height - gap),
    fill: series.colour.fill,
  });
  if (!numbered || !fits) return rect;
  return (
    rect +
    label(point.label, {
      x: left + width / 2,
      y: top + height / 2 + frame.fontSize * 0.35,
      'text-anchor': 'middle',
      fill: series.colour.onFill,
    })
  );
}

function topLabel({ top, height, parts }: Stack, { left, width, y, frame }: Place): Svg {
  return labelWithin(top?.label ?? '', left + width / 2, frame, {
    y: y(height) - 5,
    fill: ink,
    'font-weight': parts.length > 1 ? 700 : undefined,
  });
}

function hiddenColumn(word: string, { left, width, frame }: Place): Svg {
  const height = Math.min(frame.bottom - frame.top, HIDDEN_HEIGHT);
  const middle = left + width / 2;
  const outline = element('rect', {
    x: left + 0.5,
    y: frame.bottom - height,
    width: width - 1,
    height,
    fill: '#ffffff',
    stroke: palette.grijs.fill,
    'stroke-dasharray': '2 2',
  });
  return (
    outline +
    label(word, {
      x: middle,
      y: frame.bottom - 6,
      transform: `rotate(-90 ${Math.round(middle)} ${Math.round(frame.bottom - 6)})`,
      dy: frame.fontSize * 0.35,
      fill: quietInk,
    })
  );
}

function baseline(frame: Frame): Svg {
  return element('line', {
    x1: frame.left,
    x2: frame.right,
    y1: frame.bottom,
    y2: frame.bottom,
    stroke: ink,
    'stroke-width': 1,
  });
}
