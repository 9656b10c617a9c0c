// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '../../src/contract/index.ts';
import type { Interval, Traject } from './evaluator-trajecten.ts';

/** A traject that ended and was followed by one of another type. */
export interface Transition extends Traject {
  readonly end: PlainDate;
  readonly van: string;
  readonly naar: string;
  readonly richting: string;
}

const STEPS: Readonly<Record<string, number>> = {
  ambulant: 1,
  daghulp: 2,
  netwerkpleegzorg: 3,
  pleegzorg: 3,
  gezinshuis: 4,
  residentieel: 5,
  jeugdzorgplus: 6,
};

export function transitionsOf(care: readonly Traject[], around: number): readonly Transition[] {
  return care.flatMap((one) => {
    const { end } = one;
    if (end === undefined) return [];
    const followers = care.filter(
      (other) =>
        other.client === one.client &&
        other.type !== one.type &&
        Math.abs(other.begin - end) <= around &&
        other.begin > one.begin &&
        (other.end === undefined || other.end > end),
    );
    return followers.map((other) => {
      const difference = stepAtBegin(other) - stepAtEnd(one);
      const richting = difference > 0 ? 'opschaling' : difference < 0 ? 'afschaling' : 'zijwaarts';
      return { ...one, end, van: one.type, naar: other.type, richting };
    });
  });
}

export function distinctTransitions(some: readonly Transition[]): number {
  return new Set(
    some.map(({ client, end, van, naar, richting }) => [client, end, van, naar, richting].join('|')),
  ).size;
}

/** The lightest of the parts that begin first. */
function stepAtBegin({ parts, begin }: Traject): number {
  return Math.min(...parts.filter((part) => part.begin === begin).map(stepOf));
}

/** The heaviest of the parts that end last. */
function stepAtEnd({ parts }: Traject): number {
  const last = Math.max(...parts.map(({ end }) => end ?? Number.POSITIVE_INFINITY));
  return Math.max(...parts.filter(({ end }) => (end ?? Number.POSITIVE_INFINITY) === last).map(stepOf));
}

function stepOf({ vorm, categorie }: Interval): number {
  const form = vorm ?? (categorie === '41' || categorie === '33' ? 'daghulp' : 'ambulant');
  return STEPS[form] ?? Number.NaN;
}
