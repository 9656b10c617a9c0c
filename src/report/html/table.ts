// SPDX-License-Identifier: EUPL-1.2
import type { DataTable, TableCell, TableRow } from '../../charts/index.ts';
import type { Texts } from '../../text/index.ts';
import { html, type Markup } from './markup.ts';

export interface TableFrame {
  /** Id of the table or figure; the caption and the notes take theirs from it. */
  readonly id: string;
  readonly caption: Markup;
}

/** A table with a caption, scoped headers and words for cells without a number, in a frame that scrolls when it must. */
export function tableHtml(table: DataTable, frame: TableFrame, text: Texts): Markup {
  const wide =
    table.groups.length > 1 && table.groups.reduce((sum, { columns }) => sum + columns.length, 0) > 6;
  return html`
<div class="schuif${wide ? ' breed-tabel' : ''}" role="group" tabindex="0" aria-labelledby="${frame.id}-bijschrift">
<table>
<caption id="${frame.id}-bijschrift">${frame.caption}</caption>
${columnHeads(table)}
<tbody>
${table.rows.map((row) => bodyRow(table, row, frame.id, text))}
</tbody>
</table>
</div>`;
}

function columnHeads({ rowHeader, groups }: DataTable): Markup {
  const labelled = groups.some(({ label }) => label !== undefined);
  const years = groups.map(
    ({ columns }) =>
      html`${columns.map((column, index) => html`<th scope="col" class="getal${index === 0 ? ' eerste' : ''}">${column}</th>`)}`,
  );
  if (!labelled) {
    return html`<thead>
<tr><th scope="col">${rowHeader}</th>${years}</tr>
</thead>`;
  }
  return html`<colgroup><col></colgroup>${groups.map(({ columns }) => html`<colgroup span="${columns.length}"></colgroup>`)}
<thead>
<tr><th scope="col" rowspan="2">${rowHeader}</th>${groups.map(({ label, columns }) => html`<th scope="colgroup" colspan="${columns.length}" class="groep eerste">${label ?? ''}</th>`)}</tr>
<tr>${years}</tr>
</thead>`;
}

function bodyRow(table: DataTable, row: TableRow, id: string, text: Texts): Markup {
  const starts = groupStarts(table);
  return html`<tr${row.nadruk === true && html` class="nadruk"`}><th scope="row">${rowLabel(row, id, text)}</th>${row.cells.map((cell, index) => bodyCell(cell, starts.has(index), text))}</tr>
`;
}

/** The label with its marks; the last word keeps them on its line. */
function rowLabel({ label, href, marks }: TableRow, id: string, text: Texts): Markup {
  const links = marks.map((mark) => noteLink(mark, id, text));
  if (href !== undefined) return html`<a href="${href}">${label}</a>${links}`;
  if (links.length === 0) return html`${label}`;
  const words = label.split(' ');
  const last = words.pop() ?? '';
  return html`${words.map((word) => html`${word} `)}<span class="samen">${last}${links}</span>`;
}

function bodyCell(cell: TableCell, first: boolean, text: Texts): Markup {
  const classes = [
    cell.waarde === null ? 'reden' : 'getal',
    ...(first ? ['eerste'] : []),
    ...(cell.breuk ? ['breuk'] : []),
  ].join(' ');
  const warning = cell.breuk && html`<span class="alleen-hoorbaar"> (${text.figuur.reeksbreuk})</span>`;
  return html`<td class="${classes}">${cell.text}${warning}</td>`;
}

function noteLink(mark: string, id: string, text: Texts): Markup {
  return html`<sup><a class="noot" href="#${id}-noot-${mark}"><span class="alleen-hoorbaar">${text.monitor.noot} </span>${mark}</a></sup>`;
}

function groupStarts({ groups }: DataTable): ReadonlySet<number> {
  let start = 0;
  return new Set(
    groups.map(({ columns }) => {
      const own = start;
      start += columns.length;
      return own;
    }),
  );
}
