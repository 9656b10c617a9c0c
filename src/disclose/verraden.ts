// SPDX-License-Identifier: EUPL-1.2
import { boxes } from './room.ts';
import type { Solver } from './solver.ts';
import type { Stelsel } from './stelsel.ts';
import { localRows, splitStelsel } from './stelsel.ts';

const NOISE = 1e-7;

/** The relations that give a cell away when everything is hidden that may be: those that keep its smallest and largest value where they are. */
export function verradendeVerbanden(stelsel: Stelsel, cell: number, solver: Solver): readonly number[] {
  const hidden = stelsel.cells.map(({ keuze }) => keuze !== 'getoond');
  return verradersOf(stelsel, hidden, [cell], solver);
}

/** The same for several cells together, under any pattern. */
export function verradersOf(
  { cells, relations }: Stelsel,
  hidden: readonly boolean[],
  asked: readonly number[],
  solver: Solver,
): readonly number[] {
  const { down, up } = boxes({ cells, relations }, hidden);
  const moves = (index: number) => (down[index] ?? 0) + (up[index] ?? 0) > 0;
  const found = new Set<number>();
  for (const part of splitStelsel(cells.length, relations, moves)) {
    const local = new Map(part.cells.map((index, at) => [index, at]));
    const wanted = asked.filter((cell) => local.has(cell));
    if (wanted.length === 0) continue;
    const program = solver.open({
      cost: part.cells.map(() => 0),
      lower: part.cells.map((index) => -(down[index] ?? 0)),
      upper: part.cells.map((index) => up[index] ?? 0),
      rows: localRows(
        part.cells,
        part.relations.flatMap((row) => relations[row] ?? []),
      ),
    });
    for (const cell of wanted) {
      const column = local.get(cell) ?? 0;
      for (const cost of [1, -1]) {
        program.setCost(column, cost);
        const { rowDuals } = program.run();
        part.relations.forEach((row, at) => {
          if (Math.abs(rowDuals[at] ?? 0) > NOISE) found.add(row);
        });
      }
      program.setCost(column, 0);
    }
    program.close();
  }
  return [...found].sort((a, b) => a - b);
}
