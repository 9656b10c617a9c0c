// SPDX-License-Identifier: EUPL-1.2
import { test } from 'node:test';
import fc from 'fast-check';
import { indicatorIds } from './definitions.ts';
import { BRON_INDICATORS } from './evaluator-bronnen.ts';
import { generatedBronnen } from './generated-bronnen.ts';
import { assertAgreement, requestsFor } from './generated-figures.ts';
import { generatedWorld } from './generated-world.ts';

test('SQL and evaluator agree on every indicator, on many generated regions', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      generatedWorld,
      requestsFor(indicatorIds.filter((id) => !BRON_INDICATORS.includes(id) && id !== 'cbs-jeugdhulp')),
      fc.integer({ min: 1, max: 3 }),
      assertAgreement,
    ),
    { numRuns: 100, interruptAfterTimeLimit: 180_000 },
  );
});

test('SQL and evaluator agree on every indicator over other sources, on many generated files', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      generatedWorld,
      generatedBronnen,
      requestsFor(BRON_INDICATORS),
      (world, bronnen, requests) => assertAgreement({ ...world, bronnen }, requests, 1),
    ),
    { numRuns: 60, interruptAfterTimeLimit: 180_000 },
  );
});
