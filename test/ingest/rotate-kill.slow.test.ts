// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../project-root.ts';
import { tijdelijkeMap } from '../store/voorbeeld.ts';
import { Dobbelsteen, willekeurigeKeten } from '../store/willekeurige-keten.ts';
import { asXml } from './xml-bericht.ts';

const program = join(projectRoot, 'bin', 'regiovisie.mjs');
const OUD = 'de-oude-sleutel-die-alleen-in-tests-bestaat';
const NIEUW = 'de-nieuwe-sleutel-die-alleen-in-tests-bestaat';

function run(
  folder: string,
  sleutel: string,
  ...argv: readonly string[]
): { code: number | null; out: string } {
  const done = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, REGIOVISIE_SLEUTEL: sleutel },
  });
  return { code: done.status, out: done.stdout };
}

const figures = ['figures', 'w', 'clienten', 'uitgaven', '--raw', '--format', 'csv'] as const;

test('a rotation killed at any moment leaves a workspace that one of the two keys opens whole', async (t) => {
  const start = tijdelijkeMap(t);
  assert.equal(run(start, OUD, 'new', 'w', '--regio', 'haaglanden').code, 0);
  const bronnen = join(start, 'w', 'bronnen');
  for (const [n, bericht] of willekeurigeKeten(5).entries())
    writeFileSync(join(bronnen, `${n}.xml`), asXml(bericht).inhoud);
  assert.equal(run(start, OUD, 'ingest', 'w').code, 0);
  const before = run(start, OUD, ...figures).out;
  assert.match(before, /^clienten,,\d{4},JZ24,[1-9]/m);
  const files = Number(
    readdirSync(join(start, 'w', 'archief', readdirSync(join(start, 'w', 'archief'))[0] ?? '')).length,
  );
  const dobbel = new Dobbelsteen(17);
  const opened = new Set<string>();
  for (let round = 0; round < 5; round += 1) {
    const folder = tijdelijkeMap(t);
    cpSync(join(start, 'w'), join(folder, 'w'), { recursive: true });
    writeFileSync(join(folder, 'nieuw'), NIEUW);
    const rotation = spawn(process.execPath, [program, 'key', 'rotate', 'w', '--new-key-file', 'nieuw'], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, REGIOVISIE_SLEUTEL: OUD },
    });
    const exit = once(rotation, 'exit');
    await Promise.race([sleep(350 + dobbel.getal(1400)), exit]);
    rotation.kill('SIGKILL');
    await exit;
    const [oud, nieuw] = [run(folder, OUD, ...figures), run(folder, NIEUW, ...figures)];
    assert.deepEqual([oud.code, nieuw.code].toSorted(), [0, 1], 'one key opens it, the other does not');
    const [key, found] = oud.code === 0 ? [OUD, oud] : [NIEUW, nieuw];
    opened.add(key);
    assert.equal(found.out, before);
    mkdirSync(join(folder, 'terug'));
    assert.equal(run(folder, key, 'archive', 'get', 'w', 'all', '--output', join(folder, 'terug')).code, 0);
    assert.equal(readdirSync(join(folder, 'terug', 'bronnen')).length, files);
    assert.equal(run(folder, OUD, 'key', 'rotate', 'w', '--new-key-file', 'nieuw').code, 0);
    assert.equal(run(folder, NIEUW, ...figures).out, before);
    assert.equal(readdirSync(join(folder, 'w', 'archief')).length, 1, 'the archive has one key again');
  }
  t.diagnostic(`killed runs were opened by ${opened.size} different keys`);
});
