// SPDX-License-Identifier: EUPL-1.2

/**
 * The smallest value that at least this share does not exceed, from `value:number` pairs in any order; null when there are none.
 *
 * The share is in hundredths, so that no rounding decides which value it is.
 */
export function kwantiel(verdeling: string, honderdsten: number): number | null {
  const pairs = verdeling
    .split(' ')
    .filter((text) => text !== '')
    .map((text) => text.split(':').map(Number))
    .sort(([a = 0], [b = 0]) => a - b);
  const aantal = pairs.reduce((sum, [, times = 0]) => sum + times, 0);
  let seen = 0;
  for (const [value = 0, times = 0] of pairs) {
    seen += times;
    if (seen * 100 >= aantal * honderdsten) return value;
  }
  return null;
}
