// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planStelsel } from '../../src/disclose/plan.ts';
import { roomOfHidden, suffices } from '../../src/disclose/room.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import { instantieStelsel, instantiesAanwezig, leesInstantie, OPTIMA } from './instantie.ts';

const skip = instantiesAanwezig
  ? false
  : 'the published test tables (shared/reference/sdc) are not beside this checkout';

for (const [id, kosten, cost] of OPTIMA) {
  test(`${id}: the ${kosten} optimum, ${cost}`, { skip }, async () => {
    const solver = await loadSolver();
    const stelsel = instantieStelsel(leesInstantie(id), { kosten, ondergrens: 0 });
    const plan = planStelsel(stelsel, solver);
    assert.ok(Math.abs(plan.cost - cost) < 1e-4 * Math.max(1, cost), `${plan.cost}`);
    const rooms = roomOfHidden(stelsel, plan.hidden, solver);
    stelsel.cells.forEach((cell, at) => {
      if (plan.hidden[at]) assert.ok(suffices(cell, rooms.get(at)), cell.key);
    });
  });
}

test('three hidden ones that add up to three are found out by an attacker who knows they are at least 1', {
  skip,
}, async () => {
  const solver = await loadSolver();
  const instantie = leesInstantie('usersupport-135-three-singletons');
  const stelsel = instantieStelsel(instantie, { kosten: 'unit', ondergrens: 1, breedte: 1 });
  const hidden = stelsel.cells.map(({ keuze }) => keuze === 'verborgen');
  const before = roomOfHidden(stelsel, hidden, solver);
  assert.ok([...before.values()].every(({ down, up }) => down + up < 1e-6));
  const plan = planStelsel(stelsel, solver);
  for (const [at, { down, up }] of roomOfHidden(stelsel, plan.hidden, solver))
    if (stelsel.cells[at]?.keuze === 'verborgen') assert.ok(down + up >= 1 - 1e-4);
});

test('youth-like-384 against the attacker who knows “at least 1”: at most 68 cells more', {
  skip,
}, async () => {
  const solver = await loadSolver();
  const stelsel = instantieStelsel(leesInstantie('youth-like-384'), {
    kosten: 'unit',
    ondergrens: 1,
    breedte: 1,
  });
  const plan = planStelsel(stelsel, solver);
  assert.ok(plan.cost <= 68, `${plan.cost}`);
  assert.ok(plan.bound >= 60);
});
