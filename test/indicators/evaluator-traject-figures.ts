// SPDX-License-Identifier: EUPL-1.2
import { addDays, type Dimensie, type FigureRow, type PlainDate, yearOf } from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { definitionOf } from './definitions.ts';
import { distinctTransitions, type Transition, transitionsOf } from './evaluator-doorstroom.ts';
import { CLASSES, median, running, stillRunning } from './evaluator-duur.ts';
import { stock } from './evaluator-stand.ts';
import {
  firstDay,
  type Interval,
  intervals,
  lastDay,
  type Traject,
  trajecten,
} from './evaluator-trajecten.ts';
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
  'uitval-redenen': [
    'buiten-noemer',
    ...['02', '31', '32', '33', '34', '35', '36', '37', '38', '39', 'onbekend'].map(
      (code) => `reden-${code}`,
    ),
  ],
  'duur-verloop': [91, 182, 273, 365, 547, 730].map((days) => `nog-${days}`),
  duur: ['D1', 'D2', 'D3', ...CLASSES.map(([code]) => `D3-${code}`)],
  terugkeer: ['R1', 'R3'],
  'in-een-keer-goed': ['G1', 'G2'],
  'verwijzer-afgeleid': ['trajecten'],
  'aandeel-per-type': ['zorgdagen'],
  stand: ['begin', 'begonnen', 'beeindigd', 'eind', 'residu'],
  doorstroom: [''],
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
    const care = careOf(inArea, request);
    for (const label of request.perioden) {
      const period = periodOf(label);
      const members = gemeenten.filter((gemeente) => isMemberIn(world.regio, request, gemeente, period));
      if (members.length === 0) continue;
      const counted =
        request.indicator === 'doorstroom'
          ? transitions(care, request, period)
          : occurring(care, request, period);
      const cells = new Map(alwaysShown(request.dimensies, members).map((cell) => [cell.join('|'), cell]));
      for (const one of counted) {
        const cell = cellOf(one, request.dimensies, persons, period);
        cells.set(cell.join('|'), cell);
      }
      for (const cell of cells.values()) {
        const pick = <One extends Traject>(
          some: readonly One[],
          dimensies: readonly Dimensie[],
        ): readonly One[] => {
          const wanted = dimensies.map((dimensie) => cell[request.dimensies.indexOf(dimensie)]).join('|');
          return some.filter((one) => cellOf(one, dimensies, persons, period).join('|') === wanted);
        };
        const whole = request.dimensies.filter((dimensie) => dimensie !== 'verblijfsvorm');
        for (const variant of TRAJECT_VARIANTS[request.indicator] ?? []) {
          if (request.variant !== undefined && request.variant !== variant) continue;
          const value =
            request.indicator === 'doorstroom'
              ? count(distinctTransitions(pick(counted as readonly Transition[], request.dimensies)))
              : request.indicator === 'aandeel-per-type'
                ? ratio(
                    careDays(pick(care, request.dimensies), period, lastDay(world.delivered)),
                    careDays(pick(care, whole), period, lastDay(world.delivered)),
                  )
                : outcome(
                    request,
                    variant,
                    pick(care, request.dimensies),
                    care,
                    period,
                    lastDay(world.delivered),
                  );
          rows.push({
            indicator: request.indicator,
            variant,
            periode: label,
            gebied,
            dimensies: cell,
            ...inTime(world, request, variant, period, value),
          });
        }
      }
    }
  }
  return rows.sort(compareRows);
}

function transitions(
  care: readonly Traject[],
  request: FigureRequest,
  period: Period,
): readonly Transition[] {
  return transitionsOf(care, days(request, 'doorstroom-dagen')).filter(({ end }) => inside(end, period));
}

/** Trajecten; for days in residence those of one form each. */
function careOf(inArea: readonly Interval[], request: FigureRequest): readonly Traject[] {
  const gap = days(request, 'traject-gap-days');
  if (request.indicator !== 'aandeel-per-type') return trajecten(inArea, gap);
  const residence = inArea.filter(({ vorm }) => vorm !== undefined);
  return trajecten(residence, gap, ({ client, aanbieder, type, vorm }) =>
    [client, aanbieder, type, vorm].join('|'),
  );
}

function occurring(care: readonly Traject[], request: FigureRequest, period: Period): readonly Traject[] {
  const first = request.indicator === 'stand' ? addDays(period.first, -1) : period.first;
  return care.filter((one) => overlaps(one, { first, last: period.last }));
}

function careDays(some: readonly Traject[], period: Period, data: PlainDate): number {
  let total = 0;
  for (const { begin, end } of some) {
    for (let day = period.first; day <= period.last; day = addDays(day, 1)) {
      if (begin <= day && day <= (end ?? data)) total += 1;
    }
  }
  return total;
}

