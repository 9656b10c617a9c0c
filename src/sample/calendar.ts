// SPDX-License-Identifier: EUPL-1.2

import type { PlainDate } from '../contract/index.ts';
import { addDays, daysInMonth, formatPlainDate, plainDate } from '../contract/index.ts';

/** The day; for years, months and days that certainly exist. Throws RangeError otherwise. */
export function day(year: number, month: number, dayOfMonth: number): PlainDate {
  const date = plainDate(year, month, dayOfMonth);
  if (date === undefined) throw new RangeError(`no such day: ${year}-${month}-${dayOfMonth}`);
  return date;
}

/** A calendar month as a count of months since January of year 0, so that months can be added. */
export type Month = number;

export function monthOfYear(year: number, month: number): Month {
  return year * 12 + month - 1;
}

export function yearOfMonth(month: Month): number {
  return Math.floor(month / 12);
}

const firstDays = new Map<Month, PlainDate>();

export function firstDay(month: Month): PlainDate {
  let first = firstDays.get(month);
  if (first === undefined) {
    first = day(yearOfMonth(month), (month % 12) + 1, 1);
    firstDays.set(month, first);
  }
  return first;
}

export function lastDay(month: Month): PlainDate {
  return addDays(firstDay(month + 1), -1);
}

export function daysIn(month: Month): number {
  return daysInMonth(yearOfMonth(month), (month % 12) + 1);
}

const months = new Map<PlainDate, Month>();

export function monthOfDay(date: PlainDate): Month {
  let month = months.get(date);
  if (month === undefined) {
    const [year = 0, number = 1] = formatPlainDate(date).split('-').map(Number);
    month = monthOfYear(year, number);
    months.set(date, month);
  }
  return month;
}

const texts = new Map<PlainDate, string>();

/** `YYYY-MM-DD`, remembered: the sample writes the same few thousand days millions of times. */
export function isoDay(date: PlainDate): string {
  let text = texts.get(date);
  if (text === undefined) {
    text = formatPlainDate(date);
    texts.set(date, text);
  }
  return text;
}

export function addMonths(date: PlainDate, count: number): PlainDate {
  const month = monthOfDay(date);
  const target = month + count;
  return addDays(firstDay(target), Math.min(date - firstDay(month), daysIn(target) - 1));
}

/** The first working day on or after `date`; Saturdays and Sundays are the only days off. 1970-01-01 was a Thursday. */
export function workingDay(date: PlainDate): PlainDate {
  const weekday = (((date + 3) % 7) + 7) % 7;
  return weekday < 5 ? date : addDays(date, 7 - weekday);
}

export function earliest(...dates: readonly PlainDate[]): PlainDate {
  return Math.min(...dates) as PlainDate;
}

export function latest(...dates: readonly PlainDate[]): PlainDate {
  return Math.max(...dates) as PlainDate;
}
