// SPDX-License-Identifier: EUPL-1.2
import type { BronRijen, BronSoort, Regio } from '../../contract/index.ts';
import type { Clienten } from '../clienten.ts';
import type { Child, Population } from '../population.ts';
import { ageOn } from '../population.ts';
import type { Random } from '../random.ts';
import { randomStream } from '../random.ts';
import type { Targets } from '../targets.ts';
import type { Traject } from '../trajecten.ts';
import type { BronFiguren } from './bron-figuren.ts';

/** One file of a source. */
export type Bronbestand = {
  readonly [Soort in BronSoort]: {
    readonly soort: Soort;
    /** Without extension. */
    readonly naam: string;
    readonly rijen: readonly BronRijen[Soort][];
  };
}[BronSoort];

/** What the makers of the other sources may look at: the same children as in the messages. */
export interface BronWereld {
  readonly figuren: BronFiguren;
  readonly regio: Regio;
  readonly targets: Targets;
  /** Years with figures. */
  readonly jaren: readonly number[];
  readonly population: Population;
  readonly trajecten: readonly Traject[];
  readonly clienten: Clienten;
  readonly seed: number;
}

export function stream(wereld: BronWereld, ...name: readonly (string | number)[]): Random {
  return randomStream(wereld.seed, 'bronnen', ...name);
}

/**
 * Clients of a year in the order in which they are taken for something: a draw without repetition in which a larger weight comes earlier.
 * Weight 0 is left out. Source: Efraimidis and Spirakis 2006.
 */
export function clientsByWeight(
  wereld: BronWereld,
  jaar: number,
  gemeente: number | undefined,
  random: Random,
  weight: (types: number, age: number) => number,
): { child: Child; gemeente: number }[] {
  const year = wereld.population.clientYears[wereld.targets.years.indexOf(jaar)] ?? [];
  return year
    .filter((record) => gemeente === undefined || record.gemeente === gemeente)
    .map((record) => {
      const own = weight(record.types, Math.max(0, ageOn(record.child.born, jaar)));
      return { record, key: own > 0 ? -Math.log(1 - random.next()) / own : Number.POSITIVE_INFINITY };
    })
    .filter(({ key }) => Number.isFinite(key))
    .sort((a, b) => a.key - b.key)
    .map(({ record }) => ({ child: record.child, gemeente: record.gemeente }));
}

/** `count` of the items, without repetition, in random order; all of them when there are fewer. */
export function some<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, Math.max(0, count))
    .map(({ item }) => item);
}

/** Whole numbers that add up to `total` in proportion to the weights: largest remainders. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  let rest = total - whole.reduce((all, count) => all + count, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (rest <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    rest -= 1;
  }
  return whole;
}
