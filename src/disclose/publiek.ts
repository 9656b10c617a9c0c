// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone } from '../contract/index.ts';
import { isVerteld } from './geheimhouding.ts';
import type { Getallen } from './getallen.ts';
import { isSom } from './grootheid.ts';
import type { Optelling, Verband } from './verbanden.ts';
import { bevatGebieden } from './verbanden.ts';

/**
 * The relations as somebody knows them who has the published files and nothing else. The plan assumes more: that it is known exactly how much is
 * counted twice. Where the release does not tell, what is left is which way it goes and that it is not more than a small count.
 */
export function publiekeVerbanden(
  verbanden: readonly Verband[],
  regels: GeheimhoudingZone,
  getallen: Getallen,
): readonly Verband[] {
  return verbanden
    .filter((verband) => isOpenbaar(verband, getallen))
    .map((verband) => {
      const { optelling, sum } = verband;
      if (optelling === undefined || isVerteld(optelling.geheel, sum, regels)) return verband;
      const [low, high] = onverteld(optelling, regels);
      return { ...verband, afwijking: [low - sum, high - sum] as const };
    });
}

/**
 * Of a gemeente that no table has (the difference of two areas) somebody with the files alone knows that it is not below zero, where parts of an area
 * never are more than the whole; nothing else.
 */
function isOpenbaar({ termen, optelling }: Verband, getallen: Getallen): boolean {
  const withVerschil = termen.some(([key]) => {
    const grootheid = getallen.get(key)?.grootheid;
    return grootheid?.afgeleid === true && grootheid.restVan === undefined;
  });
  return !withVerschil || (optelling?.over === 'gebied' && bevatGebieden(optelling.geheel));
}

/** Sum of the parts minus the whole, when all that is known is that it is not 0. A count that is not told is a whole number. */
export function onverteld(
  { geheel, telling }: Optelling,
  regels: GeheimhoudingZone,
): readonly [number, number] {
  const most = isSom(geheel.grootheid) ? Number.POSITIVE_INFINITY : regels.verbergTotEnMet;
  const least = Number.isFinite(most) ? 1 : 0;
  if (telling === 'overlap' || telling === 'hoogstens-som') return [least, most];
  return telling === 'minstens-som' ? [-most, -least] : [-most, most];
}
