// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { OperatorError } from '../../src/contract/index.ts';
import { openWarehouse } from '../../src/store/index.ts';
import { projectRoot } from '../project-root.ts';
import { tijdelijkeMap } from './voorbeeld.ts';

const storeUrl = pathToFileURL(join(projectRoot, 'dist/src/store/index.js')).href;

/** Account that is never the owner of a file. */
const NOBODY = 65_534;

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof OperatorError && error.problems[0]?.code === code;
}

test('a second open in the same thread is refused, and allowed after close', async (t) => {
  const path = join(tijdelijkeMap(t), 'magazijn.duckdb');
  const first = await openWarehouse(path);
  await assert.rejects(openWarehouse(path), hasCode('store.locked'));
  await first.close();
  await (await openWarehouse(path)).close();
  assert.equal(existsSync(`${path}.slot`), false);
});

test('a second open in a worker thread of the same process is refused', async (t) => {
  const path = join(tijdelijkeMap(t), 'magazijn.duckdb');
  const first = await openWarehouse(path);
  const script = `const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(storeUrl)}).then(({ openWarehouse }) => openWarehouse(${JSON.stringify(path)}))
      .then(() => 'opened', (error) => error.problems?.[0]?.code ?? String(error)).then((result) => parentPort.postMessage(result));`;
  const worker = new Worker(script, { eval: true });
  const [result] = await once(worker, 'message');
  await worker.terminate();
  assert.equal(result, 'store.locked');
  await first.close();
});

test('another process is refused while the holder lives, and takes over after it was killed', async (t) => {
  const path = join(tijdelijkeMap(t), 'magazijn.duckdb');
  const script = `const { openWarehouse } = await import(${JSON.stringify(storeUrl)});
    await openWarehouse(${JSON.stringify(path)}); console.log('open'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  await assert.rejects(openWarehouse(path), hasCode('store.locked'));
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  assert.equal(existsSync(`${path}.slot`), true);
  await (await openWarehouse(path)).close();
});

test('a lock of a previous boot, or half a lock, is taken over', async (t) => {
  const path = join(tijdelijkeMap(t), 'magazijn.duckdb');
  for (const left of [
    JSON.stringify({ pid: process.pid, host: 'x', startedAt: '1', boot: 'y' }),
    '{"pid":',
  ]) {
    const host = JSON.stringify((await import('node:os')).hostname());
    writeFileSync(`${path}.slot`, left.replace('"x"', host));
    await (await openWarehouse(path)).close();
  }
});

test('a lock of another computer stands', async (t) => {
  const path = join(tijdelijkeMap(t), 'magazijn.duckdb');
  writeFileSync(`${path}.slot`, JSON.stringify({ pid: 1, host: 'elders', startedAt: '1', boot: 'y' }));
  await assert.rejects(openWarehouse(path), hasCode('store.locked'));
});

test('a folder that may not be searched is a place that cannot be written, not a bug', async (t) => {
  const outer = tijdelijkeMap(t);
  const folder = join(outer, 'dicht');
  mkdirSync(folder);
  chmodSync(outer, 0o755);
  chmodSync(folder, 0o644);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await assert.rejects(openWarehouse(join(folder, 'magazijn.duckdb')), hasCode('store.unwritable'));
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
});

test('no folder, no warehouse file and another schema are told apart', async (t) => {
  const folder = tijdelijkeMap(t);
  await assert.rejects(openWarehouse(join(folder, 'geen', 'magazijn.duckdb')), hasCode('store.unwritable'));
  const text = join(folder, 'tekst.duckdb');
  writeFileSync(text, 'dit is geen magazijn\n'.repeat(1000));
  await assert.rejects(openWarehouse(text), hasCode('store.unreadable'));
  mkdirSync(join(folder, 'map.duckdb'));
  await assert.rejects(openWarehouse(join(folder, 'map.duckdb')), hasCode('store.unreadable'));
  const old = join(folder, 'oud.duckdb');
  const warehouse = await openWarehouse(old);
  await warehouse.query({ text: "UPDATE meta SET waarde = '0' WHERE sleutel = 'schema'", params: [] });
  await warehouse.close();
  await assert.rejects(openWarehouse(old), hasCode('store.schema-version'));
});
