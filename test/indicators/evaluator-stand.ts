// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate } from '../../src/contract/index.ts';
import type { Traject } from './evaluator-trajecten.ts';
import type { Period } from './evaluator-world.ts';

/** The five numbers of `stand`, day by day: somebody begins on a day with care after one without, and ends on a day without care after one with. */
export function stock(some: readonly Traject[], { first, last }: Period): Readonly<Record<string, number>> {
  const clients = [...new Set(some.map(({ client }) => client))];
  let [begin, begonnen, beeindigd, eind] = [0, 0, 0, 0];
  for (const client of clients) {
    const own = some.filter((one) => one.client === client);
    const inCare = (day: PlainDate): boolean =>
      own.some((one) => one.begin <= day && (one.end === undefined || one.end >= day));
    if (inCare(addDays(first, -1))) begin += 1;
    if (inCare(last)) eind += 1;
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const before = inCare(addDays(day, -1));
      if (inCare(day) && !before) begonnen += 1;
      if (!inCare(day) && before) beeindigd += 1;
    }
  }
  return { begin, begonnen, beeindigd, eind, residu: eind - begin - begonnen + beeindigd };
}
