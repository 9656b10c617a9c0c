// SPDX-License-Identifier: EUPL-1.2
import type { PublishedTable, Telling } from '../../contract/index.ts';
import { formuleOf, isTelling, neverExceeds } from './definities.ts';
import { yearsBeside } from './jaren.ts';
import type { Kennis, Onbekende } from './kennis.ts';
import { keyOf, labelOf, maatOf } from './kennis.ts';
import type { Vergelijking } from './vergelijking.ts';

/** Every equation and inequality that links the numbers. `each`: also those that follow from others, for who does not use them all. */
export function vergelijkingenOf(
  kennis: Kennis,
  tables: readonly PublishedTable[],
  each = false,
): readonly Vergelijking[] {
  const numbers = [...kennis.onbekenden.values()];
  return [
    ...areaSums(kennis, numbers, each),
    ...splitSums(kennis, numbers),
    ...periodSums(numbers),
    ...partsOfWholes(numbers),
    ...thresholds(numbers),
    ...identities(numbers),
    ...changes(numbers),
    ...stocks(kennis, numbers),
    ...yearsBeside(numbers),
    ...printedRates(kennis, tables),
  ];
}

function areaSums(kennis: Kennis, numbers: readonly Onbekende[], each: boolean): Vergelijking[] {
  const out: Vergelijking[] = [];
  const bySplit = groupBy(numbers, (number) =>
    keyOf(number.grootheid.naam, number.periode, '', number.split),
  );
  for (const group of bySplit.values()) {
    const sets = group.map((number) => ({ number, members: new Set(number.gebied.split('+')) }));
    for (const whole of sets) {
      const inside = sets.filter(
        ({ members }) =>
          members.size < whole.members.size && [...members].every((code) => whole.members.has(code)),
      );
      const covers = exactCovers(whole.members, inside);
      const { delen, telt, negatief } = whole.number.grootheid;
      const adds = telt !== 'aanbieders';
      const grows = isMonotone(delen.gebied) || (delen.gebied === 'som' && !negatief);
      // Only the region counts whose gemeente nobody knows.
      const isOpen = delen.gebied === 'som' && !negatief && kennis.isRegio(whole.number.gebied);
      const telling = isOpen ? 'minstens-som' : delen.gebied;
      if (!adds) {
        out.push(
          ...bounds(
            telling,
            whole.number,
            inside.map(({ number }) => number),
            [],
          ),
        );
        for (const parts of covers) out.push(...bounds(telling, whole.number, [], parts));
        continue;
      }
      const told = covers.map((parts) => twice(kennis, whole.number, parts, 'gebied'));
      covers.forEach((parts, at) => {
        const double = told[at] ?? null;
        const isPart = parts.some(({ gebied }) => kennis.isRegio(gebied));
        const nowhere =
          isOpen && !each && !isPart ? withoutGemeente(whole.number, parts, double, kennis) : undefined;
        out.push(
          ...(nowhere === undefined
            ? equal(whole.number, parts, double, isPart ? delen.gebied : telling, kennis, isPart)
            : equal(whole.number, [...parts, nowhere], 0, 'som', kennis, isPart)),
        );
      });
      const none = !each && told.every((double) => double === 0);
      const isFull = none && covers.some((parts) => parts.length === whole.members.size);
      const summed = new Set(none ? covers.flat() : []);
      const loose = isFull ? [] : inside.filter(({ number }) => !summed.has(number));
      if (grows) out.push(...loose.map(({ number }) => atLeast([whole.number], [number])));
    }
  }
  return out;
}

interface AreaNumber {
  readonly number: Onbekende;
  readonly members: ReadonlySet<string>;
}

