// SPDX-License-Identifier: EUPL-1.2
import type { Taal } from './taal.ts';

/** How numbers and days are written in one language. Deterministic: no locale data of the machine. */
export interface Notation {
  /** `1.029`; decimals are rounded away. */
  count(value: number): string;
  /** Whole euros from eurocents: `€ 13.784`. */
  euro(cents: number): string;
  /** Whole euros without the sign, for a column whose unit is euro: `13.784`. */
  euroAmount(cents: number): string;
  /** Millions of euros with one decimal and without sign or word, for a column that names its unit: `303,3`. */
  millions(cents: number): string;
  /** Millions of euros with one decimal: `€ 303,3 miljoen`. */
  euroMillions(cents: number): string;
  /** A share from 0 to 1 as a percentage: `31%`. */
  percent(share: number, decimals?: number): string;
  /** A share as a signed percentage: `+5,9%`, `−47,4%`, `0,0%`. */
  change(share: number, decimals?: number): string;
  /** A number with this many decimals: `3,2`. */
  number(value: number, decimals: number): string;
  /** The same with its sign: `+3,2`, `−3,2`, `0,0`. */
  signed(value: number, decimals: number): string;
  /** `31 maart 2025` from `2025-03-31`. */
  date(iso: string): string;
}

interface Signs {
  readonly group: string;
  readonly decimal: string;
  readonly euro: string;
  readonly million: string;
  readonly months: readonly string[];
}

const signs: Record<Taal, Signs> = {
  nl: {
    group: '.',
    decimal: ',',
    euro: '€\u00a0',
    million: '\u00a0miljoen',
    months: [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ],
  },
  en: {
    group: ',',
    decimal: '.',
    euro: '€',
    million: '\u00a0million',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
};

const HALF = 0.5 + 1e-9;

function formatDecimal(value: number, decimals: number, { group, decimal }: Signs): string {
  const scaled = Math.floor(Math.abs(value) * 10 ** decimals + HALF);
  const digits = String(scaled).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, group);
  const fraction = decimals === 0 ? '' : decimal + digits.slice(-decimals);
  return `${value < 0 && scaled > 0 ? '−' : ''}${whole}${fraction}`;
}

function notationOf(sign: Signs): Notation {
  const number = (value: number, decimals = 0) => formatDecimal(value, decimals, sign);
  return {
    count: (value) => number(value),
    euro: (cents) => {
      const amount = number(cents / 100);
      return amount.startsWith('−') ? `−${sign.euro}${amount.slice(1)}` : sign.euro + amount;
    },
    euroAmount: (cents) => number(cents / 100),
    millions: (cents) => number(cents / 100_000_000, 1),
    euroMillions: (cents) => `${sign.euro}${number(cents / 100_000_000, 1)}${sign.million}`,
    percent: (share, decimals = 0) => `${number(share * 100, decimals)}%`,
    change: (share, decimals = 1) => {
      const text = number(share * 100, decimals);
      return `${/[1-9]/.test(text) && share > 0 ? '+' : ''}${text}%`;
    },
    number,
    signed: (value, decimals) => {
      const text = number(value, decimals);
      return `${/[1-9]/.test(text) && value > 0 ? '+' : ''}${text}`;
    },
    date: (iso) => {
      const [year = '', month = '', day = ''] = iso.split('-');
      return `${Number(day)} ${sign.months[Number(month) - 1] ?? ''} ${year}`;
    },
  };
}

const notations: Record<Taal, Notation> = { nl: notationOf(signs.nl), en: notationOf(signs.en) };

/** The way of writing numbers in this language. */
export function notation(taal: Taal): Notation {
  return notations[taal];
}
