// SPDX-License-Identifier: EUPL-1.2
import type { Cut } from './capacity-cut.ts';
import { Separator } from './capacity-cut.ts';
import { Cover, NoCover } from './cover.ts';
import type { Werk } from './dive.ts';
import { dive, rotate } from './dive.ts';
import { RowCuts } from './row-cut.ts';
import type { LinearRow, Solver } from './solver.ts';
import type { PlanCell } from './stelsel.ts';
import { zoekPatroon } from './zoek-patroon.ts';

/** The cheapest safe pattern of one independent part. */
export interface Solved {
  readonly hidden: readonly boolean[];
  readonly cost: number;
  readonly bound: number;
  readonly onbeschermd: readonly number[];
  /** What was found out on the way: every safe pattern satisfies it, also when relations are added. */
  readonly cuts: readonly Cut[];
}

/** How hard to look; counted in work, never in time, so that a plan does not depend on the machine. */
export interface Inzet {
  /** Parts with at most this many cells to choose from are solved to the optimum. */
  readonly small: number;
  /** Whole covers tried for a small part before a good pattern has to do; infinite = however long it takes. */
  readonly patience: number;
  /** Parts up to this size are solved by cuts; those larger than `small` from a dive on, and no further than `rounds`. Still larger ones by witnesses alone. */
  readonly medium: number;
  /** Whole covers tried for a medium part. */
  readonly rounds: number;
  /** Work on whole covers of one part before a good pattern has to do. Unit: simplex steps. */
  readonly steps: number;
  /** Bounds that give cells away join a part as long as it has at most this many cells; what they leave short is mended. */
  readonly joined: number;
  /** Branches of one whole cover. */
  readonly nodes?: number;
}

/** For test tables: the optimum where it can be had. */
export const TOT_HET_OPTIMUM: Inzet = {
  small: 400,
  patience: Number.POSITIVE_INFINITY,
  medium: 1000,
  rounds: 1,
  steps: Number.POSITIVE_INFINITY,
  joined: Number.POSITIVE_INFINITY,
};
/** For a release of many parts: minutes for the whole, and the gap reported. */
export const PER_UITGAVE: Inzet = {
  small: 1200,
  patience: 100,
  medium: 1200,
  rounds: 0,
  steps: 10_000,
  joined: 1500,
  nodes: 10,
};

const EQUAL = 1e-6;
/** Capacity cuts taken from one fractional pattern. */
const CUTS_PER_ROUND = 40;
/** Rounds on fractional patterns without a better bound, before whole patterns are tried. */
const PATIENCE = 4;
/** A cell hidden for at least this share in the fractional cover takes part in the search near the best pattern. */
const SHARE = 0.2;

/**
 * Solves a part to the optimum by cutting planes: the cover of all cuts so far, first with fractions allowed, then whole; what it proposes is
 * tried against the attacker, whose answer is a new cut. `known`: cuts of the parts that this one was made of, to start from. Source: Fischetti and Salazar-González (2001).
 */
export function solvePart(
  cells: readonly PlanCell[],
  rows: readonly LinearRow[],
  solver: Solver,
  inzet: Inzet = TOT_HET_OPTIMUM,
  known: readonly Cut[] = [],
): Solved {
  const free = cells.filter(({ keuze }) => keuze === 'vrij').length;
  if (free > inzet.medium) return solveLarge(cells, rows, solver);
  const separator = new Separator(cells, rows, solver);
  const cover = new Cover(cells, solver);
  cover.add(known);
  const order = cells.map((_, index) => index);
  const werk = { cells, rows, cover, rowCuts: new RowCuts(cells, rows), separator, order };
  try {
    return { ...solve(werk, inzet), cuts: cover.cuts };
  } catch (error) {
    if (!(error instanceof NoCover)) throw error;
    const onbeschermd = order.filter((index) => cells[index]?.keuze === 'verborgen');
    return {
      hidden: startPattern(cells).map((share) => share === 1),
      cost: 0,
      bound: 0,
      onbeschermd,
      cuts: [],
    };
  } finally {
    separator.close();
    cover.close();
  }
}

