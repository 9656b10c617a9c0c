// SPDX-License-Identifier: EUPL-1.2
import type { Hash } from 'node:crypto';
import type { BerichtSink, FindingPlace, PlainDate, Severity } from '../contract/index.ts';
import type { Telling } from './telling.ts';

/** Severity per finding code, where a region wants another one than usual; `uit` leaves the finding out. */
export type Severities = Readonly<Record<string, Severity | 'uit'>>;

/** What a caller may set for reading. */
export interface LeesOpties {
  readonly severities?: Severities;
  /** The day of judging: without it dates in the future are not noticed. */
  readonly vandaag?: PlainDate;
  /** False leaves out the rows, for a sink that only wants findings. */
  readonly rijen?: boolean;
  /** False leaves out the hash of each message, for a sink that does not look at it. */
  readonly sha256?: boolean;
}

/** One file being read: where rows and findings go, and what was counted so far. */
export interface Reading {
  readonly sink: BerichtSink;
  readonly telling: Telling;
  readonly opties: LeesOpties;
  /** Makes the hash of a message; absent when nobody looks at it. */
  readonly newHash?: () => Hash;
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
  const severity = reading.opties.severities?.[code] ?? usual;
  if (severity === 'uit') return;
  reading.sink.finding({ code, severity, place, ...(kind === undefined ? {} : { kind }) });
}
