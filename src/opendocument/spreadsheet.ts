// SPDX-License-Identifier: EUPL-1.2
import { escaped, odfPackage } from './odf.ts';

/** A cell: text, or a number with the way it is shown. */
export type SheetCell = string | { readonly value: number; readonly style: 'getal' | 'euro' | 'procent' };

/** One sheet: a table from A1, without merged, empty or hidden cells. */
export interface Sheet {
  readonly name: string;
  /** Heads of the columns; they are repeated in print. Absent on a sheet of text. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Width of each column. Unit: centimetres. */
  readonly widths: readonly number[];
}

export interface Workbook {
  readonly title: string;
  /** `nl`. */
  readonly language: string;
  readonly sheets: readonly Sheet[];
}

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * An OpenDocument spreadsheet (ODF 1.3). Byte-stable: no date and no compression.
 * Source: ISO/IEC 26300; the layout follows the accessibility checklist of the UK Government Analysis Function.
 */
export function spreadsheet({ title, language, sheets }: Workbook): Uint8Array {
  return odfPackage({
    mime: MIME,
    title,
    language,
    styles: `<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="${language}" fo:country="NL" fo:font-family="'Liberation Sans', Arial, sans-serif" fo:font-size="11pt"/></style:default-style></office:styles>`,
    content: content(sheets),
  });
}

function content(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap((sheet) => sheet.widths))];
  const columnStyles = widths.map(
    (width) =>
      `<style:style style:name="breed${width}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  );
  return `<office:automatic-styles>${columnStyles.join('')}${CELL_STYLES}</office:automatic-styles><office:body><office:spreadsheet>\n${sheets.map(sheetXml).join('')}</office:spreadsheet></office:body>`;
}

const CELL_STYLES = [
  '<number:number-style style:name="N-getal"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  '<number:number-style style:name="N-euro"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  '<number:percentage-style style:name="N-procent"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
  '<style:style style:name="kop" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.75pt solid #1a1d21"/><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="titel" style:family="table-cell"><style:text-properties fo:font-weight="bold" fo:font-size="16pt"/></style:style>',
  '<style:style style:name="tekst" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>',
  ...['getal', 'euro', 'procent'].map(
    (name) =>
      `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="N-${name}"/>`,
  ),
].join('');

function sheetXml({ name, head, rows, widths }: Sheet): string {
  const columns = widths.map((width) => `<table:table-column table:style-name="breed${width}"/>`).join('');
  const header =
    head === undefined
      ? ''
      : `<table:table-header-rows>${rowXml(head.map((text) => textCell(text, 'kop')))}</table:table-header-rows>\n`;
  const body = rows.map((row, index) =>
    rowXml(row.map((cell) => cellXml(cell, head === undefined && index === 0 ? 'titel' : 'tekst'))),
  );
  return `<table:table table:name="${escaped(name)}">${columns}\n${header}${body.join('\n')}\n</table:table>\n`;
}

function rowXml(cells: readonly string[]): string {
  return `<table:table-row>${cells.join('')}</table:table-row>`;
}

function cellXml(cell: SheetCell, textStyle: string): string {
  if (typeof cell === 'string') return textCell(cell, textStyle);
  const { value, style } = cell;
  const type = style === 'procent' ? 'percentage' : 'float';
  return `<table:table-cell table:style-name="${style}" office:value-type="${type}" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
}

function textCell(text: string, style: string): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`;
}
