// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkDefinition, type Definition } from '../../src/indicators/index.ts';
import { readYaml } from '../../src/policy/index.ts';
import { indicatorenRoot } from './definitions.ts';

/** What a definition computes, without its words: those may be bettered after publication, this may not. */
function meaningOf(definition: Definition): string {
  const words = new Set(['naam', 'tekst', 'telt', 'populatie', 'bronnen']);
  const meaning = JSON.stringify(definition, (key, value: unknown) =>
    words.has(key) && key !== '' && typeof value === 'object' ? undefined : value,
  );
  return createHash('sha256').update(meaning).digest('hex').slice(0, 16);
}

test('a definition with which figures were published means today what it meant then', () => {
  const file = join(indicatorenRoot, 'vastgelegd.json');
  const recorded = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  assert.ok(Object.keys(recorded).length > 0);
  for (const [name, hash] of Object.entries(recorded)) {
    const [id = '', version = ''] = name.split('@');
    const path = join(indicatorenRoot, id, `${version}.yaml`);
    const found = meaningOf(checkDefinition(readYaml(path, readFileSync(path, 'utf8'))));
    assert.equal(
      found,
      hash,
      `${name} was published and now means something else (${found}): put it back, and write the new meaning in a file named after the day it is valid from`,
    );
  }
});

test('words may be bettered, a parameter may not be changed', () => {
  const path = join(indicatorenRoot, 'terugkeer', '2020-01-01.yaml');
  const text = readFileSync(path, 'utf8');
  const meaning = (changed: string): string => meaningOf(checkDefinition(readYaml('x.yaml', changed)));
  assert.equal(
    meaning(text.replace('naam: { nl: Terugkeer,', 'naam: { nl: Herhaald beroep,')),
    meaning(text),
  );
  assert.notEqual(meaning(text.replace('standaard: 365', 'standaard: 180')), meaning(text));
});
