// SPDX-License-Identifier: EUPL-1.2
import { test } from 'node:test';
import fc from 'fast-check';
import { indicatorIds } from './definitions.ts';
import { assertAgreement, requestsFor } from './generated-figures.ts';
import { generatedWorld } from './generated-world.ts';

test('SQL and evaluator agree on every indicator, on many generated regions', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      generatedWorld,
      requestsFor(indicatorIds),
      fc.integer({ min: 1, max: 3 }),
      assertAgreement,
    ),
    { numRuns: 100, interruptAfterTimeLimit: 180_000 },
  );
});
