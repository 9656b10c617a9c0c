// SPDX-License-Identifier: EUPL-1.2

import type { Cut } from './capacity-cut.ts';
import { isApart, isSamen, voorIngewijden } from './ingewijden.ts';
import type { Inzet, Solved } from './part.ts';
import { solvePart, TOT_HET_OPTIMUM } from './part.ts';
import { unsafeCells } from './room.ts';
import type { Solver } from './solver.ts';
import type { PlanCell, Stelsel } from './stelsel.ts';
import { localRows, splitStelsel } from './stelsel.ts';
import { verradersOf } from './verraden.ts';
import { zoekPatroon } from './zoek-patroon.ts';

/** Which cells to hide, what that costs, and how far from the optimum it can be. */
export interface Patroon {
  readonly hidden: readonly boolean[];
  /** Sum of the weights of the cells that the planner chose to hide. */
  readonly cost: number;
  /** Proved: no safe plan costs less. */
  readonly bound: number;
  /** Cells for which no protection was found: others must stay shown. */
  readonly onbeschermd: readonly number[];
}

export interface Plan extends Patroon {
  /** Hidden cells that are protected, but not from all who are counted in hidden cells and put together what they know. */
  readonly smalVoorIngewijden: readonly number[];
}

/**
 * The cheapest pattern that protects every hidden cell. Relations that only bound on one side (a total is at most the sum of its overlapping parts)
 * rarely matter and tie nearly everything together, so they join the plan when the proof needs them, as long as parts stay small; the proof always
 * uses everything, and what is still short there is mended. Then the same for those who are counted in a hidden cell (docs/adr/the-plan-knows-what-the-counted-know.md).
 */
export function planStelsel(
  stelsel: Stelsel,
  solver: Solver,
  inzet: Inzet = TOT_HET_OPTIMUM,
  done: PlannedParts = new Map(),
): Plan {
  const active = new Set<number>();
  stelsel.relations.forEach(({ lower, upper }, index) => {
    if (Number.isFinite(lower) && Number.isFinite(upper)) active.add(index);
  });
  const { zonder, ...start } = metIngewijden(stelsel, (known) =>
    planned(known, stelsel, active, done, solver, inzet),
  );
  if (start.plan.onbeschermd.length > 0) return { ...start.plan, smalVoorIngewijden: [] };
  const counts = hersteld(start, stelsel, isSamen, solver);
  const { plan, isWhole } = hersteld(counts, stelsel, (_, at) => zonder.has(at), solver);
  if (counts.isWhole && isWhole) return { ...plan, smalVoorIngewijden: [] };
  const everybody = voorIngewijden(stelsel, () => true);
  return { ...plan, smalVoorIngewijden: unsafeCells(everybody, plan.hidden, solver) };
}

interface ActivePlan extends Patroon, Pick<Solved, 'cuts'> {
  /** When something cannot be protected: the part that it is in, or what is beside it in relations that give it away. */
  readonly mislukt: readonly number[];
}

/** The cells in these relations. */
function around({ relations }: Stelsel, rows: readonly number[]): readonly number[] {
  return rows.flatMap((row) => relations[row]?.columns ?? []);
}

/** A plan that is proved with every relation, for those who are counted and for who is not: he knows less, and more is asked for him. */
function planned(
  known: Stelsel,
  stelsel: Stelsel,
  active: Set<number>,
  done: PlannedParts,
  solver: Solver,
  inzet: Inzet,
): ActivePlan {
  const buiten = lowered(known, stelsel);
  const shortOutside = ({ hidden, onbeschermd }: Patroon) =>
    onbeschermd.length > 0 ? [] : unsafeCells(stelsel, hidden, solver, (cell) => buiten.has(cell));
  let plan = planActive(known, active, [], done, solver, inzet);
  let short = plan.onbeschermd.length > 0 ? [] : unsafeCells(known, plan.hidden, solver);
  let outside = short.length > 0 ? [] : shortOutside(plan);
  while (short.length + outside.length > 0) {
    const [system, asked] = short.length > 0 ? [known, short] : [stelsel, outside];
    const verraders = verradersOf(system, plan.hidden, asked, solver);
    const next =
      system === known && activate(known, active, verraders, inzet.joined)
        ? planActive(known, active, plan.cuts, done, solver, inzet)
        : { ...mended(system, plan, asked, solver), cuts: plan.cuts, mislukt: around(system, verraders) };
    short = next.onbeschermd.length > 0 ? [] : shortAfter(known, plan, short, next, solver);
    outside = short.length > 0 ? [] : shortOutside(next);
    plan = next;
  }
  return plan;
}

/** The cells of which less is asked for those who are counted than for who is not. */
function lowered(known: Stelsel, { cells }: Stelsel): ReadonlySet<number> {
  const less = ({ needWidth }: PlanCell, at: number) => {
    const own = known.cells[at];
    return own !== undefined && own.needWidth < needWidth;
  };
  return new Set(cells.flatMap((cell, at) => (less(cell, at) ? [at] : [])));
}

