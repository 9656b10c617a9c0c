// SPDX-License-Identifier: EUPL-1.2

/** A printed number of clients that cannot hold together with its region, and the number that does. */
export interface DocumentedRepair {
  readonly gebied: string;
  readonly jaar: number;
  readonly printed: number;
  readonly mended: number;
  readonly because: string;
}

/**
 * Repairs of the published monitor of Haaglanden 2024. Each is applied only where the printed value stands in the input, the gemeenten of that
 * year do not add up to the region, and they do after the repair.
 * Source: docs/adr/printed-figures-are-mended-only-where-they-contradict-each-other.md
 */
export const DOCUMENTED_REPAIRS: readonly DocumentedRepair[] = [
  {
    gebied: 'GM0503',
    jaar: 2021,
    printed: 2236,
    mended: 2326,
    because:
      'two digits changed places: the nine gemeenten miss 90 clients of the regional 29,501, and Figuur 1 of the appendix prints 2,326',
  },
  {
    gebied: 'GM0603',
    jaar: 2024,
    printed: 1699,
    mended: 1688,
    because:
      'the gemeenten exceed the regional 22,006 by 11, and the regional cost per client fits 1,688 only; Figuur 1 of the appendix prints 1,687',
  },
];
