// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dashboardTexts, figureTexts } from '../../src/text/index.ts';
import { matches } from '../../src/web/matches.ts';
import { projectRoot } from '../project-root.ts';

function leaves(value: object, path = ''): (readonly [path: string, value: unknown])[] {
  return Object.entries(value).flatMap(([key, child]) =>
    typeof child === 'object' && child !== null
      ? leaves(child as object, `${path}.${key}`)
      : [[`${path}.${key}`, child as unknown] as const],
  );
}

const both = [
  [dashboardTexts('nl'), dashboardTexts('en')],
  [figureTexts('nl'), figureTexts('en')],
] as const;

test('both languages say the same things, and nothing is left empty', () => {
  for (const [nl, en] of both) {
    assert.deepEqual(
      leaves(en).map(([path]) => path),
      leaves(nl).map(([path]) => path),
    );
    assert.deepEqual(
      [...leaves(nl), ...leaves(en)].filter(([, value]) => value === ''),
      [],
    );
  }
});

test('every sentence of the dashboard is used somewhere', () => {
  const code = readdirSync(join(projectRoot, 'src', 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  const lists =
    /\.indicator\.(?:voorgesteld|regionaal|landelijk|in-ontwikkeling)$|\.(?:onderwerpen|bronnen|gewoon|oordeel|oordeelUitleg|gewenst|vragen|vormen|klassen|weergaven|maten|velden|beschrijving|rangorde|doenPunten|kansTekst|wat|niet)\./;
  const unused = both
    .flatMap(([nl]) => leaves(nl))
    .map(([path]) => path)
    .filter((path) => !lists.test(path) && !new RegExp(`\\b${path.split('.').at(-1)}\\b`).test(code));
  assert.deepEqual(unused, []);
});

test('search finds words in any order, without minding capitals and accents', () => {
  assert.ok(matches('Unieke cliënten: hoeveel kinderen', 'CLIENTEN unieke'));
  assert.ok(!matches('Unieke cliënten', 'uitgaven'));
  assert.ok(matches('alles', ''));
});
