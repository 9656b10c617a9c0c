// SPDX-License-Identifier: EUPL-1.2
import type { Lijst } from './lijsten-per-rij.ts';

/** Median or ninetieth percentile of numbers from small to large: the smallest that at least that share does not exceed; null when there are none. */
export function kwantiel({ waarden, van, tot }: Lijst, welk: 'mediaan' | 'p90'): number | null {
  const rang = Math.ceil(((tot - van) * (welk === 'p90' ? 9 : 5)) / 10);
  return rang === 0 ? null : (waarden[van + rang - 1] ?? null);
}

/** What a quantile can be when so many of the numbers may be wrong and so many others may come, whatever those are; null = no limit. The least number is 0. */
export function kwantielGrenzen(
  { waarden, van, tot }: Lijst,
  welk: 'mediaan' | 'p90',
  weg: number,
  erbij: number,
): { readonly laag: number; readonly hoog: number | null } {
  const rang = Math.ceil((Math.max(0, tot - van - weg + erbij) * (welk === 'p90' ? 9 : 5)) / 10);
  return {
    laag: rang > erbij ? (waarden[van + rang - erbij - 1] ?? 0) : 0,
    hoog: rang + weg <= tot - van ? (waarden[van + rang + weg - 1] ?? null) : null,
  };
}
