// SPDX-License-Identifier: EUPL-1.2

/** Median or ninetieth percentile of a distribution as the engine writes it, `[20, 70]`; null when it is empty. */
export function kwantiel(verdeling: string, welk: 'mediaan' | 'p90'): number | null {
  const [mediaan, p90] = [...verdeling.matchAll(/-?\d+/g)].map(([text]) => Number(text));
  return (welk === 'p90' ? p90 : mediaan) ?? null;
}