/** A system with the knowledge of those counted in some of its cells, and a plan of it. */
interface Gepland {
  readonly stelsel: Stelsel;
  readonly plan: Patroon;
}

/**
 * A plan against all who keep to themselves what they make up of a cell, as if they knew it of each other. Where a part cannot be protected so, it is planned without them: of very
 * few children nothing may hide what one of them makes up. `zonder`: the cells whose counted are left out so.
 */
function metIngewijden(
  stelsel: Stelsel,
  planner: (given: Stelsel) => ActivePlan,
): Gepland & { readonly zonder: ReadonlySet<number> } {
  const zonder = new Set<number>();
  for (;;) {
    const known = voorIngewijden(stelsel, (cell, at) => isApart(cell) && !zonder.has(at));
    const plan = planner(known);
    const left = known.cells.flatMap((cell, at) => (cell === stelsel.cells[at] ? [] : [at]));
    if (plan.onbeschermd.length === 0 || left.length === 0) return { stelsel: known, plan, zonder };
    const mislukt = new Set(plan.mislukt);
    const lost = left.filter((at) => mislukt.has(at));
    for (const at of lost.length > 0 ? lost : left) zonder.add(at);
  }
}

/**
 * Mends what is short for those who are counted in these cells too, as far as anything helps: what an older release shows cannot be taken back. What would be hidden for that and cannot be
 * protected itself stays shown. `isWhole`: everything was helped.
 */
function hersteld(
  given: Gepland,
  stelsel: Stelsel,
  isKnown: (cell: PlanCell, at: number) => boolean,
  solver: Solver,
): Gepland & { readonly isWhole: boolean } {
  let known = voorIngewijden(given.stelsel, isKnown);
  if (known.cells.every((cell, at) => cell === given.stelsel.cells[at])) return { ...given, isWhole: true };
  for (;;) {
    const { plan, ...rest } = mendedAsFarAsPossible({ stelsel: known, plan: given.plan }, solver);
    const fresh = (cell: number) => plan.hidden[cell] === true && given.plan.hidden[cell] !== true;
    const unsafe = unsafeCells(stelsel, plan.hidden, solver, fresh);
    if (unsafe.length === 0) return { plan, ...rest };
    known = getoond(known, unsafe);
  }
}

/** Mends until nothing is short, asking nothing more of what cannot be helped. */
function mendedAsFarAsPossible(
  { stelsel, plan }: Gepland,
  solver: Solver,
): Gepland & { readonly isWhole: boolean } {
  const short = unsafeCells(stelsel, plan.hidden, solver);
  if (short.length === 0) return { stelsel, plan, isWhole: true };
  const { onbeschermd, ...next } = mended(stelsel, plan, short, solver);
  const { isWhole, ...rest } = mendedAsFarAsPossible(
    { stelsel: vrijgesteld(stelsel, onbeschermd), plan: { ...next, onbeschermd: [] } },
    solver,
  );
  return { ...rest, isWhole: isWhole && onbeschermd.length === 0 };
}

/** The system, asking nothing of these cells. */
function vrijgesteld(stelsel: Stelsel, free: readonly number[]): Stelsel {
  return veranderd(stelsel, free, { needDown: 0, needUp: 0, needWidth: 0 });
}

/** The system, with these cells shown. */
function getoond(stelsel: Stelsel, shown: readonly number[]): Stelsel {
  return veranderd(stelsel, shown, { keuze: 'getoond' });
}

function veranderd({ cells, relations }: Stelsel, at: readonly number[], over: Partial<PlanCell>): Stelsel {
  const changed = new Set(at);
  return { cells: cells.map((cell, index) => (changed.has(index) ? { ...cell, ...over } : cell)), relations };
}

/** What is short in a plan, given what was in the one before: where more is hidden than before only that and what was short then can be, and where the same is hidden the same is. */
function shortAfter(
  stelsel: Stelsel,
  before: Patroon,
  short: readonly number[],
  { hidden }: Patroon,
  solver: Solver,
): readonly number[] {
  const asked = new Set(short);
  hidden.forEach((is, cell) => {
    if (is && before.hidden[cell] !== true) asked.add(cell);
  });
  if (before.hidden.some((is, cell) => is && hidden[cell] !== true))
    return unsafeCells(stelsel, hidden, solver);
  return asked.size === short.length
    ? short
    : unsafeCells(stelsel, hidden, solver, (cell) => asked.has(cell));
}

