// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone } from '../contract/index.ts';
import type { Opgave } from './opgave.ts';
import { stelselVan } from './opgave.ts';
import type { Room } from './room.ts';
import { roomOfHidden, suffices, unsafeCells } from './room.ts';
import type { Solver } from './solver.ts';
import type { PlanCell, Stelsel } from './stelsel.ts';

/**
 * The system, asking no more of some cells than what earlier releases leave by themselves: what those hid and this one has no row of asks for no more room than they left it among
 * themselves, and neither does a number without a row of its own that is not to be hidden for what it is (what a hidden median is taken over: twelve starts of nine children); an amount that they keep
 * close on one side has its room on the other, as wide as the policy asks. Any other count, and an amount that cannot have that, is not changed: nothing protects it when it must be hidden, and it
 * stays shown when it may.
 */
export function naEerder(
  stelsel: Stelsel,
  opgave: Opgave,
  regels: GeheimhoudingZone,
  solver: Solver,
): Stelsel {
  const { eerder, getallen, primair, eigenTabel } = opgave;
  if (eerder.verbanden.length === 0) return stelsel;
  const alone = stelselVan(opgave, eerder.verbanden, regels, eerder.zoals);
  const hidden = alone.cells.map(({ keuze }) => keuze !== 'getoond');
  const isAsked = (at: number): boolean => hidden[at] === true;
  const short = new Set(unsafeCells(alone, hidden, solver, isAsked));
  if (short.size === 0) return stelsel;
  const rooms = roomOfHidden(alone, hidden, solver, (at) => short.has(at));
  const cells = stelsel.cells.map((cell, at): PlanCell => {
    if (!short.has(at)) return cell;
    const left = rooms.get(at) ?? { down: 0, up: 0 };
    const other = oneSided(cell, left, regels.bedragBescherming);
    if (suffices(other, left)) return other;
    const isAside = !primair.has(cell.key) && !eigenTabel.has(cell.key);
    return at >= getallen.size || isAside ? noMoreThan(cell, left) : cell;
  });
  return { ...stelsel, cells };
}

function noMoreThan({ needDown, needUp, needWidth, ...cell }: PlanCell, { down, up }: Room): PlanCell {
  return {
    ...cell,
    needDown: Math.min(needDown, down),
    needUp: Math.min(needUp, up),
    needWidth: Math.min(needWidth, down + up),
  };
}

/** An amount with less room on one side than it needs, and so much more on the other that some amount in what is left has `share` of room to both sides. */
function oneSided(cell: PlanCell, { down, up }: Room, share: number): PlanCell {
  const { value, needDown, needUp } = cell;
  if (value < 0) {
    const mirrored = { ...cell, value: -value, needDown: needUp, needUp: needDown };
    const other = oneSided(mirrored, { down: up, up: down }, share);
    return { ...other, value, needDown: other.needUp, needUp: other.needDown };
  }
  if (needUp > 0 && up < needUp) {
    const rest = (value * (1 + share) - (value + up) * (1 - share)) / (1 + share);
    return { ...cell, needUp: up, needDown: Math.max(needDown, rest), needWidth: 0 };
  }
  if (needDown > 0 && down < needDown) {
    const rest = ((value - down) * (1 + share)) / (1 - share) - value;
    return { ...cell, needDown: down, needUp: Math.max(needUp, rest), needWidth: 0 };
  }
  return cell;
}
