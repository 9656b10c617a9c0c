// SPDX-License-Identifier: EUPL-1.2
import { plainDate } from '../contract/index.ts';

/** Bytes of plain ASCII as a string. */
export function latinText(buffer: Uint8Array, start: number, end: number): string {
  return (buffer as Buffer).toString('latin1', start, end);
}

/** Texts of up to this many bytes fit in one number. */
export const SHORT = 6;

const COLON = 0x3a;
const shortTexts = new Map<number, string>();
const MAX_SHORT_TEXTS = 10_000;

/** Up to six bytes as one number, never 0. */
export function packShort(buffer: Uint8Array, start: number, end: number): number {
  let packed = 0;
  for (let i = start; i < end; i++) packed = packed * 256 + (buffer[i] as number);
  return packed;
}

/** As `packShort`, of a text; 0 when it is longer, or not plain ASCII. */
export function packShortText(text: string): number {
  if (text.length > SHORT) return 0;
  let packed = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return 0;
    packed = packed * 256 + code;
  }
  return packed;
}

/** The text that was packed: product codes and units come back a hundred thousand times, so they are kept. */
export function shortText(packed: number, buffer: Uint8Array, start: number, end: number): string {
  const known = shortTexts.get(packed);
  if (known !== undefined) return known;
  const text = latinText(buffer, start, end);
  if (shortTexts.size < MAX_SHORT_TEXTS) shortTexts.set(packed, text);
  return text;
}

/** Second of the day of the `HH:MM:SS` at `start`; -1 for anything else. */
export function secondsAt(buffer: Uint8Array, start: number): number {
  const h1 = (buffer[start] as number) - 0x30;
  const h2 = (buffer[start + 1] as number) - 0x30;
  const m1 = (buffer[start + 3] as number) - 0x30;
  const m2 = (buffer[start + 4] as number) - 0x30;
  const s1 = (buffer[start + 6] as number) - 0x30;
  const s2 = (buffer[start + 7] as number) - 0x30;
  if (buffer[start + 2] !== COLON || buffer[start + 5] !== COLON) return -1;
  if (h1 >>> 0 > 2 || h2 >>> 0 > 9 || m1 >>> 0 > 5 || m2 >>> 0 > 9 || s1 >>> 0 > 5 || s2 >>> 0 > 9) return -1;
  const hours = h1 * 10 + h2;
  return hours > 23 ? -1 : hours * 3600 + (m1 * 10 + m2) * 60 + s1 * 10 + s2;
}

/** What `daysAt` gives for anything that is no day. */
export const NO_DAY = -0x80000000;

const CACHED = 4096;
const cachedDates = new Int32Array(CACHED).fill(-1);
const cachedDays = new Int32Array(CACHED);

/** Day number of the `YYYY-MM-DD` at `start`; `NO_DAY` for anything else, and for days that do not exist. */
export function daysAt(buffer: Uint8Array, start: number): number {
  const y1 = (buffer[start] as number) - 0x30;
  const y2 = (buffer[start + 1] as number) - 0x30;
  const y3 = (buffer[start + 2] as number) - 0x30;
  const y4 = (buffer[start + 3] as number) - 0x30;
  const m1 = (buffer[start + 5] as number) - 0x30;
  const m2 = (buffer[start + 6] as number) - 0x30;
  const d1 = (buffer[start + 8] as number) - 0x30;
  const d2 = (buffer[start + 9] as number) - 0x30;
  if (buffer[start + 4] !== 0x2d || buffer[start + 7] !== 0x2d) return NO_DAY;
  if (y1 >>> 0 > 9 || y2 >>> 0 > 9 || y3 >>> 0 > 9 || y4 >>> 0 > 9) return NO_DAY;
  if (m1 >>> 0 > 1 || m2 >>> 0 > 9 || d1 >>> 0 > 3 || d2 >>> 0 > 9) return NO_DAY;
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
  const date = (year << 9) | ((m1 * 10 + m2) << 5) | (d1 * 10 + d2);
  const slot = date & (CACHED - 1);
  if (cachedDates[slot] === date) return cachedDays[slot] as number;
  const day = year === 0 || d1 * 10 + d2 > 31 ? undefined : plainDate(year, m1 * 10 + m2, d1 * 10 + d2);
  if (day === undefined) return NO_DAY;
  cachedDates[slot] = date;
  cachedDays[slot] = day;
  return day;
}
