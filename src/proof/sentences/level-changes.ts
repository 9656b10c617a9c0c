// SPDX-License-Identifier: EUPL-1.2
import type { PrintedCell } from '../printed.ts';

/** Differences between two periods of one row: numbers that a sentence may give without the table printing them. */
export function levelChanges(cells: readonly PrintedCell[]): ReadonlySet<number> {
  const rows = new Map<string, PrintedCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.tabel.id, cell.eenheid, cell.splitsing, cell.gebied]);
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  return new Set(
    [...rows.values()].flatMap((row) =>
      row.flatMap((a, index) => row.slice(index + 1).map((b) => Math.abs(a.waarde - b.waarde))),
    ),
  );
}
