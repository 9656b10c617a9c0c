// SPDX-License-Identifier: EUPL-1.2
import type { Bsn } from './bsn.ts';
import type { Finding } from './finding.ts';
import type { PlainDate } from './plain-date.ts';

/** One delivery of one supplier about one period, as a file of another source than messages holds it. */
export interface BronKop {
  /** A `BronSoort`, or `cbs`. */
  readonly soort: string;
  readonly leverancier: string;
  /** Survey, or table of CBS. */
  readonly reeks?: string;
  /** `2024`, `2024-Q2`, a day, or empty. */
  readonly periode: string;
  readonly van?: PlainDate;
  readonly tot?: PlainDate;
  readonly opgesteldOp: PlainDate;
  /** Of the bytes of the file, hex. */
  readonly sha256: string;
  /** From 0, in the file. */
  readonly volgnummer: number;
}

/** One row of a delivery by the columns of its raw table. A `Bsn` becomes a pseudonym. */
export interface BronRij {
  /** As people count rows of the file. */
  readonly rij: number;
  readonly waarden: Readonly<Record<string, string | number | Bsn | undefined>>;
}

/** Receives what a reader finds in one file of another source. A delivery is given whole, with the raw table of its rows. */
export interface BronSink {
  bron(kop: BronKop, tabel: string, rijen: readonly BronRij[]): void;
  finding(finding: Finding): void;
}
