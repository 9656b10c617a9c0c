// SPDX-License-Identifier: EUPL-1.2

/** A seeded stream of random numbers. The same seed and name give the same numbers on every machine and in every thread. */
export interface Random {
  /** Uniform, 0 ≤ x < 1. */
  next(): number;
  /** Uniform whole number, `low` ≤ n ≤ `high`. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Normal with mean 0 and standard deviation 1. */
  normal(): number;
  /** Lognormal with this median and this standard deviation of the logarithm. */
  lognormal(median: number, sigma: number): number;
  /** Index drawn with these weights. */
  weighted(weights: readonly number[]): number;
  pick<Item>(items: readonly Item[]): Item;
}

/**
 * The stream with this name. Streams with different names are independent, so that what one part draws never moves another part.
 * Source: sfc32 (PractRand), seeded with FNV-1a of the name.
 */
export function randomStream(seed: number, ...name: readonly (string | number)[]): Random {
  const text = name.join('/');
  let a = hash(text, 0x811c9dc5 ^ seed);
  let b = hash(text, 0x9e3779b9 + seed);
  let c = hash(text, 0x85ebca6b - seed);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const weighted = (weights: readonly number[]): number => {
    let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, weight] of weights.entries()) {
      rest -= weight;
      if (rest < 0) return index;
    }
    return weights.length - 1;
  };
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    normal,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    weighted,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('pick from an empty list');
      return item;
    },
  };
}

function hash(text: string, start: number): number {
  let value = start | 0;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x7feb352d);
  return value ^ (value >>> 15);
}
