// SPDX-License-Identifier: EUPL-1.2
import type { Pseudonym } from './ids.ts';

/** `fout` breaks the standard; `waarschuwing` may distort a figure; `info` is worth knowing. */
export type Severity = 'fout' | 'waarschuwing' | 'info';

/** Severity per rule, where a region wants another than usual; `uit` leaves its findings out. */
export type ErnstBeleid = Readonly<Record<string, Severity | 'uit'>>;

/**
 * Wrong data (bevinding): a row, never an exception. It names the rule and the place, and the *kind* of the value, never the value.
 */
export interface Finding {
  /** A rule of the message standard (`TR358`, `CS002`, `RS033`) or `room.kebab-case` for one of our own. */
  readonly code: string;
  readonly severity: Severity;
  /** Retourcode of the message standard for this rule, where it has one (`0001`, `9338`). */
  readonly retourcode?: string;
  readonly place: FindingPlace;
  /** What kind of value stood there: `leeg`, `tekst(12)`, `getal`, `datum`, … Never the value. */
  readonly kind?: string;
}

export interface FindingPlace {
  /** Path of the delivered file, relative to the workspace; `archive.zip!entry.xml` inside a container. */
  readonly file?: string;
  /** Offset in the (unpacked) message, from 0. Unit: bytes. */
  readonly byte?: number;
  /** Element path, `Bericht/Client[3]/Prestaties/Prestatie[1]/ProductPeriode`; or `sheet!C4` for spreadsheets. */
  readonly path?: string;
  /** Message the finding is about: kind and identification, never a person. */
  readonly bericht?: string;
  readonly pseudonym?: Pseudonym;
}
