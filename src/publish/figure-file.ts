// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, SafeTable } from '../contract/index.ts';

/** Name of a table's files without extension: `clienten`, `clienten-type`. */
export function figureFileName(table: Pick<SafeTable, 'indicator' | 'dimensies'>): string {
  return [table.indicator, ...table.dimensies].join('-');
}

/** Columns of a figure file, in order. Source: docs of `figures --format csv`, the same columns. */
export function figureColumns(table: Pick<SafeTable, 'dimensies'>): string[] {
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

/** The table as tidy CSV: UTF-8, comma, decimal point, `\n`, sorted by all key columns. Shape: one row per figure. */
export function figureCsv(table: Pick<SafeTable, 'indicator' | 'eenheid' | 'dimensies' | 'rows'>): string {
  const lines = sortedRows(table).map((row) =>
    [
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
    ]
      .map(quoted)
      .join(','),
  );
  return `${[figureColumns(table).join(','), ...lines].join('\n')}\n`;
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
