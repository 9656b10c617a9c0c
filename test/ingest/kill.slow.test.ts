// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { openWarehouse } from '../../src/store/index.ts';
import { projectRoot } from '../project-root.ts';
import { afdruk } from '../store/derive-eigenschappen.ts';
import { producten, tijdelijkeMap, waarden } from '../store/voorbeeld.ts';
import { Dobbelsteen, willekeurigeKeten } from '../store/willekeurige-keten.ts';
import { asXml } from './xml-bericht.ts';

const child = join(projectRoot, 'dist/test/ingest/kill-child.js');

function writeBronnen(folder: string): void {
  mkdirSync(join(folder, 'bronnen'));
  for (const seed of [1, 2]) {
    for (const [n, bericht] of willekeurigeKeten(seed).entries()) {
      const path = join(folder, 'bronnen', `${seed}-${n}.xml`);
      const bytes = Buffer.from(asXml(bericht).inhoud);
      if (n % 3 === 0) writeFileSync(`${path}.gz`, gzipSync(bytes));
      else writeFileSync(path, bytes);
    }
  }
}

/** Runs the child; kills it after a while when asked. True when it came to its end. */
async function run(folder: string, killAfterMs?: number): Promise<boolean> {
  const running = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(running, 'exit');
  if (killAfterMs !== undefined) {
    await Promise.race([once(running.stdout, 'data'), exit]);
    await Promise.race([sleep(killAfterMs), exit]);
    running.kill('SIGKILL');
  }
  const [code, signal] = await exit;
  assert.ok(code === 0 || signal === 'SIGKILL', `ended with ${code ?? signal}`);
  return code === 0;
}

async function outcome(folder: string): Promise<readonly [string, unknown]> {
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'));
  await warehouse.derive(producten);
  const tables = await afdruk(warehouse);
  const counts = await waarden(
    warehouse,
    `SELECT (SELECT count(*) FROM bericht), (SELECT count(*) FROM prestatie), (SELECT count(*) FROM retour),
       (SELECT count(DISTINCT sha256) FROM levering), (SELECT count(*) FROM levering), (SELECT count(*) FROM bevinding)`,
  );
  await warehouse.close();
  return [tables, counts];
}

test('killed at random moments and started again: figures and counts equal an undisturbed run', async (t) => {
  const quiet = tijdelijkeMap(t);
  writeBronnen(quiet);
  assert.equal(await run(quiet), true);
  const expected = await outcome(quiet);
  const dobbel = new Dobbelsteen(9);
  let kills = 0;
  for (let round = 0; round < 2; round += 1) {
    const folder = tijdelijkeMap(t);
    writeBronnen(folder);
    for (let tries = 0, done = false; !done; tries += 1) {
      done = await run(folder, tries < 5 ? dobbel.getal(1500) : undefined);
      if (!done) kills += 1;
    }
    assert.deepEqual(await outcome(folder), expected);
  }
  assert.ok(kills >= 2, `${kills} kills`);
});
