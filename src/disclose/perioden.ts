// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate, parsePlainDate, plainDate } from '../contract/index.ts';

/** First and last day of a period, both included. */
export interface Dagen {
  readonly van: PlainDate;
  readonly tot: PlainDate;
}

/** Days of `2024`, `2024-Q2` or `2022-10-01/2023-09-30`; undefined for anything else. */
export function periodeDagen(label: string): Dagen | undefined {
  const [first = '', last] = label.split('/');
  if (last !== undefined) return between(parsePlainDate(first), parsePlainDate(last));
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(label) ?? [];
  if (year === undefined) return undefined;
  const month = quarter === undefined ? 1 : 3 * Number(quarter) - 2;
  const next =
    quarter === undefined || quarter === '4'
      ? plainDate(Number(year) + 1, 1, 1)
      : plainDate(Number(year), month + 3, 1);
  return between(plainDate(Number(year), month, 1), next === undefined ? undefined : addDays(next, -1));
}

/** The same period a year earlier: `2024-Q2` ─▶ `2023-Q2`; every year in a period of two days. */
export function vorigJaar(label: string): string {
  return label.replace(/\d{4}(?=$|-)/g, (year) => String(Number(year) - 1));
}

function between(van: PlainDate | undefined, tot: PlainDate | undefined): Dagen | undefined {
  return van === undefined || tot === undefined ? undefined : { van, tot };
}

/** Periods that lie inside another one, and the shortest ones that fill it day by day, when there are such. */
export function insideOf<Item extends { readonly dagen: Dagen }>(
  whole: Dagen,
  periods: readonly Item[],
): { readonly inside: readonly Item[]; readonly partition: readonly Item[] | undefined } {
  const inside = periods
    .filter(
      ({ dagen }) => whole.van <= dagen.van && dagen.tot <= whole.tot && lengthOf(dagen) < lengthOf(whole),
    )
    .sort((a, b) => a.dagen.van - b.dagen.van || lengthOf(a.dagen) - lengthOf(b.dagen));
  const partition: Item[] = [];
  let next = whole.van;
  while (next <= whole.tot) {
    const part = inside.find(({ dagen }) => dagen.van === next);
    if (part === undefined) return { inside, partition: undefined };
    partition.push(part);
    next = addDays(part.dagen.tot, 1);
  }
  return { inside, partition };
}

function lengthOf({ van, tot }: Dagen): number {
  return tot - van;
}
