// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone } from '../contract/index.ts';
import { isVerteld } from './geheimhouding.ts';
import { isSom } from './grootheid.ts';
import type { Optelling, Verband } from './verbanden.ts';

/** The relations as somebody knows them who has the published files and nothing else. The plan assumes more: that it is known exactly how much is counted twice. */
export function publiekeVerbanden(
  verbanden: readonly Verband[],
  regels: GeheimhoudingZone,
): readonly Verband[] {
  return verbanden.flatMap((verband) =>
    verband.vermoed === true ? [] : (onvertelde(verband, regels) ?? verband),
  );
}

/**
 * The relation for somebody who is not told how much is counted twice; undefined when it is told, or nothing is. What is left is which way it goes and that
 * it is not more than a small count.
 */
export function onvertelde(verband: Verband, regels: GeheimhoudingZone): Verband | undefined {
  const { optelling, sum, ruim } = verband;
  if (ruim !== undefined) return { ...verband, afwijking: ruim };
  if (optelling === undefined || isVerteld(optelling, sum, regels)) return undefined;
  const [low, high] = onverteld(optelling, regels);
  return { ...verband, afwijking: [low - sum, high - sum] };
}

/** Sum of the parts minus the whole, when all that is known is that it is not 0. A count that is not told is a whole number. */
export function onverteld(
  { geheel, telling, onbekend }: Optelling,
  regels: GeheimhoudingZone,
): readonly [number, number] {
  const most = isSom(geheel.grootheid) ? Number.POSITIVE_INFINITY : regels.verbergTotEnMet;
  const least = Number.isFinite(most) ? 1 : 0;
  const low = onbekend === undefined ? -most : Number.NEGATIVE_INFINITY;
  if (onbekend === 'alleen' || telling === 'minstens-som') return [low, -least];
  const isMore = telling === 'overlap' || telling === 'hoogstens-som';
  return [isMore && onbekend === undefined ? least : low, most];
}
