// SPDX-License-Identifier: EUPL-1.2
import { type PlainDate, parsePlainDate, plainDate } from '../contract/index.ts';
import type { Cel } from './blad.ts';

const MAANDEN = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** Days that a number without a date format may mean in Excel: 1980 to 2079. Unit: days since 30 December 1899. */
const SERIAL_FROM = 29_221;
const SERIAL_TO = 65_745;
const EPOCH_1900 = 25_569;

/**
 * A day as Dutch offices write it: `2024-06-30`, `30-06-2024`, `30/6/2024`, `30.06.24`, `30/06/'24`, `30 juni 2024`, `20240630`, a date of a spreadsheet, or
 * the number behind one. Two digits of a year are of this century. Undefined for anything else, also for days that do not exist.
 */
export function parseDatum(cel: Cel): PlainDate | undefined {
  if (typeof cel === 'object') return cel.dag;
  if (typeof cel === 'number') {
    if (Number.isInteger(cel) && cel >= SERIAL_FROM && cel <= SERIAL_TO)
      return (cel - EPOCH_1900) as PlainDate;
    return parseDatum(String(cel));
  }
  if (typeof cel !== 'string') return undefined;
  const text = cel.trim().toLowerCase();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$/.exec(text);
  if (iso) return parsePlainDate(iso[1] ?? '');
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (packed) return plainDate(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  const dutch = /^(\d{1,2})([-/.])(\d{1,2})\2['’]?(\d{4}|\d{2})(?: 0?0:00(?::00)?)?$/.exec(text);
  if (dutch) return plainDate(yearOfText(dutch[4]), Number(dutch[3]), Number(dutch[1]));
  const named = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ]['’]?(\d{4}|\d{2})$/.exec(text);
  return named ? plainDate(yearOfText(named[3]), maandVan(named[2] ?? '') ?? 0, Number(named[1])) : undefined;
}

/** 1 to 12 for `januari`, `jan`, `mrt` or `maart`; undefined for another word. */
export function maandVan(word: string): number | undefined {
  const at = MAANDEN.indexOf(word.startsWith('maa') ? 'mrt' : word.slice(0, 3));
  return at < 0 ? undefined : at + 1;
}

function yearOfText(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}
