// SPDX-License-Identifier: EUPL-1.2
import { breakMarks } from './break-marks.ts';
import type { Chart, Series } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import type { Frame } from './frame.ts';
import { labelledPeriods } from './labelled-periods.ts';
import { linePlot } from './line-plot.ts';
import { quietInk } from './palette.ts';
import { bandScale } from './scale.ts';
import { label, labelWithin } from './svg.ts';

/** At most six lines over the same periods. */
export interface LineSpec extends DrawingSpec {
  readonly periods: readonly string[];
  /** What is measured, with its unit, above the plot; absent where the page says it. */
  readonly measure?: string;
  readonly breakLabel: string;
  readonly lines: readonly Series[];
}

/** Lines on one scale from zero, named at their end, with a gap at a hidden value and dots across a break. */
export function lineChart(spec: LineSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

function draw({ periods, measure, breakLabel, lines }: LineSpec, paper: Paper): Drawn {
  const { fontSize, width } = paper;
  const wide = paper.suffix === 'breed';
  const gutter = lines.length > 1 ? (wide ? 168 : 100) : 0;
  const breaks = [...new Set(lines.flatMap(({ breaksBefore }) => breaksBefore))].sort((a, b) => a - b);
  const frame: Frame = {
    left: 0,
    right: width - gutter,
    top: fontSize * (measure !== undefined || breaks.length > 0 ? 1.9 : 0.4),
    bottom: wide ? 290 : 220,
    fontSize,
  };
  const x = bandScale(periods, [0, frame.right]);
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const shown = labelledPeriods(
    periods.map((period) => `${period} `),
    x.step,
    fontSize,
  );
  return {
    height: frame.bottom + fontSize * 1.8,
    content: [
      measure === undefined ? '' : label(measure, { x: 0, y: fontSize, fill: quietInk }),
      breakMarks({ periods, breakLabel, columnTitle: measure ?? '' }, breaks, x, [frame]),
      linePlot(lines, x, periods, highest, frame, gutter, lowest),
      ...periods.map((period, index) =>
        shown.has(index)
          ? labelWithin(period, x.left(period) + x.bandwidth / 2, frame, {
              y: frame.bottom + fontSize + 5,
              fill: quietInk,
            })
          : '',
      ),
    ],
  };
}
