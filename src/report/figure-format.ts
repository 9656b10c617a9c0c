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
