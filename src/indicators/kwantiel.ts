// SPDX-License-Identifier: EUPL-1.2
import type { Lijst } from './lijsten-per-rij.ts';

/** Median or ninetieth percentile of numbers from small to large: the smallest that at least that share does not exceed; null when there are none. */
export function kwantiel({ waarden, van, tot }: Lijst, welk: 'mediaan' | 'p90'): number | null {
  const rang = Math.ceil(((tot - van) * (welk === 'p90' ? 9 : 5)) / 10);
  return rang === 0 ? null : (waarden[van + rang - 1] ?? null);
}
