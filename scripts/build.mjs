// SPDX-License-Identifier: EUPL-1.2
// Compiles src/, test/ and bench/ to dist/, and bundles the browser's script to dist/web/. Removes compiled files whose source is gone, so that a deleted test does not go on running.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

function removeOrphans(folder) {
  const compiled = join(root, 'dist', folder);
  if (!existsSync(compiled)) return;
  for (const entry of readdirSync(compiled, { withFileTypes: true })) {
    const inside = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (existsSync(join(root, inside))) removeOrphans(inside);
      else rmSync(join(root, 'dist', inside), { recursive: true });
    } else if (/\.js(\.map)?$/.test(entry.name)) {
      const source = inside.replace(/\.js(\.map)?$/, '.ts');
      if (!existsSync(join(root, source))) rmSync(join(root, 'dist', inside));
    }
  }
}

if (!existsSync(join(root, 'dist', 'src'))) rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
for (const folder of ['src', 'test', 'bench']) removeOrphans(folder);
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const built = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const browser = join(root, 'src', 'web', 'browser');
const checked = spawnSync(process.execPath, [tsc, '-p', browser], { stdio: 'inherit' });
if (checked.status !== 0) process.exit(checked.status ?? 1);
const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  outdir: join(root, 'dist', 'web'),
};
await Promise.all([
  build({ ...common, entryPoints: { dashboard: join(browser, 'main.ts') }, format: 'iife' }),
  build({ ...common, entryPoints: { rekenblad: join(browser, 'rekenblad.ts') }, format: 'esm' }),
]);
