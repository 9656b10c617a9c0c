// SPDX-License-Identifier: EUPL-1.2
// Times the planner and the attack against the targets of disclosure control, and beside `youth`, `six` and `large` the method of GaussSuppression on the same table. `node dist/bench/disclose.js [small|youth|release|six|large …] [WORKSPACE]`; default: all.
// A workspace gives the release of its own warehouse, which must be derived already.
// The published test tables are read from beside the checkout and left out where they are absent.

import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { cbsKennis } from '../src/cli/cbs-kennis.ts';
import { releaseFigures } from '../src/cli/protected-figures.ts';
import { openWorkspace } from '../src/cli/workspace.ts';
import { type FigureTable, type GemeenteCode, silentProgress } from '../src/contract/index.ts';
import { Getuigen } from '../src/disclose/getuigen.ts';
import { attack, type Protected, protect } from '../src/disclose/index.ts';
import { planStelsel } from '../src/disclose/plan.ts';
import { unsafeCells } from '../src/disclose/room.ts';
import type { LinearRow, Solver } from '../src/disclose/solver.ts';
import { loadSolver } from '../src/disclose/solver.ts';
import type { PlanCell } from '../src/disclose/stelsel.ts';
import { zoekPatroon } from '../src/disclose/zoek-patroon.ts';
import { gebiedenVan, ledenVan } from '../src/indicators/samenstelling.ts';
import { openWarehouse } from '../src/store/index.ts';
import { instantieStelsel, instantiesAanwezig, leesInstantie, OPTIMA } from '../test/disclose/instantie.ts';
import { jeugdTabel, ZESDUIZEND, ZESENTWINTIGDUIZEND } from '../test/disclose/jeugdtabel.ts';
import { publiekMet, regioMet, voorbeeldRelease } from '../test/disclose/voorbeeld-release.ts';
import { projectRoot } from '../test/project-root.ts';
import { gaussSuppression } from './gauss-suppression.ts';

/** Surroundings in which the attack looks for a witness before it solves the whole table: an index of their sizes. */
const NEARBY = 2;

const asked = process.argv.slice(2);
const wants = (name: string) => asked.length === 0 || asked.includes(name);

function line(what: string, result: string, wall: number, cpu: number): void {
  process.stdout.write(`| ${what} | ${result} | ${wall.toFixed(1)} s | ${cpu.toFixed(1)} s |\n`);
}

async function timed(what: string, work: () => Promise<string>): Promise<void> {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  line(what, result, (performance.now() - wall) / 1000, (user + system) / 1e6);
}

process.stdout.write('| what | result | time | of which processor |\n| --- | --- | ---: | ---: |\n');

if (wants('small') && instantiesAanwezig) {
  for (const [id, kosten, optimum] of OPTIMA) {
    await timed(`\`${id}\`, ${kosten}`, async () => {
      const plan = planStelsel(
        instantieStelsel(leesInstantie(id), { kosten, ondergrens: 0 }),
        await loadSolver(),
      );
      const same = Math.abs(plan.cost - optimum) < 1e-4 * Math.max(1, optimum);
      return `${optimum}${same ? '' : `, found ${plan.cost}`}`;
    });
  }
}

if (wants('youth') && instantiesAanwezig) {
  const instantie = leesInstantie('youth-like-384');
  const stelsel = instantieStelsel(instantie, { kosten: 'unit', ondergrens: 1, breedte: 1 });
  await timed('youth-like-384, attacker knows ≥ 1 (at most 68)', async () => {
    const plan = planStelsel(stelsel, await loadSolver());
    return `${plan.cost} secondary, bound ${plan.bound.toFixed(1)}`;
  });
  let theirs: readonly number[] = [];
  await timed("youth-like-384: GaussSuppression's method (itself: 112)", async () => {
    theirs = gaussSuppression(instantie, { nullen: 'getoond' });
    return `${theirs.length} secondary`;
  });
  await timed("youth-like-384: GaussSuppression's method attacked", async () => {
    const { cells, relations } = stelsel;
    return `${tooNarrow(cells, relations, theirs, await loadSolver())} disclosed`;
  });
}

if (wants('release')) {
  await timed('a release: 14 areas, 5 years, every form of figure', async () => {
    const regio = regioMet();
    const { tables, geheimhouding } = await protect({ tables: voorbeeldRelease(1), regio, zone: 'open' });
    const { aantallen, cellen } = geheimhouding;
    const report = await attack({ tables, publiek: publiekMet(regio, geheimhouding) });
    const same = JSON.stringify(report.cellen) === JSON.stringify(cellen);
    return `${aantallen.cijfers} figures, ${aantallen.verborgen} hidden, ${report.teSmal.length} found, intervals ${same ? 'equal' : 'DIFFER'}`;
  });
}

