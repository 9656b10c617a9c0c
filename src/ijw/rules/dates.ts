// SPDX-License-Identifier: EUPL-1.2
import { type PlainDate, plainDate } from '../../contract/index.ts';

/** The same day some years earlier; 29 February becomes 28 February. */
export function yearsBefore(date: PlainDate, years: number): PlainDate {
  const [year, month, day] = partsOf(date);
  return plainDate(year - years, month, day) ?? (plainDate(year - years, month, 28) as PlainDate);
}

/** Year, month (from 1) and day. */
export function partsOf(date: PlainDate): [number, number, number] {
  const moment = new Date(date * 86_400_000);
  return [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()];
}

const DAYS_KEPT = 0x8000;
const months = new Int32Array(DAYS_KEPT);

/** Months since year 0: two days are in the same calendar month when these are equal. */
export function monthIndex(date: PlainDate): number {
  const kept = date >= 0 && date < DAYS_KEPT;
  const known = kept ? (months[date] as number) : 0;
  if (known !== 0) return known;
  const [year, month] = partsOf(date);
  const index = year * 12 + month;
  if (kept) months[date] = index;
  return index;
}

/** 31 December 2020: until then older products, units and declarations were in use. */
export const EIND_2020 = plainDate(2020, 12, 31) as PlainDate;
