// SPDX-License-Identifier: EUPL-1.2
import { escaped, storedZip } from '../opendocument/index.ts';
import type { BronKolom } from './bron-vorm.ts';
import { type Invulblad, type InvulWaarde, isTekst, uitleg } from './invulblad.ts';
import { columnName } from './write-ods.ts';

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const EPOCH_1900 = 25_569;
/** Rows below the header that offer their list. */
const LIST_ROWS = 2000;

/** Numbers of the cell styles in `STYLES`. */
const STYLE = { getal: 0, kop: 1, tekst: 2, dag: 3, alinea: 4 } as const;

const STYLES = `${PROLOGUE}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** An Excel workbook with a sheet to fill in, lists to choose from, and a sheet that explains. Byte-stable. */
export function writeXlsx(blad: Invulblad): Uint8Array {
  const part = (name: string, xml: string) => ({ name, bytes: new Uint8Array(Buffer.from(xml, 'utf8')) });
  const override = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="${TYPE}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return storedZip([
    part(
      '[Content_Types].xml',
      `${PROLOGUE}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/worksheets/sheet2.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `${PROLOGUE}<Relationships xmlns="${RELATIONS}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `${PROLOGUE}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="invullen" sheetId="1" r:id="rId1"/><sheet name="uitleg" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${PROLOGUE}<Relationships xmlns="${RELATIONS}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'worksheet', 'worksheets/sheet2.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
    ),
    part('xl/styles.xml', STYLES),
    part('xl/worksheets/sheet1.xml', invullen(blad)),
    part('xl/worksheets/sheet2.xml', uitlegXml(blad)),
  ]);
}

function invullen(blad: Invulblad): string {
  const { kolommen } = blad.vorm;
  const columns = kolommen.map(
    (kolom, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="20" style="${styleOf(kolom)}" customWidth="1"/>`,
  );
  const head = kolommen.map(({ naam }, at) => textCell(`${columnName(at)}1`, naam, STYLE.kop)).join('');
  const rows = blad.rijen.map((rij, index) => {
    const cells = kolommen.map((kolom, at) => cellXml(blad, kolom, rij[at], at, index));
    return `<row r="${index + 2}">${cells.join('')}</row>`;
  });
  return `${PROLOGUE}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData><row r="1">${head}</row>${rows.join('\n')}</sheetData>${validations(blad)}</worksheet>`;
}

function validations({ vorm }: Invulblad): string {
  const all = vorm.kolommen.flatMap(({ keuzes, uitleg: tekst, naam }, at) => {
    if (keuzes === undefined) return [];
    const column = columnName(at);
    return [
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="Kies een waarde uit de lijst." promptTitle="${naam}" prompt="${escaped(tekst.nl)}" sqref="${column}2:${column}${LIST_ROWS}"><formula1>"${escaped(keuzes.join(','))}"</formula1></dataValidation>`,
    ];
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

function uitlegXml({ vorm }: Invulblad): string {
  const rows = uitleg(vorm).map((rij, index) => {
    const cells = rij.map((text, at) => textCell(`${columnName(at)}${index + 1}`, text, STYLE.alinea));
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return `${PROLOGUE}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="45" customWidth="1"/><col min="2" max="2" width="22" customWidth="1"/><col min="3" max="4" width="60" customWidth="1"/></cols><sheetData>${rows.join('\n')}</sheetData></worksheet>`;
}

function styleOf(kolom: BronKolom): number {
  return isTekst(kolom) ? STYLE.tekst : kolom.soort === 'datum' ? STYLE.dag : STYLE.getal;
}

function cellXml(
  { volgt }: Invulblad,
  kolom: BronKolom,
  value: InvulWaarde,
  at: number,
  index: number,
): string {
  const place = `${columnName(at)}${index + 2}`;
  if (value === undefined) return '';
  if (kolom.soort === 'datum') {
    const follows = volgt && index > 0 && kolom.naam === 'opgesteld_op';
    const formula = follows ? `<f>${columnName(at)}${index + 1}</f>` : '';
    return `<c r="${place}" s="${STYLE.dag}">${formula}<v>${Number(value) + EPOCH_1900}</v></c>`;
  }
  if (typeof value === 'number' && !isTekst(kolom))
    return `<c r="${place}" s="${STYLE.getal}"><v>${value}</v></c>`;
  return textCell(place, String(value), STYLE.tekst);
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}
