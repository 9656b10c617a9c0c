// SPDX-License-Identifier: EUPL-1.2
import type { DataTable, TableCell, TableRow } from '../../charts/index.ts';
import { type Code, call, code, joined, type Value } from './typst.ts';

/** More columns than this leave no width for a name that is longer. */
const MANY_COLUMNS = 9;
const SHORT_NAME = 8;

/** A table whose header repeats on every page it runs over. */
export function tableTypst({ rowHeader, groups, rows }: DataTable): Code {
  const count = groups.reduce((sum, { columns }) => sum + columns.length, 0);
  const labelled = groups.some(({ label }) => label !== undefined);
  const names = groups.flatMap(({ columns }) => columns);
  const upright = count > MANY_COLUMNS && names.some((name) => name.length > SHORT_NAME);
  const years = names.map((name) => call(upright ? 'upright' : 'strong', {}, name));
  const header: Value[] = labelled
    ? [
        call('table.cell', { rowspan: 2, align: code('bottom + left') }, call('strong', {}, rowHeader)),
        ...groups.map(({ label = '', columns }) =>
          call(
            'table.cell',
            { colspan: columns.length, align: code('bottom + left') },
            call('strong', {}, label),
          ),
        ),
        ...years,
      ]
    : [call('strong', {}, rowHeader), ...years];
  const groupColumns = groups.map(({ label, columns }): Value => [label, columns]);
  return call(
    'data-table',
    {},
    count,
    groupColumns,
    [header, ...rows.map((row) => bodyRow(row))],
    groups.length > 1 && count > 6,
  );
}

function bodyRow({ label, marks, cells, nadruk = false }: TableRow): Value {
  const heading = joined([
    nadruk ? call('strong', {}, label) : label,
    ...marks.map((mark) => call('mark', {}, mark)),
  ]);
  return [heading, ...cells.map((cell) => bodyCell(cell, nadruk))];
}

function bodyCell({ text, waarde, breuk }: TableCell, strong: boolean): Value {
  const body = waarde === null ? call('reason', {}, text) : strong ? call('strong', {}, text) : text;
  const stroke = '(bottom: .5pt + line-colour, left: (paint: quiet, thickness: .7pt, dash: "dashed"))';
  return breuk === true ? call('table.cell', { stroke: code(stroke) }, joined([body])) : body;
}
