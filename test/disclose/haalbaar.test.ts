// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureTable } from '../../src/contract/index.ts';
import { OperatorError } from '../../src/contract/index.ts';
import { gebiedenOf } from '../../src/disclose/gebieden.ts';
import { Grootheden } from '../../src/disclose/grootheid.ts';
import { haalbaarheid } from '../../src/disclose/haalbaar.ts';
import { roomOfHidden, suffices, unsafeCells } from '../../src/disclose/room.ts';
import type { Solver } from '../../src/disclose/solver.ts';
import { loadSolver } from '../../src/disclose/solver.ts';
import { veiligPlan } from '../../src/disclose/veilig-plan.ts';
import { instantieStelsel } from './instantie.ts';
import { jeugdTabel } from './jeugdtabel.ts';
import { GEBIEDEN, regioMet, rij, seeded, tabel } from './voorbeeld-release.ts';

/** A solver that says how many programs were opened and run. */
async function counting() {
  const solver = await loadSolver();
  const work = { opened: 0, run: 0 };
  const counted: Solver = {
    ...solver,
    open: (program, limits) => {
      const opened = solver.open(program, limits);
      work.opened += 1;
      return {
        ...opened,
        run: () => {
          work.run += 1;
          return opened.run();
        },
      };
    },
  };
  return { solver: counted, work };
}

const { cells, relations } = instantieStelsel(
  jeugdTabel({ regios: [2, 3], zorgvormen: [2, 3], leeftijden: 2, geslacht: false }, 8),
  { kosten: 'unit', ondergrens: 1, breedte: 5 },
);

test('moving many cells at once finds the same cells short as two programs per cell do, whatever is hidden', async () => {
  const { solver } = await counting();
  const random = seeded(3);
  let short = 0;
  for (const share of [0.35, 0.6, 1]) {
    const hidden = cells.map(({ keuze }) => keuze === 'verborgen' || (keuze === 'vrij' && random() < share));
    const rooms = roomOfHidden({ cells, relations }, hidden, solver);
    const expected = cells.flatMap((cell, at) => (hidden[at] && !suffices(cell, rooms.get(at)) ? [at] : []));
    assert.deepEqual(unsafeCells({ cells, relations }, hidden, solver), expected);
    short += expected.length;
  }
  assert.ok(short > 20, `only ${short} cells were short`);
});

test('whether all can be protected takes a few programs for the whole system, and none for what was safe before', async () => {
  const { solver, work } = await counting();
  const veilig = new Set<string>();
  const { onbeschermd, nooit } = haalbaarheid({ cells, relations }, veilig, solver);
  const hidden = cells.filter(({ keuze }) => keuze !== 'getoond').length;
  assert.ok(hidden > 100, `${hidden} cells`);
  assert.equal(veilig.size + onbeschermd.length + nooit.length, hidden);
  assert.ok(work.opened <= 2 && work.run < hidden / 4, `${work.opened} programs, ${work.run} runs`);
  work.run = 0;
  const again = haalbaarheid({ cells, relations }, veilig, solver);
  assert.deepEqual(again, { onbeschermd, nooit });
  assert.ok(work.run <= 20 + 2 * (onbeschermd.length + nooit.length), `${work.run} runs`);
});

const TYPEN = ['ambulant', 'ggz', 'lvb', 'pleegzorg', 'verblijf'] as const;

/** Clients by type of two years: one gemeente is small for one type, elsewhere zeros occur. */
function clienten(): FigureTable {
  const value = (gemeente: string, type: number, jaar: number) => {
    if (gemeente === 'GM0629' && type === 2) return jaar === 2024 ? 3 : 40;
    return (Number(gemeente.slice(2)) + 3 * type) % 4 === 0
      ? 0
      : 30 + ((Number(gemeente.slice(2)) * (type + 2)) % 50);
  };
  const rows = [2023, 2024].flatMap((jaar) =>
    TYPEN.flatMap((type, at) =>
      GEBIEDEN.map(({ code, gemeenten }) =>
        rij(
          'clienten',
          '',
          { code, jaar, type },
          gemeenten.reduce((sum, gemeente) => sum + value(gemeente, at, jaar), 0),
        ),
      ),
    ),
  );
  return tabel('clienten', 'unieke cliënten', ['type'], rows);
}

test('what an earlier release gives away is found without going through the release ring by ring', async () => {
  const { solver, work } = await counting();
  const regio = regioMet();
  const table = clienten();
  const naive = {
    ...table,
    rows: table.rows.map((row) =>
      row.waarde === 3 ? { ...row, waarde: null, status: ['geheim'] as const } : row,
    ),
  };
  const eerdere = [{ id: '2023-1', tables: [naive] }];
  const wereld = {
    gebieden: gebiedenOf(regio),
    grootheden: new Grootheden([table, naive]),
    basisjaar: regio.basisjaar,
  };
  const vraag = {
    tables: [table],
    regio,
    regels: regio.geheimhouding.open,
    wereld,
    eerdere,
    buitenkennis: [],
  };
  assert.throws(() => veiligPlan(vraag, solver), OperatorError);
  assert.ok(work.opened <= 6, `${work.opened} programs`);
});
