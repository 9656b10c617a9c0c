// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '../contract/index.ts';
import {
  addDays,
  dayOf,
  daysInMonth,
  monthOf,
  parsePlainDate,
  plainDate,
  yearOf,
} from '../contract/index.ts';

/** Kinds of period that a figure can be about. */
export const PERIODE_SOORTEN = ['jaar', 'kwartaal', 'verschoven-jaar'] as const;
export type PeriodeSoort = (typeof PERIODE_SOORTEN)[number];

/** A stretch of days that figures are about; both ends included. `label` is how people and files write it. */
export interface Periode {
  readonly label: string;
  readonly soort: PeriodeSoort;
  readonly van: PlainDate;
  readonly tot: PlainDate;
}

/** Reads `2024`, `2024-Q2` or `2022-10-01/2023-09-30`; undefined for anything else. */
export function parsePeriode(label: string): Periode | undefined {
  const calendar = /^(\d{4})(?:-Q([1-4]))?$/.exec(label);
  if (calendar) {
    const year = Number(calendar[1]);
    const quarter = calendar[2] === undefined ? undefined : Number(calendar[2]);
    const van = plainDate(year, quarter === undefined ? 1 : quarter * 3 - 2, 1);
    const lastMonth = quarter === undefined ? 12 : quarter * 3;
    const tot = plainDate(year, lastMonth, daysInMonth(year, lastMonth));
    if (van === undefined || tot === undefined) return undefined;
    return { label, soort: quarter === undefined ? 'jaar' : 'kwartaal', van, tot };
  }
  const [from = '', to = '', ...rest] = label.split('/');
  const van = parsePlainDate(from);
  const tot = parsePlainDate(to);
  if (van === undefined || tot === undefined || van > tot || rest.length > 0) return undefined;
  return { label, soort: 'verschoven-jaar', van, tot };
}

/** The same period moved by whole years so that it begins in `year`: the base that growth is measured from. */
export function periodeInJaar(periode: Periode, year: number): Periode {
  const yearsLater = year - yearOf(periode.van);
  const van = moveYears(periode.van, yearsLater);
  const tot = addDays(moveYears(addDays(periode.tot, 1), yearsLater), -1);
  return { soort: periode.soort, van, tot, label: labelInJaar(periode, yearsLater) };
}

/** `YYYY-MM-DD/YYYY-MM-DD` with the years moved; the label of a calendar period stays in its own form. */
function labelInJaar(periode: Periode, yearsLater: number): string {
  return periode.label.replace(/\d{4}(?=-\d{2}-\d{2}|-Q\d|$)/g, (year) =>
    String(Number(year) + yearsLater).padStart(4, '0'),
  );
}

function moveYears(date: PlainDate, years: number): PlainDate {
  const year = yearOf(date) + years;
  const moved = plainDate(year, monthOf(date), Math.min(dayOf(date), daysInMonth(year, monthOf(date))));
  if (moved === undefined) throw new RangeError('a period was moved outside the years 0 to 9999');
  return moved;
}
