// SPDX-License-Identifier: EUPL-1.2
import { test } from 'node:test';
import fc from 'fast-check';
import { assertAgreement, requestsFor } from './generated-figures.ts';
import { generatedWorld } from './generated-world.ts';

const INDICATORS = [
  'clienten',
  'clienten-groei',
  'uitgaven',
  'uitgaven-per-client',
  'kosten-boven-grens',
  'aanbieders',
];

test('SQL and evaluator agree on generated regions', async () => {
  await fc.assert(
    fc.asyncProperty(
      generatedWorld,
      requestsFor(INDICATORS),
      fc.integer({ min: 1, max: 3 }),
      assertAgreement,
    ),
    { numRuns: 6, seed: 20240101 },
  );
});
