// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeZip } from '../../src/ijw/index.ts';
import { openWarehouse } from '../../src/store/index.ts';
import { projectRoot } from '../project-root.ts';
import { afdruk } from '../store/derive-eigenschappen.ts';
import { declaratie, prestatie, producten, tijdelijkeMap } from '../store/voorbeeld.ts';
import { asXml } from './xml-bericht.ts';

const child = join(projectRoot, 'dist/test/ingest/kill-child.js');

/** Runs the child with a limit on the size of any file it writes: to DuckDB a disk that is full. */
function run(folder: string, limitKib?: number): { readonly code: number | null; readonly error: string } {
  const limit = limitKib === undefined ? '' : `trap '' XFSZ; ulimit -f ${limitKib}; `;
  const done = spawnSync('bash', ['-c', `${limit}exec "$0" "$@"`, process.execPath, child, folder], {
    encoding: 'utf8',
  });
  return { code: done.status, error: done.stderr };
}

async function writeBronnen(folder: string): Promise<void> {
  mkdirSync(join(folder, 'bronnen'));
  for (let zip = 0; zip < 6; zip += 1) {
    const berichten = Array.from({ length: 10 }, (_, n) => {
      const id = `${zip}-${n}`;
      return declaratie(
        id,
        Array.from({ length: 400 }, (_, r) => prestatie(`${id}-${(r * 7919) % 400}`, r % 50)),
      );
    });
    await writeZip(
      join(folder, 'bronnen', `${zip}.zip`),
      berichten.map((bericht, n) => ({ name: `${n}.xml`, bytes: Buffer.from(asXml(bericht).inhoud) })),
    );
  }
}

async function outcome(folder: string): Promise<readonly [string, unknown]> {
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'));
  await warehouse.derive(producten);
  const result = [
    await afdruk(warehouse),
    (await warehouse.doctor(producten)).filter(({ afwijkingen }) => afwijkingen > 0),
  ] as const;
  await warehouse.close();
  return result;
}

test('a disk that fills up is a clear error that says what to do; with room again the run goes on and nothing is lost', async (t) => {
  const [quiet, full] = [tijdelijkeMap(t), tijdelijkeMap(t)];
  await writeBronnen(quiet);
  await writeBronnen(full);
  assert.equal(run(quiet).code, 0);
  const expected = await outcome(quiet);
  assert.deepEqual(expected[1], []);
  let failures = 0;
  for (const limitKib of [100, 600, 1200, 2000]) {
    const { code, error } = run(full, limitKib);
    if (code === 0) continue;
    failures += 1;
    assert.match(error, /store\.(write-failed|unwritable)/);
    assert.match(error, /free disk space|disk is not full/);
  }
  assert.ok(failures >= 2, `${failures} failures`);
  assert.equal(run(full).code, 0);
  assert.deepEqual(await outcome(full), expected);
});

test('a disk that is really full: warehouse, archive and inbox on one small file system, made larger afterwards', async (t) => {
  const [quiet, full] = [tijdelijkeMap(t), tijdelijkeMap(t)];
  const mount = (...args: readonly string[]): number => spawnSync('mount', args).status ?? 1;
  if (mount('-t', 'tmpfs', '-o', 'size=900k', 'tmpfs', full) !== 0)
    return t.skip('this account may not mount a file system');
  try {
    await writeBronnen(quiet);
    await writeBronnen(full);
    assert.equal(run(quiet).code, 0);
    let failures = 0;
    for (const size of [900, 2000, 3600]) {
      assert.equal(mount('-o', `remount,size=${size}k`, full), 0);
      const { code, error } = run(full);
      if (code === 0) continue;
      failures += 1;
      assert.match(error, /store\.(write-failed|unwritable)|ingest\.archive-unwritable/, error);
    }
    assert.ok(failures >= 2, `${failures} failures`);
    assert.equal(mount('-o', 'remount,size=64m', full), 0);
    assert.equal(run(full).code, 0);
    assert.deepEqual(await outcome(full), await outcome(quiet));
    assert.deepEqual(readdirSync(join(full, 'bronnen')), []);
  } finally {
    spawnSync('umount', ['-l', full]);
  }
});
