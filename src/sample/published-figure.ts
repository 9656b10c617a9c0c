// SPDX-License-Identifier: EUPL-1.2

/** One figure that somebody published. Grain: one per indicator, variant, area, type, other dimensions and period. */
export interface PublishedFigure {
  readonly indicator: string;
  /** Empty when the indicator has none. */
  readonly variant: string;
  readonly gebied: string;
  /** Type jeugdhulp; empty = all types together. */
  readonly type: string;
  /** Other dimensions as `gi=jbw` or `leeftijd=0-3;zorgvorm=pleegzorg`, sorted; empty = none. */
  readonly splitsing: string;
  readonly jaar: number;
  /** `2024`, `2024-Q2` or `2023-Q2/2024-Q2`. */
  readonly periode: string;
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
