// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

const program = join(projectRoot, 'bin', 'regiovisie.mjs');

/** Runs a program in a folder as a user without a key in the environment would; gives what it printed. Fails the test when it does not end well. */
export function run(dir: string, command: string, ...argv: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, argv, {
    cwd: dir,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, REGIOVISIE_SLEUTEL: '' },
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** The program itself, in a folder. */
export function regiovisieIn(dir: string): (...argv: readonly string[]) => string {
  return (...argv) => run(dir, process.execPath, program, ...argv);
}
