// SPDX-License-Identifier: EUPL-1.2
import type { Kolom } from '../src/disclose/eliminatie.ts';
import { Eliminatie, kolomVan } from '../src/disclose/eliminatie.ts';
import type { Instantie } from '../test/disclose/instantie.ts';

/** What the peer is told about a table. */
export interface GaussVraag {
  /** Zeros that everybody sees are no unknowns, and then ones are singletons; otherwise zeros are. */
  readonly nullen: 'getoond' | 'verborgen';
  /** Which cells are shown first: the largest (GaussSuppression), or those that stand first in the table (sdcTable's GAUSS). */
  readonly volgorde?: 'grootste' | 'tabel';
}

/**
 * The secondary cells of GaussSuppression, in our own code: one cell after the other is shown, unless a primary cell would then follow linearly from what is shown.
 * Singletons by `anySum`: a sum of singletons may not follow either; a combination of singletons that is no plain sum may, as long as it shares none with an earlier one.
 * Of equally large cells the one whose inner cells lie under the largest cells comes first. Shape: places in `cells`, ascending.
 * Source: Langsrud (2024), “Secondary Cell Suppression by Gaussian Elimination”; manuals of SSBtools and GaussSuppression; the rule for combinations and the order of
 * equal cells are in their published source only.
 */
export function gaussSuppression(instantie: Instantie, { nullen, volgorde }: GaussVraag): readonly number[] {
  const { cells } = instantie;
  const isShown = (cell: number): boolean => nullen === 'getoond' && cells[cell]?.value === 0;
  const inner = innerCells(instantie);
  const order =
    volgorde === 'tabel' ? cells.map((_, cell) => cell) : largestFirst(cells, [...inner.values()]);
  const known = [...inner].filter(([leaf]) => !isShown(leaf));
  const single = nullen === 'getoond' ? 1 : 0;
  const isSingleton = ([leaf]: readonly [number, readonly number[]]): boolean =>
    cells[leaf]?.value === single;
  const others = known.filter((row) => !isSingleton(row));
  const rows = [...others, ...known.filter(isSingleton)];
  const columns = columnsOf(
    cells.length,
    rows.map(([, above]) => above),
  );
  const isPrimary = (cell: number): boolean => cells[cell]?.primary === true;
  const onlySingletons = ({ rows: own }: Kolom): boolean => (own[0] ?? 0) >= others.length;
  // A primary cell of singletons only is protected as their sum.
  const eliminatie = new Eliminatie(
    columns,
    rows.length,
    (cell) => isPrimary(cell) && !onlySingletons(columns[cell] as Kolom),
  );
  const used = new Set<number>();
  const isSumOfSingletons = (left: Kolom): boolean => {
    if (left.rows.length === 0 || !onlySingletons(left)) return false;
    if (left.values.every((value) => value === left.values[0]) || left.rows.some((row) => used.has(row)))
      return true;
    for (const row of left.rows) used.add(row);
    return false;
  };
  const secondary = order.filter((cell) => {
    if (isPrimary(cell) || isShown(cell)) return false;
    const isHidden = isSumOfSingletons(eliminatie.left(cell)) || eliminatie.reveals(cell);
    if (isHidden) eliminatie.drop(cell);
    else eliminatie.know(cell, others.length);
    return isHidden;
  });
  return secondary.sort((a, b) => a - b);
}

/** Every inner cell with the cells that it is part of, itself among them. */
function innerCells({ cells, hierarchies }: Instantie): ReadonlyMap<number, readonly number[]> {
  const at = new Map(cells.map(({ codes }, cell) => [codes.join('\t'), cell]));
  const upwards = hierarchies.map((hierarchy) => {
    const up = (code: string): readonly string[] => [
      code,
      ...Object.entries(hierarchy).flatMap(([parent, children]) =>
        children.includes(code) ? up(parent) : [],
      ),
    ];
    return new Map(
      [...new Set(Object.entries(hierarchy).flat(2))].map((code) => [code, [...new Set(up(code))]]),
    );
  });
  return new Map(
    cells.flatMap(({ codes }, cell) => {
      if (codes.some((code, dimension) => code in (hierarchies[dimension] ?? {}))) return [];
      const above = codes.reduce<string[]>(
        (keys, code, dimension) =>
          keys.flatMap((key) =>
            (upwards[dimension]?.get(code) ?? [code]).map((up) => (dimension === 0 ? up : `${key}\t${up}`)),
          ),
        [''],
      );
      return [[cell, above.flatMap((key) => at.get(key) ?? [])]];
    }),
  );
}

/** By value; of equal ones the cell that shares most with large cells: for every inner cell of it, all that stands above that one. */
function largestFirst(cells: Instantie['cells'], inner: readonly (readonly number[])[]): readonly number[] {
  const shared = new Float64Array(cells.length);
  for (const above of inner) {
    const weight = above.reduce((sum, cell) => sum + (cells[cell]?.value ?? 0) + 1, 0);
    for (const cell of above) shared[cell] = (shared[cell] ?? 0) + weight;
  }
  return cells
    .map((_, cell) => cell)
    .sort(
      (a, b) =>
        (cells[b]?.value ?? 0) - (cells[a]?.value ?? 0) || (shared[b] ?? 0) - (shared[a] ?? 0) || a - b,
    );
}

function columnsOf(count: number, rows: readonly (readonly number[])[]): readonly Kolom[] {
  const columns: (readonly [number, 1])[][] = Array.from({ length: count }, () => []);
  rows.forEach((above, row) => {
    for (const cell of above) columns[cell]?.push([row, 1]);
  });
  return columns.map((terms) => kolomVan(terms) as Kolom);
}
