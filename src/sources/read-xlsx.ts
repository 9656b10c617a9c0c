// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '../contract/index.ts';
import { type Blad, BladBouwer, BladError, type Cel, MAX_KOLOMMEN } from './blad.ts';
import { readXml } from './xml-events.ts';

/** Number formats of Excel that show a day, of those that have no text in the file. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Days from the day before 1 January 1900, as Excel counts after 28 February 1900, and from 1 January 1904, to 1970. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** Texts of a workbook by the name of their part, `xl/workbook.xml`. */
export type XlsxDelen = ReadonlyMap<string, string>;

/** The sheets of an Excel workbook. Formulas give the value that was stored with them. Throws: `BladError`, `XmlError`. */
export function readXlsx(delen: XlsxDelen): readonly Blad[] {
  const workbook = delen.get('xl/workbook.xml');
  if (workbook === undefined) throw new BladError('sources.geen-spreadsheet');
  const targets = relations(delen.get('xl/_rels/workbook.xml.rels') ?? '');
  const strings = sharedStrings(delen.get('xl/sharedStrings.xml') ?? '');
  const dates = dateStyles(delen.get('xl/styles.xml') ?? '');
  const sheets: { readonly naam: string; readonly deel: string | undefined }[] = [];
  let epoch = EPOCH_1900;
  readXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.get('date1904') ?? '')) epoch = EPOCH_1904;
      if (name === 'sheet') {
        sheets.push({ naam: attributes.get('name') ?? '', deel: targets.get(attributes.get('id') ?? '') });
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  return sheets.flatMap(({ naam, deel }) => {
    const xml = deel === undefined ? undefined : delen.get(deel);
    return xml === undefined ? [] : [readSheet(naam, xml, strings, dates, epoch)];
  });
}

function readSheet(
  naam: string,
  xml: string,
  strings: readonly string[],
  dates: ReadonlySet<number>,
  epoch: number,
): Blad {
  const blad = new BladBouwer(naam);
  let nummer = 0;
  let kolom = 0;
  let cellen: Cel[] = [];
  let soort = 'n';
  let stijl = 0;
  let tekst = '';
  let reading = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        nummer = Number(attributes.get('r') ?? nummer + 1);
        cellen = [];
        kolom = 0;
      } else if (name === 'c') {
        kolom = columnOf(attributes.get('r')) ?? kolom;
        soort = attributes.get('t') ?? 'n';
        stijl = Number(attributes.get('s') ?? 0);
        tekst = '';
      } else if (name === 'v' || name === 't') reading = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'c') {
        if (kolom < MAX_KOLOMMEN) {
          cellen[kolom] = celVan(soort, tekst, dates.has(stijl) ? epoch : undefined, strings);
        }
        kolom += 1;
      } else if (name === 'row') blad.push(nummer, Array.from(cellen));
    },
    text: (text) => {
      if (reading) tekst += text;
    },
  });
  return blad.finish();
}

function celVan(soort: string, tekst: string, epoch: number | undefined, strings: readonly string[]): Cel {
  if (soort === 's') return filled(strings[Number(tekst)] ?? '');
  if (soort === 'inlineStr' || soort === 'str' || soort === 'd') return filled(tekst);
  if (soort === 'b') return tekst === '1';
  if (soort === 'e') return '#';
  if (tekst === '') return undefined;
  const value = Number(tekst);
  if (!Number.isFinite(value)) return tekst;
  return epoch === undefined ? value : { dag: (Math.floor(value) - epoch) as PlainDate };
}

function filled(text: string): Cel {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** 2 for `C4`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function relations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributes.get('Target') ?? '';
      targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let reading = false;
  let phonetic = 0;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') reading = phonetic === 0;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 't') reading = false;
    },
    text: (more) => {
      if (reading) text += more;
    },
  });
  return strings;
}

/** Numbers of the cell styles that show a day. */
function dateStyles(xml: string): ReadonlySet<number> {
  const formats = new Set(DATE_FORMATS);
  const styles = new Set<number>();
  let inCells = false;
  let index = 0;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt' && showsDay(attributes.get('formatCode') ?? '')) {
        formats.add(Number(attributes.get('numFmtId')));
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        if (formats.has(Number(attributes.get('numFmtId') ?? 0))) styles.add(index);
        index += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return styles;
}

/** Whether a format has a day or a year in it, outside quoted text and `[…]`. */
function showsDay(format: string): boolean {
  return /[dyj]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general|standaard/gi, ''));
}
