// SPDX-License-Identifier: EUPL-1.2
import { breakMarks } from './break-marks.ts';
import type { Chart, Series } from './chart.ts';
import { chartOf, type DrawingSpec, type Drawn, type Paper } from './drawing.ts';
import type { Frame } from './frame.ts';
import { labelledPeriods } from './labelled-periods.ts';
import { legend } from './legend.ts';
import { linePlot, quietLine } from './line-plot.ts';
import { hairline, ink, quietInk } from './palette.ts';
import { bandScale } from './scale.ts';
import { element, label, labelWithin, type Svg } from './svg.ts';

/** A panel per series, for more series than one plot can tell apart. */
export interface MultiplesSpec extends DrawingSpec {
  readonly periods: readonly string[];
  /** What is measured, with its unit, above the panels; absent where the page says it. */
  readonly measure?: string;
  readonly breakLabel: string;
  readonly panels: readonly Series[];
  /** The same line in every panel, to read the others against. */
  readonly reference?: Series;
}

interface PanelPlace {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly highest: number;
}

/** Small multiples: a line per panel, all on one scale from zero, so that panels can be compared. */
export function multiplesChart(spec: MultiplesSpec): Chart {
  return chartOf(spec, (paper) => draw(spec, paper));
}

function draw(spec: MultiplesSpec, paper: Paper): Drawn {
  const { panels, measure, reference } = spec;
  const wide = paper.suffix === 'breed';
  const across = wide ? 3 : 2;
  const gap = wide ? 36 : 22;
  const fontSize = wide ? 12 : 11;
  const width = (paper.width - gap * (across - 1)) / across;
  const height = wide ? 168 : 136;
  const highest = Math.max(
    0,
    ...[...panels, ...(reference ? [reference] : [])].flatMap(({ points }) =>
      points.map(({ value }) => value ?? 0),
    ),
  );
  const names = reference ? legend([reference], paper.width, paper.fontSize) : { svg: '', height: 0 };
  const head = measure === undefined ? 0 : paper.fontSize * 1.7;
  const top = head + names.height + (reference ? 10 : 0);
  const drawn = panels.map((panel, index) =>
    element(
      'g',
      {
        transform: `translate(${Math.round((index % across) * (width + gap))} ${Math.round(top + Math.floor(index / across) * (height + gap * 0.7))})`,
      },
      drawPanel(spec, panel, { width, height, fontSize, highest }),
    ),
  );
  const rows = Math.ceil(panels.length / across);
  return {
    height: top + rows * (height + gap * 0.7) - gap * 0.7 + 4,
    content: [
      measure === undefined ? '' : label(measure, { x: 0, y: paper.fontSize, fill: quietInk }),
      element('g', { transform: `translate(0 ${Math.round(head)})` }, names.svg),
      element('g', { 'font-size': fontSize }, ...drawn),
    ],
  };
}

function drawPanel(
  spec: MultiplesSpec,
  panel: Series,
  { width, height, fontSize, highest }: PanelPlace,
): Svg {
  const { periods, reference, breakLabel } = spec;
  const frame: Frame = {
    left: 0,
    right: width,
    top: fontSize * 3.4,
    bottom: height - fontSize * 1.6,
    fontSize,
  };
  const x = bandScale(periods, [0, width]);
  const shown = labelledPeriods(
    periods.map((period) => `${period} `),
    x.step,
    fontSize,
  );
  return [
    label(panel.name, { x: 0, y: fontSize, 'font-weight': 700, 'font-size': fontSize + 1, fill: ink }),
    element('line', { x1: 0, x2: width, y1: fontSize + 6, y2: fontSize + 6, stroke: hairline }),
    breakMarks({ periods, breakLabel, columnTitle: '' }, panel.breaksBefore, x, [frame]),
    reference ? quietLine(reference, x, periods, highest, frame) : '',
    linePlot([{ ...panel, emphasis: true }], x, periods, highest, frame, 0),
    ...periods.map((period, index) =>
      shown.has(index)
        ? labelWithin(period, x.left(period) + x.bandwidth / 2, frame, {
            y: frame.bottom + fontSize + 4,
            fill: quietInk,
          })
        : '',
    ),
  ].join('');
}