/** Ways to fill an area with smaller ones, each gemeente once. When all gemeenten are there that one way says it all. */
function exactCovers(whole: ReadonlySet<string>, inside: readonly AreaNumber[]): Onbekende[][] {
  const singles = inside.filter(({ members }) => members.size === 1);
  if (whole.size > 1 && singles.length === whole.size) return [singles.map(({ number }) => number)];
  const covers: Onbekende[][] = [];
  const fill = (open: ReadonlySet<string>, chosen: readonly Onbekende[]): void => {
    const [code] = open;
    if (code === undefined) {
      if (chosen.length > 1) covers.push([...chosen]);
      return;
    }
    for (const { number, members } of inside) {
      if (covers.length >= 100) return;
      if (!members.has(code) || [...members].some((member) => !open.has(member))) continue;
      fill(new Set([...open].filter((member) => !members.has(member))), [...chosen, number]);
    }
  };
  fill(whole, []);
  return covers;
}

function splitSums(kennis: Kennis, numbers: readonly Onbekende[]): Vergelijking[] {
  const families = new Map<string, { whole: Onbekende; parts: Onbekende[]; over: string }>();
  for (const number of numbers) {
    for (const over of number.split.keys()) {
      const rest = new Map([...number.split].filter(([name]) => name !== over));
      const whole = kennis.onbekenden.get(keyOf(number.grootheid.naam, number.periode, number.gebied, rest));
      if (whole === undefined) continue;
      const key = `${over} of ${keyOf(number.grootheid.naam, number.periode, number.gebied, rest)}`;
      const family = families.get(key) ?? { whole, parts: [], over };
      family.parts.push(number);
      families.set(key, family);
    }
  }
  return [...families.values()].flatMap(({ whole, parts, over }) => {
    const { kenmerk, dimensie } = whole.grootheid.delen;
    const telling = over === 'leeftijd' || over === 'geslacht' ? kenmerk : dimensie;
    if (telling !== 'som') return bounds(telling, whole, parts, parts);
    return equal(whole, parts, twice(kennis, whole, parts, over), telling, kennis);
  });
}

/** The largest part is a lower bound of the whole. */
function isMonotone(telling: Telling): boolean {
  return telling === 'overlap' || telling === 'minstens-deel' || telling === 'minstens-som';
}

/** What is known of a whole when its parts do not simply add up. `inside`: any parts; `all`: parts that make up the whole. */
function bounds(
  telling: Telling,
  whole: Onbekende,
  inside: readonly Onbekende[],
  all: readonly Onbekende[],
): Vergelijking[] {
  const out: Vergelijking[] = [];
  if (isMonotone(telling)) out.push(...inside.map((part) => atLeast([whole], [part])));
  if (all.length === 0) return out;
  if (telling === 'overlap' || telling === 'hoogstens-som') out.push(atLeast(all, [whole]));
  if (telling === 'minstens-som') out.push(atLeast([whole], all));
  return out;
}

/** Quarters in a year, and any other period inside a longer one. */
function periodSums(numbers: readonly Onbekende[]): Vergelijking[] {
  const out: Vergelijking[] = [];
  const series = groupBy(numbers, ({ grootheid, gebied, split }) => keyOf(grootheid.naam, '', gebied, split));
  for (const group of series.values()) {
    const dated = group.flatMap((number) => {
      const days = daysOf(number.periode);
      return days === undefined ? [] : [{ number, ...days }];
    });
    for (const whole of dated) {
      const inside = dated.filter(
        ({ from, to }) => from >= whole.from && to <= whole.to && to - from < whole.to - whole.from,
      );
      if (inside.length === 0) continue;
      const all: Onbekende[] = [];
      let next: number | undefined = whole.from;
      while (next !== undefined && next < whole.to) {
        const here = inside.filter(({ from }) => from === next).sort((a, b) => a.to - b.to);
        const [part] = here;
        if (part !== undefined) all.push(part.number);
        next = part?.to;
      }
      const filled = next === whole.to ? all : [];
      const telling = whole.number.grootheid.delen.periode;
      if (telling === 'som' && filled.length > 0)
        out.push({
          termen: [...filled.map((part) => term(part, 1)), term(whole.number, -1)],
          low: 0,
          high: 0,
          bronnen: [],
        });
      else
        out.push(
          ...bounds(
            telling === 'som' ? 'overlap' : telling,
            whole.number,
            inside.map(({ number }) => number),
            filled,
          ),
        );
    }
  }
  return out;
}

