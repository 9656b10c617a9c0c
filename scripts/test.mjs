// SPDX-License-Identifier: EUPL-1.2
// Lint and format, then the tests, on Node's own test runner. Without --all: the fast ones only (not *.slow.test.ts).
// Further arguments are parts of file names: `node scripts/test.mjs ijw` runs the tests whose path contains "ijw".
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const all = process.argv.includes('--all');
const parts = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.js'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

if (parts.length === 0) {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const lint = spawnSync(
    process.execPath,
    [biome, 'ci', '--colors=off', '--diagnostic-level=warn', '--error-on-warnings', root],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (lint.status !== 0) process.exit(lint.status ?? 1);
}

const files = testFiles(join(root, 'dist', 'test'))
  .filter((file) => all || !file.endsWith('.slow.test.js'))
  .filter((file) => parts.length === 0 || parts.some((part) => relative(root, file).includes(part)))
  .sort();
if (files.length === 0) {
  console.error('No test file matches.');
  process.exit(1);
}
const tests = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    '--test-concurrency=2',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    ...files,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(tests.status ?? 1);
