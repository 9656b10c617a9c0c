// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareVerdicts } from './differential.ts';
import { withoutXmllint } from './samples.ts';

for (const release of ['2.3', '3.2'] as const) {
  test(`level 1 agrees with the schema of ${release} on thousands of mutated messages`, {
    skip: withoutXmllint,
  }, async () => {
    const { compared, disagreements } = await compareVerdicts(release, 500, 2026);
    assert.ok(compared >= 5000);
    assert.deepEqual(disagreements, []);
  });
}