/** From the first day up to the day after the last. Unit: milliseconds. */
function daysOf(periode: string): { readonly from: number; readonly to: number } | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(periode);
  if (quarter !== null) {
    const [year, first] = [Number(quarter[1]), 3 * (Number(quarter[2]) - 1)];
    return { from: Date.UTC(year, first, 1), to: Date.UTC(year, first + 3, 1) };
  }
  if (/^\d{4}$/.test(periode)) return { from: Date.UTC(+periode, 0, 1), to: Date.UTC(+periode + 1, 0, 1) };
  const [first, last] = periode.split('/').map((day) => Date.parse(`${day}T00:00:00Z`));
  if (first === undefined || last === undefined || Number.isNaN(first + last)) return undefined;
  return { from: first, to: last + 86_400_000 };
}

/** What is part of something else is at most that, in every cell. */
function partsOfWholes(numbers: readonly Onbekende[]): Vergelijking[] {
  const cells = groupBy(numbers, ({ periode, gebied, split }) => keyOf('', periode, gebied, split));
  return [...cells.values()].flatMap((cell) =>
    cell.flatMap((part) =>
      cell
        .filter((whole) => neverExceeds(part.grootheid, whole.grootheid))
        .map((whole) => atLeast([whole], [part])),
    ),
  );
}

/** Clients above the threshold cost more than it each, the others at most it. */
function thresholds(numbers: readonly Onbekende[]): Vergelijking[] {
  const out: Vergelijking[] = [];
  const cells = groupBy(numbers, ({ periode, gebied, split }) => keyOf('', periode, gebied, split));
  for (const cell of cells.values()) {
    for (const above of cell) {
      const { maat, parameters = {} } = above.grootheid;
      if (maat !== 'clienten-boven-grens') continue;
      if (above.split.size > 0 && parameters['drempel-over'] !== 'cel') continue;
      if (parameters['drempel-index'] === 'ja') continue;
      const spent = cell.find(
        ({ grootheid }) =>
          grootheid.maat === 'uitgaven-boven-grens' &&
          Object.entries(parameters).every(([name, value]) => grootheid.parameters?.[name] === value),
      );
      const all = cell.find(({ grootheid }) => grootheid.naam === 'clienten');
      const whole = cell.find(({ grootheid }) => grootheid.naam === 'uitgaven');
      if (spent === undefined || all === undefined || whole === undefined) continue;
      const grens = Number(parameters['drempel-cents']) / maatOf(spent.grootheid);
      out.push(
        {
          termen: [term(spent, 1), term(above, -grens)],
          low: 0,
          high: Number.POSITIVE_INFINITY,
          bronnen: [],
        },
        {
          termen: [term(all, grens), term(above, -grens), term(whole, -1), term(spent, 1)],
          low: 0,
          high: Number.POSITIVE_INFINITY,
          bronnen: [],
        },
      );
    }
  }
  return out;
}

