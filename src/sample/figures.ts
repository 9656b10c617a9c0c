// SPDX-License-Identifier: EUPL-1.2

import type { Problem, Regio } from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import { parseFiguresCsv } from './figures-csv.ts';
import { parseFiguresJson } from './figures-json.ts';

/** One figure that somebody published. Grain: one per indicator, variant, area, type and year. */
export interface PublishedFigure {
  readonly indicator: string;
  /** Empty when the indicator has none. */
  readonly variant: string;
  readonly gebied: string;
  /** Type jeugdhulp; empty = all types together. */
  readonly type: string;
  readonly jaar: number;
  /** The value to aim at, in the unit of the indicator: clients, eurocent, or a share between 0 and 1. */
  readonly waarde: number;
  /** As printed in the source, in the unit of `waarde`; differs from `waarde` only where the file itself mends a printed value. */
  readonly gedrukt: number;
  readonly bron: string;
  readonly toelichting: string;
}

/** Published figures of one region, from one or more files. */
export type PublishedFigures = readonly PublishedFigure[];

/** A file with published figures, as text. */
export interface FiguresFile {
  /** Name for messages. */
  readonly name: string;
  readonly text: string;
}

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
