// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareVerdicts } from './differential.ts';
import { withoutXmllint } from './samples.ts';

for (const release of ['2.3', '3.2'] as const) {
  test(`level 1 agrees with the official schema of ${release} on mutated messages`, {
    skip: withoutXmllint,
  }, async () => {
    const { compared, invalid, disagreements } = await compareVerdicts(release, 40, 1);
    assert.ok(invalid > compared / 2 && invalid < compared);
    assert.deepEqual(disagreements, []);
  });
}