function outcome(
  request: FigureRequest,
  variant: string,
  inCell: readonly Traject[],
  care: readonly Traject[],
  period: Period,
  data: PlainDate,
): Outcome {
  const ended = inCell.filter(
    ({ end, reason }) => end !== undefined && inside(end, period) && reason !== 'afgeleid',
  );
  const endedAsTold = ended.filter(({ reason }) => ENDED_AS_TOLD.includes(reason ?? ''));
  const begun = inCell.filter(({ begin }) => inside(begin, period));
  switch (request.indicator) {
    case 'trajecten':
      return count(inCell.filter((traject) => overlaps(traject, period)).length);
    case 'verwijzer-afgeleid': {
      const there = inCell.filter((traject) => overlaps(traject, period));
      return ratio(there.filter(({ afgeleid }) => afgeleid).length, there.length);
    }
    case 'instroom': {
      const lookBack = days(request, 'terugkijk-dagen');
      return count(distinctClients(begun.filter((one) => !hadCare(one, care, lookBack))));
    }
    case 'in-een-keer-goed': {
      const lookBack = days(request, 'terugkijk-dagen');
      const fresh = begun.filter((one) => !hadCare(one, care, lookBack));
      const right = fresh.filter(
        (one) =>
          one.reason === '31' &&
          (variant === 'G1' || endsInTime(one, request)) &&
          !somethingElse(one, care, request),
      );
      return ratio(distinctClients(right), distinctClients(fresh));
    }
    case 'uitstroom': {
      const left = inCell.filter(({ end }) => end !== undefined && inside(end, period));
      return count(distinctClients(left.filter((one) => leaves(one, care, request))));
    }
    case 'uitval': {
      const dropped = endedAsTold.filter(({ reason }) => DROPPED_OUT[variant]?.includes(reason ?? ''));
      return ratio(dropped.length, endedAsTold.length);
    }
    case 'uitval-redenen': {
      const outside = ended.filter(({ reason }) => !ENDED_AS_TOLD.includes(reason ?? ''));
      const same = ended.filter(({ reason }) => `reden-${reason === '' ? 'onbekend' : reason}` === variant);
      return ratio(variant === 'buiten-noemer' ? outside.length : same.length, ended.length);
    }
    case 'duur-verloop':
      return stillRunning(begun, data, Number(variant.slice(4)));
    case 'duur': {
      if (variant === 'D2') return median(begun, data);
      if (variant.startsWith('D3')) return count(running(inCell, variant.slice(3), period).length);
      const lengths = ended.map(({ begin, end }) => (end ?? 0) - begin + 1);
      return ratio(
        lengths.reduce((sum, length) => sum + length, 0),
        lengths.length,
      );
    }
    case 'stand':
      return count(stock(inCell, period)[variant] ?? Number.NaN);
    default: {
      if (variant === 'R1') {
        const lookBack = days(request, 'eerdere-hulp-dagen');
        return ratio(begun.filter((one) => hadCare(one, care, lookBack)).length, begun.length);
      }
      const moments = endedAsTold.filter((one) => leaves(one, care, request));
      const returned = moments.filter((one) => comesBack(one, care, request));
      return ratio(distinctMoments(returned), distinctMoments(moments));
    }
  }
}

function endsInTime({ begin, end }: Traject, request: FigureRequest): boolean {
  return end !== undefined && end <= addDays(begin, days(request, 'in-een-keer-dagen'));
}

function somethingElse(one: Traject, care: readonly Traject[], request: FigureRequest): boolean {
  const until = addDays(one.begin, days(request, 'in-een-keer-dagen'));
  return ownTrajecten(one, care).some(
    ({ type, aanbieder, begin }) =>
      (type !== one.type || aanbieder !== one.aanbieder) && begin >= one.begin && begin <= until,
  );
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
  const until = addDays(last, days(request, 'return-window-days'));
  return ownTrajecten(one, care).some(({ begin }) => begin >= first && begin <= until);
}

function inTime(
  world: World,
  request: FigureRequest,
  variant: string,
  period: Period,
  known: Outcome,
): Outcome {
  const figure = variant === '' ? request.indicator : `${request.indicator} ${variant.slice(0, 2)}`;
  const waits: Readonly<Record<string, string>> = {
    uitstroom: 'uitstroom-dagen',
    'terugkeer R3': 'return-window-days',
    doorstroom: 'doorstroom-dagen',
    'in-een-keer-goed G1': 'in-een-keer-dagen',
    'in-een-keer-goed G2': 'in-een-keer-dagen',
    'duur D3': 'naloop-dagen',
  };
  const wait = request.indicator === 'stand' ? 'naloop-dagen' : waits[figure];
  if (wait !== undefined && lastDay(world.delivered) < addDays(period.last, days(request, wait)))
    return { waarde: null, teller: null, noemer: null, status: ['nog_niet_bekend'] };
  const history: Readonly<Record<string, string>> = {
    instroom: 'terugkijk-dagen',
    'terugkeer R1': 'eerdere-hulp-dagen',
  };
  const needed = history[figure];
  const incomplete = needed !== undefined && period.first - firstDay(world.delivered) < days(request, needed);
  if (!incomplete) return known;
  return { ...known, status: known.waarde === null ? [...known.status, 'onvolledig'] : ['onvolledig'] };
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
  dimensies: readonly Dimensie[],
  persons: ReadonlyMap<string, Person>,
  period: Period,
): readonly string[] {
  const person = persons.get(traject.client) ?? {};
  return dimensies.map((dimensie) => {
    if (dimensie === 'leeftijd') return ageClass(person, yearOf(period.first));
    if (dimensie === 'geslacht') return person.geslacht ?? '0';
    const facts = traject as unknown as Readonly<Record<string, string>>;
    return facts[dimensie === 'verblijfsvorm' ? 'vorm' : dimensie] ?? '';
  });
}
