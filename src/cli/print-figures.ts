// SPDX-License-Identifier: EUPL-1.2
import { type FigureTable, wilsonInterval } from '../contract/index.ts';
import { figureCsv } from '../publish/index.ts';
import type { Format } from './figure-options.ts';

/** Figures on their way to a terminal or a file, exact or protected. */
export type PrintableTable = Omit<FigureTable, 'definitie'>;

/**
 * Tables of one question in the form asked for; as CSV or table with one header, sorted by indicator. JSON has the interval of shares that
 * carry one as `ondergrens` and `bovengrens`.
 */
export function printFigures(tables: readonly PrintableTable[], format: Format): string {
  const sorted = [...tables].sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
  const [header = '', ...lines] = sorted.flatMap((table, index) => {
    const all = figureCsv(table).trimEnd().split('\n');
    return index === 0 ? all : all.slice(1);
  });
  if (format === 'csv') return `${[header, ...lines].join('\n')}\n`;
  const columns = header.split(',');
  if (format === 'json')
    return `${JSON.stringify(
      sorted.flatMap((table) => records(table, columns)),
      null,
      1,
    )}\n`;
  return alignColumns([columns, ...lines.map((line) => line.split(','))]);
}

function records(table: PrintableTable, columns: readonly string[]): readonly Record<string, unknown>[] {
  return table.rows.map((row) => {
    const values = [
      table.indicator,
      row.variant,
      row.periode,
      row.gebied,
      ...row.dimensies,
      row.waarde,
      table.eenheid,
      row.teller,
      row.noemer,
      row.status.join('+'),
    ];
    const record = Object.fromEntries(columns.map((column, index) => [column, values[index]]));
    const { waarde, teller, noemer } = row;
    const uncertain = table.interval !== undefined && waarde !== null && teller !== null && noemer !== null;
    return uncertain ? { ...record, ...wilsonInterval(teller, noemer) } : record;
  });
}

/** Rows under their header, numbers to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const numeric = new Set([
    'waarde',
    'teller',
    'noemer',
    'findings',
    'lines',
    'eurocent',
    'clients',
    'months',
    'children',
    'too many',
    'value',
    'without',
    'at least',
    'at most',
  ]);
  const head = rows[0] ?? [];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    head
      .map((name, column) => {
        const text = row[column] ?? '';
        const width = widths[column] ?? 0;
        return numeric.has(name) ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
