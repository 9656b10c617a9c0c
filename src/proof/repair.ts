// SPDX-License-Identifier: EUPL-1.2
import { type Changes, cellsOf, holds, type Identity, repairValues } from './identity.ts';
import type { Interval } from './interval.ts';
import type { PrintedCell } from './printed.ts';

/** One cell that, printed otherwise, would mend the most. */
export interface Cause {
  readonly cell: PrintedCell;
  /** Printed values that mend what they can. */
  readonly values: Interval;
  readonly mended: readonly Identity[];
  /** Checks that hold now and would fail with the new value: the cell is then only the most likely place. */
  readonly broken: number;
  /** Other cells that would mend the same, without breaking anything. */
  readonly instead: readonly PrintedCell[];
}

const WEIGHT = { zeker: 1, waarschijnlijk: 0.8, mogelijk: 0.5 } as const;
const BROKEN = 1.5;

/**
 * A small set of cells whose change would mend all failed checks: the hitting set, taken greedily by what a change mends less what it breaks. One
 * wrong cell thus gives one cause, however many checks it fails.
 */
export function causesOf(identities: readonly Identity[]): Cause[] {
  const byCell = new Map<PrintedCell, Identity[]>();
  for (const identity of identities)
    for (const cell of cellsOf(identity)) {
      const list = byCell.get(cell);
      if (list) list.push(identity);
      else byCell.set(cell, [identity]);
    }
  const failed = new Set(identities.filter((identity) => !holds(identity)));
  const changes = new Map<PrintedCell, Interval>();
  const causes: Cause[] = [];
  const attempts = new Map<PrintedCell, Attempt | undefined>();
  while (failed.size > 0) {
    const candidates = [...new Set([...failed].flatMap(cellsOf))].filter((cell) => !changes.has(cell));
    for (const cell of candidates)
      if (!attempts.has(cell)) attempts.set(cell, tryCell(cell, byCell.get(cell) ?? [], failed, changes));
    const rated = candidates
      .map((cell) => attempts.get(cell))
      .filter((attempt) => attempt !== undefined)
      .sort((a, b) => b.score - a.score || (a.cell.id < b.cell.id ? -1 : 1));
    const best = rated[0];
    if (!best) {
      for (const identity of failed) causes.push(unmendable(identity));
      break;
    }
    const rest = [...failed].filter(
      (identity) => identity.regel === 'dubbel' && cellsOf(identity).includes(best.cell),
    );
    const mended = [...new Set([...best.mended, ...rest])];
    for (const identity of mended) failed.delete(identity);
    changes.set(best.cell, best.values);
    for (const identity of byCell.get(best.cell) ?? [])
      for (const cell of cellsOf(identity)) attempts.delete(cell);
    causes.push({ ...best, mended, instead: alternatives(best, rated) });
  }
  return causes;
}

interface Attempt extends Omit<Cause, 'instead'> {
  readonly score: number;
}

function unmendable(identity: Identity): Cause {
  const cell = identity.afgeleid;
  return {
    cell,
    values: { low: cell.waarde, high: cell.waarde },
    mended: [identity],
    broken: 0,
    instead: [],
  };
}

function tryCell(
  cell: PrintedCell,
  own: readonly Identity[],
  failed: ReadonlySet<Identity>,
  changes: Changes,
): Attempt | undefined {
  const mine = own.filter((identity) => failed.has(identity));
  const proposals = [own, mine, ...mine.map((identity) => [identity])];
  let best: Attempt | undefined;
  for (const proposal of proposals) {
    const values = repairValues(cell, proposal, changes);
    if (!values || isNegative(cell, values)) continue;
    const attempt = rate(cell, own, failed, changes, values);
    if (!best || attempt.score > best.score) best = attempt;
    if (attempt.broken === 0 && attempt.mended.length === mine.length) break;
  }
  return best;
}

function isNegative(cell: PrintedCell, values: Interval): boolean {
  return cell.eenheid !== 'groei' && values.high < 0;
}

function rate(
  cell: PrintedCell,
  own: readonly Identity[],
  failed: ReadonlySet<Identity>,
  changes: Changes,
  values: Interval,
): Attempt {
  const half = cell.waarde - cell.bereik.low;
  const changed = new Map(changes).set(cell, { low: values.low - half, high: values.high + half });
  const mended = own.filter((identity) => failed.has(identity) && holds(identity, changed));
  const broken = own.filter(
    (identity) => !failed.has(identity) && holds(identity, changes) && !holds(identity, changed),
  );
  const weigh = (list: readonly Identity[]) =>
    list.reduce((sum, { zekerheid }) => sum + WEIGHT[zekerheid], 0);
  const derived = mended.some(({ afgeleid }) => afgeleid === cell) ? 0.01 : 0;
  const typing = isTypingError(cell.waarde, values) ? 0.02 : 0;
  return {
    cell,
    values,
    mended,
    broken: broken.length,
    score: weigh(mended) - BROKEN * weigh(broken) + derived + typing,
  };
}

/** A sign forgotten, two neighbouring digits exchanged, or one digit different. */
export function isTypingError(printed: number, { low, high }: Interval): boolean {
  if (low !== high || printed === low) return false;
  if (printed === -low) return true;
  const [a, b] = [String(printed), String(low)];
  if (a.length !== b.length || a.length < 3) return false;
  const different = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second = 0] = different;
  return (
    different.length === 1 ||
    (different.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}

function alternatives(best: Attempt, rated: readonly Attempt[]): PrintedCell[] {
  return rated
    .filter(
      ({ cell, broken, mended }) =>
        cell !== best.cell &&
        broken <= best.broken &&
        best.mended.every((identity) => mended.includes(identity)),
    )
    .map(({ cell }) => cell);
}
