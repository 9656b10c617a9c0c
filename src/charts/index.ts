// SPDX-License-Identifier: EUPL-1.2
export type { Chart, Panel, Point, Series } from './chart.ts';
export { type ColumnLineSpec, columnLineChart } from './column-line-chart.ts';
export type { ColumnGroup, DataTable, TableCell, TableRow } from './data-table.ts';
export { palette, type SeriesColour } from './palette.ts';
