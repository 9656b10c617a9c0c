// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone } from '../contract/index.ts';
import type { Grootheid } from './grootheid.ts';
import { isSom } from './grootheid.ts';

function isRounded(grootheid: Grootheid, { afronding }: GeheimhoudingZone): boolean {
  return afronding > 1 && grootheid.telt !== 'openbaar' && !isSom(grootheid);
}

/** The number as printed: counts rounded to the multiple of the policy, sums and public numbers as they are. A printed 0 is a true 0: what is not 0 is never rounded to it. */
export function printed(value: number, grootheid: Grootheid, regels: GeheimhoudingZone): number {
  const { afronding } = regels;
  if (!isRounded(grootheid, regels) || value === 0) return value;
  return Math.max(1, Math.round(value / afronding)) * afronding;
}

/** Values that are printed as this one is: the room that rounding leaves to either side. */
export function roundingRoom(
  value: number,
  grootheid: Grootheid,
  regels: GeheimhoudingZone,
): { readonly down: number; readonly up: number } {
  const shown = printed(value, grootheid, regels);
  if (!isRounded(grootheid, regels) || value === 0) return { down: 0, up: 0 };
  const half = regels.afronding / 2;
  const least = shown === regels.afronding ? 1 : Math.ceil(shown - half);
  const lowest = Math.max(least, Math.min(value, regels.verbergTotEnMet + 1));
  return { down: value - lowest, up: Math.ceil(shown + half) - 1 - value };
}
