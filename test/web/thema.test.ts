// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { readThema } from '../../src/web/index.ts';
import { themaCss } from '../../src/web/thema.ts';
import { projectRoot } from '../project-root.ts';

const folder = join(projectRoot, 'themas');
const neutraal = readFileSync(join(folder, 'neutraal.json'), 'utf8');

function problemsOf(text: string): readonly { readonly code: string; readonly subject: string }[] {
  try {
    readThema('themas/proef.json', text);
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
  return [];
}

test('every theme of the program can be read, and its colours are told apart', () => {
  const names = readdirSync(folder);
  assert.ok(names.length >= 2);
  for (const name of names) assert.deepEqual(problemsOf(readFileSync(join(folder, name), 'utf8')), [], name);
});

test('a token becomes a custom property with the name that NL Design System would give it', () => {
  assert.match(themaCss(readThema('t', neutraal)), /--rvm-page-header-background-color: #ffffff;/);
});

test('colours that are too faint together are refused, with the pair and the ratio', () => {
  const faint = neutraal.replace('"#14506a"', '"#7fb0bf"');
  assert.deepEqual([...new Set(problemsOf(faint).map(({ code }) => code))], ['web.theme-contrast']);
  assert.ok(
    problemsOf(faint).some(({ subject }) => subject === 'rvm.link.color on rvm.document.background-color'),
  );
});

test('a token that is missing, unknown or no colour is told, all at once', () => {
  const wrong = neutraal.replace('"hover"', '"hoover"').replace('"#1a1d21"', '"zwart"');
  const found = problemsOf(wrong).map(({ code, subject }) => `${code} ${subject}`);
  for (const expected of [
    'web.theme-token rvm.link.hover.color',
    'web.theme-token rvm.link.hoover.color',
    'web.theme-token rvm.document.color',
  ])
    assert.ok(found.includes(expected), expected);
});

test('a token cannot bring its own style rules', () => {
  const wrong = neutraal.replace('"4px"', '"4px; } body { display: none"');
  assert.deepEqual(
    problemsOf(wrong).map(({ code }) => code),
    ['web.theme-token'],
  );
});
