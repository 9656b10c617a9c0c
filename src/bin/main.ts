// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { availableParallelism, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Context, runProgram, terminalProgress } from '../cli/index.ts';

const context: Context = {
  cwd: process.cwd(),
  programRoot: fileURLToPath(new URL('../../..', import.meta.url)),
  secret: process.env.REGIOVISIE_SLEUTEL,
  tempDir: tmpdir(),
  clock: Date.now,
  cores: availableParallelism(),
  randomBytes,
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(`${text}\n`),
  progress: terminalProgress(process.stderr, Date.now),
  whenStopped: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};

process.exitCode = await runProgram(context, process.argv.slice(2));
