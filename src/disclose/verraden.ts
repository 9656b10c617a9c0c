// SPDX-License-Identifier: EUPL-1.2
import { boxes } from './room.ts';
import type { Solver } from './solver.ts';
import type { Stelsel } from './stelsel.ts';
import { splitStelsel } from './stelsel.ts';

const NOISE = 1e-7;

/** The relations that give a cell away when everything is hidden that may be: those that keep its smallest and largest value where they are. */
export function verradendeVerbanden(
  { cells, relations }: Stelsel,
  cell: number,
  solver: Solver,
): readonly number[] {
  const hidden = cells.map(({ keuze }) => keuze !== 'getoond');
  const { down, up } = boxes({ cells, relations }, hidden);
  const moves = (index: number) => (down[index] ?? 0) + (up[index] ?? 0) > 0;
  const part = splitStelsel(cells.length, relations, moves).find((candidate) =>
    candidate.cells.includes(cell),
  );
  if (part === undefined) return [];
  const local = new Map(part.cells.map((index, at) => [index, at]));
  const program = solver.open({
    cost: part.cells.map(() => 0),
    lower: part.cells.map((index) => -(down[index] ?? 0)),
    upper: part.cells.map((index) => up[index] ?? 0),
    rows: part.relations.flatMap((row) => {
      const relation = relations[row];
      if (relation === undefined) return [];
      const kept = relation.columns.flatMap((index, at) => {
        const column = local.get(index);
        return column === undefined ? [] : [{ column, value: relation.values[at] ?? 0 }];
      });
      return [
        { ...relation, columns: kept.map(({ column }) => column), values: kept.map(({ value }) => value) },
      ];
    }),
  });
  const found = new Set<number>();
  for (const cost of [1, -1]) {
    program.setCost(local.get(cell) ?? 0, cost);
    const { rowDuals } = program.run();
    part.relations.forEach((row, at) => {
      if (Math.abs(rowDuals[at] ?? 0) > NOISE) found.add(row);
    });
  }
  program.close();
  return [...found].sort((a, b) => a - b);
}
