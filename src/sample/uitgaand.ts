// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease, PlainDate } from '../contract/index.ts';
import type { BerichtInhoud } from '../ijw/index.ts';
import { day } from './calendar.ts';

/** One message that is going to be written. Its content is made when its turn comes, so that a year of traffic fits in memory. */
export interface Uitgaand {
  readonly soort: BerichtSoort;
  readonly release: IjwRelease;
  readonly dagtekening: PlainDate;
  readonly afzender: string;
  /** Unique per sort and sender. */
  readonly identificatie: string;
  /** Lines of a declaration; 0 for other messages. */
  readonly regels: number;
  inhoud(): BerichtInhoud;
}

/** Last day of the traffic after the last year: answers to the last declarations have come in. */
export function lastDayOfTraffic(lastYear: number): PlainDate {
  return day(lastYear + 1, 3, 31);
}

/** Hands out identifications that are unique per sort of message and sender within one gemeente. */
export class Nummering {
  readonly #gemeente: string;
  readonly #counters = new Map<string, number>();

  /** `gemeente` is four digits; it stands in every number, because providers send to more than one. */
  constructor(gemeente: string) {
    this.#gemeente = gemeente;
  }

  /** At most 12 letters and digits. */
  next(kind: string, afzender: string): string {
    const key = `${kind}|${afzender}`;
    const count = (this.#counters.get(key) ?? 0) + 1;
    this.#counters.set(key, count);
    return `${this.#gemeente}${count.toString(36).toUpperCase().padStart(5, '0')}`;
  }
}
