// SPDX-License-Identifier: EUPL-1.2
import type { Areas } from './areas.ts';
import type { Interval } from './interval.ts';

/** Where something is printed, as a reader would look for it. */
export interface Plaats {
  /** The text, file or page; empty when there is only one. */
  readonly bron: string;
  /** Line in that text, from 1. */
  readonly regel?: number;
  /** `Tabel 8, Totaal, 2020`; empty for running text. */
  readonly waar: string;
}

/** What is counted or measured, as far as two printed numbers must share it to be comparable. */
export type Eenheid =
  | 'personen'
  | 'aantal'
  | 'procent'
  | 'groei'
  | 'euro'
  | 'euro-totaal'
  | 'dagen'
  | 'anders';

/** One printed number with everything that says what it is about. */
export interface PrintedCell {
  /** Stable: table and dimension values. */
  readonly id: string;
  readonly tabel: PrintedTable;
  readonly plaats: Plaats;
  /** Area as the source writes it: a slug, a name or a code; empty when it has none. */
  readonly gebied: string;
  /** `2024`, `2024-Q2`; empty when it has none. */
  readonly periode: string;
  readonly eenheid: Eenheid;
  /** Every other dimension: type, institution, age, … The total of a dimension is `totaal`. */
  readonly splitsing: Readonly<Record<string, string>>;
  /** As printed: `1.029`, `-9,6%`. */
  readonly gedrukt: string;
  readonly waarde: number;
  readonly decimalen: number;
  /** All exact values that would be printed like this. */
  readonly bereik: Interval;
  /** Printed as roughly this much (`zo’n`, `bijna`): never compared for equality. */
  readonly circa: boolean;
  /** Quoted by running text rather than printed in the table itself. */
  readonly uitTekst: boolean;
}

/** A table, a figure, or numbers that running text gives. */
export type TableKind = 'tabel' | 'figuur' | 'tekst';

/** One table or figure as it is printed, with what its title, unit and notes say about its numbers. */
export interface PrintedTable {
  readonly id: string;
  readonly soort: TableKind;
  /** `Tabel 8`; empty for quoted text. */
  readonly nummer: string;
  /** Part of the document in which the number is unique: report, appendix of one gemeente. */
  readonly deel: string;
  readonly titel: string;
  readonly eenheid: string;
  readonly bron: string;
  readonly noten: readonly string[];
  /** What it is about, from its title: see `topics.ts`. */
  readonly onderwerpen: readonly string[];
  readonly dimensies: readonly PrintedDimension[];
  /** Line range in its text. */
  readonly regels?: { readonly bron: string; readonly van: number; readonly tot: number };
  readonly cellen: readonly PrintedCell[];
}

/** What the rows or columns of a table are split by. */
export interface PrintedDimension {
  readonly naam: string;
  /** What its members are, singular: `Aanmelder`. */
  readonly label: string;
  readonly waarden: readonly { readonly code: string; readonly label: string; readonly gedrukt?: string }[];
}

/** `Tabel 5 (bijlage Delft)`; quoted text goes by its title. */
export function tableName({ nummer, deel, titel }: Pick<PrintedTable, 'nummer' | 'deel' | 'titel'>): string {
  return nummer === '' ? titel : /^(?:|hoofdrapport)$/.test(deel) ? nummer : `${nummer} (${deel})`;
}

/** Running text with its line numbers. */
export interface RunningText {
  readonly bron: string;
  readonly regels: readonly string[];
}

/** Everything somebody published, as it stands printed. */
export interface PrintedDocument {
  readonly tabellen: readonly PrintedTable[];
  readonly teksten: readonly RunningText[];
  readonly gebieden: Areas;
  /** Year the document is about: the latest of its tables. */
  readonly jaar: number;
}
