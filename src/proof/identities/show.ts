// SPDX-License-Identifier: EUPL-1.2
import { formatDutch } from '../dutch-number.ts';
import type { PrintedCell } from '../printed.ts';

/** `20 + 25 + 12 + 21 = 78 ≠ 79`, with the numbers as printed; a long row of parts is cut short. */
export function sumText(parts: readonly PrintedCell[], total: PrintedCell, sign: string): string {
  const sum = parts.reduce((all, part) => all + part.waarde, 0);
  const decimals = Math.max(...parts.map(({ decimalen }) => decimalen));
  const shown = parts.map(({ gedrukt }) => gedrukt).join(' + ');
  return `${shown} = ${formatDutch(sum, decimals)} ${sign} ${total.gedrukt}`;
}
