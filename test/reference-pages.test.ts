// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from './project-root.ts';
import { codesInSource, commandsPage, errorCodesPage } from './reference-pages.ts';

const page = (name: string): string => readFileSync(join(projectRoot, 'docs', 'reference', name), 'utf8');

test('the page of codes lists every code of the source, and no other', () => {
  assert.ok(codesInSource().has('cli.no-key'));
  assert.equal(page('error-codes.md'), errorCodesPage(), 'run: node scripts/generate-reference.mjs');
});

test('the page of commands is what --help says', async () => {
  assert.equal(page('commands.md'), await commandsPage(), 'run: node scripts/generate-reference.mjs');
});
