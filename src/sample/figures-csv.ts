// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../contract/index.ts';
import { readFigure, VERPLICHT } from './figure-record.ts';
import type { FiguresFile, PublishedFigure } from './published-figure.ts';

/** Reads the CSV form. `variant`, `splitsing`, `periode`, `gedrukt`, `bron` and `toelichting` may be absent. */
export function parseFiguresCsv(file: FiguresFile): { figures: PublishedFigure[]; problems: Problem[] } {
  const [header = [], ...rows] = csvRows(file.text);
  const missing = VERPLICHT.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return {
      figures: [],
      problems: [
        {
          code: 'sample.figures-column-missing',
          subject: missing.join(', '),
          place: `${file.name}:1`,
          remedy: `Add the column${missing.length > 1 ? 's' : ''}; needed are ${VERPLICHT.join(', ')}.`,
        },
      ],
    };
  }
  const problems: Problem[] = [];
  const figures = rows.flatMap((row, index) => {
    const read = readFigure(
      (column) => row[header.indexOf(column)]?.trim() ?? '',
      `${file.name}:${index + 2}`,
    );
    if ('figure' in read) return [read.figure];
    problems.push(read.problem);
    return [];
  });
  return { figures, problems };
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
