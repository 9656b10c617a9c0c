// SPDX-License-Identifier: EUPL-1.2
import { formatPlainDate, type PlainDate } from '../contract/index.ts';
import { escaped, odfPackage } from '../opendocument/index.ts';
import type { BronKolom } from './bron-vorm.ts';
import { type Invulblad, type InvulWaarde, isTekst, uitleg } from './invulblad.ts';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const FORMULAS = 'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"';

const STYLES = [
  '<number:date-style style:name="N-dag"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
  '<number:text-style style:name="N-tekst"><number:text-content/></number:text-style>',
  '<style:style style:name="dag" style:family="table-cell" style:data-style-name="N-dag"/>',
  '<style:style style:name="tekst" style:family="table-cell" style:data-style-name="N-tekst"/>',
  '<style:style style:name="getal" style:family="table-cell"/>',
  '<style:style style:name="kop" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.75pt solid #1a1d21"/><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="alinea" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>',
  ...[4, 12].map(
    (width) =>
      `<style:style style:name="breed${width}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  ),
].join('');

/** An OpenDocument spreadsheet with a sheet to fill in, lists to choose from, and a sheet that explains. Byte-stable. */
export function writeOds(blad: Invulblad): Uint8Array {
  return odfPackage({
    mime: MIME,
    title: blad.vorm.titel.nl,
    language: 'nl',
    styles: '<office:styles/>',
    content: `<office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet ${FORMULAS}>${validations(blad)}${invullen(blad)}${uitlegXml(blad)}</office:spreadsheet></office:body>`,
  });
}

function validations({ vorm }: Invulblad): string {
  const all = vorm.kolommen.flatMap(({ naam, keuzes, uitleg: tekst }) => {
    if (keuzes === undefined) return [];
    const list = escaped(keuzes.map((keuze) => `"${keuze}"`).join(';'));
    return [
      `<table:content-validation table:name="lijst-${naam}" table:condition="of:cell-content-is-in-list(${list})" table:allow-empty-cell="true" table:display-list="unsorted"><table:help-message table:title="${naam}" table:display="true"><text:p>${escaped(tekst.nl)}</text:p></table:help-message><table:error-message table:message-type="stop" table:display="true"><text:p>Kies een waarde uit de lijst.</text:p></table:error-message></table:content-validation>`,
    ];
  });
  return all.length === 0 ? '' : `<table:content-validations>${all.join('')}</table:content-validations>`;
}

function invullen(blad: Invulblad): string {
  const { kolommen } = blad.vorm;
  const columns = kolommen.map(
    (kolom) =>
      `<table:table-column table:style-name="breed4" table:default-cell-style-name="${styleOf(kolom)}"/>`,
  );
  const head = kolommen.map(({ naam }) => textCell(naam, 'kop')).join('');
  const rows = blad.rijen.map((rij, index) => {
    const cells = kolommen.map((kolom, at) => cellXml(blad, kolom, rij[at], index));
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  return `<table:table table:name="invullen">${columns.join('')}<table:table-header-rows><table:table-row>${head}</table:table-row></table:table-header-rows>${rows.join('\n')}</table:table>`;
}

function uitlegXml({ vorm }: Invulblad): string {
  const rows = uitleg(vorm).map(
    (rij) => `<table:table-row>${rij.map((text) => textCell(text, 'alinea')).join('')}</table:table-row>`,
  );
  return `<table:table table:name="uitleg"><table:table-column table:style-name="breed12"/><table:table-column table:style-name="breed4"/><table:table-column table:style-name="breed12" table:number-columns-repeated="2"/>${rows.join('\n')}</table:table>`;
}

function styleOf(kolom: BronKolom): string {
  return isTekst(kolom) ? 'tekst' : kolom.soort === 'datum' ? 'dag' : 'getal';
}

function cellXml({ vorm, volgt }: Invulblad, kolom: BronKolom, value: InvulWaarde, index: number): string {
  const validation = kolom.keuzes === undefined ? '' : ` table:content-validation-name="lijst-${kolom.naam}"`;
  const style = ` table:style-name="${styleOf(kolom)}"${validation}`;
  if (value === undefined) return `<table:table-cell${style}/>`;
  if (kolom.soort === 'datum') {
    const day = formatPlainDate(value as PlainDate);
    const above = `${columnName(vorm.kolommen.indexOf(kolom))}${index + 1}`;
    const formula =
      volgt && index > 0 && kolom.naam === 'opgesteld_op' ? ` table:formula="of:=[.${above}]"` : '';
    return `<table:table-cell${style}${formula} office:value-type="date" office:date-value="${day}"><text:p>${day}</text:p></table:table-cell>`;
  }
  if (typeof value === 'number' && !isTekst(kolom)) {
    return `<table:table-cell${style} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  }
  return `<table:table-cell${style} office:value-type="string"><text:p>${escaped(String(value))}</text:p></table:table-cell>`;
}

function textCell(text: string, style: string): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`;
}

/** `D` for 3. No form has more than 26 columns. */
export function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}
