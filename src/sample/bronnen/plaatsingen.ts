// SPDX-License-Identifier: EUPL-1.2
import type { PlaatsingRij, PlainDate } from '../../contract/index.ts';
import { addDays, TYPEN_JEUGDHULP } from '../../contract/index.ts';
import { firstDay, lastDay, monthOfYear } from '../calendar.ts';
import { has } from '../membership.ts';
import { BRONNEN } from '../parameters.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { clientsByWeight, stream } from './bron-wereld.ts';

const LANDELIJK = TYPEN_JEUGDHULP.indexOf('landelijk-ingekocht');
const REDENEN = ['volgens-plan', 'vervolgplek', 'overplaatsing', 'voortijdig', 'meerderjarig'] as const;

interface Plaatsing {
  readonly bsn: string;
  readonly gemeente: string;
  readonly voorziening: string;
  readonly begin: PlainDate;
  readonly eind: PlainDate;
  readonly redenEinde: (typeof REDENEN)[number];
  readonly vervolgplek: 'ja' | 'nee';
}

/** Placements in closed care per quarter, exactly as published; each file of a quarter lists what ran in it. */
export function plaatsingen(wereld: BronWereld): Bronbestand[] {
  const { figuren, jaren, regio, targets, clienten } = wereld;
  const quarters = jaren.flatMap((jaar) => [1, 2, 3, 4].map((kwartaal) => ({ jaar, kwartaal })));
  const begun: Plaatsing[] = [];
  return quarters.flatMap(({ jaar, kwartaal }): Bronbestand[] => {
    const periode = `${jaar}-Q${kwartaal}`;
    const count = figuren.find('jeugdzorgplus-plaatsingen', '', regio.code, '', periode);
    if (count === undefined) return [];
    const random = stream(wereld, 'jeugdzorgplus', periode);
    const busy = new Set(begun.map(({ bsn }) => bsn));
    const from = firstDay(monthOfYear(jaar, kwartaal * 3 - 2));
    const until = lastDay(monthOfYear(jaar, kwartaal * 3));
    const pool = clientsByWeight(wereld, jaar, undefined, random, (types, age) =>
      age < 12 || age > 17 ? 0 : has(types, LANDELIJK) ? 40 : 1,
    ).filter(({ child }) => !busy.has(clienten.bsn(child)));
    for (const { child, gemeente } of pool.slice(0, count)) {
      const begin = addDays(from, random.integer(0, until - from));
      begun.push({
        bsn: clienten.bsn(child),
        gemeente: targets.gemeenten[gemeente] ?? '',
        voorziening: random.pick(BRONNEN.voorzieningen),
        begin,
        eind: addDays(begin, Math.max(5, Math.round(random.lognormal(BRONNEN.plaatsingDays, 0.6)))),
        redenEinde: random.pick(REDENEN),
        vervolgplek: random.chance(BRONNEN.vervolgplek) ? 'ja' : 'nee',
      });
    }
    const rijen = begun
      .filter(({ eind }) => eind >= from)
      .sort((a, b) => a.begin - b.begin)
      .map(
        ({ eind, redenEinde, vervolgplek, ...plaatsing }): PlaatsingRij => ({
          afzender: 'plaatsingscoordinatie',
          periode,
          opgesteldOp: addDays(until, 12),
          ...plaatsing,
          ...(eind <= until && { eind, redenEinde }),
          vervolgplek,
        }),
      );
    return rijen.length === 0 ? [] : [{ soort: 'jeugdzorgplus', naam: `jeugdzorgplus-${periode}`, rijen }];
  });
}
