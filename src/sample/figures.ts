// SPDX-License-Identifier: EUPL-1.2

import type { Problem, Regio } from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import { parseFiguresCsv } from './figures-csv.ts';
import { parseFiguresJson } from './figures-json.ts';
import type { FiguresFile, PublishedFigures } from './published-figure.ts';

/**
 * Reads files with published figures: CSV (columns as in `regio/haaglanden/gepubliceerd/`), or JSON in the form of the published monitor.
 * Which of the two a file is follows from its first character.
 *
 * Throws: `sample.figures-unreadable`, `sample.figures-column-missing`, `sample.figures-row`, `sample.figures-empty`.
 */
export function parseFigures(files: readonly FiguresFile[], regio: Regio): PublishedFigures {
  const problems: Problem[] = [];
  const figures = files.flatMap((file) => {
    const parse = /^\s*[[{]/.test(file.text) ? parseFiguresJson : parseFiguresCsv;
    const parsed = parse(file, regio);
    problems.push(...parsed.problems);
    return parsed.figures;
  });
  if (problems.length === 0 && figures.length === 0) {
    problems.push({
      code: 'sample.figures-empty',
      subject: files.map((file) => file.name).join(', '),
      remedy: 'Give at least clients per gemeente and year, and clients per type, gemeente and year.',
    });
  }
  if (problems.length > 0) throw new OperatorError(problems);
  return figures;
}
