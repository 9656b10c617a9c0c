// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { checkDefinition, definitionSchema } from '../../src/indicators/index.ts';
import { readYaml } from '../../src/policy/index.ts';
import { projectRoot } from '../project-root.ts';

test('the method pages and the schema say what the definitions say', () => {
  const script = join(projectRoot, 'scripts', 'method-pages.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('the schema has the keys that the checker knows, and no others', () => {
  const unknown = readYaml('x.yaml', 'onbekend: 1\n');
  assert.throws(
    () => checkDefinition(unknown),
    (error: unknown) => {
      assert.ok(error instanceof OperatorError);
      const remedy = error.problems.find(({ code }) => code === 'policy.unknown-key')?.remedy ?? '';
      const known = remedy
        .replace(/^expected one of: /, '')
        .replace(/\..*$/, '')
        .split(', ');
      const { properties } = definitionSchema() as { properties: object };
      assert.deepEqual(Object.keys(properties).sort(), known.sort());
      return true;
    },
  );
});
