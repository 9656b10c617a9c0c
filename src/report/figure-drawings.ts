// SPDX-License-Identifier: EUPL-1.2
import {
  barChart,
  type Chart,
  type DataTable,
  dotChart,
  lineChart,
  lineColours,
  matrixChart,
  multiplesChart,
  type Point,
  palette,
  type Series,
  type SeriesColour,
  shareChart,
  survivalChart,
  type TableCell,
  type TableRow,
  tileMap,
} from '../charts/index.ts';
import { type FigureRow, type ReleaseGebied, wilsonInterval } from '../contract/index.ts';
import type { AxisTable } from './axis-table.ts';
import type { FigureBlock, TableBlock } from './document.ts';
import type { Edition } from './edition.ts';

/** What a form needs beside the table: the figures behind its cells and the areas its rows are about. */
export interface Drawable extends AxisTable {
  readonly gebieden: readonly ReleaseGebied[];
}

const BAR_COLOURS: readonly (readonly SeriesColour[])[] = [
  [palette.blauw],
  [palette.licht, palette.blauw],
  [palette.grijs, palette.licht, palette.blauw],
];

/** What every drawing is given. */
export type Base = Pick<FigureBlock, 'id' | 'title'> & {
  readonly description: string;
  readonly table: DataTable;
};

export function bars({ groups, rows }: DataTable, base: Base): Chart {
  const columns = groups.flatMap((group) =>
    group.columns.map((column) =>
      group.label === undefined
        ? column
        : group.columns.length === 1
          ? group.label
          : `${group.label} ${column}`,
    ),
  );
  const colours = BAR_COLOURS[columns.length - 1] ?? lineColours;
  return barChart({
    ...base,
    series: columns.map((name, index) => ({ name, colour: colours[index] ?? palette.grijs })),
    rows: rows.map(({ label, cells, nadruk }) => ({
      label,
      bars: cells.map(point),
      ...(nadruk ? { strong: true } : {}),
    })),
  });
}

export function lines(edition: Edition, { table }: TableBlock, base: Base): Chart {
  return lineChart({
    ...base,
    periods: table.groups[0]?.columns ?? [],
    breakLabel: edition.text.figuur.reeksbreuk,
    lines: table.rows.map((row, index) => ({
      ...seriesOf(row, lineColours[index] ?? palette.grijs),
      ...(row.nadruk || table.rows.length === 1 ? { emphasis: true } : {}),
    })),
  });
}

/** A panel per gemeente; a larger area among the rows stands in every panel, to read the others against. */
export function panels(edition: Edition, { block, gebieden }: Drawable, base: Base): Chart {
  const { rows, groups } = block.table;
  const whole = rows.findIndex((_, index) => (gebieden[index]?.soort ?? 'gemeente') !== 'gemeente');
  const reference = rows[whole];
  return multiplesChart({
    ...base,
    periods: groups[0]?.columns ?? [],
    breakLabel: edition.text.figuur.reeksbreuk,
    panels: rows.filter((row) => row !== reference).map((row) => seriesOf(row, palette.blauw)),
    ...(reference ? { reference: seriesOf(reference, palette.grijs) } : {}),
  });
}

function seriesOf(row: TableRow, colour: SeriesColour): Series {
  return {
    name: shortLabel(row),
    colour,
    points: row.cells.map(point),
    breaksBefore: row.cells.flatMap((cell, place) => (cell.breuk ? [place] : [])),
  };
}

export function shares({ text }: Edition, table: DataTable, base: Base): Chart {
  const parts = partsOf(table);
  const columns = table.groups.flatMap(({ columns: names }) => names);
  const sums = columns.map((_, index) =>
    parts.reduce((sum, { cells }) => sum + (cells[index]?.waarde ?? 0), 0),
  );
  const highest = Math.max(0, ...sums);
  return shareChart({
    ...base,
    hiddenLabel: text.figuurStatus.geheim.teken,
    ...(highest > 1.001 ? { whole: highest } : {}),
    parts: parts.map(({ label }, index) => ({ name: label, colour: lineColours[index] ?? palette.grijs })),
    rows: columns.map((label, index) => ({
      label,
      shares: parts.map(({ cells }) => point(cells[index] ?? NO_CELL)),
    })),
  });
}

