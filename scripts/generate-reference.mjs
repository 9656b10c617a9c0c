// SPDX-License-Identifier: EUPL-1.2
// Writes docs/reference/error-codes.md (every code in src/), commands.md (every --help) and bronnen.md (the form of every source). Run after a build:
//   node scripts/generate-reference.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { commandsPage, errorCodesPage } = await import(join(root, 'dist', 'test', 'reference-pages.js'));
writeFileSync(join(root, 'docs', 'reference', 'error-codes.md'), errorCodesPage());
writeFileSync(join(root, 'docs', 'reference', 'commands.md'), await commandsPage());
const { bronnenPage } = await import(join(root, 'dist', 'test', 'sources', 'bronnen-page.js'));
writeFileSync(join(root, 'docs', 'reference', 'bronnen.md'), bronnenPage());
