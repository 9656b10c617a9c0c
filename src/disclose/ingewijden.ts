// SPDX-License-Identifier: EUPL-1.2
import type { PlanCell, Stelsel } from './stelsel.ts';

/** The system for those who are counted in these cells. */
export function voorIngewijden(
  { cells, relations }: Stelsel,
  isKnown: (cell: PlanCell, at: number) => boolean,
): Stelsel {
  return { cells: cells.map((cell, at) => (isKnown(cell, at) ? voorIngewijde(cell) : cell)), relations };
}

/** Whether each of those counted keeps to himself what he makes up of it: what was spent on him. */
export function isApart({ ingewijd }: PlanCell): boolean {
  return ingewijd?.samen === false;
}

/** Whether those counted may put together what they know: that they are. */
export function isSamen({ ingewijd }: PlanCell): boolean {
  return ingewijd?.samen === true;
}

/** The cell as it is for one who is counted in it: what he makes up of it himself he knows, so no more is asked for below than what is left. The same cell where everybody knows as much. */
function voorIngewijde(cell: PlanCell): PlanCell {
  const { value, up, ingewijd } = cell;
  const down = Math.max(0, value - (ingewijd?.eigen ?? 0));
  if (ingewijd === undefined || down >= cell.down) return cell;
  const needDown = Math.min(cell.needDown, down);
  const needWidth = Math.min(cell.needWidth - cell.needDown + needDown, down + up);
  return { ...cell, down, needDown, needWidth };
}
