// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../contract/index.ts';
import type { FiguresFile, PublishedFigure } from './published-figure.ts';

const COLUMNS = ['indicator', 'gebied', 'type', 'jaar', 'waarde'] as const;

/** Reads the CSV form. `variant`, `splitsing`, `periode`, `gedrukt`, `bron` and `toelichting` may be absent. */
export function parseFiguresCsv(file: FiguresFile): { figures: PublishedFigure[]; problems: Problem[] } {
  const [header = [], ...rows] = csvRows(file.text);
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return {
      figures: [],
      problems: [
        {
          code: 'sample.figures-column-missing',
          subject: missing.join(', '),
          place: `${file.name}:1`,
          remedy: `Add the column${missing.length > 1 ? 's' : ''}; needed are ${COLUMNS.join(', ')}.`,
        },
      ],
    };
  }
  const problems: Problem[] = [];
  const figures = rows.flatMap((row, index) => {
    const cell = (column: string): string => row[header.indexOf(column)]?.trim() ?? '';
    const waarde = Number(cell('waarde'));
    const jaar = Number(cell('jaar'));
    if (cell('waarde') === '' || !Number.isFinite(waarde) || waarde < 0 || !Number.isInteger(jaar)) {
      problems.push({
        code: 'sample.figures-row',
        subject: cell('waarde') === '' || !(waarde >= 0) ? 'waarde' : 'jaar',
        place: `${file.name}:${index + 2}`,
        remedy: 'Write a number of 0 or more with a decimal point in waarde, and a year in jaar.',
      });
      return [];
    }
    const unit = cell('indicator') === 'uitgaven-per-client' ? 100 : 1;
    const printed = printedNumber(cell('gedrukt'));
    return [
      {
        indicator: cell('indicator'),
        variant: cell('variant'),
        gebied: cell('gebied'),
        type: cell('type'),
        splitsing: cell('splitsing'),
        jaar,
        periode: cell('periode') || String(jaar),
        waarde,
        gedrukt: printed === undefined ? waarde : printed * unit,
        bron: cell('bron'),
        toelichting: cell('toelichting'),
      },
    ];
  });
  return { figures, problems };
}

/** `12.912` ─▶ 12912, `31%` ─▶ 0.31, `9,5` ─▶ 9.5; undefined for anything else. */
export function printedNumber(text: string): number | undefined {
  const match = /^(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?\s*(%?)$/.exec(text);
  if (!match) return undefined;
  const value = Number(`${(match[1] ?? '').replaceAll('.', '')}${(match[2] ?? '').replace(',', '.')}`);
  return match[3] === '%' ? value / 100 : value;
}

function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/y;
  const body = text.replace(/^\uFEFF/, '');
  while (cells.lastIndex < body.length) {
    const match = cells.exec(body);
    if (!match) break;
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