/** Adds these relations, unless they would join parts into one of more than `most` cells. False = none was added. */
function activate(
  { cells, relations }: Stelsel,
  active: Set<number>,
  verraders: readonly number[],
  most: number,
): boolean {
  const before = active.size;
  const partOf: (readonly number[])[] = cells.map((_, cell) => [cell]);
  const taking = [...active].flatMap((index) => relations[index] ?? []);
  for (const part of splitStelsel(cells.length, taking, (cell) => moves(cells[cell])))
    for (const cell of part.cells) partOf[cell] = part.cells;
  for (const index of verraders) {
    if (active.has(index)) continue;
    const moving = relations[index]?.columns.filter((cell) => moves(cells[cell])) ?? [];
    const joined = [...new Set(moving.map((cell) => partOf[cell] ?? []))].flat();
    if (joined.length > most) continue;
    active.add(index);
    for (const cell of joined) partOf[cell] = joined;
  }
  return active.size > before;
}

/**
 * Hides the cheapest that gives these cells room under every relation. What is hidden stays so, because hiding more takes no room from the others.
 * Source: docs/adr/what-the-proof-finds-short-is-mended-where-parts-would-grow.md
 */
function mended(
  { cells, relations }: Stelsel,
  plan: Patroon,
  short: readonly number[],
  solver: Solver,
): Patroon {
  const open = new Set(short);
  const asked = cells.map((cell, at): PlanCell => {
    if (plan.hidden[at] !== true) return cell;
    const hidden = { ...cell, keuze: 'verborgen' } as const;
    return open.has(at) ? hidden : { ...hidden, needDown: 0, needUp: 0, needWidth: 0 };
  });
  const { x, onbeschermd } = zoekPatroon(asked, relations, solver, true);
  const fresh = asked.filter(({ keuze }, at) => keuze === 'vrij' && x[at] === 1);
  return {
    hidden: x.map((is) => is === 1),
    cost: fresh.reduce((sum, { gewicht }) => sum + gewicht, plan.cost),
    bound: plan.bound,
    onbeschermd: fresh.length === 0 ? short : onbeschermd,
  };
}

/** Parts that were planned before, by what they consist of: a system that differs in one part needs a new plan for that part only. */
export type PlannedParts = Map<string, Solved>;

/** A plan of all parts, the smallest first, up to one that cannot be protected. `known`: cuts of an earlier plan with fewer relations. */
function planActive(
  stelsel: Stelsel,
  active: ReadonlySet<number>,
  known: readonly Cut[],
  done: PlannedParts,
  solver: Solver,
  inzet: Inzet,
): ActivePlan {
  const hidden = stelsel.cells.map(({ keuze }) => keuze === 'verborgen');
  const numbers = [...active].sort((a, b) => a - b);
  const relations = numbers.flatMap((index) => stelsel.relations[index] ?? []);
  const onbeschermd: number[] = [];
  const cuts: Cut[] = [];
  let mislukt: readonly number[] = [];
  let cost = 0;
  let bound = 0;
  const parts = splitStelsel(stelsel.cells.length, relations, (cell) => moves(stelsel.cells[cell]));
  for (const part of parts.toSorted((a, b) => a.cells.length - b.cells.length)) {
    if (onbeschermd.length > 0) break;
    if (!part.cells.some((cell) => stelsel.cells[cell]?.keuze === 'verborgen')) continue;
    const cells = part.cells.flatMap((cell) => stelsel.cells[cell] ?? []);
    const rows = localRows(
      part.cells,
      part.relations.flatMap((row) => relations[row] ?? []),
    );
    const name = JSON.stringify([cells, rows]);
    const plan = done.get(name) ?? solvePart(cells, rows, solver, inzet, localCuts(known, part.cells));
    done.set(name, plan);
    cuts.push(...plan.cuts.map((cut) => movedCut(cut, (index) => part.cells[index] ?? 0)));
    part.cells.forEach((cell, index) => {
      if (plan.hidden[index]) hidden[cell] = true;
    });
    onbeschermd.push(...plan.onbeschermd.flatMap((index) => part.cells[index] ?? []));
    if (plan.onbeschermd.length > 0) mislukt = part.cells;
    cost += plan.cost;
    bound += plan.bound;
  }
  return { hidden, cost, bound, onbeschermd, cuts, mislukt };
}

function moves(cell: PlanCell | undefined): boolean {
  return cell !== undefined && (cell.keuze !== 'getoond' || cell.shownDown + cell.shownUp > 0);
}

/** The cuts that are about a part, by places in it; a part holds all cells of a cut or none, because parts only grow. */
function localCuts(cuts: readonly Cut[], part: readonly number[]): readonly Cut[] {
  const local = new Map(part.map((cell, index) => [cell, index]));
  return cuts.flatMap((cut) => (local.has(cut.cell) ? [movedCut(cut, (cell) => local.get(cell) ?? 0)] : []));
}

function movedCut(cut: Cut, place: (cell: number) => number): Cut {
  return { ...cut, cell: place(cut.cell), cells: cut.cells.map(place) };
}
