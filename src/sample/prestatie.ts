// SPDX-License-Identifier: EUPL-1.2
import type { Month } from './calendar.ts';
import type { Traject } from './trajecten.ts';

/** What a provider may declare for one traject in one month, and what stands of it in the end. */
export interface Prestatie {
  readonly traject: Traject;
  readonly maand: Month;
  /** Price of one unit in this year; 1 for euro. Unit: eurocent. */
  readonly tariefCents: number;
  /** Units, in eurocent for euro. At least 1. */
  volume: number;
}

export function bedragCents(prestatie: Prestatie): number {
  return prestatie.volume * prestatie.tariefCents;
}
