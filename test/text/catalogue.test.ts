// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TALEN, type Taal, texts } from '../../src/text/index.ts';
import { projectRoot } from '../project-root.ts';

function leaves(value: object, path: readonly string[] = []): { path: readonly string[]; value: unknown }[] {
  return Object.entries(value).flatMap(([key, child]) =>
    typeof child === 'object' && child !== null
      ? leaves(child as object, [...path, key])
      : [{ path: [...path, key], value: child as unknown }],
  );
}

function paths(taal: Taal): string[] {
  return leaves(texts(taal)).map(({ path }) => path.join('.'));
}

test('both languages say the same things, and nothing is left empty', () => {
  assert.deepEqual(paths('en'), paths('nl'));
  const empty = TALEN.flatMap((taal) =>
    leaves(texts(taal)).filter(
      ({ path, value }) => value === '' && path.join('.') !== 'figuurStatus.normaal.teken',
    ),
  );
  assert.deepEqual(empty, []);
});

test('every sentence of the catalogue is used somewhere', () => {
  const isCatalogue = /^(?:.*-)?(?:nl|en)\.ts$/;
  const source = readdirSync(join(projectRoot, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !isCatalogue.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  const lists = [
    'typen',
    'codes',
    'herkomst',
    'definitieVan',
    'ods',
    'status',
    'figuurStatus',
    'figuurVormen',
    'eenheden',
    'dimensies',
    'indicatoren',
    'bevindingen',
    'geenGrens',
    'csvw',
    'wijzigingen',
    'proof',
  ];
  const unused = leaves(texts('nl'))
    .filter(({ path }) => !lists.includes(path[0] ?? ''))
    .filter(({ path }) => !new RegExp(`\\.${path.at(-1)}\\b`).test(source))
    .map(({ path }) => path.join('.'));
  assert.deepEqual(unused, []);
});
