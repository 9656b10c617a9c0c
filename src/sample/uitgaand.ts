// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease, PlainDate } from '../contract/index.ts';
import type { BerichtInhoud } from '../ijw/index.ts';
import { day } from './calendar.ts';
import type { Targets } from './targets.ts';

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
  /** ReferentieNummer of a debit line that no other message refers to. */
  readonly gewoon?: string | undefined;
  /** A declaration that is refused as a whole. */
  readonly afgekeurd?: boolean;
  inhoud(): BerichtInhoud;
}

/**
 * Last day on which anything is sent. After the last year with figures: when the answers to its last declarations have come in. In a follow-up
 * year: one month after it, so that what happened within a year of the last figure is known, and its own last declarations are not all there.
 */
export function lastDayOfTraffic({ years, vervolgjaar }: Targets): PlainDate {
  return vervolgjaar === undefined ? day((years.at(-1) ?? 0) + 1, 3, 31) : day(vervolgjaar + 1, 1, 31);
}

/** Hands out identifications that are unique per sort of message and sender within one gemeente. */
export class Nummering {
  readonly #prefix: string;
  readonly #counters = new Map<string, number>();

  /** `gemeente` is four digits; it stands in every number, because providers send to more than one. `deel`: part of the region, from 0. */
  constructor(gemeente: string, deel: number) {
    this.#prefix = deel === 0 ? gemeente : `${gemeente}${deel.toString(36).toUpperCase().padStart(2, '0')}`;
  }

  /** At most 12 letters and digits. */
  next(kind: string, afzender: string): string {
    const key = `${kind}|${afzender}`;
    const count = (this.#counters.get(key) ?? 0) + 1;
    this.#counters.set(key, count);
    return `${this.#prefix}${count.toString(36).toUpperCase().padStart(5, '0')}`;
  }
}
