// SPDX-License-Identifier: EUPL-1.2
import type { Unit } from '../contract/index.ts';
import type { Edition } from './edition.ts';

/** Ways to write an amount or a share that differ from the usual one of its unit. */
export const VORMEN = ['miljoen', 'heel', 'tiende'] as const;
export type Vorm = (typeof VORMEN)[number];

/** How a value of this unit is written in running text: `1.029`, `€ 13.784`, `31%`. */
export function figureFormat({ notation }: Edition, eenheid: Unit, vorm?: Vorm): (value: number) => string {
  switch (eenheid) {
    case 'eurocent':
      return vorm === 'miljoen' ? notation.euroMillions : notation.euro;
    case 'aandeel':
      return (share) => notation.percent(share, vorm === 'tiende' ? 1 : 0);
    default:
      return notation.count;
  }
}

/** How a value of this unit is written in a table, whose caption names the unit: `13.784`, `31,4%`. */
export function tableFormat({ notation }: Edition, eenheid: Unit, vorm?: Vorm): (value: number) => string {
  switch (eenheid) {
    case 'eurocent':
      return vorm === 'miljoen' ? notation.millions : notation.euroAmount;
    case 'aandeel':
      return (share) => notation.percent(share, vorm === 'heel' ? 0 : 1);
    default:
      return notation.count;
  }
}

/** The unit of such a table in words. */
export function tableUnit({ text }: Edition, eenheid: Unit, vorm?: Vorm): string {
  return eenheid === 'eurocent' && vorm === 'miljoen' ? text.tabel.miljoenEuro : text.ods.eenheden[eenheid];
}
