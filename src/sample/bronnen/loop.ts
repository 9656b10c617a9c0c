// SPDX-License-Identifier: EUPL-1.2

import { assignTypes, forEachType } from '../membership.ts';
import type { Child } from '../population.ts';
import type { Random } from '../random.ts';

/** A child in one series of years of a measure, with the institutions of each year as bits. */
export interface Loop {
  child: Child;
  readonly gemeente: number;
  readonly first: number;
  /** Institutions per year from `first`. */
  readonly sets: number[];
}

/** What the years of one area must come to. */
export interface LoopTaak {
  readonly gemeente: number;
  readonly jaren: readonly number[];
  readonly total: (jaar: number) => number;
  /** Children per institution. */
  readonly perGi: (jaar: number) => readonly number[];
  /** Children there are; figures that ask for more get this many. */
  readonly most: (jaar: number) => number;
  /** Whether a child stays on into a year. */
  readonly stays: (loop: Loop, jaar: number) => boolean;
  /** A child that was not in any loop before. */
  readonly newcomer: (jaar: number) => Child;
}

/**
 * Who has a measure in which year, from which institutions: exactly `total` children and exactly `perGi` per institution in every year.
 * The same exact deal as of types of help (`assignTypes`), with institutions in the place of types. A child comes once and goes once.
 */
export function dealLoops(taak: LoopTaak, random: Random): Loop[] {
  const loops: Loop[] = [];
  let running: Loop[] = [];
  for (const jaar of taak.jaren) {
    const factor = Math.min(1, taak.most(jaar) / Math.max(taak.total(jaar), 1));
    const perGi = taak.perGi(jaar).map((count) => Math.floor(count * factor));
    const sum = perGi.reduce((all, count) => all + count, 0);
    const clienten = Math.min(Math.max(Math.floor(taak.total(jaar) * factor), ...perGi), sum);
    const kept = clienten === 0 ? [] : running.filter((loop) => taak.stays(loop, jaar));
    const current: Loop[] = [...kept];
    const sets =
      clienten === 0
        ? []
        : assignTypes(
            {
              clienten,
              perType: perGi,
              kept: kept.map((loop) => newest(loop)),
              affinity: () => 1,
              newcomer: () => {
                current.push({ child: taak.newcomer(jaar), gemeente: taak.gemeente, first: jaar, sets: [] });
              },
            },
            random,
          );
    running = current.filter((loop, index) => {
      const set = sets[index] ?? 0;
      if (set === 0) return false;
      if (loop.sets.length === 0) loops.push(loop);
      loop.sets.push(set);
      return true;
    });
  }
  return loops;
}

/** The institution that a child goes on with: of two the one that came last. */
function newest(loop: Loop): number {
  const set = loop.sets.at(-1) ?? 0;
  const before = loop.sets.at(-2) ?? 0;
  const added = set & ~before;
  return lowest(added === 0 ? set : added);
}

function lowest(set: number): number {
  return set & -set;
}

/** One institution with one child, in consecutive years. */
export interface Reeks {
  readonly loop: Loop;
  readonly gi: number;
  readonly van: number;
  readonly tot: number;
  /** The child comes from nowhere else: not from another institution or gemeente. */
  readonly vers: boolean;
}

export function reeksenOf(loop: Loop): Reeks[] {
  const reeksen: Reeks[] = [];
  const all = loop.sets.reduce((union, set) => union | set, 0);
  const main = lowest(loop.sets[0] ?? 0);
  forEachType(all, (gi) => {
    for (let index = 0; index < loop.sets.length; index += 1) {
      if (((loop.sets[index] ?? 0) & (1 << gi)) === 0) continue;
      const from = index;
      while (((loop.sets[index + 1] ?? 0) & (1 << gi)) !== 0) index += 1;
      const vers = from === 0 && main === 1 << gi;
      reeksen.push({ loop, gi, van: loop.first + from, tot: loop.first + index, vers });
    }
  });
  return reeksen;
}

export function lastYear(loop: Loop): number {
  return loop.first + loop.sets.length - 1;
}
