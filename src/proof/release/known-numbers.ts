// SPDX-License-Identifier: EUPL-1.2
import type { PublishedTable, Unit } from '../../contract/index.ts';
import { formatDutch } from '../dutch-number.ts';
import { valuePrints } from './prints.ts';

/** Every number that a sentence about these figures may print, with and without its percent sign. */
export interface KnownNumbers {
  has(value: number, procent: boolean): boolean;
}

/** Figures as people read them: counts, euros, millions, percentages, and the changes between two periods of one figure. */
export function knownNumbers(tables: readonly PublishedTable[], others: readonly number[]): KnownNumbers {
  const known = new Set<string>(others.map((value) => formatDutch(value)));
  const add = (unit: Unit, value: number) => {
    for (const print of valuePrints(unit, Math.abs(value))) known.add(print);
  };
  for (const { eenheid, rows } of tables) {
    const series = new Map<string, number[]>();
    for (const { variant, gebied, dimensies, waarde } of rows) {
      if (waarde === null) continue;
      add(eenheid, waarde);
      const key = JSON.stringify([variant, gebied, dimensies]);
      series.set(key, [...(series.get(key) ?? []), waarde]);
    }
    for (const values of series.values())
      values.forEach((from, index) => {
        for (const to of values.slice(index + 1)) {
          add(eenheid, to - from);
          for (const [a, b] of [
            [from, to],
            [to, from],
          ] as const)
            if (a !== 0)
              for (const decimals of [0, 1])
                known.add(`${formatDutch(Math.abs(100 * (b / a - 1)), decimals)}%`);
        }
      });
  }
  return {
    has: (value, procent) => {
      const decimals = Number.isInteger(value) ? 0 : (String(value).split('.')[1]?.length ?? 0);
      return known.has(`${formatDutch(Math.abs(value), decimals)}${procent ? '%' : ''}`);
    },
  };
}
