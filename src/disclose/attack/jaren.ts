// SPDX-License-Identifier: EUPL-1.2
import { isTelling } from './definities.ts';
import type { Onbekende } from './kennis.ts';
import { keyOf, maatOf } from './kennis.ts';
import type { Vergelijking } from './vergelijking.ts';

/** Numbers of one area and split by year. */
type Jaren = ReadonlyMap<number, readonly Onbekende[]>;

/** What an outsider concludes about a calendar year from the years around it, worked out from the definitions apart from the planner. */
export function yearsBeside(numbers: Iterable<Onbekende>): readonly Vergelijking[] {
  const places = new Map<string, Map<number, Onbekende[]>>();
  for (const number of numbers) {
    if (!/^\d\d\d\d$/.test(number.periode)) continue;
    const place = keyOf('', '', number.gebied, number.split);
    const years = places.get(place) ?? new Map<number, Onbekende[]>();
    places.set(place, years);
    years.set(+number.periode, [...(years.get(+number.periode) ?? []), number]);
  }
  return [...places.values()].flatMap((years) =>
    [...years.keys()].flatMap((year) => [
      ...closedInstitutions(years, year),
      ...trajecten(years, year),
      ...outflow(years, year),
      ...longOrders(years, year),
    ]),
  );
}

/** Whoever is there in a year was there on the last day of the year before, or came in. */
function closedInstitutions(years: Jaren, year: number): Vergelijking[] {
  const [atEnd] = named(years, year, 'plaatsingen-op-einde');
  const [children] = named(years, year, 'jeugdigen-geplaatst');
  const [begun] = named(years, year, 'plaatsingen-begonnen');
  const [before] = named(years, year - 1, 'plaatsingen-op-einde');
  const [childrenBefore] = named(years, year - 1, 'jeugdigen-geplaatst');
  if (begun === undefined) return [];
  return [
    ...(atEnd && before ? [notLess([before, begun], [atEnd])] : []),
    ...(children && before ? [notLess([before, begun], [children])] : []),
    ...(children && childrenBefore ? [notLess([childrenBefore, begun], [children])] : []),
  ];
}

/** What runs in a year began in it, or ran the year before and did not end then. */
function trajecten(years: Jaren, year: number): Vergelijking[] {
  return named(years, year, 'trajecten').flatMap((now) =>
    named(years, year - 1, 'trajecten').flatMap((before) =>
      named(years, year, 'begonnen').flatMap((begun) =>
        ['eindes', 'uitstroom']
          .flatMap((maat) => named(years, year - 1, maat))
          .filter((ended) => alike([now, before, begun, ended]))
          .map((ended) => notLess([before, begun], [now, ended])),
      ),
    ),
  );
}

/** Outflow, what follows it, and what it lasted. */
function outflow(years: Jaren, year: number): Vergelijking[] {
  const moments = named(years, year, 'uitstroom-momenten');
  const returns = named(years, year, 'momenten-met-terugkeer');
  const leavers = named(years, year, 'uitstroom');
  const begun = named(years, year, 'begonnen');
  const begunNext = named(years, year + 1, 'begonnen');
  const out: Vergelijking[] = [];
  for (const back of returns) {
    const isYear = Number(back.grootheid.parameters?.['return-window-days']) >= 365;
    for (const moment of moments)
      for (const leaver of leavers)
        if (isYear && alike([back, moment, leaver])) out.push(notLess([leaver, back], [moment]));
    for (const one of begun)
      for (const next of begunNext)
        if (back.split.size === 0 && alike([back, one, next])) out.push(notLess([one, next], [back]));
  }
  for (const leaver of leavers)
    for (const ended of named(years, year, 'stand-beeindigd'))
      for (const stock of named(years, year, 'stand-eind'))
        if (alike([leaver, ended, stock])) out.push(notLess([ended, stock], [leaver]));
  for (const days of named(years, year, 'dagen-van-eindes'))
    for (const ends of named(years, year, 'eindes'))
      if (alike([days, ends])) out.push(notLess([days], [ends]));
  return out;
}

/** An order of two years or more was there last year and the year before that. */
function longOrders(years: Jaren, year: number): Vergelijking[] {
  const kinds = (at: number) =>
    named(years, at, 'jeugdigen-met-maatregel').map((number) => ({
      number,
      kinds: new Set(number.grootheid.codes),
    }));
  const long = kinds(year).filter(({ kinds: own }) => own.size === 1 && own.has('ots-lang'));
  return [year - 1, year - 2].flatMap((at) => {
    const then = kinds(at);
    const one = (code: string) => then.find(({ kinds: own }) => own.size === 1 && own.has(code))?.number;
    const [short, longer] = [one('ots-kort'), one('ots-lang')];
    const both = then.filter(({ kinds: own }) => own.has('ots-kort') && own.has('ots-lang'));
    return long.flatMap(({ number }) => [
      ...(short && longer ? [notLess([short, longer], [number])] : []),
      ...both.map((all) => notLess([all.number], [number])),
    ]);
  });
}

function named(years: Jaren, year: number, maat: string): readonly Onbekende[] {
  return (years.get(year) ?? []).filter(({ grootheid }) => grootheid.maat === maat);
}

/** No two of them have a parameter or codes that differ. */
function alike(numbers: readonly Onbekende[]): boolean {
  const seen = new Map<string, string>();
  for (const { grootheid } of numbers) {
    const own = Object.entries(grootheid.parameters ?? {}).map(([name, value]) => [name, String(value)]);
    if (grootheid.codes !== undefined) own.push(['', [...grootheid.codes].sort().join()]);
    for (const [name = '', value = ''] of own) {
      if (seen.has(name) && seen.get(name) !== value) return false;
      seen.set(name, value);
    }
  }
  return true;
}

/** Unit: that of the sum in it, when there is one. */
function notLess(most: readonly Onbekende[], least: readonly Onbekende[]): Vergelijking {
  const sum = [...most, ...least].find(({ grootheid }) => !isTelling(grootheid));
  const unit = sum === undefined ? 1 : maatOf(sum.grootheid);
  const factor = (number: Onbekende) => maatOf(number.grootheid) / unit;
  return {
    termen: [
      ...most.map((number) => ({ number, factor: factor(number) })),
      ...least.map((number) => ({ number, factor: -factor(number) })),
    ],
    low: 0,
    high: Number.POSITIVE_INFINITY,
    bronnen: [],
  };
}
