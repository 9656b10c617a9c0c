// SPDX-License-Identifier: EUPL-1.2
import type { PublishedTable } from '../../contract/index.ts';
import { formuleOf, teltOp } from './definities.ts';
import type { Kennis, Onbekende } from './kennis.ts';
import { keyOf, labelOf, maatOf } from './kennis.ts';

/** `low ≤ Σ factor · number ≤ high`, and what it was read from. */
export interface Vergelijking {
  readonly termen: readonly { readonly number: Onbekende; readonly factor: number }[];
  readonly low: number;
  readonly high: number;
  readonly bronnen: readonly string[];
}

/** Every equation and inequality that links the numbers. */
export function vergelijkingenOf(kennis: Kennis, tables: readonly PublishedTable[]): readonly Vergelijking[] {
  const numbers = [...kennis.onbekenden.values()];
  return [
    ...areaSums(kennis, numbers),
    ...splitSums(kennis, numbers),
    ...shareParts(kennis, numbers),
    ...printedRates(kennis, tables),
  ];
}

function areaSums(kennis: Kennis, numbers: readonly Onbekende[]): Vergelijking[] {
  const out: Vergelijking[] = [];
  const bySplit = groupBy(numbers, (number) => keyOf(number.naam, number.periode, '', number.split));
  for (const group of bySplit.values()) {
    const sets = group.map((number) => ({ number, members: new Set(number.gebied.split('+')) }));
    for (const whole of sets) {
      const inside = sets.filter(
        ({ members }) =>
          members.size < whole.members.size && [...members].every((code) => whole.members.has(code)),
      );
      const adds = teltOp(whole.number.aard, 'gebied');
      const covers = exactCovers(whole.members, inside);
      for (const parts of covers)
        out.push(...(adds ? equal(kennis, whole.number, parts, 'gebied') : [atLeast(parts, [whole.number])]));
      const summed = new Set(adds ? covers.flat() : []);
      const isFull = adds && covers.some((parts) => parts.length === whole.members.size);
      for (const { number } of inside)
        if (!isFull && !summed.has(number)) out.push(atLeast([whole.number], [number]));
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
      const whole = kennis.onbekenden.get(keyOf(number.naam, number.periode, number.gebied, rest));
      if (whole === undefined) continue;
      const key = `${over} of ${keyOf(number.naam, number.periode, number.gebied, rest)}`;
      const family = families.get(key) ?? { whole, parts: [], over };
      family.parts.push(number);
      families.set(key, family);
    }
  }
  return [...families.values()].flatMap(({ whole, parts, over }) => {
    if (teltOp(whole.aard, over)) return equal(kennis, whole, parts, over);
    return [...parts.map((part) => atLeast([whole], [part])), atLeast(parts, [whole])];
  });
}

const DELEN = new Map([
  ['clienten-boven-grens', 'clienten'],
  ['uitgaven-boven-grens', 'uitgaven'],
]);

/** A part is at most its whole; clients above the threshold cost more than it each, the others at most it. */
function shareParts(kennis: Kennis, numbers: readonly Onbekende[]): Vergelijking[] {
  const out: Vergelijking[] = [];
  for (const number of numbers) {
    const wholeName =
      DELEN.get(number.naam) ??
      (number.naam.endsWith(' teller') ? number.naam.replace(/teller$/, 'noemer') : undefined);
    if (wholeName === undefined) continue;
    const at = (naam: string) =>
      kennis.onbekenden.get(keyOf(naam, number.periode, number.gebied, number.split));
    const whole = at(wholeName);
    if (whole !== undefined) out.push(atLeast([whole], [number]));
    if (number.naam !== 'uitgaven-boven-grens' || number.split.size > 0) continue;
    const [above, all] = [at('clienten-boven-grens'), at('clienten')];
    if (above === undefined || all === undefined || whole === undefined) continue;
    const grens = kennis.publiek.kostenGrensCents / maatOf('bedrag');
    out.push(
      { termen: [term(number, 1), term(above, -grens)], low: 0, high: Number.POSITIVE_INFINITY, bronnen: [] },
      {
        termen: [term(all, grens), term(above, -grens), term(whole, -1), term(number, 1)],
        low: 0,
        high: Number.POSITIVE_INFINITY,
        bronnen: [],
      },
    );
  }
  return out;
}

/** A printed rate ties its numerator to its denominator, also when one of them is hidden. */
function printedRates(kennis: Kennis, tables: readonly PublishedTable[]): Vergelijking[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row): Vergelijking[] => {
      const { breuk } = formuleOf(table.indicator, row.variant, table.eenheid);
      const [top, bottom] = kennis.numbersOf(table, row);
      if (breuk === undefined || row.waarde === null || top === undefined || bottom === undefined) return [];
      if (top.bronnen.length > 0 && bottom.bronnen.length > 0) return [];
      const unit = maatOf(top.aard) / maatOf(bottom.aard);
      const factor = (row.waarde + breuk.minus) / unit;
      const precision = table.eenheid === 'eurocent' ? 0.5 / unit : Math.abs(factor) * 1e-12;
      const known = bottom.upper - bottom.lower < 1e-9 ? bottom.upper : 0;
      const rounding =
        kennis.publiek.regels.afronding > 1 && top.aard !== 'bedrag'
          ? kennis.publiek.regels.afronding / 2
          : 0;
      const slack = precision * Math.max(1, known) + rounding;
      return [
        { termen: [term(top, 1), term(bottom, -factor)], low: -slack, high: slack, bronnen: [labelOf(row)] },
      ];
    }),
  );
}

/** Parts add up to their whole but for what was counted twice; where the release does not tell how much that is, the sum says nothing. */
function equal(kennis: Kennis, whole: Onbekende, parts: readonly Onbekende[], over: string): Vergelijking[] {
  const told = twice(kennis, whole, parts, over);
  if (told === null) return [];
  const double = told / maatOf(whole.aard);
  return [
    {
      termen: [...parts.map((part) => term(part, 1)), term(whole, -1)],
      low: double,
      high: double,
      bronnen: [],
    },
  ];
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
      ) === keyOf(whole.naam, whole.periode, whole.gebied, whole.split) &&
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
