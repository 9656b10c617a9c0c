// SPDX-License-Identifier: EUPL-1.2
import type { Kolom } from './eliminatie.ts';
import { Eliminatie, kolomVan } from './eliminatie.ts';
import type { LinearRow } from './solver.ts';
import type { PlanCell } from './stelsel.ts';

/**
 * Cells to hide so that none that needs protection follows from equations alone: the dearest and largest are shown first, and each that would give one away stays hidden.
 * Not yet safe: bounds say more than equations. Source: the idea of Langsrud (2024), “Secondary Cell Suppression by Gaussian Elimination”, without its rules for singletons.
 */
export function lineairPatroon(cells: readonly PlanCell[], rows: readonly LinearRow[]): readonly number[] {
  const isUnknown = (cell: number): boolean => cells[cell]?.keuze !== 'getoond';
  const equations = rows
    .filter(({ lower, upper }) => lower === 0 && upper === 0)
    .flatMap(({ columns, values }): Kolom[] => {
      const terms = columns.map((cell, at) => [cell, values[at] ?? 0] as const);
      const kolom = kolomVan(terms.filter(([cell]) => isUnknown(cell)));
      return kolom === undefined ? [] : [kolom];
    })
    .toSorted((a, b) => a.rows.length - b.rows.length);
  const own = cells.map((_, cell) => kolomVan(isUnknown(cell) ? [[cell, 1]] : []) as Kolom);
  const eliminatie = new Eliminatie([...own, ...equations], cells.length, (column) =>
    isSecret(cells[column]),
  );
  equations.forEach((_, at) => {
    eliminatie.know(cells.length + at);
  });
  const order = cells
    .flatMap(({ keuze }, cell) => (keuze === 'vrij' ? [cell] : []))
    .sort((a, b) => {
      const [one, other] = [cells[a] as PlanCell, cells[b] as PlanCell];
      return other.gewicht - one.gewicht || other.value - one.value || a - b;
    });
  return order.filter((cell) => {
    const isHidden = eliminatie.reveals(cell);
    if (isHidden) eliminatie.drop(cell);
    else eliminatie.know(cell);
    return isHidden;
  });
}

function isSecret(cell: PlanCell | undefined): boolean {
  return cell?.keuze === 'verborgen' && cell.needDown + cell.needUp + cell.needWidth > 0;
}