/** A quantity that is put together from others in the same cell: the definition says so, or their codes divide its codes. */
function identities(numbers: readonly Onbekende[]): Vergelijking[] {
  const out: Vergelijking[] = [];
  const cells = groupBy(numbers, ({ periode, gebied, split, grootheid }) =>
    keyOf(JSON.stringify(grootheid.parameters ?? {}), periode, gebied, split),
  );
  for (const cell of cells.values()) {
    for (const whole of cell) {
      const { gelijkAan = [], codes, maat, delen } = whole.grootheid;
      const made = gelijkAan.flatMap((piece) => {
        const number = cell.find(({ grootheid }) => grootheid.maat === piece.maat && !grootheid.codes);
        return number === undefined ? [] : [term(number, piece.factor)];
      });
      if (codes === undefined && made.length > 0 && made.length === gelijkAan.length)
        out.push({ termen: [...made, term(whole, -1)], low: 0, high: 0, bronnen: [] });
      if (codes === undefined || codes.length < 2) continue;
      const inside = cell.flatMap((number) => {
        const own = number.grootheid.maat === maat ? number.grootheid.codes : undefined;
        if (own === undefined || own.length >= codes.length) return [];
        return own.every((code) => codes.includes(code)) ? [{ number, members: new Set(own) }] : [];
      });
      for (const parts of exactCovers(new Set(codes), inside)) {
        if (delen.dimensie !== 'som') out.push(...bounds(delen.dimensie, whole, [], parts));
        else
          out.push({
            termen: [...parts.map((part) => term(part, 1)), term(whole, -1)],
            low: 0,
            high: 0,
            bronnen: [],
          });
      }
    }
  }
  return out;
}

/** How much more was spent than a year before. */
function changes(numbers: readonly Onbekende[]): Vergelijking[] {
  const spent = new Map(
    numbers
      .filter(({ grootheid }) => grootheid.naam === 'uitgaven')
      .map((number) => [keyOf('', number.periode, number.gebied, number.split), number]),
  );
  return numbers.flatMap((change): Vergelijking[] => {
    const { maat, parameters = {} } = change.grootheid;
    if (maat !== 'kosten-verschil' || parameters['vergelijk-met'] !== 'vorig-jaar') return [];
    const before = change.periode.replace(/\d\d\d\d(?=-|$)/g, (year) => `${+year - 1}`);
    const [now, then] = [change.periode, before].map((periode) =>
      spent.get(keyOf('', periode, change.gebied, change.split)),
    );
    if (now === undefined || then === undefined) return [];
    return [{ termen: [term(then, 1), term(change, 1), term(now, -1)], low: 0, high: 0, bronnen: [] }];
  });
}

/** The numbers in care with which a year begins are those with which the year before ended. */
function stocks(kennis: Kennis, numbers: readonly Onbekende[]): Vergelijking[] {
  return numbers.flatMap((begin): Vergelijking[] => {
    const { grootheid, periode, gebied, split } = begin;
    if (grootheid.maat !== 'stand-begin' || !/^\d\d\d\d$/.test(periode)) return [];
    const name = grootheid.naam.replace('stand-begin', 'stand-eind');
    const end = kennis.onbekenden.get(keyOf(name, `${+periode - 1}`, gebied, split));
    if (end === undefined) return [];
    return [{ termen: [term(end, 1), term(begin, -1)], low: 0, high: 0, bronnen: [] }];
  });
}

/** A printed rate ties its numerator to its denominator, also when one of them is hidden. */
function printedRates(kennis: Kennis, tables: readonly PublishedTable[]): Vergelijking[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row): Vergelijking[] => {
      const { breuk } = formuleOf(table, row.variant);
      const [top, bottom] = kennis.numbersOf(table, row);
      if (breuk === undefined || row.waarde === null || top === undefined || bottom === undefined) return [];
      if (top.bronnen.length > 0 && bottom.bronnen.length > 0) return [];
      const unit = maatOf(top.grootheid) / maatOf(bottom.grootheid);
      const factor = (row.waarde + breuk.minus) / unit;
      const precision = table.eenheid === 'eurocent' ? 0.5 / unit : Math.abs(factor) * 1e-12;
      const known = bottom.upper - bottom.lower < 1e-9 ? bottom.upper : 0;
      const rounding =
        kennis.publiek.regels.afronding > 1 && isTelling(top.grootheid)
          ? kennis.publiek.regels.afronding / 2
          : 0;
      const slack = precision * Math.max(1, known) + rounding;
      return [
        {
          termen: [term(top, 1), term(bottom, -factor)],
          low: -slack,
          high: slack,
          bronnen: [labelOf(table, row)],
        },
      ];
    }),
  );
}

