// SPDX-License-Identifier: EUPL-1.2

/** Median or ninetieth percentile of numbers from small to large: the smallest that at least that share does not exceed; null when there are none. */
export function kwantiel(waarden: Int32Array, welk: 'mediaan' | 'p90'): number | null {
  const rang = Math.ceil((waarden.length * (welk === 'p90' ? 9 : 5)) / 10);
  return waarden[rang - 1] ?? null;
}