export function dots({ block, figures }: Drawable, base: Base): Chart {
  const { rows } = block.table;
  const whole = rows.find(({ nadruk }) => nadruk);
  const reference = whole?.cells[0];
  return dotChart({
    ...base,
    rows: rows.map((row, index) => ({
      name: row.label,
      ...point(row.cells[0] ?? NO_CELL),
      ...intervalOf(figures[index]?.[0]),
      ...(row.nadruk ? { strong: true } : {}),
    })),
    ...(reference && reference.waarde !== null
      ? { reference: { value: reference.waarde, label: `${shortLabel(whole)}: ${reference.text}` } }
      : {}),
  });
}

export function tiles({ block, gebieden }: Drawable, base: Base): Chart {
  const { rows } = block.table;
  const drawn = rows.flatMap((row, index) => {
    const place = gebieden[index]?.tegel;
    return place ? [{ name: row.label, ...place, ...point(row.cells[0] ?? NO_CELL) }] : [];
  });
  return tileMap({ ...base, tiles: drawn });
}

export function heat({ block, columnHeader = '' }: Drawable, base: Base): Chart {
  const { rowHeader, groups, rows } = block.table;
  const columns = groups.flatMap((group) => group.columns);
  const shown = columns.map((_, index) => rows.some(({ cells }) => cells[index]?.waarde !== null));
  return matrixChart({
    ...base,
    rowTitle: rowHeader,
    columnTitle: columnHeader,
    columns: columns.filter((_, index) => shown[index]),
    rows: partsOf({ rows }).map(({ label, cells }) => ({
      label,
      cells: cells
        .filter((_, index) => shown[index])
        .map((cell) => (cell.reden === 'niet_van_toepassing' ? { value: null, label: '' } : point(cell))),
    })),
  });
}

/** Columns are moments: their variants end in a number of days. */
export function curves({ text }: Edition, { block, figures }: Drawable, base: Base): Chart {
  const { rows } = block.table;
  const days = (figures[0] ?? []).map((row) => Number(/(\d+)$/.exec(row?.variant ?? '')?.[1] ?? 0));
  const start = { value: 1, label: '' };
  return survivalChart({
    ...base,
    moments: [
      { days: 0, label: text.figuur.begin },
      ...days.map((each) => ({ days: each, label: text.figuur.dagen(each) })),
    ],
    curves: rows.map((row, index) => ({
      name: shortLabel(row),
      colour: lineColours[index] ?? palette.grijs,
      points: [
        start,
        ...row.cells.map((cell, place) => ({ ...point(cell), ...intervalOf(figures[index]?.[place]) })),
      ],
    })),
  });
}

const NO_CELL: TableCell = { text: '', waarde: null };

/** The interval of a figure: its own, or Wilson's where numerator and denominator may both be shown. */
function intervalOf(row: FigureRow | undefined): {
  readonly interval?: { readonly low: number; readonly high: number };
} {
  if (!row || row.waarde === null) return {};
  const { ondergrens, bovengrens } = row.grenzen ?? {};
  if (ondergrens !== undefined && bovengrens !== undefined)
    return { interval: { low: ondergrens, high: bovengrens } };
  if (row.teller === null || row.noemer === null || row.noemer <= 0 || row.teller > row.noemer) return {};
  const wilson = wilsonInterval(row.teller, row.noemer);
  return { interval: { low: wilson.ondergrens, high: wilson.bovengrens } };
}

/** Rows that together are the whole: all but the row of the whole itself. */
export function partsOf({ rows }: Pick<DataTable, 'rows'>): TableRow[] {
  return rows.filter(({ nadruk }) => !nadruk);
}

function point({ text, waarde }: TableCell): Point {
  return { value: waarde, label: text };
}

/** `H8` from `H8 (de regio zonder Den Haag)`. */
export function shortLabel({ label }: TableRow): string {
  return /^([A-Z]\d+) \(/.exec(label)?.[1] ?? label;
}
