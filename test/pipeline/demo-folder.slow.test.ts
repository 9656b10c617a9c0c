// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectRoot } from '../project-root.ts';

const dir = mkdtempSync(join(tmpdir(), 'regiovisie-folder-'));
after(() => rmSync(dir, { recursive: true, force: true }));
const program = join(projectRoot, 'bin', 'regiovisie.mjs');
const SMALL = ['--scale', '0.02'];

function demo(folder: string, ...argv: readonly string[]) {
  return spawnSync(process.execPath, [program, 'demo', folder, '--no-serve', ...SMALL, ...argv], {
    cwd: dir,
    encoding: 'utf8',
  });
}

test('a folder that holds other things is left alone', () => {
  mkdirSync(join(dir, 'mine'));
  writeFileSync(join(dir, 'mine', 'letter.txt'), 'mine');
  const { status, stderr } = demo('mine');
  assert.equal(status, 1);
  assert.match(stderr, /cli\.folder-not-empty/);
  assert.equal(readFileSync(join(dir, 'mine', 'letter.txt'), 'utf8'), 'mine');
});

test('a place that cannot be written is a clear error', () => {
  writeFileSync(join(dir, 'file'), '');
  for (const folder of ['file', 'file/demo']) {
    const { status, stderr } = demo(folder);
    assert.equal(status, 1, stderr);
    assert.match(stderr, /^cli\.file-system: (ENOTDIR|EEXIST)/m);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

test('a demo that was killed half-way is made again from the start', async () => {
  const child = spawn(process.execPath, [program, 'demo', 'half', '--no-serve', ...SMALL], {
    cwd: dir,
    stdio: 'ignore',
  });
  const bronnen = join(dir, 'half', 'haaglanden', 'bronnen');
  while (!existsSync(bronnen)) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const { status, stdout, stderr } = demo('half');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /The demo is ready/);
  assert.ok(existsSync(join(dir, 'half', 'haaglanden', 'releases', '2024-1', 'monitor-delft.html')));
});

test('another scale in the same folder is another demo', () => {
  const { status, stdout } = demo('half', '--scale', '0.01');
  assert.equal(status, 0);
  assert.match(stdout, /The demo is ready/);
});
