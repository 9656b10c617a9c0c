// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planStelsel } from '../../src/disclose/plan.ts';
import { roomOfHidden, suffices } from '../../src/disclose/room.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import type { Opgave } from './instantie.ts';
import { instantieStelsel, instantiesAanwezig, leesInstantie } from './instantie.ts';

const skip = instantiesAanwezig
  ? false
  : 'the published test tables (shared/reference/sdc) are not beside this checkout';

/** Published or proved optimum: instance, cost function, cost of the secondary cells. Source: shared reference, sdc/README.md. */
const OPTIMA: readonly (readonly [id: string, kosten: Opgave['kosten'], cost: number])[] = [
  ['argus-check-ex1', 'value', 1950],
  ['argus-check-simple2d', 'argus', 621],
  ['argus-check-simple2d', 'unit', 4],
  ['argus-manual-cta-3x3', 'value', 86],
  ['argus-manual-cta-3x3', 'unit', 3],
  ['argus-manual-singleton-2x4', 'unit', 2],
  ['argus-sas2argus-example1', 'argus', 87],
  ['argus-sas2argus-example1', 'unit', 4],
  ['argus-sas2argus-example4', 'argus', 36],
  ['argus-sas2argus-example4', 'unit', 6],
  ['gauss-small-t1-2014-age-geo-maxN1', 'unit', 3],
  ['gauss-small-t2-2014-age-geo-eu-maxN2', 'unit', 5],
  ['gauss-small-t4-2014-maxN4-nozeros', 'unit', 4],
  ['gauss-small-t5-2014-maxN3-seczeros', 'unit', 2],
  ['gauss-small-t7-2015-maxN2', 'unit', 7],
  ['gauss-z1', 'unit', 3],
  ['gauss-z1', 'value', 29],
  ['rtauargus-turnover-act-size', 'value', 49_223_640.1391],
  ['rtauargus-turnover-act-size', 'unit', 60],
  ['rtauargus-vignette-act-size', 'value', 80],
  ['rtauargus-vignette-act-size', 'unit', 2],
  ['sdctable-4x4-two-per-line-not-enough', 'unit', 1],
  ['sdctable-4x4-two-per-line-not-enough', 'value', 31],
  ['sdctable-linked-county-size', 'unit', 1],
  ['sdctable-microdata1-freq', 'value', 40],
  ['sdctable-microdata1-freq', 'unit', 3],
  ['usersupport-135-three-singletons', 'unit', 0],
];

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
