// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PER_UITGAVE, solvePart, TOT_HET_OPTIMUM } from '../../src/disclose/part.ts';
import { planStelsel } from '../../src/disclose/plan.ts';
import { unsafeCells } from '../../src/disclose/room.ts';
import type { LinearRow } from '../../src/disclose/solver.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import type { PlanCell, Stelsel } from '../../src/disclose/stelsel.ts';
import { cel } from './cel.ts';
import { seeded } from './voorbeeld-release.ts';

const ENDLESS = Number.POSITIVE_INFINITY;
const GEMEENTEN = 3;
const JAREN = 2;
const MATEN = ['trajecten', 'begonnen', 'eindes'] as const;

/** Trajecten of a few gemeenten that add up to a region, from year to year: what runs in a year ran before and did not end, or began; some ends were never told. */
function stroom(seed: number): Stelsel {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const cells: PlanCell[] = [];
  const relations: LinearRow[] = [];
  const place = (maat: number, jaar: number, gebied: number) =>
    (maat * JAREN + jaar) * (GEMEENTEN + 1) + gebied;
  const values: number[] = [];
  for (let gebied = 0; gebied < GEMEENTEN; gebied++) {
    let running = 5 + upTo(60);
    for (let jaar = 0; jaar < JAREN; jaar++) {
      const begun = jaar === 0 ? 0 : 2 + upTo(25);
      running += begun;
      const ended = 2 + upTo(Math.min(running - 2, 25));
      values[place(0, jaar, gebied)] = running;
      values[place(1, jaar, gebied)] = begun;
      values[place(2, jaar, gebied)] = ended;
      running -= ended + upTo(2);
    }
  }
  for (let maat = 0; maat < MATEN.length; maat++)
    for (let jaar = 0; jaar < JAREN; jaar++) {
      const parts = Array.from({ length: GEMEENTEN }, (_, gebied) => place(maat, jaar, gebied));
      const whole = place(maat, jaar, GEMEENTEN);
      values[whole] = parts.reduce((sum, part) => sum + (values[part] ?? 0), 0);
      relations.push({
        lower: 0,
        upper: 0,
        columns: [...parts, whole],
        values: [...parts.map(() => 1), -1],
      });
    }
  for (let jaar = 1; jaar < JAREN; jaar++)
    for (let gebied = 0; gebied <= GEMEENTEN; gebied++) {
      const columns = [
        place(0, jaar - 1, gebied),
        place(1, jaar, gebied),
        place(0, jaar, gebied),
        place(2, jaar - 1, gebied),
      ];
      const factors = [1, 1, -1, -1];
      const left = columns.reduce((sum, cell, at) => sum + (factors[at] ?? 0) * (values[cell] ?? 0), 0);
      relations.push({ lower: -left, upper: ENDLESS, columns, values: factors });
    }
  values.forEach((value, at) => {
    cells[at] = cel(String(at), value, {
      keuze: value > 0 && value < 10 ? 'verborgen' : value === 0 ? 'getoond' : 'vrij',
      gewicht: at % (GEMEENTEN + 1) === GEMEENTEN ? 6 : 1,
      down: Math.max(0, value - 1),
      needWidth: 5,
    });
  });
  return { cells, relations };
}

test('what relations over years narrow beyond the parts that are planned is mended: safe, and the bound still holds', async () => {
  const solver = await loadSolver();
  let mended = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const stelsel = stroom(seed);
    const equations = stelsel.relations.filter(({ upper }) => upper === 0);
    const bare = planStelsel({ ...stelsel, relations: equations }, solver, PER_UITGAVE);
    const best = planStelsel(stelsel, solver, TOT_HET_OPTIMUM);
    const found = planStelsel(stelsel, solver, { ...PER_UITGAVE, joined: 0 });
    assert.deepEqual([best.onbeschermd, found.onbeschermd], [[], []]);
    assert.deepEqual(unsafeCells(stelsel, found.hidden, solver), []);
    assert.ok(found.bound <= best.cost + 1e-6 && best.cost <= found.cost + 1e-6);
    assert.equal(
      found.cost,
      stelsel.cells.reduce(
        (sum, { keuze, gewicht }, at) => sum + (keuze === 'vrij' && found.hidden[at] ? gewicht : 0),
        0,
      ),
    );
    if (unsafeCells(stelsel, bare.hidden, solver).length > 0) mended += 1;
  }
  assert.ok(mended >= 2, `only ${mended} systems asked for it`);
});

test('a part that grows starts from the cuts of its parts: the same optimum as from nothing', async () => {
  const solver = await loadSolver();
  let started = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const { cells, relations } = stroom(seed);
    const { cuts } = solvePart(
      cells,
      relations.filter(({ upper }) => upper === 0),
      solver,
    );
    const fresh = solvePart(cells, relations, solver);
    const grown = solvePart(cells, relations, solver, TOT_HET_OPTIMUM, cuts);
    assert.ok(Math.abs(grown.cost - fresh.cost) < 1e-6, `seed ${seed}: ${grown.cost} and ${fresh.cost}`);
    assert.ok(Math.abs(grown.bound - grown.cost) < 1e-4);
    assert.deepEqual(unsafeCells({ cells, relations }, grown.hidden, solver), []);
    if (cuts.length > 0) started += 1;
  }
  assert.ok(started >= 2, `only ${started} systems had cuts`);
});
