// SPDX-License-Identifier: EUPL-1.2
import type { LinearRow } from './solver.ts';

/** One published (or derivable) number, seen by the planner, who knows its value. */
export interface PlanCell {
  readonly key: string;
  /** Must be hidden, must be shown, or the planner chooses. */
  readonly keuze: 'verborgen' | 'getoond' | 'vrij';
  /** What is lost when it is hidden. */
  readonly gewicht: number;
  readonly value: number;
  /** How far below and above the value the attacker must look while it is hidden. Infinite = no bound. */
  readonly down: number;
  readonly up: number;
  /** The same while it is shown: 0, or the room that rounding leaves. */
  readonly shownDown: number;
  readonly shownUp: number;
  /** What the attacker must not get below while it is hidden: distance to the smallest, to the largest value, and between them. */
  readonly needDown: number;
  readonly needUp: number;
  readonly needWidth: number;
  /** Absent: nobody is counted in it. */
  readonly ingewijd?: Ingewijd;
}

/** What those who are counted in a cell know of it. */
export interface Ingewijd {
  /** Most that one of them makes up of it. Unit: that of the cell. */
  readonly eigen: number;
  /** They may put together what each of them knows: that he is counted is no secret, what was spent on him is. */
  readonly samen: boolean;
}

/**
 * Everything an attacker can use in one system: cells and the linear relations between them. A relation holds for the true values; its
 * bounds are those of the deviation from them, `lower ≤ Σ a · (y − value) ≤ upper`, so lower ≤ 0 ≤ upper.
 */
export interface Stelsel {
  readonly cells: readonly PlanCell[];
  readonly relations: readonly LinearRow[];
}

/** Part of a system that shares no relation with the rest. `cells` and `relations` are indices into the whole. */
export interface Deelstelsel {
  readonly cells: readonly number[];
  readonly relations: readonly number[];
}

/** Splits on relations between cells that can move; `moves` says which those are. Shape: parts in the order of their first cell. */
export function splitStelsel(
  count: number,
  relations: readonly LinearRow[],
  moves: (cell: number) => boolean,
): readonly Deelstelsel[] {
  const parent = Int32Array.from({ length: count }, (_, index) => index);
  const find = (cell: number): number => {
    let root = cell;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    for (let at = cell; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const { columns } of relations) {
    const moving = columns.filter(moves);
    const first = moving[0];
    if (first === undefined) continue;
    for (const cell of moving) {
      const [low, high] = [find(first), find(cell)].sort((a, b) => a - b);
      if (low !== undefined && high !== undefined) parent[high] = low;
    }
  }
  const parts = new Map<number, { cells: number[]; relations: number[] }>();
  for (let cell = 0; cell < count; cell++) {
    if (!moves(cell)) continue;
    const part = parts.get(find(cell)) ?? { cells: [], relations: [] };
    part.cells.push(cell);
    parts.set(find(cell), part);
  }
  relations.forEach(({ columns }, index) => {
    const first = columns.find(moves);
    if (first !== undefined) parts.get(find(first))?.relations.push(index);
  });
  return [...parts.values()];
}

/** Relations over the cells of a part, by their place in it. */
export function localRows(part: readonly number[], relations: readonly LinearRow[]): readonly LinearRow[] {
  const local = new Map(part.map((cell, index) => [cell, index]));
  return relations.map((relation) => {
    const kept = relation.columns.flatMap((cell, at) => {
      const column = local.get(cell);
      return column === undefined ? [] : [{ column, value: relation.values[at] ?? 0 }];
    });
    return { ...relation, columns: kept.map(({ column }) => column), values: kept.map(({ value }) => value) };
  });
}
