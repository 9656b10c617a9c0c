// SPDX-License-Identifier: EUPL-1.2
import { plainDate } from '../contract/index.ts';

/** Bytes of plain ASCII as a string. */
export function latinText(buffer: Uint8Array, start: number, end: number): string {
  return (buffer as Buffer).toString('latin1', start, end);
}

/** The number that only digits make; -1 for anything else, and for more than 15 digits. */
export function digitsOf(buffer: Uint8Array, start: number, end: number): number {
  if (end === start || end - start > 15) return -1;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = (buffer[i] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

const known = new Map<number, number>();
const MAX_KNOWN = 100_000;

/** Day number of the `YYYY-MM-DD` that a value is; NaN for anything else, and for days that do not exist. */
export function daysOf(buffer: Uint8Array, start: number, end: number): number {
  if (end - start !== 10 || buffer[start + 4] !== 0x2d || buffer[start + 7] !== 0x2d) return Number.NaN;
  let packed = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = (buffer[start + i] as number) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    packed = packed * 10 + digit;
  }
  const cached = known.get(packed);
  if (cached !== undefined) return cached;
  const year = Math.floor(packed / 10_000);
  const day = year === 0 ? undefined : plainDate(year, Math.floor(packed / 100) % 100, packed % 100);
  const days = day ?? Number.NaN;
  if (known.size < MAX_KNOWN) known.set(packed, days);
  return days;
}