/**
 * Parts add up to their whole but for what was counted twice. Where the release does not tell how much that is, it is something, and for a count
 * not more than the policy hides.
 */
function equal(
  whole: Onbekende,
  parts: readonly Onbekende[],
  told: number | null,
  telling: Telling,
  kennis: Kennis,
  isPart = true,
): Vergelijking[] {
  const { publiek } = kennis;
  const isRegio = !isPart && kennis.isRegio(whole.gebied);
  const most = isTelling(whole.grootheid) ? publiek.regels.verbergTotEnMet : Number.POSITIVE_INFINITY;
  const isUntold = publiek.isUntold === true && telling !== 'som';
  const [low, high] =
    told === null || isUntold
      ? untold(telling, most, isUntold || !isTelling(whole.grootheid) ? 0 : 1, isRegio)
      : [told / maatOf(whole.grootheid), told / maatOf(whole.grootheid)];
  return [{ termen: [...parts.map((part) => term(part, 1)), term(whole, -1)], low, high, bronnen: [] }];
}

/** The area of those whose gemeente nobody knows. */
export const NERGENS = '?';

/** How many of the region have no known gemeente, where that is not told, or few by what is printed: a number of children as any other. */
function withoutGemeente(
  whole: Onbekende,
  parts: readonly Onbekende[],
  told: number | null,
  { publiek }: Kennis,
): Onbekende | undefined {
  const { grootheid, periode, split } = whole;
  const most = publiek.regels.verbergTotEnMet;
  const isExact = [whole, ...parts].every(({ lower, upper }) => upper - lower < 1e-9);
  const left = parts.reduce((sum, { upper }) => sum - upper, whole.upper);
  const isFew = told === null || (told === 0 && isExact && left > 0 && left <= most);
  if (!isTelling(grootheid) || !isFew) return undefined;
  return {
    grootheid,
    periode,
    gebied: NERGENS,
    split,
    lower: 1,
    upper: Number.POSITIVE_INFINITY,
    bronnen: [],
  };
}

/** Only the region counts whose gemeente nobody knows, so it can have any number more than its gemeenten together. */
function untold(telling: Telling, most: number, least: 0 | 1, isRegio: boolean): readonly [number, number] {
  const low = isRegio ? Number.NEGATIVE_INFINITY : -most;
  if (telling === 'minstens-som') return [low, -least];
  const isMore = telling === 'overlap' || telling === 'hoogstens-som';
  return [isMore && !isRegio ? least : low, most];
}

/** What the release itself says was counted in more than one part: nothing when it says nothing, null when it does not tell how much. */
function twice(kennis: Kennis, whole: Onbekende, parts: readonly Onbekende[], over: string): number | null {
  const codes = (list: readonly string[]) => [...list].sort().join();
  const names = codes(parts.map((part) => (over === 'gebied' ? part.gebied : (part.split.get(over) ?? ''))));
  const found = kennis.publiek.meervoudigGeteld?.find(
    (entry) =>
      entry.over === over &&
      keyOf(
        entry.grootheid,
        entry.periode,
        kennis.gebied(entry.gebied),
        new Map(Object.entries(entry.dimensies)),
      ) === keyOf(whole.grootheid.naam, whole.periode, whole.gebied, whole.split) &&
      codes(over === 'gebied' ? entry.delen.map((code) => kennis.gebied(code)) : entry.delen) === names,
  );
  return found === undefined ? 0 : found.verschil;
}

function atLeast(most: readonly Onbekende[], least: readonly Onbekende[]): Vergelijking {
  return {
    termen: [...most.map((number) => term(number, 1)), ...least.map((number) => term(number, -1))],
    low: 0,
    high: Number.POSITIVE_INFINITY,
    bronnen: [],
  };
}

function term(number: Onbekende, factor: number) {
  return { number, factor };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
