// SPDX-License-Identifier: EUPL-1.2
import { scaleBand } from 'd3-scale';
import { breakMarks } from './break-marks.ts';
import type { Chart, Panel } from './chart.ts';
import { columnPlot } from './column-plot.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { labelledPeriods } from './labelled-periods.ts';
import { linePlot } from './line-plot.ts';
import { hairline, ink, quietInk } from './palette.ts';
import { element, escaped, label, labelWithin, type Svg } from './svg.ts';

export interface ColumnLineSpec {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly periods: readonly string[];
  readonly columnTitle: string;
  readonly lineTitle: string;
  /** Word at the break mark. */
  readonly breakLabel: string;
  readonly panels: readonly Panel[];
  readonly table: DataTable;
}

interface Layout {
  readonly suffix: string;
  readonly width: number;
  readonly across: number;
  readonly gap: number;
  readonly columnHeight: number;
  readonly lineHeight: number;
  readonly gutter: number;
  readonly fontSize: number;
}

/**
 * Columns and, on a small second panel under them, lines: for one area, or as small multiples.
 *
 * Columns are scaled within their panel; lines share one scale, so that averages of areas of any size can be compared. There are no axis
 * numbers: values are written where they are.
 */
export function columnLineChart(spec: ColumnLineSpec): Chart {
  const many = spec.panels.length;
  const named = spec.panels.some(({ columns, lines }) => columns.length > 1 || lines.length > 1);
  const wide: Layout = {
    suffix: 'breed',
    width: 840,
    across: Math.min(many, 3),
    gap: 36,
    columnHeight: many === 1 ? 250 : many === 2 ? 170 : 112,
    lineHeight: many === 1 ? 160 : many === 2 ? 130 : 92,
    gutter: named ? 112 : 0,
    fontSize: many < 3 ? 13 : 12,
  };
  const narrow: Layout = {
    suffix: 'smal',
    width: 320,
    across: many > 2 ? 2 : 1,
    gap: 26,
    columnHeight: many === 1 ? 190 : 100,
    lineHeight: many === 1 ? 130 : 84,
    gutter: named ? 78 : 0,
    fontSize: 12,
  };
  return {
    svg: draw(spec, wide),
    narrowSvg: draw(spec, narrow),
    table: spec.table,
    description: spec.description,
  };
}

function draw(spec: ColumnLineSpec, layout: Layout): Svg {
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
  const height = Math.ceil(rows * rowHeight - layout.gap * 1.2 + 4);
  const titleId = `${spec.id}-${layout.suffix}-titel`;
  const descId = `${spec.id}-${layout.suffix}-beschrijving`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${layout.width} ${height}`,
      width: layout.width,
      height,
      role: 'img',
      'aria-labelledby': `${titleId} ${descId}`,
      'font-family': "'Source Sans 3', 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
      'font-size': layout.fontSize,
    },
    element('title', { id: titleId }, escaped(spec.title)),
    element('desc', { id: descId }, escaped(spec.description)),
    ...panels,
  );
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
  const x = scaleBand<string>()
    .domain([...spec.periods])
    .range([0, right])
    .paddingInner(0.22)
    .paddingOuter(0.06);
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
    x.step(),
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
    breakMarks(spec, panel.breaksBefore, x, columnFrame, lineFrame),
    columnPlot(panel, x, spec.periods, columnFrame),
    ...spec.periods.map((period, index) =>
      periodsShown.has(index)
        ? labelWithin(period, (x(period) ?? 0) + x.bandwidth() / 2, columnFrame, {
            y: columnFrame.bottom + fontSize + 5,
            fill: quietInk,
          })
        : '',
    ),
    head(spec.lineTitle, lineFrame.top - heads + fontSize),
    linePlot(panel.lines, x, spec.periods, highest, lineFrame),
  ].join('');
}
