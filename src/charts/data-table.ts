// SPDX-License-Identifier: EUPL-1.2
import type { FigureStatus } from '../contract/index.ts';

/** One cell as it is printed. */
export interface TableCell {
  /** The number in the language of the page, or the word for why there is none. Never empty. */
  readonly text: string;
  readonly waarde: number | null;
  /** Set when there is no number. */
  readonly reden?: Exclude<FigureStatus, 'normaal'>;
  /** A break in the series lies between this figure and the one that it is read against. */
  readonly breuk?: boolean;
}

/** Columns under one heading; a table without headings above its columns has one group without a label. */
export interface ColumnGroup {
  readonly label?: string;
  readonly columns: readonly string[];
}

export interface TableRow {
  readonly label: string;
  /** Where the label leads. */
  readonly href?: string;
  /** Marks of the footnotes that hold for the whole row. */
  readonly marks: readonly string[];
  /** In the order of all columns of all groups. */
  readonly cells: readonly TableCell[];
  /** A total or the subject of the page, set apart from the other rows. */
  readonly nadruk?: boolean;
}

/** A table of figures for people. The same object stands under a chart and on its own. */
export interface DataTable {
  readonly rowHeader: string;
  readonly groups: readonly ColumnGroup[];
  readonly rows: readonly TableRow[];
  /** Which figures the cells are, so that a program can look every one of them up; absent where cells are computed from figures. */
  readonly figures?: TableFigures;
}

/** Parts of the key of a figure; that of a cell is those of the whole, its row and its column together. */
export interface TableFigures {
  readonly whole: FigureParts;
  readonly rows: readonly FigureParts[];
  readonly columns: readonly FigureParts[];
}

/** `indicator`, `variant`, `gebied`, `periode` (`Q2` in a table by quarter: a part of the year), `jaar`, and values of dimensions by their name. */
export type FigureParts = Readonly<Record<string, string>>;
