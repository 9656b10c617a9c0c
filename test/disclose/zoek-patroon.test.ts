// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineairPatroon } from '../../src/disclose/lineair-patroon.ts';
import { unsafeCells } from '../../src/disclose/room.ts';
import type { LinearRow } from '../../src/disclose/solver.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import { zoekPatroon } from '../../src/disclose/zoek-patroon.ts';
import { cel } from './cel.ts';
import { instantieStelsel } from './instantie.ts';
import { jeugdTabel } from './jeugdtabel.ts';

const { cells, relations } = instantieStelsel(
  jeugdTabel({ regios: [2, 2], zorgvormen: [2, 2], leeftijden: 2, geslacht: false }, 8),
  { kosten: 'unit', ondergrens: 1, breedte: 1 },
);
const secret = cells.flatMap(({ keuze }, at) => (keuze === 'verborgen' ? [at] : []));
const hiddenWith = (chosen: readonly number[]): ReadonlySet<number> => new Set([...secret, ...chosen]);

/** Cells among `hidden` that follow from the equations: elimination on whole fractions, written for this test. */
function following(hidden: ReadonlySet<number>, equations: readonly LinearRow[]): readonly number[] {
  const columns = [...hidden];
  const matrix = equations.map((row) => columns.map((cell) => row.values[row.columns.indexOf(cell)] ?? 0));
  let top = 0;
  for (let column = 0; column < columns.length; column++) {
    const pivot = matrix.findIndex((row, at) => at >= top && Math.abs(row[column] ?? 0) > 1e-9);
    const row = matrix[pivot];
    if (row === undefined) continue;
    [matrix[pivot], matrix[top]] = [matrix[top] as number[], row];
    const unit = row[column] ?? 1;
    matrix[top] = row.map((value) => value / unit);
    matrix.forEach((other, at) => {
      const times = other[column] ?? 0;
      if (at === top || Math.abs(times) < 1e-9) return;
      matrix[at] = other.map((value, place) => value - times * (matrix[top]?.[place] ?? 0));
    });
    top += 1;
  }
  const alone = matrix.flatMap((row) => {
    const left = columns.filter((_, at) => Math.abs(row[at] ?? 0) > 1e-9);
    return left.length === 1 ? left : [];
  });
  return alone.sort((a, b) => a - b);
}

test('what equations ask: no secret cell follows, and one does as soon as any other cell is shown again', () => {
  assert.ok(following(hiddenWith([]), relations).length > 0);
  const chosen = lineairPatroon(cells, relations);
  assert.ok(chosen.length > 10);
  const given = (hidden: ReadonlySet<number>) =>
    following(hidden, relations).filter((cell) => cells[cell]?.keuze === 'verborgen');
  assert.deepEqual(given(hiddenWith(chosen)), []);
  for (const cell of chosen)
    assert.notEqual(given(hiddenWith(chosen.filter((other) => other !== cell))).length, 0, cells[cell]?.key);
});

test('the search goes on until bounds protect every secret cell too', async () => {
  const solver = await loadSolver();
  const isHidden = (chosen: ReadonlySet<number>) => cells.map((_, at) => chosen.has(at));
  const bare = unsafeCells(
    { cells, relations },
    isHidden(hiddenWith(lineairPatroon(cells, relations))),
    solver,
  );
  assert.ok(bare.length > 0);
  const { x, onbeschermd } = zoekPatroon(cells, relations, solver);
  assert.deepEqual(onbeschermd, []);
  assert.deepEqual(
    unsafeCells(
      { cells, relations },
      x.map((is) => is === 1),
      solver,
    ),
    [],
  );
});

test('a cell that the equations would have hidden, and that nothing protects itself, is shown again', async () => {
  const row = (...columns: readonly number[]): LinearRow => ({
    lower: 0,
    upper: 0,
    columns,
    values: columns.map((_, at) => (at === columns.length - 1 ? -1 : 1)),
  });
  const small = [
    cel('geheim', 5, { keuze: 'verborgen' }),
    cel('vast', 1, { down: 0, up: 0.5 }),
    cel('ruim', 5, { gewicht: 5 }),
    cel('som', 11, { keuze: 'getoond' }),
  ];
  const rows = [row(0, 1, 2, 3)];
  assert.deepEqual(lineairPatroon(small, rows), [1]);
  const { x, onbeschermd } = zoekPatroon(small, rows, await loadSolver());
  assert.deepEqual({ x, onbeschermd }, { x: [1, 0, 1, 0], onbeschermd: [] });
});
