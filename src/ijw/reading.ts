// SPDX-License-Identifier: EUPL-1.2
import type {
  BerichtSink,
  Bsn,
  ErnstBeleid,
  FindingPlace,
  PlainDate,
  Pseudonym,
  Severity,
} from '../contract/index.ts';
import type { Telling } from './telling.ts';

/** What a caller may set for reading. */
export interface LeesOpties {
  readonly ernst?: ErnstBeleid;
  /** Pseudonym of a person; with it a finding names its client so, without it by number in its path. */
  readonly pseudonymOf?: (bsn: Bsn) => Pseudonym;
  /** The day of judging: without it dates in the future are not noticed. */
  readonly vandaag?: PlainDate;
  /** False leaves out the rows, for a sink that only wants findings. */
  readonly rijen?: boolean;
  /** False leaves out the hash of each message, for a sink that does not look at it. */
  readonly sha256?: boolean;
  /**
   * Offered what is no message inside a container (spreadsheets, CSV, JSON), whole; true when it was taken: then there is no finding about it and it is not counted.
   * `bytes` is valid until the promise settles.
   */
  readonly anders?: (bytes: Uint8Array, place: string) => Promise<boolean>;
  /** Hash of the file, hex, when it is known: a message that is the whole file is not hashed again. */
  readonly bestandSha256?: string;
}

/** One file being read: where rows and findings go, and what was counted so far. */
export interface Reading {
  readonly sink: BerichtSink;
  readonly telling: Telling;
  readonly opties: LeesOpties;
  /** Absent when nobody looks at the hash of a message. */
  readonly hasher?: Hasher;
}

/** SHA-256, of a message in pieces or at once. */
export interface Hasher {
  start(): { update(chunk: Uint8Array): void; digest(): string };
  /** Hex. */
  of(bytes: Uint8Array): string;
}

/** Reports something that is no message of iJw, or that cannot be opened as one. */
export function reportOther(
  reading: Reading,
  code: string,
  usual: Severity,
  place: FindingPlace,
  kind?: string,
): void {
  reading.telling.anders++;
  const severity = reading.opties.ernst?.[code] ?? usual;
  if (severity === 'uit') return;
  reading.sink.finding({ code, severity, place, ...(kind === undefined ? {} : { kind }) });
}
