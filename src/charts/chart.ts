// SPDX-License-Identifier: EUPL-1.2
import type { DataTable } from './data-table.ts';
import type { SeriesColour } from './palette.ts';

/** A drawn figure. It does not exist without a table and a description; every number in the drawing stands in the table. */
export interface Chart {
  /** For a column of text, print and download. */
  readonly svg: string;
  /** The same drawing laid out for a telephone. */
  readonly narrowSvg: string;
  readonly table: DataTable;
  /** What the drawing shows, in one or two sentences. */
  readonly description: string;
}

/** One value as it is drawn: null leaves a gap, and `label` says why. */
export interface Point {
  readonly value: number | null;
  readonly label: string;
}

export interface Series {
  readonly name: string;
  readonly colour: SeriesColour;
  readonly points: readonly Point[];
  /** Indexes of the first points after a break in this series. */
  readonly breaksBefore: readonly number[];
  /** Every point gets its number; of other series only the last one. */
  readonly emphasis?: boolean;
}

/** Columns above, lines below, on one axis of periods. */
export interface Panel {
  /** Absent when the figure has one panel. */
  readonly title?: string;
  /** Stacked from the bottom. */
  readonly columns: readonly Series[];
  /** Printed above each column; absent when there is one series, which then carries its own numbers. */
  readonly totals?: readonly Point[];
  readonly lines: readonly Series[];
  /** Indexes of the first periods after a break that touches this panel. */
  readonly breaksBefore: readonly number[];
}
