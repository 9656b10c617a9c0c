// SPDX-License-Identifier: EUPL-1.2
// Computes the worked cases again, of all indicators or of those named, and prints every figure that differs from what its case says: npm run cases -- terugkeer
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const ids = process.argv.slice(2);
const unknown = ids.filter((id) => !existsSync(join(root, 'indicatoren', id, 'gevallen.yaml')));
if (unknown.length > 0) {
  console.error(`No worked cases of: ${unknown.join(', ')}. The folders of indicatoren/ are the names.`);
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    `--test-reporter=${join(root, 'scripts', 'cases-reporter.mjs')}`,
    '--test-reporter-destination=stdout',
    join(root, 'dist', 'test', 'indicators', 'gevallen.slow.test.js'),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, GEVALLEN: ids.join(' ') } },
);
process.exit(status ?? 1);
