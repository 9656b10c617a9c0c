// SPDX-License-Identifier: EUPL-1.2
import { GRENS_MARGIN_CENTS } from './parameters.ts';
import type { Prestatie } from './prestatie.ts';
import type { GrensTarget, Targets } from './targets.ts';

/** A prestatie with what it would cost before calibration. Unit of `cents`: eurocent, not whole. */
export interface RoughPrestatie {
  readonly prestatie: Prestatie;
  readonly cents: number;
}

/** What one child costs in one year. Amounts in eurocent. */
interface ChildCost {
  readonly rough: RoughPrestatie[];
  need: number;
  settled: number;
  floor: number;
  ceiling: number;
}

/** Part of the children of a gemeente whose amounts must come to one sum. */
interface Class {
  readonly children: readonly ChildCost[];
  readonly floor: number;
  readonly ceiling: number;
  readonly sumCents: number;
}

/**
 * Sets the volumes of all prestaties of one gemeente and year so that their amounts come to the target.
 *
 * 1. Children are ranked by need. Where a split at a threshold is asked, the dearest of them are the class above it (how many: `splitOf`).
 * 2. In each class every need is multiplied by one factor and kept inside the bounds of the class; the factor is found by bisection, so the
 *    sum is right and the order of children stays.
 * 3. Amounts become whole units. What rounding leaves is put on the largest lines, a little on each, never across a bound.
 *
 * What can remain is less than one unit of the cheapest line, and nothing where a line in euro has room.
 */
export function settleYear(
  rough: readonly RoughPrestatie[],
  targets: Targets,
  gemeente: number,
  jaar: number,
): void {
  const code = targets.gemeenten[gemeente];
  const cell = targets.cells.find((candidate) => candidate.gemeente === code && candidate.jaar === jaar);
  if (!cell) return;
  const children = childCosts(rough);
  const grens = targets.grens.find((candidate) => candidate.jaar === jaar);
  const classes = grens
    ? splitClasses(children, cell.uitgavenCents, splitOf(targets, grens)[gemeente], grens)
    : [{ children, floor: 0, ceiling: Number.POSITIVE_INFINITY, sumCents: cell.uitgavenCents }];
  for (const part of classes) settleClass(part);
}

function childCosts(rough: readonly RoughPrestatie[]): ChildCost[] {
  const perChild = new Map<number, ChildCost>();
  for (const entry of rough) {
    const id = entry.prestatie.traject.child.id;
    let child = perChild.get(id);
    if (!child) {
      child = { rough: [], need: 0, settled: 0, floor: 0, ceiling: Number.POSITIVE_INFINITY };
      perChild.set(id, child);
    }
    child.rough.push(entry);
    child.need += entry.cents;
  }
  return [...perChild.values()].sort((a, b) => b.need - a.need);
}

/** Clients above the threshold in one gemeente, and the amount of the clients below it. */
export interface GrensSplit {
  readonly above: number;
  readonly belowCents: number;
}

/**
 * How many clients of each gemeente are above the threshold, and what the others cost together.
 * One mean for clients below and one for those above hold in the whole region; then the mean of a gemeente fixes its share above, and the
 * shares add up to the regional one. Whole clients: largest remainders.
 */
export function splitOf(targets: Targets, grens: GrensTarget): readonly GrensSplit[] {
  const cells = targets.gemeenten.map((code) =>
    targets.cells.find((cell) => cell.gemeente === code && cell.jaar === grens.jaar),
  );
  const clients = cells.reduce((sum, cell) => sum + (cell?.clienten ?? 0), 0);
  const cents = cells.reduce((sum, cell) => sum + (cell?.uitgavenCents ?? 0), 0);
  const above = Math.round(clients * grens.clientenShare);
  const below = clients - above;
  const meanBelow = below === 0 ? 0 : (cents * (1 - grens.uitgavenShare)) / below;
  const meanAbove = above === 0 ? 0 : (cents * grens.uitgavenShare) / above;
  const exact = cells.map((cell) => {
    if (!cell || meanAbove <= meanBelow) return 0;
    const share = (cell.uitgavenCents / Math.max(cell.clienten, 1) - meanBelow) / (meanAbove - meanBelow);
    return Math.min(Math.max(share, 0), 1) * cell.clienten;
  });
  const whole = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let missing = above - whole.reduce((sum, count) => sum + count, 0);
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    if ((whole[index] ?? 0) >= (cells[index]?.clienten ?? 0)) continue;
    whole[index] = (whole[index] ?? 0) + 1;
    missing -= 1;
  }
  return cells.map((cell, index) => {
    const count = whole[index] ?? 0;
    return { above: count, belowCents: Math.round(((cell?.clienten ?? 0) - count) * meanBelow) };
  });
}