const folder = asked.find((name) => name.includes('/'));
if (folder !== undefined) {
  const context = {
    cwd: process.cwd(),
    programRoot: projectRoot,
    secret: undefined,
    clock: Date.now,
    cores: 2,
    tempDir: tmpdir(),
    randomBytes,
    out: () => {},
    note: () => {},
    progress: silentProgress,
    whenStopped: () => new Promise<void>(() => {}),
  };
  const workspace = await openWorkspace(context, folder);
  const { regio } = workspace;
  const warehouse = await openWarehouse(workspace.paths.magazijn);
  await warehouse.derive(workspace.producten);
  let tables: readonly FigureTable[] = [];
  await timed('own release: figures, and who makes them up', async () => {
    tables = (await releaseFigures(context, workspace, warehouse)).exact;
    return `${tables.length} tables`;
  });
  await warehouse.close();
  let safe: Protected | undefined;
  const buitenkennis = cbsKennis(tables);
  await timed('own release: plan', async () => {
    safe = await protect({ tables, regio, zone: 'open', buitenkennis });
    const { aantallen, plan } = safe.geheimhouding;
    return `${aantallen.cijfers} figures, ${aantallen.verborgen} hidden, gap ${(100 * plan.gat).toFixed(1)} %`;
  });
  await timed('own release: attack', async () => {
    if (safe === undefined) return '';
    const { geheimhouding } = safe;
    const { regels, meervoudigGeteld, aanvaller } = geheimhouding;
    const codes = gebiedenVan(regio, ledenVan(regio, 'restated'));
    const gebieden = codes.map(({ code, gemeenten }) => ({
      code,
      gemeenten: gemeenten as readonly GemeenteCode[],
    }));
    const { nulMogelijk } = aanvaller;
    const { basisjaar } = regio;
    const publiek = { gebieden, basisjaar, regels, meervoudigGeteld, buitenkennis, nulMogelijk };
    const report = await attack({ tables: safe.tables, publiek });
    const same = JSON.stringify(report.cellen) === JSON.stringify(geheimhouding.cellen);
    return `${report.teSmal.length} found, intervals ${same ? 'equal' : 'DIFFER'}`;
  });
}

for (const [name, vorm] of [
  ['six', ZESDUIZEND],
  ['large', ZESENTWINTIGDUIZEND],
] as const) {
  if (!wants(name)) continue;
  const instantie = jeugdTabel(vorm, 7);
  const solver = await loadSolver();
  const { cells, relations } = instantieStelsel(instantie, { kosten: 'unit', ondergrens: 1, breedte: 1 });
  const primary = cells.filter(({ keuze }) => keuze === 'verborgen').length;
  const table = `${cells.length} cells, ${primary} primary`;
  let ours: readonly number[] = [];
  await timed(`${table}: our plan`, async () => {
    const { x, onbeschermd } = zoekPatroon(cells, relations, solver);
    ours = cells.flatMap(({ keuze }, at) => (keuze === 'vrij' && x[at] === 1 ? [at] : []));
    return `${ours.length} secondary, ${onbeschermd.length} unprotected`;
  });
  await timed(
    `${table}: our plan attacked`,
    async () => `${tooNarrow(cells, relations, ours, solver)} disclosed`,
  );
  let theirs: readonly number[] = [];
  await timed(`${table}: GaussSuppression's method`, async () => {
    theirs = gaussSuppression(instantie, { nullen: 'getoond' });
    return `${theirs.length} secondary`;
  });
  await timed(
    `${table}: GaussSuppression's method attacked`,
    async () => `${tooNarrow(cells, relations, theirs, solver)} disclosed`,
  );
}

/** Primary cells of a pattern whose value an attacker knows who knows that a hidden count is at least 1: by witnesses, and exactly where there is none. */
function tooNarrow(
  cells: readonly PlanCell[],
  relations: readonly LinearRow[],
  secondary: readonly number[],
  solver: Solver,
): number {
  const getuigen = new Getuigen(cells, relations, solver);
  for (const cell of secondary) getuigen.hidden[cell] = 1;
  const doubtful = new Set(
    cells.flatMap(({ needWidth }, at) =>
      needWidth > 0 && !getuigen.protect(at, undefined, NEARBY) ? [at] : [],
    ),
  );
  const hidden = [...getuigen.hidden].map((is) => is === 1);
  return doubtful.size === 0
    ? 0
    : unsafeCells({ cells, relations }, hidden, solver, (cell) => doubtful.has(cell)).length;
}
