// SPDX-License-Identifier: EUPL-1.2
import { partitionsOf } from '../areas.ts';
import { formatDutch } from '../dutch-number.ts';
import type { Identity } from '../identity.ts';
import type { PrintedCell } from '../printed.ts';
import type { Lookup } from './lookup.ts';

/** The average of a group is the average of its parts, weighted by their counts: Σ n·x = N·X within the rounding of every x. */
export function averageIdentities(lookup: Lookup): Identity[] {
  return lookup.cellen
    .filter(({ eenheid, uitTekst }) => eenheid === 'euro' && !uitTekst)
    .flatMap((group) => {
      const area = lookup.areaOf(group);
      const printed = (cell: PrintedCell) => !cell.uitTekst;
      const count = lookup.like(group, { eenheid: 'personen' }).find(printed);
      if (!area || area.leden.length < 2 || !count) return [];
      return partitionsOf(lookup.gebieden, area).flatMap((areas) => {
        const parts = areas.flatMap((gebied) => {
          const average = lookup.like(group, { gebied }).find(printed);
          const weight = lookup.like(group, { gebied, eenheid: 'personen' }).find(printed);
          return average && weight ? [{ average, weight }] : [];
        });
        if (parts.length !== areas.length) return [];
        const sum = parts.reduce((all, { average, weight }) => all + average.waarde * weight.waarde, 0);
        const counted = parts.reduce((all, { weight }) => all + weight.waarde, 0);
        return [
          {
            regel: 'gemiddelde' as const,
            uitleg: 'gewogen',
            berekening: `Σ n·x / ${count.gedrukt} = € ${formatDutch(sum / count.waarde, 1)}; Σ n·x / ${formatDutch(counted)} = € ${formatDutch(sum / counted, 1)}; ${group.gedrukt}`,
            zekerheid: 'zeker' as const,
            terms: [
              ...parts.map(({ average, weight }) => ({ factor: 1, cells: [average, weight] })),
              { factor: -1, cells: [group, count] },
            ],
            target: { low: 0, high: 0 },
            afgeleid: group,
          },
        ];
      });
    });
}
