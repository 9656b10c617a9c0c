// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from './finding.ts';
import type { BerichtKop, IjwRij } from './ijw-rows.ts';

/**
 * Receives what a reader finds in one delivered file, in document order: for every message `bericht`, its rows, `einde`; findings in between.
 *
 * A message is atomic: `einde(false)` takes back every row since `bericht` (truncated, not well-formed, no usable header).
 * A row whose identity, dates or amounts cannot be read is never given; a finding with code `ijw.rij-onleesbaar` stands in for it.
 */
export interface BerichtSink {
  /** `place` is the file, with `!entry` inside a container. */
  bericht(kop: BerichtKop, place: string): void;
  rij(rij: IjwRij): void;
  /** `sha256` is over the bytes of the message itself (unpacked, without envelope), hex; tells a repeated message from a changed one. */
  einde(volledig: boolean, sha256: string): void;
  finding(finding: Finding): void;
}

/** What one file held, so that a report can add up. */
export interface BestandTelling {
  /** Messages that were begun. */
  readonly berichten: number;
  /** Of those, taken back or never usable. */
  readonly onleesbareBerichten: number;
  readonly rijen: number;
  /** Rows replaced by a finding. */
  readonly onleesbareRijen: number;
  /** Entries of the file that are no iJw message. */
  readonly anders: number;
}
