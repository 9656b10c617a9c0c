// SPDX-License-Identifier: EUPL-1.2
// Computes the worked cases again: of all indicators, or of those named: npm run cases -- terugkeer
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
const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'test.mjs'), '--all', 'gevallen'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, GEVALLEN: ids.join(' ') },
});
process.exit(status ?? 1);
