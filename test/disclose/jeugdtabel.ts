// SPDX-License-Identifier: EUPL-1.2
import type { Instantie } from './instantie.ts';
import { seeded } from './voorbeeld-release.ts';

/** Size of a made-up table: leaves per parent along each of its dimensions. */
export interface Vorm {
  readonly regios: readonly number[];
  readonly zorgvormen: readonly number[];
  readonly leeftijden: number;
  readonly geslacht: boolean;
}

/** 6,000 cells: 20 gemeenten in 4 regions, 12 kinds of care in 3 forms, 4 age classes, 2 sexes, and every total. */
export const ZESDUIZEND: Vorm = {
  regios: [5, 5, 5, 5],
  zorgvormen: [4, 4, 4],
  leeftijden: 4,
  geslacht: true,
};

/** 26,208 cells: 35 gemeenten in 3 regions, 24 kinds of care in 3 forms, 7 age classes, 2 sexes, and every total. */
export const ZESENTWINTIGDUIZEND: Vorm = {
  regios: [12, 12, 11],
  zorgvormen: [8, 8, 8],
  leeftijden: 7,
  geslacht: true,
};

type Boom = Readonly<Record<string, readonly string[]>>;

/** A count table like those of youth care: sparse, uneven, with published zeros; 1 to 4 may not be shown. Everything follows from the seed. */
export function jeugdTabel(vorm: Vorm, seed: number): Instantie {
  const random = seeded(seed);
  const hierarchies: Boom[] = [
    boom('r', 'm', vorm.regios),
    boom('f', 'c', vorm.zorgvormen),
    { Total: codes('a', vorm.leeftijden) },
    ...(vorm.geslacht ? [{ Total: ['v', 'j'] }] : []),
  ];
  const rate = hierarchies.map(
    (hierarchy) => new Map(leaves(hierarchy).map((code) => [code, 0.25 + 1.5 * random()])),
  );
  const counts = new Map<string, number>();
  for (const leaf of product(hierarchies.map(leaves))) {
    const mean = leaf.reduce((mean, code, at) => mean * (rate[at]?.get(code) ?? 1), 2);
    const value = poisson(mean, random);
    for (const cell of product(leaf.map((code, at) => [code, ...ancestors(code, hierarchies[at] ?? {})]))) {
      const key = cell.join('\t');
      counts.set(key, (counts.get(key) ?? 0) + value);
    }
  }
  const cells = product(hierarchies.map((hierarchy) => ['Total', ...Object.values(hierarchy).flat()])).map(
    (cell) => {
      const value = counts.get(cell.join('\t')) ?? 0;
      return { codes: cell, value, primary: value >= 1 && value <= 4, fixed: value === 0 };
    },
  );
  return { id: `jeugd-${cells.length}`, hierarchies, cells };
}

function boom(parent: string, child: string, sizes: readonly number[]): Boom {
  let next = 0;
  const nodes = sizes.map((size, at) => {
    const first = next;
    next += size;
    return [
      `${parent}${at}`,
      Array.from({ length: size }, (_, index) => `${child}${first + index}`),
    ] as const;
  });
  return { Total: nodes.map(([code]) => code), ...Object.fromEntries(nodes) };
}

function codes(letter: string, size: number): string[] {
  return Array.from({ length: size }, (_, at) => `${letter}${at}`);
}

function leaves(hierarchy: Boom): string[] {
  return Object.values(hierarchy)
    .flat()
    .filter((code) => !(code in hierarchy));
}

function ancestors(code: string, hierarchy: Boom): string[] {
  const parent = Object.entries(hierarchy).find(([, children]) => children.includes(code))?.[0];
  return parent === undefined ? [] : [parent, ...ancestors(parent, hierarchy)];
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (cells, values) => cells.flatMap((cell) => values.map((value) => [...cell, value])),
    [[]],
  );
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let chance = random(); chance > limit; chance *= random()) count += 1;
  return count;
}
