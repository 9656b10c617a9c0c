// SPDX-License-Identifier: EUPL-1.2
import type { Interval } from './interval.ts';

/** A number as Dutch print writes it. */
export interface PrintedNumber {
  readonly waarde: number;
  readonly decimalen: number;
  readonly procent: boolean;
  readonly euro: boolean;
  /** A decimal point, where Dutch writes a comma. */
  readonly punt: boolean;
}

const NUMBER =
  /^([+−–-]?)\s*(€\s*)?([+−–-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:([.,])(\d+))?\s*(%|procent)?(?:,-)?$/;

/** Reads `1.029`, `-9,6%`, `€ 13.784`, `10.2%`; undefined for anything else. */
export function parseDutchNumber(text: string): PrintedNumber | undefined {
  const match = NUMBER.exec(text.replaceAll(' ', ' ').trim());
  if (!match) return undefined;
  const [, sign = '', euro, inner = '', whole = '', mark, fraction = '', procent] = match;
  const value = Number(`${whole.replaceAll('.', '')}${fraction === '' ? '' : `.${fraction}`}`);
  return {
    waarde: sign + inner === '' || sign + inner === '+' ? value : -value,
    decimalen: fraction.length,
    procent: procent !== undefined,
    euro: euro !== undefined,
    punt: mark === '.',
  };
}

/** Dutch rounding: a half goes away from zero. All values that are printed as this one. */
export function roundingInterval(value: number, decimals: number): Interval {
  const half = 0.5 * 10 ** -decimals;
  return { low: value - half, high: value + half };
}

/** Rounds a half away from zero. */
export function roundDutch(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  return (Math.sign(value) * Math.floor(Math.abs(value) * unit + 0.5 + 1e-9)) / unit;
}

/** `1.029`, `−9,6`: how a value of so many decimals is printed. */
export function formatDutch(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(roundDutch(value, decimals)).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const negative = roundDutch(value, decimals) < 0;
  return `${negative ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

const UNITS =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  );
const TENS = ['twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'];

const WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.flatMap((ten, index) => {
    const value = 20 + 10 * index;
    const compounds = UNITS.slice(1, 10).map(
      (unit, step) => [`${unit}${/e$/.test(unit) ? 'ën' : 'en'}${ten}`, value + step + 1] as const,
    );
    return [[ten, value] as const, ...compounds];
  }),
  ['één', 1],
  ['honderd', 100],
  ['duizend', 1000],
]);

/** `zeventien` is 17; undefined for words that are no number. `een` counts only with accents: without them it is an article. */
export function parseNumberWord(word: string): number | undefined {
  const lower = word.toLowerCase();
  return lower === 'een' ? undefined : WORDS.get(lower);
}
