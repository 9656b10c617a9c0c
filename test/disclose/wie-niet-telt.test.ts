// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { voorIngewijden } from '../../src/disclose/ingewijden.ts';
import { planStelsel } from '../../src/disclose/plan.ts';
import { unsafeCells } from '../../src/disclose/room.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import type { PlanCell, Stelsel } from '../../src/disclose/stelsel.ts';
import { cel } from './cel.ts';
import { seeded } from './voorbeeld-release.ts';

/** A few numbers and sums of some of them. Of many somebody makes up all or most, and many cannot be much more than they are, which every reader knows. */
function stelsel(seed: number): Stelsel {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  const up = () => (random() < 0.5 ? below(5) : Number.POSITIVE_INFINITY);
  const parts = Array.from({ length: 4 + below(5) }, (_, at): PlanCell => {
    const value = 1 + below(12);
    const ingewijd = {
      eigen: random() < 0.6 ? value : 1 + below(value),
      samen: random() < 0.5,
    };
    const over = { up: up(), needDown: Math.min(value, below(4)), needUp: below(4), gewicht: 1 + below(10) };
    const small = random() < 0.5 ? { keuze: 'verborgen' as const, needWidth: below(6) } : {};
    return cel(`part ${at}`, value, { ...over, ...small, ...(random() < 0.6 ? { ingewijd } : {}) });
  });
  const sums = Array.from({ length: 1 + below(4) }, (_, at) => {
    const columns = [...parts.keys()].filter(() => random() < 0.4);
    const value = columns.reduce((sum, column) => sum + (parts[column]?.value ?? 0), 0);
    const over = random() < 0.4 ? { keuze: 'getoond' as const } : { up: up(), needUp: below(3) };
    return { columns, cell: cel(`sum ${at}`, value, { ...over, gewicht: 1 + below(10) }) };
  });
  return {
    cells: [...parts, ...sums.map(({ cell }) => cell)],
    relations: sums.map(({ columns }, at) => ({
      lower: 0,
      upper: 0,
      columns: [...columns, parts.length + at],
      values: [...columns.map(() => 1), -1],
    })),
  };
}

/** Here what is hidden for one who is counted is itself a number of which less is asked for him. */
const HARD = 3115;

test('a plan against those who are counted protects every number from who is not counted too, and tells all that is narrow', async () => {
  const solver = await loadSolver();
  let planned = 0;
  for (const seed of [...Array(600).keys(), HARD]) {
    const given = stelsel(seed);
    const { hidden, onbeschermd, smalVoorIngewijden } = planStelsel(given, solver);
    if (onbeschermd.length > 0) continue;
    planned++;
    assert.deepEqual(unsafeCells(given, hidden, solver), [], `system ${seed}`);
    const narrow = unsafeCells(
      voorIngewijden(given, () => true),
      hidden,
      solver,
    );
    const untold = narrow.filter((cell) => !smalVoorIngewijden.includes(cell));
    assert.deepEqual(untold, [], `system ${seed}`);
  }
  assert.ok(planned > 100, `${planned} planned`);
});
