// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { composeRelease } from '../../src/publish/index.ts';
import { projectRoot } from '../project-root.ts';
import { editionSource } from '../report/haaglanden-release.ts';
import { clientenBlad } from './definitie-bladen.ts';

const page = readFileSync(join(projectRoot, 'docs', 'reference', 'release.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| `/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
/** `cijfers/<…>.ods` as a pattern; `.pdf` alone is another ending of the file before it. */
const patterns = rows
  .flatMap(([, files = '']) => [...files.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
  .filter((name) => !name.startsWith('/') && !name.startsWith('.'))
  .map((name) => ({
    name,
    shape: new RegExp(
      `^${name
        .replaceAll('.', '\\.')
        .replace(/\[-<dimension>…\]/, '(-[a-z]+)*')
        .replace(/<…>|<indicator>|<gemeente>/g, '[a-z0-9-]+')
        .replaceAll('…', '.+')}$`,
    ),
  }));

function names(): readonly string[] {
  const { release, tables } = editionSource();
  const { files } = composeRelease({
    releasesDir: '/nergens',
    release,
    tables: tables.slice(0, 2),
    definities: [clientenBlad],
    geheimhouding: {},
    pages: ['index.html', 'monitor-delft.html', 'brief-delft.html', 'dashboard/index.html'].map((pad) => ({
      pad,
      inhoud: '',
    })),
  });
  return files.map(({ pad }) => pad);
}

test('every file of a release stands on the page about it, and its line is the only one that is meant', () => {
  const files = names();
  const unknown = files.filter((pad) => !patterns.some(({ shape }) => shape.test(pad)));
  assert.deepEqual(unknown, []);
  const own = patterns.filter(({ name }) => /^(cijfers|dashboard|[a-z]+\.json|dcat)/.test(name));
  const absent = own.filter(({ shape }) => !files.some((pad) => shape.test(pad)));
  assert.deepEqual(
    absent.map(({ name }) => name),
    [],
  );
});

test('every schema that the page names is in the release', () => {
  const files = names();
  const schemas = rows.flatMap((cells) =>
    [...(cells.at(-2) ?? '').matchAll(/([a-z-]+\.schema\.json)/g)].map((match) => match[1] ?? ''),
  );
  assert.ok(schemas.length >= 6);
  for (const schema of schemas) assert.ok(files.includes(`dashboard/v1/schemas/${schema}`), schema);
});