function solve(werk: Werk, inzet: Inzet): Solved {
  const { cells, cover, separator, order } = werk;
  const start = startPattern(cells);
  if (cover.cuts.length === 0) {
    const first = separator.separate(start, order);
    if (first.length === 0) return solved(cells, start, 0);
    cover.add(first);
  }
  const isSmall = cells.filter(({ keuze }) => keuze === 'vrij').length <= inzet.small;
  let bound = tightenCover(werk);
  let best = isSmall ? undefined : dive(werk);
  const limits = inzet.nodes === undefined ? {} : { nodes: inzet.nodes };
  for (let round = 0; round < (isSmall ? inzet.patience : inzet.rounds); round++) {
    if (cover.steps >= inzet.steps) break;
    const whole = cover.solveWhole(undefined, limits);
    if (whole === undefined) break;
    bound = Math.max(bound, whole.bound);
    if (bound >= costOf(cells, best) - EQUAL) break;
    const found = separator.separate(whole.x, order);
    if (found.length === 0) return solved(cells, whole.x, bound);
    cover.add(found);
    if (best === undefined) bound = Math.max(bound, tightenCover(werk));
    else best = near(werk, best, whole.x) ?? best;
  }
  return solved(cells, best ?? dive(werk), bound);
}

/** A safe pattern by witnesses, and a lower bound from what single relations ask. */
function solveLarge(cells: readonly PlanCell[], rows: readonly LinearRow[], solver: Solver): Solved {
  const { x, onbeschermd } = zoekPatroon(cells, rows, solver);
  return { ...solved(cells, x, rowBound(cells, rows, solver)), onbeschermd };
}

/** What the relations ask one by one. */
function rowBound(cells: readonly PlanCell[], rows: readonly LinearRow[], solver: Solver): number {
  const cover = new Cover(cells, solver);
  const rowCuts = new RowCuts(cells, rows);
  try {
    let best = 0;
    for (let found = rowCuts.violated(startPattern(cells)); found.length > 0; ) {
      cover.add(found);
      const { x, bound } = cover.solveFractions();
      best = bound;
      found = rowCuts.violated(x);
    }
    return best;
  } catch (error) {
    if (error instanceof NoCover) return 0;
    throw error;
  } finally {
    cover.close();
  }
}

function startPattern(cells: readonly PlanCell[]): number[] {
  return cells.map(({ keuze }) => (keuze === 'verborgen' ? 1 : 0));
}

/**
 * The best safe pattern near a cheap one that is not safe: only cells that are hidden in it, in the best safe one so far, or in part in the
 * fractional cover. Few cells, so it goes fast. Undefined when there is none that costs less than the best so far.
 */
function near(werk: Werk, safe: readonly number[], cheap: readonly number[]): readonly number[] | undefined {
  const { cells, cover, separator, order } = werk;
  const { x } = cover.solveFractions();
  const among = new Set(
    cells.flatMap((_, index) =>
      (safe[index] ?? 0) + (cheap[index] ?? 0) > 0.5 || (x[index] ?? 0) > SHARE ? [index] : [],
    ),
  );
  for (;;) {
    const whole = cover.solveWhole(among);
    if (whole === undefined || costOf(cells, whole.x) >= costOf(cells, safe) - EQUAL) return undefined;
    const found = separator.separate(whole.x, order);
    if (found.length === 0) return whole.x;
    cover.add(found);
  }
}

function solved(cells: readonly PlanCell[], x: readonly number[], bound: number): Solved {
  return { hidden: x.map((share) => share > 0.5), cost: costOf(cells, x), bound, onbeschermd: [], cuts: [] };
}

function costOf(cells: readonly PlanCell[], x: readonly number[] | undefined): number {
  if (x === undefined) return Number.POSITIVE_INFINITY;
  return cells.reduce(
    (sum, { keuze, gewicht }, at) => sum + (keuze === 'vrij' ? gewicht * (x[at] ?? 0) : 0),
    0,
  );
}

/** Adds cuts that fractional covers violate, until that stops paying. Returns the proved lower bound. */
function tightenCover({ cover, rowCuts, separator, order }: Werk): number {
  let best = 0;
  let waiting = 0;
  for (let round = 0; waiting < PATIENCE; round++) {
    const { x, bound } = cover.solveFractions();
    waiting = bound > best + 1e-4 * Math.max(1, best) ? 0 : waiting + 1;
    best = Math.max(best, bound);
    const quick = rowCuts.violated(x);
    const found = quick.length > 0 ? quick : separator.separate(x, rotate(order, round * 17), CUTS_PER_ROUND);
    if (found.length === 0) break;
    cover.add(found);
  }
  return best;
}