function splitClasses(
  children: readonly ChildCost[],
  uitgavenCents: number,
  split: GrensSplit | undefined,
  grens: GrensTarget,
): Class[] {
  const highest = grens.grensCents - GRENS_MARGIN_CENTS;
  const lowest = grens.grensCents + GRENS_MARGIN_CENTS;
  const above = roomFor(split?.above ?? 0, children.length, uitgavenCents, lowest, highest);
  const below = children.length - above;
  const wanted = Math.min(split?.belowCents ?? 0, below * highest, uitgavenCents - above * lowest);
  const belowCents = above === 0 ? uitgavenCents : Math.max(wanted, 0);
  return [
    {
      children: children.slice(0, above),
      floor: lowest,
      ceiling: Number.POSITIVE_INFINITY,
      sumCents: uitgavenCents - belowCents,
    },
    { children: children.slice(above), floor: 0, ceiling: highest, sumCents: belowCents },
  ];
}

/** As many clients above the threshold as asked, unless the amount of a few clients leaves no room for it: the amount goes first. */
function roomFor(above: number, clients: number, cents: number, lowest: number, highest: number): number {
  if (above === 0 && cents > clients * highest) return Math.min(1, clients);
  return Math.min(above, Math.floor(cents / lowest));
}

function settleClass(part: Class): void {
  const { children, floor, ceiling, sumCents } = part;
  if (children.length === 0) return;
  const bounded = (need: number, factor: number): number => Math.min(Math.max(need * factor, floor), ceiling);
  const sum = (factor: number): number =>
    children.reduce((total, child) => total + bounded(child.need, factor), 0);
  let low = 0;
  let high = 1;
  while (sum(high) < sumCents && high < 1e6) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (sum(middle) < sumCents) low = middle;
    else high = middle;
  }
  for (const child of children) {
    const factor = bounded(child.need, high) / child.need;
    child.floor = floor === 0 ? 0 : floor - GRENS_MARGIN_CENTS + 1;
    child.ceiling = ceiling + GRENS_MARGIN_CENTS;
    for (const { prestatie, cents } of child.rough) {
      prestatie.volume = Math.max(1, Math.round((cents * factor) / prestatie.tariefCents));
      child.settled += prestatie.volume * prestatie.tariefCents;
    }
    returnInside(child);
  }
  spreadRest(part);
}

/** Takes back what rounding to whole units carried over a bound. */
function returnInside(child: ChildCost): void {
  for (const { prestatie } of child.rough) {
    const over = Math.max(child.settled - child.ceiling, 0) + Math.min(child.settled - child.floor, 0);
    if (over === 0) return;
    const units = Math.sign(over) * Math.ceil(Math.abs(over) / prestatie.tariefCents);
    const change = Math.max(-units, 1 - prestatie.volume);
    prestatie.volume += change;
    child.settled += change * prestatie.tariefCents;
  }
}

/** Largest share of a line that settling may add or take away in one round. */
const NUDGE = 0.05;

function spreadRest(part: Class): void {
  const lines = part.children
    .flatMap((child) => child.rough.map(({ prestatie }) => ({ child, prestatie })))
    .sort(
      (a, b) => b.prestatie.volume * b.prestatie.tariefCents - a.prestatie.volume * a.prestatie.tariefCents,
    );
  let rest = part.sumCents - part.children.reduce((sum, child) => sum + child.settled, 0);
  for (let round = 0; round < 20 && rest !== 0; round += 1) {
    const before = rest;
    for (const { child, prestatie } of lines) {
      if (rest === 0) return;
      const most = Math.max(prestatie.volume * prestatie.tariefCents * NUDGE, prestatie.tariefCents);
      const wanted = Math.sign(rest) * Math.min(Math.abs(rest), most);
      const room =
        wanted > 0
          ? Math.min(wanted, child.ceiling - child.settled)
          : Math.max(wanted, child.floor - child.settled);
      const units = Math.max(Math.trunc(room / prestatie.tariefCents), 1 - prestatie.volume);
      if (units === 0) continue;
      prestatie.volume += units;
      child.settled += units * prestatie.tariefCents;
      rest -= units * prestatie.tariefCents;
    }
    if (rest === before) return;
  }
}
