// SPDX-License-Identifier: EUPL-1.2
import type { GemeenteTarget, Targets } from './targets.ts';

/**
 * A large region as `count` smaller ones that live beside each other in the same gemeenten, and whose targets add up to the whole exactly.
 * So memory does not grow with the scale: each part is made, written and forgotten.
 *
 * A count n becomes floor(n / count), one more in the first n mod count parts. Largest type ≤ clients holds in every part, because it holds in
 * the whole and both are divided alike. Clients ≤ sum of types may fail by rounding; those clients go to parts that have room, and there is
 * room, because it holds in the whole.
 */
export function splitTargets(targets: Targets, count: number): readonly Targets[] {
  if (count === 1) return [targets];
  const cells = targets.cells.map((cell) => splitCell(cell, count));
  return Array.from({ length: count }, (_, part) => ({
    ...targets,
    cells: cells.map((parts) => parts[part]).filter((cell) => cell !== undefined),
  }));
}

function splitCell(cell: GemeenteTarget, count: number): GemeenteTarget[] {
  const perType = cell.perType.map((total) => share(total, count));
  const types = Array.from({ length: count }, (_, part) => perType.map((parts) => parts[part] ?? 0));
  const sums = types.map((own) => own.reduce((sum, total) => sum + total, 0));
  const clienten = share(cell.clienten, count).map((total, part) => Math.min(total, sums[part] ?? 0));
  let homeless = cell.clienten - clienten.reduce((sum, total) => sum + total, 0);
  for (const [part, total] of clienten.entries()) {
    const more = Math.min(homeless, (sums[part] ?? 0) - total);
    clienten[part] = total + more;
    homeless -= more;
  }
  let before = 0;
  let paid = 0;
  return clienten.map((total, part) => {
    before += total;
    const upTo = cell.clienten === 0 ? 0 : Math.round((cell.uitgavenCents * before) / cell.clienten);
    const uitgavenCents = upTo - paid;
    paid = upTo;
    return { ...cell, clienten: total, perType: types[part] ?? [], uitgavenCents };
  });
}

function share(total: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, part) => Math.floor(total / count) + (part < total % count ? 1 : 0),
  );
}
