// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { checkDefinition } from '../../src/indicators/index.ts';
import { readYaml } from '../../src/policy/index.ts';
import { definitionOf, indicatorenRoot, indicatorIds } from './definitions.ts';

function problemsOf(text: string) {
  try {
    checkDefinition(readYaml('x.yaml', text));
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
  return [];
}

test('every definition in indicatoren/ is right, and its folder and file name say which it is', () => {
  for (const id of indicatorIds) {
    const versions = readdirSync(join(indicatorenRoot, id)).filter((name) =>
      /^\d{4}-\d\d-\d\d\.yaml$/.test(name),
    );
    assert.ok(versions.length > 0, `${id} has a version`);
    for (const version of versions) {
      const file = join(indicatorenRoot, id, version);
      const definition = checkDefinition(readYaml(file, readFileSync(file, 'utf8')));
      assert.equal(definition.id, id);
      assert.equal(`${definition.geldigVanaf}.yaml`, version);
    }
  }
});

test('kosten-boven-grens has two variants, and a threshold of € 10.000 over the whole area', () => {
  const definition = definitionOf('kosten-boven-grens');
  assert.deepEqual(
    definition.varianten.map(({ id, teller, noemer }) => [id, teller.maat, noemer?.maat]),
    [
      ['clienten', 'clienten-boven-grens', 'clienten'],
      ['uitgaven', 'uitgaven-boven-grens', 'uitgaven'],
    ],
  );
  assert.deepEqual(
    definition.parameters.map(({ naam, standaard }) => [naam, standaard]),
    [
      ['drempel-cents', 1_000_000],
      ['drempel-over', 'gebied'],
      ['drempel-index', 'nee'],
    ],
  );
});

test('every mistake in a definition is told at once, with its place and what to do', () => {
  const right = readFileSync(join(indicatorenRoot, 'kosten-boven-grens', '2020-01-01.yaml'), 'utf8');
  const broken = right
    .replace('eenheid: aandeel', 'eenheid: procent')
    .replace('gevoelig-voor:', 'gevoelig_voor:')
    .replace('geslacht', 'geslagt')
    .replace('maat: clienten-boven-grens', 'maat: clienten-boven-grenz')
    .replace('standaard: 1000000', 'standaard: 10.000,00');
  assert.deepEqual(
    problemsOf(broken).map(({ code, subject }) => `${code} ${subject}`),
    [
      'policy.unknown-key gevoelig_voor',
      'policy.wrong-value varianten.clienten.teller.maat',
      'policy.wrong-value eenheid',
      'policy.wrong-value dimensies.5',
      'policy.wrong-value parameters.drempel-cents.standaard',
    ],
  );
  const mistyped = problemsOf(broken).find(({ subject }) => subject === 'dimensies.5');
  assert.match(mistyped?.remedy ?? '', /did you mean geslacht\?/);
  const line = broken.split('\n').findIndex((text) => text.includes('geslagt')) + 1;
  assert.match(mistyped?.place ?? '', new RegExp(`^x\\.yaml:${line}:\\d+$`));
});

test('a measure without its parameter, and a parameter without its measure, are mistakes', () => {
  const clienten = readFileSync(join(indicatorenRoot, 'clienten', '2020-01-01.yaml'), 'utf8');
  const without = clienten.replace('maat: clienten', 'maat: clienten-boven-grens');
  assert.deepEqual(
    problemsOf(without).map(({ code, subject }) => `${code} ${subject}`),
    [
      'policy.missing parameters.drempel-cents',
      'policy.missing parameters.drempel-over',
      'policy.missing parameters.drempel-index',
    ],
  );
  const superfluous = `${clienten}parameters:\n  drempel-over: { standaard: cel, nl: x, en: x }\n`;
  assert.deepEqual(
    problemsOf(superfluous).map(({ code, subject }) => `${code} ${subject}`),
    ['policy.wrong-value parameters.drempel-over'],
  );
});

test('the words of a definition follow its parameters, and a name that is no parameter is a mistake', () => {
  const path = join(indicatorenRoot, 'terugkeer', '2020-01-01.yaml');
  const text = readFileSync(path, 'utf8');
  const words = (changed: string) => checkDefinition(readYaml('x.yaml', changed)).telt;
  assert.match(words(text).nl, /31 tot en met 365 dagen later/);
  const shorter = words(text.replace('standaard: 365', 'standaard: 180'));
  assert.match(shorter.nl, /31 tot en met 180 dagen later/);
  assert.match(shorter.en, /31 to 180 days later/);
  const mistaken = problemsOf(text.replaceAll('{return-window-days}', '{return-windows-days}'));
  assert.deepEqual([...new Set(mistaken.map(({ code }) => code))], ['policy.wrong-value']);
  assert.match(mistaken[0]?.remedy ?? '', /\{return-windows-days\} is no parameter.*return-window-days/);
});
