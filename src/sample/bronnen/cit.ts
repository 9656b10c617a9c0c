// SPDX-License-Identifier: EUPL-1.2
import type { CitRij } from '../../contract/index.ts';
import { addDays, TYPEN_JEUGDHULP, yearOf } from '../../contract/index.ts';
import { day } from '../calendar.ts';
import { has } from '../membership.ts';
import { BRONNEN } from '../parameters.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';
import { clientsByWeight, stream } from './bron-wereld.ts';

const CIT = TYPEN_JEUGDHULP.indexOf('cit');

/**
 * Crisis cases and restraining orders per year, exactly as published. Every client of crisis help has a case in the year; cases beyond those are second
 * cases of the same children. A case is on the day on which crisis help begins, where that is known.
 */
export function crisisinterventieteam(wereld: BronWereld): Bronbestand[] {
  const { figuren, jaren, regio, targets, clienten, trajecten } = wereld;
  if (!figuren.has('cit-crisiszaken')) return [];
  const begins = new Map<string, number>();
  for (const traject of trajecten)
    if (traject.type === CIT) begins.set(`${traject.child.id}|${yearOf(traject.begin)}`, traject.begin);
  return jaren.flatMap((jaar): Bronbestand[] => {
    const random = stream(wereld, 'cit', jaar);
    const anyDay = () => addDays(day(jaar, 1, 1), random.integer(0, 364));
    const known = clientsByWeight(wereld, jaar, undefined, random, (types) => (has(types, CIT) ? 1 : 0));
    const others = clientsByWeight(wereld, jaar, undefined, random, (types) => (has(types, CIT) ? 0 : 1));
    const zaken = (soort: CitRij['soort'], count: number, named: number): CitRij[] =>
      Array.from({ length: count }, (_, index) => {
        const first = index < known.length && soort === 'crisis';
        const client = first
          ? known[index]
          : random.chance(BRONNEN.citBekend) && known.length > 0
            ? random.pick(known)
            : others[index % Math.max(others.length, 1)];
        const began = client && first ? begins.get(`${client.child.id}|${jaar}`) : undefined;
        return {
          afzender: 'cit',
          periode: String(jaar),
          opgesteldOp: day(jaar + 1, 1, 15),
          ...(client && random.chance(named) && { bsn: clienten.bsn(client.child) }),
          datum: began === undefined ? anyDay() : (began as CitRij['datum']),
          soort,
          gemeente: targets.gemeenten[client?.gemeente ?? 0] ?? '',
        };
      });
    const figure = (indicator: string): number => figuren.find(indicator, '', regio.code, '', jaar) ?? 0;
    const rijen = [
      ...zaken('crisis', figure('cit-crisiszaken'), BRONNEN.citNamed),
      ...zaken('huisverbod', figure('cit-huisverboden'), BRONNEN.huisverbodNamed),
    ].sort((a, b) => a.datum - b.datum);
    return rijen.length === 0 ? [] : [{ soort: 'cit', naam: `cit-${jaar}`, rijen }];
  });
}
