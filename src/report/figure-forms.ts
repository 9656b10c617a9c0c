// SPDX-License-Identifier: EUPL-1.2
import {
  barChart,
  type Chart,
  type DataTable,
  dotChart,
  lineChart,
  type Point,
  palette,
  type SeriesColour,
  shareChart,
  type TableCell,
  type TableRow,
} from '../charts/index.ts';
import { wilsonInterval } from '../contract/index.ts';
import type { FigureBlock, TableBlock } from './document.ts';
import type { Edition } from './edition.ts';

/** Ways to draw a table: bars per row, lines over its columns, each column divided over the rows, or a dot per row with its interval. */
export const FIGUUR_VORMEN = ['staven', 'lijnen', 'delen', 'stippen'] as const;
export type FiguurVorm = (typeof FIGUUR_VORMEN)[number];

/** Numerator and denominator behind a row of a table, as far as they may be shown. */
export type Fraction = { readonly teller: number; readonly noemer: number } | undefined;

const LINE_COLOURS: readonly SeriesColour[] = [
  palette.blauw,
  palette.oker,
  palette.roest,
  palette.grijs,
  palette.licht,
  palette.zwart,
];
const BAR_COLOURS: readonly (readonly SeriesColour[])[] = [
  [palette.blauw],
  [palette.licht, palette.blauw],
  [palette.grijs, palette.licht, palette.blauw],
];

/** Most series that a form can show apart. */
export const MOST_SERIES: Readonly<Record<FiguurVorm, number>> = {
  staven: 3,
  lijnen: 6,
  delen: 6,
  stippen: 1,
};

/** How many series a table would give in this form. */
export function seriesIn({ table }: TableBlock, vorm: FiguurVorm): number {
  const columns = table.groups.reduce((sum, group) => sum + group.columns.length, 0);
  return vorm === 'lijnen' ? table.rows.length : vorm === 'delen' ? partsOf(table).length : columns;
}

/** The table as a figure: the same numbers, drawn, with the table under it. */
export function figureOf(
  edition: Edition,
  block: TableBlock,
  vorm: FiguurVorm,
  number: number,
  fractions: readonly Fraction[] = [],
): FigureBlock {
  const id = `figuur-${number}`;
  const base = { id, title: block.title, description: describe(edition, block, vorm), table: block.table };
  const charts: Record<FiguurVorm, () => Chart> = {
    staven: () => bars(block.table, base),
    lijnen: () => lines(edition, block, base),
    delen: () => shares(edition, block.table, base),
    stippen: () => dots(block.table, base, fractions),
  };
  return {
    kind: 'figure',
    id,
    number: `${edition.text.figuur.woord} ${number}`,
    title: block.title,
    chart: charts[vorm](),
    provenance: block.provenance,
  };
}

type Base = Pick<FigureBlock, 'id' | 'title'> & { readonly description: string; readonly table: DataTable };

function bars({ groups, rows }: DataTable, base: Base): Chart {
  const columns = groups.flatMap((group) =>
    group.columns.map((column) => (group.label === undefined ? column : `${group.label} ${column}`)),
  );
  const colours = BAR_COLOURS[columns.length - 1] ?? LINE_COLOURS;
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

function lines(edition: Edition, { table, provenance }: TableBlock, base: Base): Chart {
  return lineChart({
    ...base,
    periods: table.groups[0]?.columns ?? [],
    measure: provenance.unit,
    breakLabel: edition.text.figuur.reeksbreuk,
    lines: table.rows.map((row, index) => ({
      name: shortLabel(row),
      colour: LINE_COLOURS[index] ?? palette.grijs,
      points: row.cells.map(point),
      breaksBefore: row.cells.flatMap((cell, place) => (cell.breuk ? [place] : [])),
      ...(row.nadruk || table.rows.length === 1 ? { emphasis: true } : {}),
    })),
  });
}

function shares({ text }: Edition, table: DataTable, base: Base): Chart {
  const parts = partsOf(table);
  const columns = table.groups.flatMap(({ columns: names }) => names);
  return shareChart({
    ...base,
    hiddenLabel: text.figuurStatus.geheim.teken,
    parts: parts.map(({ label }, index) => ({ name: label, colour: LINE_COLOURS[index] ?? palette.grijs })),
    rows: columns.map((label, index) => ({
      label,
      shares: parts.map(({ cells }) => point(cells[index] ?? { text: '', waarde: null })),
    })),
  });
}

function dots(table: DataTable, base: Base, fractions: readonly Fraction[]): Chart {
  const whole = table.rows.find(({ nadruk }) => nadruk);
  const reference = whole?.cells[0];
  return dotChart({
    ...base,
    rows: table.rows.map((row, index) => ({
      name: row.label,
      ...point(row.cells[0] ?? { text: '', waarde: null }),
      ...intervalOf(fractions[index]),
      ...(row.nadruk ? { strong: true } : {}),
    })),
    ...(reference && reference.waarde !== null
      ? { reference: { value: reference.waarde, label: `${shortLabel(whole)}: ${reference.text}` } }
      : {}),
  });
}

function intervalOf(fraction: Fraction): {
  readonly interval?: { readonly low: number; readonly high: number };
} {
  if (!fraction || fraction.noemer <= 0) return {};
  const { ondergrens, bovengrens } = wilsonInterval(fraction.teller, fraction.noemer);
  return { interval: { low: ondergrens, high: bovengrens } };
}

/** Rows that together are the whole: all but the row of the whole itself. */
function partsOf({ rows }: DataTable): TableRow[] {
  return rows.filter(({ nadruk }) => !nadruk);
}

function point({ text, waarde }: TableCell): Point {
  return { value: waarde, label: text };
}

/** `H8` from `H8 (de regio zonder Den Haag)`. */
function shortLabel({ label }: TableRow): string {
  return label.split(' (')[0] ?? label;
}

/** What the drawing shows in words: its form, its extremes, and where all numbers are. */
function describe({ text }: Edition, { title, table }: TableBlock, vorm: FiguurVorm): string {
  const last = table.rows.flatMap((row) => {
    const cell = row.cells.at(-1);
    return cell && cell.waarde !== null && !row.nadruk ? [{ row, cell, waarde: cell.waarde }] : [];
  });
  const ordered = [...last].sort((a, b) => b.waarde - a.waarde);
  const [top, bottom] = [ordered[0], ordered.at(-1)];
  const column = table.groups.at(-1)?.columns.at(-1) ?? '';
  const extremes =
    top && bottom && ordered.length > 1
      ? text.figuur.uitersten(
          column,
          shortLabel(top.row),
          top.cell.text,
          shortLabel(bottom.row),
          bottom.cell.text,
        )
      : '';
  return [text.figuurVormen[vorm](title), extremes, text.figuur.tabelHieronder]
    .filter((part) => part !== '')
    .join(' ');
}
