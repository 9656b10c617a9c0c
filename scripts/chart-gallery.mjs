// SPDX-License-Identifier: EUPL-1.2
// Writes docs/charts/: every form of drawing as a picture, wide and narrow, from the samples of test/charts/gallery.ts. With --check it writes
// nothing and exits 1 when a picture is not what the program draws now. Run `node scripts/build.mjs` first.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { galleryFiles } from '../dist/test/charts/gallery-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'charts');
const stale = [...galleryFiles()].filter(([name, text]) => {
  const file = join(folder, name);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});
if (process.argv.includes('--check')) {
  for (const [name] of stale) process.stderr.write(`not up to date: ${relative(root, join(folder, name))}\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
}
