// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../contract/index.ts';
import type { PublishedFigure } from './published-figure.ts';

/** Columns of a file with published figures, in the order of our own files. Source: docs/reference/gepubliceerde-cijfers.md */
export const FIGUUR_KOLOMMEN = [
  'indicator',
  'variant',
  'gebied',
  'type',
  'splitsing',
  'jaar',
  'periode',
  'waarde',
  'eenheid',
  'gedrukt',
  'bron',
  'toelichting',
] as const;
export type FiguurKolom = (typeof FIGUUR_KOLOMMEN)[number];

/** Columns that must be there. */
export const VERPLICHT: readonly FiguurKolom[] = ['indicator', 'gebied', 'type', 'jaar', 'waarde'];

/** Reads one published figure, whatever its file looks like; `cell` gives the text of a column, empty when it is absent. */
export function readFigure(
  cell: (kolom: FiguurKolom) => string,
  place: string,
): { readonly figure: PublishedFigure } | { readonly problem: Problem } {
  const waarde = Number(cell('waarde'));
  const jaar = Number(cell('jaar'));
  if (cell('waarde') === '' || !Number.isFinite(waarde) || waarde < 0 || !Number.isInteger(jaar)) {
    return {
      problem: {
        code: 'sample.figures-row',
        subject: cell('waarde') === '' || !(waarde >= 0) ? 'waarde' : 'jaar',
        place,
        remedy: 'Write a number of 0 or more with a decimal point in waarde, and a year in jaar.',
      },
    };
  }
  const unit = cell('indicator') === 'uitgaven-per-client' ? 100 : 1;
  const printed = printedNumber(cell('gedrukt'));
  return {
    figure: {
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
  };
}

/** `12.912` ─▶ 12912, `31%` ─▶ 0.31, `9,5` ─▶ 9.5; undefined for anything else. */
export function printedNumber(text: string): number | undefined {
  const match = /^(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?\s*(%?)$/.exec(text);
  if (!match) return undefined;
  const value = Number(`${(match[1] ?? '').replaceAll('.', '')}${(match[2] ?? '').replace(',', '.')}`);
  return match[3] === '%' ? value / 100 : value;
}
