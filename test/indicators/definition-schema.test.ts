// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { definitionSchema } from '../../src/indicators/index.ts';
import { readYaml } from '../../src/policy/index.ts';
import { indicatorenRoot, indicatorIds } from './definitions.ts';

const accepts = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(
  definitionSchema(),
);

function textOf(id: string, version = '2020-01-01.yaml'): string {
  return readFileSync(join(indicatorenRoot, id, version), 'utf8');
}

test('the schema accepts every definition', () => {
  for (const id of indicatorIds) {
    for (const version of readdirSync(join(indicatorenRoot, id)).filter((name) => /^\d.*\.yaml$/.test(name)))
      assert.ok(
        accepts(readYaml(version, textOf(id, version)).value),
        `${id} ${version}: ${JSON.stringify(accepts.errors)}`,
      );
  }
});

test('the schema refuses what does not belong together', () => {
  const wrong: readonly (readonly [string, string, string])[] = [
    ['uitgaven-per-client', 'noemer:', '# noemer:'],
    ['clienten', 'berekening: waarde', 'berekening: verhouding'],
    ['uitgaven-per-client', 'berekening: verhouding', 'berekening: waarde'],
    ['uitval', 'varianten:', 'teller: { maat: clienten, nl: x, en: x }\nvarianten:'],
    ['aandeel-per-type', '    over: type\n', ''],
    ['duur-verloop', '    na-dagen: 91\n', ''],
    ['clienten', 'dimensies: [type', 'dimensies: [zorgvorm, type'],
    ['uitval', 'dimensies: [type', 'dimensies: [zorgvorm, type'],
    ['clienten', 'perioden: [jaar', 'perioden: [eeuw'],
  ];
  for (const [id, was, becomes] of wrong) {
    const text = textOf(id);
    assert.ok(text.includes(was), `${id} says ${was}`);
    assert.ok(!accepts(readYaml(id, text.replace(was, becomes)).value), `${id}: ${becomes}`);
  }
});

test('every property of the schema says what it is', () => {
  const silent: string[] = [];
  const walk = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [key, value] of Object.entries(schema)) {
      if (['if', 'then', 'else', 'oneOf', 'allOf', 'anyOf'].includes(key)) continue;
      if (key === 'properties')
        for (const [name, one] of Object.entries(value as object))
          if (!(one as { description?: string }).description) silent.push(`${path}.${name}`);
      walk(value, `${path}.${key}`);
    }
  };
  walk(definitionSchema(), '');
  assert.deepEqual(silent, []);
});
