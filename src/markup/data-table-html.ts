// SPDX-License-Identifier: EUPL-1.2
import type { DataTable, TableCell, TableRow } from '../charts/index.ts';
import { html, type Markup } from './markup.ts';

/** Words that are heard and not seen. */
export interface TableWords {
  /** At a cell after a break in the series. */
  readonly breuk: string;
  /** Before the mark of a note. */
  readonly noot: string;
}

export interface TableFrame {
  /** Id of the table or figure; the caption and the notes take theirs from it. */
  readonly id: string;
  readonly caption: Markup;
}

/** A table with a caption, scoped headers and words for cells without a number, in a frame that scrolls when it must. */
export function dataTableHtml(table: DataTable, frame: TableFrame, words: TableWords): Markup {
  const count = table.groups.reduce((sum, { columns }) => sum + columns.length, 0);
  const wide = count > (table.groups.length > 1 ? 6 : 8);
  return html`
<div class="schuif${wide ? ' breed-tabel' : ''}" role="group" tabindex="0" aria-labelledby="${frame.id}-bijschrift">
<table${table.figures !== undefined && html` data-cijfers="${JSON.stringify(table.figures)}"`}>
<caption id="${frame.id}-bijschrift">${frame.caption}</caption>
${columnHeads(table)}
<tbody>
${table.rows.map((row) => bodyRow(table, row, frame.id, words))}
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

function bodyRow(table: DataTable, row: TableRow, id: string, words: TableWords): Markup {
  const starts = groupStarts(table);
  return html`<tr${row.nadruk === true && html` class="nadruk"`}><th scope="row">${rowLabel(row, id, words)}</th>${row.cells.map((cell, index) => bodyCell(cell, starts.has(index), words))}</tr>
`;
}

/** The label with its marks; the last word keeps them on its line. */
function rowLabel({ label, href, marks }: TableRow, id: string, words: TableWords): Markup {
  const links = marks.map((mark) => noteLink(mark, id, words));
  if (href !== undefined) return html`<a href="${href}">${label}</a>${links}`;
  if (links.length === 0) return html`${label}`;
  const parts = label.split(' ');
  const last = parts.pop() ?? '';
  return html`${parts.map((part) => html`${part} `)}<span class="samen">${last}${links}</span>`;
}

function bodyCell(cell: TableCell, first: boolean, words: TableWords): Markup {
  const classes = [
    cell.waarde === null ? 'reden' : 'getal',
    ...(first ? ['eerste'] : []),
    ...(cell.breuk ? ['breuk'] : []),
  ].join(' ');
  const warning = cell.breuk && html`<span class="alleen-hoorbaar"> (${words.breuk})</span>`;
  return html`<td class="${classes}">${cell.text}${warning}</td>`;
}

function noteLink(mark: string, id: string, words: TableWords): Markup {
  return html`<sup><a class="noot" href="#${id}-noot-${mark}"><span class="alleen-hoorbaar">${words.noot} </span>${mark}</a></sup>`;
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
