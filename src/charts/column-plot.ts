// SPDX-License-Identifier: EUPL-1.2
import { type ScaleBand, scaleLinear } from 'd3-scale';
import type { Panel, Point } from './chart.ts';
import { type EndLabel, endLabels } from './end-labels.ts';
import type { Frame } from './frame.ts';
import { hairline, ink, palette, quietInk } from './palette.ts';
import { element, label, labelWithin, type Svg, textWidth } from './svg.ts';

const TOP_ROOM = 18;

/** Stacked columns with their numbers inside and above them, on a zero line. */
export function columnPlot(
  panel: Panel,
  x: ScaleBand<string>,
  periods: readonly string[],
  frame: Frame,
): Svg {
  const tops = panel.totals ?? panel.columns[0]?.points ?? [];
  const sums = periods.map((_, index) => stackHeight(panel, index));
  const y = scaleLinear()
    .domain([0, Math.max(1, ...sums)])
    .range([frame.bottom, frame.top + TOP_ROOM]);
  const shown = labelledPeriods(tops, x.step(), frame.fontSize);
  const columns = periods.map((period, index) => {
    const left = x(period) ?? 0;
    const parts = panel.columns.map((series, place) => {
      const below = panel.columns
        .slice(0, place)
        .reduce((sum, other) => sum + valueAt(other.points, index), 0);
      const value = valueAt(series.points, index);
      if (value === 0) return '';
      const top = y(below + value);
      const height = y(below) - top;
      const text = series.points[index]?.label ?? '';
      const fits =
        panel.totals !== undefined &&
        height > frame.fontSize + 6 &&
        textWidth(text, frame.fontSize) < x.bandwidth();
      return [
        element('rect', {
          x: left,
          y: top,
          width: x.bandwidth(),
          height: Math.max(0, height - (place < panel.columns.length - 1 ? 1.5 : 0)),
          fill: series.colour.fill,
        }),
        fits
          ? label(text, {
              x: left + x.bandwidth() / 2,
              y: top + height / 2 + frame.fontSize * 0.35,
              'text-anchor': 'middle',
              fill: series.colour.onFill,
            })
          : '',
      ].join('');
    });
    const hidden = panel.columns.some((series) => series.points[index]?.value === null);
    return parts.join('') + topLabel(tops[index], hidden, shown.has(index));

    function topLabel(point: Point | undefined, partHidden: boolean, isShown: boolean): Svg {
      const middle = left + x.bandwidth() / 2;
      if (point === undefined) return '';
      if (point.value === null || partHidden) {
        return hiddenColumn(point, left, x.bandwidth(), frame);
      }
      return isShown
        ? labelWithin(point.label, middle, frame, {
            y: y(stackHeight(panel, index)) - 5,
            fill: ink,
            'font-weight': panel.totals ? 700 : undefined,
          })
        : '';
    }
  });
  const baseline = element('line', {
    x1: frame.left,
    x2: frame.right,
    y1: frame.bottom,
    y2: frame.bottom,
    stroke: ink,
    'stroke-width': 1,
  });
  return columns.join('') + baseline + seriesNames();

  function seriesNames(): Svg {
    if (panel.columns.length < 2) return '';
    const last = periods.length - 1;
    const names = panel.columns.map((series, place): EndLabel => {
      const below = panel.columns
        .slice(0, place)
        .reduce((sum, other) => sum + valueAt(other.points, last), 0);
      return {
        name: series.name,
        ink: series.colour.ink,
        y: y(below + valueAt(series.points, last) / 2),
      };
    });
    return endLabels(names, frame);
  }
}

/** Which labels are printed: all when they fit side by side, otherwise the first and the last. */
export function labelledPeriods(
  points: readonly Point[],
  step: number,
  fontSize: number,
): ReadonlySet<number> {
  const fits = points.every((point) => textWidth(point.label, fontSize) + 2 <= step);
  return new Set(fits ? points.keys() : [0, points.length - 1]);
}

function hiddenColumn(point: Point, left: number, width: number, frame: Frame): Svg {
  const height = Math.min(frame.bottom - frame.top, 46);
  const middle = left + width / 2;
  return [
    element('rect', {
      x: left + 0.5,
      y: frame.bottom - height,
      width: width - 1,
      height,
      fill: '#ffffff',
      stroke: palette.grijs.fill,
      'stroke-dasharray': '2 3',
    }),
    label(point.value === null ? point.label : '–', {
      x: middle,
      y: frame.bottom - 6,
      transform: `rotate(-90 ${Math.round(middle)} ${Math.round(frame.bottom - 6)})`,
      dy: frame.fontSize * 0.35,
      fill: quietInk,
    }),
    element('line', {
      x1: left,
      x2: left + width,
      y1: frame.bottom,
      y2: frame.bottom,
      stroke: hairline,
    }),
  ].join('');
}

function stackHeight(panel: Panel, index: number): number {
  return panel.columns.reduce((sum, series) => sum + valueAt(series.points, index), 0);
}

function valueAt(points: readonly Point[], index: number): number {
  return points[index]?.value ?? 0;
}
