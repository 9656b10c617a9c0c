// SPDX-License-Identifier: EUPL-1.2
import type { Instantie } from '../test/disclose/instantie.ts';

/** Arithmetic is modulo this prime: exact, and a product of two fits in a double. */
const PRIME = 67_108_859;

type Column = Map<number, number>;

/**
 * Secondary suppression by linear dependence, as the R package GaussSuppression does it: cells are shown from the largest to the smallest unless
 * the shown ones would then determine a primary cell. A comparison for our own planner; it knows nothing of bounds such as "at least 1".
 * Returns the numbers of the cells hidden beside the primary ones. Source: Ø. Langsrud, GaussSuppression (CRAN), method "Gaussian elimination".
 */
export function gaussSuppression({
  cells,
  hierarchies,
}: Pick<Instantie, 'cells' | 'hierarchies'>): readonly number[] {
  const leaves = new Map<string, number>();
  const isLeaf = (codes: readonly string[]) => codes.every((code, at) => !(code in (hierarchies[at] ?? {})));
  cells.forEach(({ codes, value }) => {
    if (isLeaf(codes) && value !== 0) leaves.set(codes.join('\t'), leaves.size);
  });
  const under = (code: string, at: number): readonly string[] => {
    const children = hierarchies[at]?.[code];
    return children === undefined ? [code] : children.flatMap((child) => under(child, at));
  };
  const columnOf = (codes: readonly string[]): Column => {
    const keys = codes
      .map((code, at) => under(code, at))
      .reduce<string[]>(
        (all, next, at) =>
          at === 0 ? [...next] : all.flatMap((key) => next.map((code) => `${key}\t${code}`)),
        [],
      );
    return new Map(keys.flatMap((key) => (leaves.has(key) ? [[leaves.get(key) ?? 0, 1] as const] : [])));
  };
  const order = cells
    .map((_, at) => at)
    .sort((a, b) => (cells[b]?.value ?? 0) - (cells[a]?.value ?? 0) || a - b);
  const candidates = order.filter((at) => cells[at]?.primary !== true && cells[at]?.value !== 0);
  const primary = cells.flatMap((cell) => (cell.primary === true ? [columnOf(cell.codes)] : []));
  const touching = new Map<number, Set<Column>>();
  for (const column of primary) for (const row of column.keys()) touch(touching, row, column);
  const pivots = new Map<number, Column>();
  const hidden: number[] = [];
  for (const at of candidates) {
    const column = reduced(columnOf(cells[at]?.codes ?? []), pivots);
    if (column.size === 0) continue;
    const pivot = pivotOf(column, touching);
    if ([...(touching.get(pivot) ?? [])].some((own) => isMultiple(own, column, pivot))) {
      hidden.push(at);
      continue;
    }
    scale(column, pivot);
    for (const own of [...(touching.get(pivot) ?? [])]) subtract(own, column, own.get(pivot) ?? 0, touching);
    pivots.set(pivot, column);
  }
  return hidden.sort((a, b) => a - b);
}

function touch(touching: Map<number, Set<Column>>, row: number, column: Column): void {
  const set = touching.get(row) ?? new Set<Column>();
  set.add(column);
  touching.set(row, set);
}

/** What is left of a column when everything that is shown already is taken out. */
function reduced(column: Column, pivots: ReadonlyMap<number, Column>): Column {
  const open = [...column.keys()].filter((row) => pivots.has(row));
  while (open.length > 0) {
    const row = open.pop() ?? 0;
    const factor = column.get(row) ?? 0;
    const pivot = pivots.get(row);
    if (factor === 0 || pivot === undefined) continue;
    for (const [other, value] of pivot) {
      const before = column.get(other) ?? 0;
      const after = (before - ((factor * value) % PRIME) + PRIME) % PRIME;
      if (after === 0) column.delete(other);
      else {
        column.set(other, after);
        if (before === 0 && pivots.has(other)) open.push(other);
      }
    }
  }
  return column;
}

/** The row that the fewest primary cells have, so that they stay short. */
function pivotOf(column: Column, touching: ReadonlyMap<number, ReadonlySet<Column>>): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const row of column.keys()) {
    const size = touching.get(row)?.size ?? 0;
    if (size < least || (size === least && row < best)) {
      best = row;
      least = size;
    }
  }
  return best;
}

function isMultiple(own: Column, column: Column, pivot: number): boolean {
  if (own.size !== column.size) return false;
  const factor = ((own.get(pivot) ?? 0) * inverse(column.get(pivot) ?? 1)) % PRIME;
  for (const [row, value] of column) if ((own.get(row) ?? 0) !== (factor * value) % PRIME) return false;
  return true;
}

function scale(column: Column, pivot: number): void {
  const factor = inverse(column.get(pivot) ?? 1);
  for (const [row, value] of column) column.set(row, (value * factor) % PRIME);
}

function subtract(own: Column, column: Column, factor: number, touching: Map<number, Set<Column>>): void {
  for (const [row, value] of column) {
    const before = own.get(row) ?? 0;
    const after = (before - ((factor * value) % PRIME) + PRIME) % PRIME;
    if (after === 0) {
      own.delete(row);
      touching.get(row)?.delete(own);
    } else {
      own.set(row, after);
      if (before === 0) touch(touching, row, own);
    }
  }
}

function inverse(value: number): number {
  let [low, high] = [value, PRIME];
  let [x, y] = [1, 0];
  while (low > 1) {
    const times = Math.floor(low / high);
    [low, high] = [high, low % high];
    [x, y] = [y, x - times * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
}
