// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from './project-root.ts';

function filesIn(folder: string, ends: RegExp): readonly string[] {
  return readdirSync(join(projectRoot, folder), { recursive: folder !== '.', withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('every link in a page of the project leads to a file of the project', () => {
  const pages = [...filesIn('.', /\.md$/), ...filesIn('docs', /\.md$/), ...filesIn('src', /\.md$/)];
  assert.ok(pages.length > 40);
  const broken = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !existsSync(join(dirname(page), target)))
      .map((target) => `${relative(projectRoot, page)} ─▶ ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('every page of docs/ that the source names exists', () => {
  const broken = filesIn('src', /\.ts$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/docs\/[a-z0-9/-]+\.md/g)]
      .map(([path]) => path)
      .filter((path) => !existsSync(join(projectRoot, path)))
      .map((path) => `${relative(projectRoot, file)} names ${path}`),
  );
  assert.deepEqual(broken, []);
});
