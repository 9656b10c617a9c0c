// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, SafeTable } from '../contract/index.ts';
import { intervalOf } from './share-interval.ts';

type CsvTable = Pick<SafeTable, 'indicator' | 'eenheid' | 'dimensies' | 'rows'>;

/** Name of a table's files without extension: `clienten`, `clienten-type`. */
export function figureFileName(table: Pick<SafeTable, 'indicator' | 'dimensies'>): string {
  return [table.indicator, ...table.dimensies].join('-');
}

/** Columns of `figures --format csv`, in order. */
function figureColumns(table: Pick<SafeTable, 'dimensies'>): string[] {
  return [
    'indicator',
    'variant',
    'periode',
    'gebied',
    ...table.dimensies,
    'waarde',
    'eenheid',
    'teller',
    'noemer',
    'status',
  ];
}

/** Columns of a figure file of a release: those of `figures`, and what a reader needs to judge a figure. */
export function releaseColumns(table: Pick<SafeTable, 'dimensies'>): string[] {
  return [...figureColumns(table), 'periode_status', 'ondergrens', 'bovengrens', 'breuken'];
}

/** The table as tidy CSV: UTF-8, comma, decimal point, `\n`, sorted by all key columns. Shape: one row per figure. */
export function figureCsv(table: CsvTable): string {
  return csv(
    figureColumns(table),
    sortedRows(table).map((row) => figureFields(table, row)),
  );
}

/** The figure file of a release: the same with how final a figure is, its interval and its breaks. Shape: one row per figure. */
export function releaseCsv(table: CsvTable & Pick<SafeTable, 'interval' | 'voorlopigheid'>): string {
  return csv(
    releaseColumns(table),
    sortedRows(table).map((row) => {
      const { ondergrens = null, bovengrens = null } = intervalOf(table, row);
      return [
        ...figureFields(table, row),
        row.voorlopigheid ?? table.voorlopigheid?.[row.periode] ?? '',
        decimalText(ondergrens),
        decimalText(bovengrens),
        (row.breuken ?? []).join('+'),
      ];
    }),
  );
}

function figureFields(table: CsvTable, row: FigureRow): readonly string[] {
  return [
    table.indicator,
    row.variant,
    row.periode,
    row.gebied,
    ...row.dimensies,
    decimalText(row.waarde),
    table.eenheid,
    decimalText(row.teller),
    decimalText(row.noemer),
    row.status.join('+'),
  ];
}

function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[head, ...rows].map((fields) => fields.map(quoted).join(',')).join('\n')}\n`;
}

/** Rows in the order of their key columns, by code unit. */
export function sortedRows(table: Pick<SafeTable, 'rows'>): FigureRow[] {
  return [...table.rows].sort((left, right) => compareKeys(rowKey(left), rowKey(right)));
}

function rowKey(row: FigureRow): readonly string[] {
  return [row.variant, row.periode, row.gebied, ...row.dimensies];
}

function compareKeys(left: readonly string[], right: readonly string[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

function decimalText(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
