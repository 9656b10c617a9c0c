// SPDX-License-Identifier: EUPL-1.2
declare const brand: unique symbol;

/** A calendar day. Unit: days since 1970-01-01, proleptic Gregorian, no time zone. */
export type PlainDate = number & { readonly [brand]: 'PlainDate' };

const MS_PER_DAY = 86_400_000;

/** The day, or undefined when year, month and day do not name one that exists. `month` counts from 1. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < 0 || year > 9999) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day) as PlainDate;
}

/** Reads `YYYY-MM-DD`; undefined for anything else, and for days that do not exist. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? plainDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `YYYY-MM-DD`. */
export function formatPlainDate(date: PlainDate): string {
  return new Date(date * MS_PER_DAY).toISOString().slice(0, 10);
}

export function yearOf(date: PlainDate): number {
  return new Date(date * MS_PER_DAY).getUTCFullYear();
}

/** 1 to 12. */
export function monthOf(date: PlainDate): number {
  return new Date(date * MS_PER_DAY).getUTCMonth() + 1;
}

export function dayOf(date: PlainDate): number {
  return new Date(date * MS_PER_DAY).getUTCDate();
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return (date + days) as PlainDate;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
