// SPDX-License-Identifier: EUPL-1.2
import type { BronSoort } from '../contract/index.ts';

/**
 * What a column of a source file holds. `code`: a short code of the supplier's own; `nummer`: an identifying number, kept as a keyed pseudonym only;
 * `periode`: a year or a quarter; `bsn` and `eigen-nummer`: the child.
 */
export type VeldSoort =
  | 'datum'
  | 'periode'
  | 'agb'
  | 'gemeente'
  | 'aantal'
  | 'getal'
  | 'keuze'
  | 'code'
  | 'bsn'
  | 'eigen-nummer'
  | 'nummer';

export interface Tweetalig {
  readonly nl: string;
  readonly en: string;
}

/** One column of a source file. */
export interface BronKolom {
  /** As the header says it. */
  readonly naam: string;
  readonly soort: VeldSoort;
  /** Required in every row, unless the row says that there is nothing to report. */
  readonly verplicht?: true;
  readonly keuzes?: readonly string[];
  /** Taken when the cell is empty. */
  readonly standaard?: string;
  readonly uitleg: Tweetalig;
  readonly voorbeeld?: string;
}

/**
 * Which of several files counts.
 * `peiling`: of one supplier, survey and period the latest file. `dagen`: for each day the latest file whose period covers it.
 * `stand`: every file lists what ran in its period; the file about the latest period says how it went on.
 */
export type BronTelling = 'peiling' | 'dagen' | 'stand';

/** The form of one source: one file in CSV, ODS or XLSX, one header row, one thing per row. */
export interface BronVorm {
  readonly soort: BronSoort;
  /** Raw table of the warehouse. */
  readonly tabel: string;
  readonly telling: BronTelling;
  readonly titel: Tweetalig;
  /** Column that names who supplies. */
  readonly leverancier: string;
  /** Column with the period, or with the day whose quarter (`kwartaal`) or date is the period. */
  readonly periode: { readonly kolom: string; readonly als: 'periode' | 'kwartaal' | 'dag' };
  /** Column that tells series of one supplier apart. */
  readonly reeks?: string;
  /** `dagen`: column with the day; a row outside the period of its file is set aside. */
  readonly dag?: string;
  /** A row with exactly one of `bsn` and `eigen_nummer`, or also without. */
  readonly persoon?: 'verplicht' | 'mag';
  readonly kolommen: readonly BronKolom[];
}
