// SPDX-License-Identifier: EUPL-1.2
import { daysInMonth, type PlainDate, parsePlainDate } from '../contract/index.ts';
import type { ValueType } from './value-type.ts';

/** What a value turned out to be. */
export interface CheckedValue {
  /** The first facet that it breaks, as a finding code. */
  readonly code: string | undefined;
  /** Undefined when it cannot be read as what it should be. A code that is not in its list can. */
  readonly text: string | undefined;
  /** Integer, day number or seconds of the day. */
  readonly number: number | undefined;
}

/** Checks any value against its datatype, as XML Schema does, and reads it. */
export function checkValue(type: ValueType, text: string): CheckedValue {
  switch (type.kind) {
    case 'getal':
      return checkInteger(type, collapse(text));
    case 'datum':
      return checkDate(type, collapse(text));
    case 'tijd':
      return checkTime(type, collapse(text));
    default:
      return checkText(type, text);
  }
}

/** The kind of a value for a finding: never the value itself. */
export function kindOfValue(text: string): string {
  if (text === '') return 'leeg';
  if (/^\s+$/.test(text)) return 'wit';
  if (/^\d+$/.test(text)) return `cijfers(${text.length})`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'datum';
  return `tekst(${[...text].length})`;
}

function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

function checkInteger(type: ValueType, text: string): CheckedValue {
  if (!/^[+-]?\d+$/.test(text)) return unreadable(text === '' ? 'RS033' : 'ijw.geen-getal');
  const number = Number(text) + 0;
  const outside = number < type.minimum ? 'RS001' : number > type.maximum ? type.maximumCode : undefined;
  const code = outside ?? (type.pattern?.test(text) === false ? type.patternCode : undefined);
  return { code, text, number: Number.isSafeInteger(number) && number >= 0 ? number : undefined };
}

function checkDate(type: ValueType, text: string): CheckedValue {
  const match = /^(-?\d{4,})-(\d\d)-(\d\d)(?:Z|[+-](\d\d):(\d\d))?$/.exec(text);
  if (match === null) return unreadable(text === '' ? 'RS033' : 'ijw.geen-datum');
  const [, year = '', month, day, hours = '0', minutes = '0'] = match;
  const zone = Number(hours) * 60 + Number(minutes);
  const known =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth(Math.abs(Number(year)), Number(month)) &&
    Number(minutes) < 60 &&
    zone <= 14 * 60 &&
    !/^-?0{4,}$|^-?0\d{4,}$/.test(year);
  if (!known) return unreadable('ijw.geen-datum');
  const date: PlainDate | undefined = parsePlainDate(text);
  return { code: type.pattern?.test(text) === false ? type.patternCode : undefined, text, number: date };
}

function checkTime(type: ValueType, text: string): CheckedValue {
  const match = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (match === null) return unreadable(text === '' ? 'RS033' : 'ijw.geen-tijd');
  const [hours, minutes, seconds] = match.slice(1, 4).map(Number) as [number, number, number];
  const midnight = hours === 24 && minutes === 0 && seconds === 0;
  if (!midnight && (hours > 23 || minutes > 59 || seconds >= 60)) return unreadable('ijw.geen-tijd');
  const number = hours * 3600 + minutes * 60 + Math.floor(seconds);
  return { code: type.pattern?.test(text) === false ? type.patternCode : undefined, text, number };
}

function checkText(type: ValueType, text: string): CheckedValue {
  const length = /[\ud800-\udfff]/.test(text) ? [...text].length : text.length;
  const code =
    length === 0
      ? 'RS033'
      : length > type.maxLength
        ? type.maximumCode
        : type.codes?.has(text) === false
          ? 'ijw.codelijst'
          : type.pattern?.test(text) === false
            ? type.patternCode
            : undefined;
  const readable = length > 0 && (type.kind !== 'cijfers' || code === undefined);
  return { code, text: readable ? text : undefined, number: undefined };
}

function unreadable(code: string): CheckedValue {
  return { code, text: undefined, number: undefined };
}
