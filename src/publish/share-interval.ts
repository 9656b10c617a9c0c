// SPDX-License-Identifier: EUPL-1.2
import { type FigureRow, type SafeTable, wilsonInterval } from '../contract/index.ts';

/** Interval at 95 % of a share, where everything it follows from is shown. */
export function intervalOf(
  { interval }: Pick<SafeTable, 'interval'>,
  { waarde, teller, noemer }: Pick<FigureRow, 'waarde' | 'teller' | 'noemer'>,
): { readonly ondergrens?: number; readonly bovengrens?: number } {
  const known = interval !== undefined && waarde !== null && teller !== null && noemer !== null;
  return known && noemer > 0 ? wilsonInterval(teller, noemer) : {};
}
