// SPDX-License-Identifier: EUPL-1.2
import type { DataTable, Panel, Point, Series, SeriesColour, TableCell } from '../charts/index.ts';
import type { ReleaseGebied } from '../contract/index.ts';
import { areaName, listing, shortName } from './area-names.ts';
import { breakIndexes, breaksIn, breakYear, cellOf, type Edition } from './edition.ts';
import { breakNote, type NoteBook, sharedBreaks } from './provenance.ts';

type Measure = 'clienten' | 'uitgaven-per-client';

/** Areas whose first and last numbers a description reads out; with more, the table does it better. */
const MOST_DESCRIBED = 3;

/** The numbers behind a figure of clients and spending: a row per area. Adds the notes that it needs. */
export function figureTable(edition: Edition, areas: readonly ReleaseGebied[], notes: NoteBook): DataTable {
  const { text, release } = edition;
  const columns = release.jaren.map(String);
  const general = sharedBreaks(edition, areas).filter(({ types }) => types.length === 0);
  for (const breuk of general) notes.add(breakNote(edition, breuk));
  return {
    rowHeader: text.tabel.gebied,
    groups: [
      { label: text.tabel.clienten, columns },
      { label: text.tabel.perClient, columns },
    ],
    rows: areas.map((area) => ({
      label: areaName(edition, area),
      marks: breaksIn(edition, area)
        .filter((breuk) => !general.includes(breuk))
        .map((breuk) => notes.mark(breakNote(edition, breuk))),
      nadruk: area.soort === 'regio',
      cells: [...cells(edition, area, 'clienten'), ...cells(edition, area, 'uitgaven-per-client')],
    })),
  };
}

/** A panel of one area, with the breaks that touch it. */
export function panelOf(
  edition: Edition,
  area: ReleaseGebied,
  drawing: Pick<Panel, 'title' | 'columns' | 'totals' | 'lines'>,
): Panel {
  return { ...drawing, breaksBefore: breakIndexes(edition, area) };
}

/** One measure of one area over the years of the release. */
export function series(
  edition: Edition,
  area: ReleaseGebied,
  measure: Measure,
  colour: SeriesColour,
): Series {
  return {
    name: shortName(area),
    colour,
    points: points(edition, area, measure),
    breaksBefore: breakIndexes(edition, area),
  };
}

/** What a drawing needs of a measure: the value, and the text that the table prints. */
export function points(edition: Edition, area: ReleaseGebied, measure: Measure): Point[] {
  return cells(edition, area, measure).map(({ waarde, text }) => ({ value: waarde, label: text }));
}

function cells(edition: Edition, area: ReleaseGebied, measure: Measure): TableCell[] {
  const { notation, release } = edition;
  const format = measure === 'clienten' ? notation.count : notation.euroAmount;
  return release.jaren.map((jaar) => {
    const cell = cellOf(edition, { indicator: measure, gebied: area.code, jaar }, format);
    const broken = breaksIn(edition, area).some((breuk) => breakYear(breuk) === jaar);
    return broken ? { ...cell, breuk: true } : cell;
  });
}

/** First and last numbers of each area, read out; none when there are many, for then the table does it better. */
export function fromToSentences(edition: Edition, areas: readonly ReleaseGebied[]): string[] {
  return areas.length > MOST_DESCRIBED ? [] : areas.flatMap((area) => fromToSentence(edition, area));
}

function fromToSentence(edition: Edition, area: ReleaseGebied): string[] {
  const [clienten, uitgaven] = (['clienten', 'uitgaven-per-client'] as const).map((measure) => {
    const all = cells(edition, area, measure);
    return [all[0], all.at(-1)].map((cell) => (typeof cell?.waarde === 'number' ? cell.text : ''));
  });
  const [first, last] = yearsOf(edition);
  const [from = '', to = ''] = clienten ?? [];
  const [fromCost = '', toCost = ''] = uitgaven ?? [];
  if ([from, to, fromCost, toCost].includes('')) return [];
  return [edition.text.figuur.vanTot(shortName(area), first, last, [from, to], [fromCost, toCost])];
}

/** Which areas have a break, year by year. */
export function breakSentences(edition: Edition, areas: readonly ReleaseGebied[]): string[] {
  const { text } = edition;
  return edition.release.jaren.flatMap((jaar) => {
    const touched = areas.filter((area) =>
      breaksIn(edition, area).some((breuk) => breakYear(breuk) === jaar),
    );
    return touched.length === 0 ? [] : [text.figuur.breukIn(jaar, listing(edition, touched))];
  });
}

/** First and last year of the release. */
export function yearsOf({ release }: Edition): readonly [first: number, last: number] {
  return [release.jaren[0] ?? release.jaar, release.jaren.at(-1) ?? release.jaar];
}
