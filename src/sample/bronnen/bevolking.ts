// SPDX-License-Identifier: EUPL-1.2
import type { BevolkingRij } from '../../contract/index.ts';
import { day } from '../calendar.ts';
import type { Bronbestand, BronWereld } from './bron-wereld.ts';

/** Residents under 18 on 1 January, marked as an estimate: the numbers of the figures, which are ours and not those of CBS. */
export function bevolking({ figuren, targets, jaren }: BronWereld): Bronbestand[] {
  return jaren.flatMap((jaar): Bronbestand[] => {
    const rijen = targets.gemeenten.flatMap((gemeente): BevolkingRij[] => {
      const aantal = figuren.find('bevolking-0-17', '', gemeente, '', jaar);
      if (aantal === undefined) return [];
      return [
        {
          afzender: 'schatting',
          peildatum: day(jaar, 1, 1),
          opgesteldOp: day(jaar, 3, 1),
          gemeente,
          leeftijdVan: 0,
          leeftijdTot: 17,
          aantal,
          status: 'geschat',
        },
      ];
    });
    return rijen.length === 0 ? [] : [{ soort: 'bevolking', naam: `bevolking-${jaar}`, rijen }];
  });
}
