// SPDX-License-Identifier: EUPL-1.2
import { breakMarks } from './break-marks.ts';
import type { Chart, Panel } from './chart.ts';
import { columnPlot } from './column-plot.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import type { Frame } from './frame.ts';
import { labelledPeriods } from './labelled-periods.ts';
import { linePlot } from './line-plot.ts';
import { hairline, ink, quietInk } from './palette.ts';
import { bandScale } from './scale.ts';
import { element, label, labelWithin, type Svg } from './svg.ts';

export interface ColumnLineSpec extends DrawingSpec {
  readonly periods: readonly string[];
  readonly columnTitle: string;
  readonly lineTitle: string;
  /** Word at the break mark. */
  readonly breakLabel: string;
  readonly panels: readonly Panel[];
}

interface Layout extends Paper {
  readonly across: number;
  readonly gap: number;
  readonly columnHeight: number;
  readonly lineHeight: number;
  readonly gutter: number;
}

/**
 * Columns and, on a small second panel under them, lines: for one area, or as small multiples.
 *
 * Columns are scaled within their panel; lines share one scale, so that averages of areas of any size can be compared. There are no axis
 * numbers: values are written where they are.
 */
export function columnLineChart(spec: ColumnLineSpec): Chart {
  return chartOf(spec, (paper) =>
    draw(spec, paper.suffix === 'breed' ? wideLayout(spec, paper) : narrowLayout(spec, paper)),
  );
}

function wideLayout({ panels }: ColumnLineSpec, paper: Paper): Layout {
  const many = panels.length;
  return {
    ...paper,
    across: Math.min(many, 3),
    gap: 36,
    columnHeight: many === 1 ? 250 : many === 2 ? 170 : 112,
    lineHeight: many === 1 ? 160 : many === 2 ? 130 : 92,
    gutter: hasNames(panels) ? 112 : 0,
    fontSize: many < 3 ? 13 : 12,
  };
}

function narrowLayout({ panels }: ColumnLineSpec, paper: Paper): Layout {
  const many = panels.length;
  return {
    ...paper,
    across: many > 2 ? 2 : 1,
    gap: 26,
    columnHeight: many === 1 ? 190 : 100,
    lineHeight: many === 1 ? 130 : 84,
    gutter: hasNames(panels) ? 92 : 0,
  };
}

function hasNames(panels: readonly Panel[]): boolean {
  return panels.some(({ columns, lines }) => columns.length > 1 || lines.length > 1);
}

function draw(spec: ColumnLineSpec, layout: Layout): Drawn {
  const rows = Math.ceil(spec.panels.length / layout.across);
  const panelWidth = (layout.width - layout.gap * (layout.across - 1)) / layout.across;
  const heads = layout.fontSize * 1.6;
  const titleHeight = spec.panels.some(({ title }) => title !== undefined) ? layout.fontSize * 1.9 : 0;
  const plotHeight = heads + layout.columnHeight + heads + 8 + heads + layout.lineHeight;
  const rowHeight = titleHeight + plotHeight + layout.gap * 1.2;
  const highest = Math.max(
    ...spec.panels.flatMap(({ lines }) =>
      lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)),
    ),
  );
  const panels = spec.panels.map((panel, index) => {
    const left = (index % layout.across) * (panelWidth + layout.gap);
    const top = Math.floor(index / layout.across) * rowHeight;
    return element(
      'g',
      { transform: `translate(${Math.round(left)} ${Math.round(top)})` },
      drawPanel(spec, layout, panel, panelWidth, titleHeight, highest),
    );
  });
  return {
    height: rows * rowHeight - layout.gap * 1.2 + 4,
    content: [element('g', { 'font-size': layout.fontSize }, ...panels)],
  };
}

function drawPanel(
  spec: ColumnLineSpec,
  layout: Layout,
  panel: Panel,
  width: number,
  titleHeight: number,
  highest: number,
): Svg {
  const { fontSize } = layout;
  const heads = fontSize * 1.6;
  const right = width - layout.gutter;
  const x = bandScale(spec.periods, [0, right]);
  const columnFrame: Frame = {
    left: 0,
    right,
    top: titleHeight + heads,
    bottom: titleHeight + heads + layout.columnHeight,
    fontSize,
  };
  const lineTop = columnFrame.bottom + heads + 8 + heads;
  const lineFrame: Frame = { ...columnFrame, top: lineTop, bottom: lineTop + layout.lineHeight };
  const periodsShown = labelledPeriods(
    spec.periods.map((period) => `${period} `),
    x.step,
    fontSize,
  );
  const head = (text: string, y: number) => label(text, { x: 0, y, fill: quietInk });
  return [
    panel.title === undefined
      ? ''
      : label(panel.title, { x: 0, y: fontSize, 'font-weight': 700, 'font-size': fontSize + 1, fill: ink }),
    panel.title === undefined
      ? ''
      : element('line', {
          x1: 0,
          x2: right,
          y1: fontSize + 7,
          y2: fontSize + 7,
          stroke: hairline,
        }),
    head(spec.columnTitle, titleHeight + fontSize),
    breakMarks(spec, panel.breaksBefore, x, [columnFrame, lineFrame]),
    columnPlot(panel, x, spec.periods, columnFrame, layout.gutter),
    ...spec.periods.map((period, index) =>
      periodsShown.has(index)
        ? labelWithin(period, x.left(period) + x.bandwidth / 2, columnFrame, {
            y: columnFrame.bottom + fontSize + 5,
            fill: quietInk,
          })
        : '',
    ),
    head(spec.lineTitle, lineFrame.top - heads + fontSize),
    linePlot(panel.lines, x, spec.periods, highest, lineFrame, layout.gutter),
  ].join('');
}
