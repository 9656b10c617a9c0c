// SPDX-License-Identifier: EUPL-1.2
import type { Separator } from './capacity-cut.ts';
import type { Cover } from './cover.ts';
import type { RowCuts } from './row-cut.ts';
import type { LinearRow } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

/** What a search for a safe pattern works with. */
export interface Werk {
  readonly cells: readonly PlanCell[];
  readonly rows: readonly LinearRow[];
  readonly cover: Cover;
  readonly rowCuts: RowCuts;
  readonly separator: Separator;
  /** Every cell of the part. */
  readonly order: readonly number[];
}

const SURE = 0.999;
const SHARE_AT_ONCE = 0.1;
const PATIENCE = 3;
const CUTS_PER_ROUND = 60;
const CUTS_PER_WHOLE = 15;

/**
 * A safe pattern, soon: tightens the fractional cover a few rounds, fixes what it is surest of, and so on until it is whole and the attacker
 * finds nothing; then takes back every cell that is not needed. `start`: cells to hide in any case.
 */
export function dive(werk: Werk, start: ReadonlySet<number> = new Set()): readonly number[] {
  const { cells, cover, rowCuts, separator, order } = werk;
  const fixed = new Set(start);
  let rounds = 0;
  let trouble: readonly number[] = [];
  for (let turn = 0; ; turn++) {
    cover.fix(fixed);
    const { x } = cover.solveFractions();
    const open = cells.flatMap(({ keuze }, index) =>
      keuze === 'vrij' && !fixed.has(index) && (x[index] ?? 0) > 1e-6 ? [index] : [],
    );
    const unsure = open
      .filter((index) => (x[index] ?? 0) < SURE)
      .sort((a, b) => (x[b] ?? 0) - (x[a] ?? 0) || a - b);
    const isWhole = unsure.length === 0;
    const pattern = isWhole ? x.map(Math.round) : x;
    const quick = rowCuts.violated(pattern);
    const found =
      quick.length > 0
        ? quick
        : isWhole
          ? separator.separate(pattern, firstOf(trouble, order), CUTS_PER_WHOLE)
          : separator.separate(pattern, rotate(order, turn * 17), CUTS_PER_ROUND);
    trouble = found.map(({ cell }) => cell);
    if (found.length === 0 && isWhole) {
      cover.fix(new Set());
      return prune(werk, pattern);
    }
    cover.add(found);
    rounds = quick.length > 0 ? rounds : rounds + 1;
    if (found.length > 0 && rounds < PATIENCE) continue;
    rounds = 0;
    for (const index of open) if (!unsure.includes(index)) fixed.add(index);
    for (const index of unsure.slice(0, Math.ceil(unsure.length * SHARE_AT_ONCE))) fixed.add(index);
  }
}

/** The same list, with these first: what was short last time is the likeliest to be short now. */
function firstOf(first: readonly number[], order: readonly number[]): readonly number[] {
  const early = new Set(first);
  return [...early, ...order.filter((index) => !early.has(index))];
}

/** The same list, started elsewhere, so that every cell gets its turn. */
export function rotate(order: readonly number[], by: number): readonly number[] {
  const start = order.length === 0 ? 0 : by % order.length;
  return [...order.slice(start), ...order.slice(0, start)];
}

/** Takes back cells, the dearest first, as long as nothing becomes unsafe. */
function prune(werk: Werk, pattern: readonly number[]): readonly number[] {
  const { cells, cover, separator } = werk;
  const x = [...pattern];
  const chosen = cells
    .flatMap(({ keuze }, index) => (keuze === 'vrij' && x[index] === 1 ? [index] : []))
    .sort((a, b) => (cells[b]?.gewicht ?? 0) - (cells[a]?.gewicht ?? 0) || a - b);
  for (const index of chosen) {
    x[index] = 0;
    if (!cover.accepts(x)) {
      x[index] = 1;
      continue;
    }
    const cuts = separator.separate(x, nearFirst(werk.rows, index, werk.order), 1);
    if (cuts.length === 0) continue;
    cover.add(cuts);
    x[index] = 1;
  }
  return x;
}

/** Cells that share a relation with this one come first: they are the likeliest to suffer. */
function nearFirst(rows: readonly LinearRow[], index: number, order: readonly number[]): readonly number[] {
  return firstOf(
    rows.flatMap(({ columns }) => (columns.includes(index) ? columns : [])),
    order,
  );
}
