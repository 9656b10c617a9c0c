// SPDX-License-Identifier: EUPL-1.2
import { addDays, type FigureRow, type PlainDate, yearOf } from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { definitionOf } from './definitions.ts';
import { firstDay, intervals, lastDay, type Traject, trajecten } from './evaluator-trajecten.ts';
import {
  ageClass,
  alwaysShown,
  areasOf,
  compareRows,
  count,
  isMemberIn,
  isMemberOn,
  type Outcome,
  type Period,
  type Person,
  periodOf,
  personsOf,
  ratio,
  type World,
} from './evaluator-world.ts';

/** Variants of the indicators over trajecten. */
export const TRAJECT_VARIANTS: Readonly<Record<string, readonly string[]>> = {
  trajecten: [''],
  instroom: [''],
  uitstroom: [''],
  uitval: ['U1', 'U2', 'U3'],
  duur: ['D1'],
  terugkeer: ['R3'],
};
const ENDED_AS_TOLD = ['31', '32', '33', '34', '35'];
const DROPPED_OUT: Readonly<Record<string, readonly string[]>> = {
  U1: ['32'],
  U2: ['32', '33'],
  U3: ['32', '33', '34', '35'],
};

/** The figures of an indicator over trajecten: per area the trajecten are built and looked at one by one. */
export function evaluateTrajecten(world: World, request: FigureRequest): readonly FigureRow[] {
  const all = intervals(world.delivered, world.producten);
  const persons = personsOf(world.delivered);
  const rows: FigureRow[] = [];
  for (const [gebied, gemeenten] of areasOf(world.regio, request.samenstelling)) {
    if (request.gebieden !== undefined && !request.gebieden.includes(gebied)) continue;
    const inArea = all.filter(
      ({ gemeente, begin }) =>
        gemeenten.includes(gemeente) && isMemberOn(world.regio, request, gemeente, begin),
    );
    const care = trajecten(inArea, days(request, 'traject-gap-days'));
    for (const label of request.perioden) {
      const period = periodOf(label);
      const members = gemeenten.filter((gemeente) => isMemberIn(world.regio, request, gemeente, period));
      if (members.length === 0) continue;
      const cells = new Map(alwaysShown(request.dimensies, members).map((cell) => [cell.join('|'), cell]));
      for (const traject of care.filter((one) => overlaps(one, period))) {
        const cell = cellOf(traject, request, persons, period);
        cells.set(cell.join('|'), cell);
      }
      for (const cell of cells.values()) {
        const inCell = care.filter(
          (traject) => cellOf(traject, request, persons, period).join('|') === cell.join('|'),
        );
        for (const variant of TRAJECT_VARIANTS[request.indicator] ?? []) {
          if (request.variant !== undefined && request.variant !== variant) continue;
          rows.push({
            indicator: request.indicator,
            variant,
            periode: label,
            gebied,
            dimensies: cell,
            ...inTime(world, request, period, outcome(request, variant, inCell, care, period)),
          });
        }
      }
    }
  }
  return rows.sort(compareRows);
}

