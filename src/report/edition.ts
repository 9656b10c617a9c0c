// SPDX-License-Identifier: EUPL-1.2

import type { TableCell } from '../charts/index.ts';
import {
  type Begrip,
  type BreukVraag,
  breaksTouching,
  breakYear,
  type DefinitieBlad,
  type Dimensie,
  type FigureRow,
  type FigureStatus,
  comparisonGroup as groupBeside,
  isTouchedBy,
  type Release,
  type ReleaseBreuk,
  type ReleaseGebied,
  type SafeTable,
} from '../contract/index.ts';
import { type Notation, notation, slug, type Taal, type Texts, texts } from '../text/index.ts';
import type { ChapterSource } from './chapters/chapter-source.ts';
import type { DataFile } from './document.ts';
import { type FigureBook, type FigureKey, figureBook } from './figure-book.ts';

export { breakYear };

export interface EditionSource {
  readonly release: Release;
  readonly tables: readonly SafeTable[];
  /** What each indicator of the release means. */
  readonly definities: readonly DefinitieBlad[];
  /** Ids of all indicators that there is a definition of, in the release or not: what a chapter may name. */
  readonly indicatoren: readonly string[];
  /** The glossary; chapters print the terms that are theirs. */
  readonly begrippen: readonly Begrip[];
  /** The chapters of the monitor in the order in which they are printed, by language; without them the pages hold tables and figures only. */
  readonly hoofdstukken?: Readonly<Partial<Record<Taal, readonly ChapterSource[]>>>;
  /** The appendix of a gemeente, written once for all of them. */
  readonly bijlage?: Readonly<Partial<Record<Taal, ChapterSource>>>;
  /** The letter to the council, written once for every gemeente. */
  readonly brief?: Readonly<Partial<Record<Taal, ChapterSource>>>;
}

/** One release in one language: what every part of a page is made from. */
export interface Edition extends EditionSource {
  readonly taal: Taal;
  readonly text: Texts;
  readonly notation: Notation;
  readonly figures: FigureBook;
  readonly regio: ReleaseGebied;
}

export function edition(source: EditionSource, taal: Taal): Edition {
  const regio = source.release.samenstelling.gebieden.find(({ code }) => code === source.release.regio.code);
  if (!regio) throw new Error('a release names its region among its areas');
  return {
    ...source,
    taal,
    text: texts(taal),
    notation: notation(taal),
    figures: figureBook(source.tables),
    regio,
  };
}

export function gemeentenOf({ release }: Edition): ReleaseGebied[] {
  return release.samenstelling.gebieden
    .filter(({ soort }) => soort === 'gemeente')
    .sort((left, right) => (slug(left.naam) < slug(right.naam) ? -1 : 1));
}

/** The figure as it is printed; a figure that the release does not hold is `onbekend`. */
export function cellOf(edition: Edition, key: FigureKey, format: (value: number) => string): TableCell {
  return printed(edition, edition.figures.find(key), format);
}

function printed(
  { text }: Edition,
  row: FigureRow | undefined,
  format: (value: number) => string,
): TableCell {
  const statuses: readonly FigureStatus[] = row?.status ?? ['onbekend'];
  const reasons = statuses.filter((status) => status !== 'normaal');
  const words = reasons.map((reason) => text.figuurStatus[reason].teken);
  if (row === undefined || row.waarde === null) {
    const [reden = 'onbekend'] = reasons;
    return { text: words.join(', ') || text.figuurStatus.onbekend.teken, waarde: null, reden };
  }
  const suffix = words.length === 0 ? '' : ` (${words.join(', ')})`;
  return { text: format(row.waarde) + suffix, waarde: row.waarde };
}

/** Breaks that touch an area within the years of the release, for one type or for the area as a whole. */
export function breaksIn(
  { release }: Edition,
  { code }: ReleaseGebied,
  vraag: BreukVraag = {},
): ReleaseBreuk[] {
  return breaksTouching(release, code, vraag);
}

/** Indexes, in the years of the release, of the first year after each break of this area. */
export function breakIndexes(edition: Edition, gebied: ReleaseGebied): number[] {
  const years = new Set(breaksIn(edition, gebied).map(breakYear));
  return edition.release.jaren.flatMap((jaar, index) => (years.has(jaar) ? [index] : []));
}

/** The group to stand beside a gemeente, or the region where no group has the same breaks. */
export function comparisonGroup({ release, regio }: Edition, gemeente: ReleaseGebied): ReleaseGebied {
  return groupBeside(release, gemeente) ?? regio;
}

/** These tables, as far as the release has them. */
export function tablesNamed({ figures }: Edition, ...names: readonly TableName[]): SafeTable[] {
  return names.flatMap(([indicator, ...dimensies]) => figures.table(indicator, dimensies) ?? []);
}

/** Files that hold these tables, as far as the release has them. */
export function filesOf(edition: Edition, ...names: readonly TableName[]): DataFile[] {
  return tablesNamed(edition, ...names).map(dataFile);
}

type TableName = readonly [indicator: string, ...dimensies: Dimensie[]];

/** The files of one table. */
export function dataFile({ indicator, dimensies }: SafeTable): DataFile {
  const name = [indicator, ...dimensies].join('-');
  return { name, csv: `cijfers/${name}.csv`, ods: `cijfers/${name}.ods` };
}

/** The definition of an indicator, where the release brings it. */
export function definitieOf({ definities }: Edition, indicator: string): DefinitieBlad | undefined {
  return definities.find(({ id }) => id === indicator);
}

/** Whether a break of this kind touches figures of the indicator; without its definition, it does. */
export function isTouched(edition: Edition, indicator: string, soort: string | undefined): boolean {
  const definitie = definitieOf(edition, indicator);
  return definitie === undefined || isTouchedBy(definitie, soort);
}

/** Name of an indicator in the language of the edition. */
export function indicatorName(edition: Edition, indicator: string): string {
  return (
    definitieOf(edition, indicator)?.naam[edition.taal] ?? edition.text.indicatoren[indicator] ?? indicator
  );
}
