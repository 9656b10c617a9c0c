// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, Unit } from '../../contract/index.ts';
import { formatDutch, roundDutch } from '../dutch-number.ts';

/** Every way in which a page may print one figure, without its sign: `13.784` and `0,3` for an amount, `31%` and `31,2%` for a share. */
export function printsOf(
  unit: Unit,
  { waarde, teller, noemer }: Pick<FigureRow, 'waarde' | 'teller' | 'noemer'>,
): string[] {
  const counts = [teller, noemer]
    .filter((count) => count !== null)
    .flatMap((count) => numbers(Math.abs(count)));
  return waarde === null ? counts : [...valuePrints(unit, Math.abs(waarde)), ...counts];
}

/** A value of this unit in every notation; with `rest`, of a share also what is left of the whole. */
export function valuePrints(unit: Unit, size: number, rest = true): string[] {
  if (unit === 'aandeel')
    return [0, 1, 2].flatMap((decimals) => {
      const share = roundDutch(100 * size, decimals);
      const own = `${formatDutch(share, decimals)}%`;
      return rest ? [own, `${formatDutch(Math.abs(100 - share), decimals)}%`] : [own];
    });
  if (unit !== 'eurocent') return numbers(size);
  return [
    formatDutch(size / 100),
    ...[0, 1, 2].map((decimals) => formatDutch(size / 100_000_000, decimals)),
    ...[0, 1].map((decimals) => formatDutch(size / 100_000, decimals)),
  ];
}

function numbers(size: number): string[] {
  return [0, 1].map((decimals) => formatDutch(size, decimals));
}