function outcome(
  request: FigureRequest,
  variant: string,
  inCell: readonly Traject[],
  care: readonly Traject[],
  period: Period,
): Outcome {
  const ended = inCell.filter(
    ({ end, reason }) => end !== undefined && inside(end, period) && reason !== 'afgeleid',
  );
  const endedAsTold = ended.filter(({ reason }) => ENDED_AS_TOLD.includes(reason ?? ''));
  switch (request.indicator) {
    case 'trajecten':
      return count(inCell.filter((traject) => overlaps(traject, period)).length);
    case 'instroom': {
      const begun = inCell.filter(({ begin }) => inside(begin, period));
      const lookBack = days(request, 'terugkijk-dagen');
      return count(distinctClients(begun.filter((one) => !hadCare(one, care, lookBack))));
    }
    case 'uitstroom': {
      const left = inCell.filter(({ end }) => end !== undefined && inside(end, period));
      return count(distinctClients(left.filter((one) => leaves(one, care, request))));
    }
    case 'uitval': {
      const dropped = endedAsTold.filter(({ reason }) => DROPPED_OUT[variant]?.includes(reason ?? ''));
      return ratio(dropped.length, endedAsTold.length);
    }
    case 'duur': {
      const lengths = ended.map(({ begin, end }) => (end ?? 0) - begin + 1);
      return ratio(
        lengths.reduce((sum, length) => sum + length, 0),
        lengths.length,
      );
    }
    default: {
      const moments = endedAsTold.filter((one) => leaves(one, care, request));
      const returned = moments.filter((one) => comesBack(one, care, request));
      return ratio(distinctMoments(returned), distinctMoments(moments));
    }
  }
}

function hadCare(one: Traject, care: readonly Traject[], lookBack: number): boolean {
  return ownTrajecten(one, care).some(
    ({ begin, end }) => begin < one.begin && (end === undefined || end >= addDays(one.begin, -lookBack)),
  );
}

function leaves(one: Traject, care: readonly Traject[], request: FigureRequest): boolean {
  const last = one.end as PlainDate;
  const soon = addDays(last, days(request, 'uitstroom-dagen'));
  return !ownTrajecten(one, care).some(({ begin, end }) => {
    const runsOn = begin <= last && (end === undefined || end > last);
    return runsOn || (begin > last && begin <= soon);
  });
}

function comesBack(one: Traject, care: readonly Traject[], request: FigureRequest): boolean {
  const last = one.end as PlainDate;
  const first = addDays(last, days(request, 'uitstroom-dagen') + 1);
  const until = addDays(last, days(request, 'terugkeer-dagen'));
  return ownTrajecten(one, care).some(({ begin }) => begin >= first && begin <= until);
}

function inTime(world: World, request: FigureRequest, period: Period, known: Outcome): Outcome {
  const wait = { uitstroom: 'uitstroom-dagen', terugkeer: 'terugkeer-dagen' }[request.indicator];
  if (wait !== undefined && lastDay(world.delivered) < addDays(period.last, days(request, wait)))
    return { waarde: null, teller: null, noemer: null, status: ['nog_niet_bekend'] };
  const incomplete =
    request.indicator === 'instroom' &&
    period.first - firstDay(world.delivered) < days(request, 'terugkijk-dagen');
  return incomplete ? { ...known, status: ['onvolledig'] } : known;
}

/** A parameter as asked, else as the definition has it. */
function days(request: FigureRequest, naam: string): number {
  const standard = definitionOf(request.indicator).parameters.find((parameter) => parameter.naam === naam);
  return Number(request.parameters?.[naam] ?? standard?.standaard);
}

function ownTrajecten(one: Traject, care: readonly Traject[]): readonly Traject[] {
  return care.filter(({ client }) => client === one.client);
}

function distinctClients(some: readonly Traject[]): number {
  return new Set(some.map(({ client }) => client)).size;
}

function distinctMoments(some: readonly Traject[]): number {
  return new Set(some.map(({ client, end }) => `${client}|${end}`)).size;
}

function inside(day: PlainDate, period: Period): boolean {
  return day >= period.first && day <= period.last;
}

function overlaps({ begin, end }: Traject, period: Period): boolean {
  return begin <= period.last && (end === undefined || end >= period.first);
}

function cellOf(
  traject: Traject,
  request: FigureRequest,
  persons: ReadonlyMap<string, Person>,
  period: Period,
): readonly string[] {
  const person = persons.get(traject.client) ?? {};
  return request.dimensies.map((dimensie) => {
    if (dimensie === 'leeftijd') return ageClass(person, yearOf(period.first));
    return dimensie === 'geslacht' ? (person.geslacht ?? '0') : traject[dimensie];
  });
}
