// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone } from '../contract/index.ts';
import type { Grootheid } from './grootheid.ts';

/** The number as printed: counts rounded to the multiple of the policy, amounts as they are. A printed 0 is a true 0: what is not 0 is never rounded to it. */
export function printed(value: number, { soort }: Grootheid, { afronding }: GeheimhoudingZone): number {
  if (soort === 'bedrag' || afronding <= 1 || value === 0) return value;
  return Math.max(1, Math.round(value / afronding)) * afronding;
}

/** Values that are printed as this one is: the room that rounding leaves to either side. */
export function roundingRoom(
  value: number,
  grootheid: Grootheid,
  regels: GeheimhoudingZone,
): { readonly down: number; readonly up: number } {
  const shown = printed(value, grootheid, regels);
  if (grootheid.soort === 'bedrag' || regels.afronding <= 1 || value === 0) return { down: 0, up: 0 };
  const half = regels.afronding / 2;
  const least = shown === regels.afronding ? 1 : Math.ceil(shown - half);
  const lowest = Math.max(least, Math.min(value, regels.verbergTotEnMet + 1));
  return { down: value - lowest, up: Math.ceil(shown + half) - 1 - value };
}
