// SPDX-License-Identifier: EUPL-1.2

export { type BarRow, type BarSpec, barChart } from './bar-chart.ts';
export type { Chart, Panel, Point, Series } from './chart.ts';
export { type ColumnLineSpec, columnLineChart } from './column-line-chart.ts';
export type { ColumnGroup, DataTable, FigureParts, TableCell, TableFigures, TableRow } from './data-table.ts';
export { type DotRow, type DotSpec, dotChart } from './dot-chart.ts';
export type { LegendItem } from './legend.ts';
export { type LineSpec, lineChart } from './line-chart.ts';
export { type MatrixSpec, matrixChart } from './matrix-chart.ts';
export { type MultiplesSpec, multiplesChart } from './multiples-chart.ts';
export { lineColours, palette, type SeriesColour } from './palette.ts';
export { type ShareSpec, shareChart } from './share-chart.ts';
export {
  type SurvivalCurve,
  type SurvivalPoint,
  type SurvivalSpec,
  survivalChart,
} from './survival-chart.ts';
export { type Tile, type TileSpec, tileMap } from './tile-map.ts';
