// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from './project-root.ts';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test('the lock file names the optional packages of every platform, and no address of a registry', () => {
  const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Entry>>;
  };
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  assert.ok(optional.length > 10);
  assert.deepEqual(
    optional.filter((name) => packages[`node_modules/${name}`]?.version === undefined),
    [],
    'run: node scripts/complete-lock.mjs',
  );
  assert.ok(Object.values(packages).every(({ resolved }) => resolved === undefined));
});
