// SPDX-License-Identifier: EUPL-1.2
import {
  addDays,
  dayOf,
  daysInMonth,
  monthOf,
  type PlainDate,
  plainDate,
  yearOf,
} from '../../src/contract/index.ts';
import type { Traject } from './evaluator-trajecten.ts';
import type { Outcome, Period } from './evaluator-world.ts';

/** Classes of how long a traject has run. Unit of the ends: months. */
export const CLASSES: readonly (readonly [string, number, number])[] = [
  ['0-3m', 0, 3],
  ['3-6m', 3, 6],
  ['6-12m', 6, 12],
  ['1-2j', 12, 24],
  ['2-3j', 24, 36],
  ['3-4j', 36, 48],
  ['4j+', 48, Number.POSITIVE_INFINITY],
];

/** Trajecten with care on the last day of the period, of one class or all. */
export function running(some: readonly Traject[], code: string, { last }: Period): readonly Traject[] {
  const there = some.filter(({ begin, end }) => begin <= last && (end === undefined || end >= last));
  const found = CLASSES.find(([name]) => name === code);
  if (found === undefined) return there;
  const [, from, until] = found;
  return there.filter(({ begin }) => {
    const months = wholeMonths(begin, addDays(last, 1));
    return months >= from && months < until;
  });
}

function wholeMonths(begin: PlainDate, day: PlainDate): number {
  let months = 0;
  while (monthsLater(begin, months + 1) <= day) months += 1;
  return months;
}

function monthsLater(begin: PlainDate, months: number): PlainDate {
  const index = yearOf(begin) * 12 + monthOf(begin) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return plainDate(year, month, Math.min(dayOf(begin), daysInMonth(year, month))) as PlainDate;
}

/**
 * Median by Kaplan and Meier, in exact fractions: the first day at which the product of (at risk − ended) / at risk is a half or less. Each person is
 * looked at apart.
 */
export function median(begun: readonly Traject[], data: PlainDate): Outcome {
  const lives = begun
    .filter(({ begin }) => begin <= data)
    .map(({ begin, end, reason }) => ({
      days: (end ?? data) - begin + 1,
      over: end !== undefined && reason !== 'afgeleid',
    }));
  const teller = null;
  const noemer = begun.length;
  if (noemer === 0) return { waarde: null, teller, noemer, status: ['niet_van_toepassing'] };
  let [above, below] = [1n, 1n];
  let variance = 0;
  const crossed: { waarde?: number; ondergrens?: number; bovengrens?: number } = {};
  for (const day of [...new Set(lives.map(({ days }) => days))].sort((a, b) => a - b)) {
    const atRisk = lives.filter(({ days }) => days >= day).length;
    const over = lives.filter(({ days, over: ended }) => days === day && ended).length;
    if (over === 0) continue;
    above *= BigInt(atRisk - over);
    below *= BigInt(atRisk);
    if (2n * above <= below) crossed.waarde ??= day;
    if (atRisk > over) variance += over / (atRisk * (atRisk - over));
    const still = Number(above) / Number(below);
    const spread = Math.exp((1.959963984540054 * Math.sqrt(variance)) / Math.abs(Math.log(still)));
    if (still === 0 || still ** spread <= 0.5) crossed.ondergrens ??= day;
    if (still === 0 || still ** (1 / spread) <= 0.5) crossed.bovengrens ??= day;
  }
  const { waarde, ...grenzen } = crossed;
  return waarde === undefined
    ? { waarde: null, teller, noemer, status: ['onbekend'], grenzen }
    : { waarde, teller, noemer, status: ['normaal'], grenzen };
}

/** Of those that began, the share that lasts longer than so many days, in exact fractions; not known when nobody was followed that long. */
export function stillRunning(begun: readonly Traject[], data: PlainDate, longer: number): Outcome {
  const [teller, noemer] = [null, begun.length];
  if (noemer === 0) return { waarde: null, teller, noemer, status: ['niet_van_toepassing'] };
  const followed = begun
    .filter(({ begin }) => begin <= data)
    .map(({ begin, end, reason }) => ({
      days: (end ?? data) - begin + 1,
      over: end !== undefined && reason !== 'afgeleid',
    }));
  let [above, below] = [1n, 1n];
  let variance = 0;
  for (let day = 1; day <= longer; day += 1) {
    const atRisk = followed.filter(({ days }) => days >= day).length;
    const over = followed.filter(({ days, over: ended }) => days === day && ended).length;
    if (over === 0) continue;
    above *= BigInt(atRisk - over);
    below *= BigInt(atRisk);
    if (atRisk > over) variance += over / (atRisk * (atRisk - over));
  }
  if (above > 0n && !followed.some(({ days }) => days >= longer))
    return { waarde: null, teller, noemer, status: ['nog_niet_bekend'], grenzen: {} };
  const still = Number(above) / Number(below);
  const kept = (share: number): number => Math.round(share * 1e9) / 1e9;
  const spread = Math.exp((1.959963984540054 * Math.sqrt(variance)) / Math.abs(Math.log(still)));
  const grenzen =
    above === 0n || above === below
      ? {}
      : { ondergrens: kept(still ** spread), bovengrens: kept(still ** (1 / spread)) };
  return { waarde: kept(still), teller, noemer, status: ['normaal'], grenzen };
}
