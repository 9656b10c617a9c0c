// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DIMENSIES } from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { definitionOf } from './definitions.ts';
import { evaluate } from './evaluator.ts';
import type { World } from './evaluator-world.ts';
import { computeInWarehouse } from './warehouse-engine.ts';

const PERIODS = [
  '2020',
  '2021',
  '2022',
  '2023',
  '2021-Q4',
  '2022-Q1',
  '2021-07-01/2022-06-30',
  '2020-12-15/2021-12-14',
];

/** Two ways of splitting each indicator, or one or two of them, over some periods: what is asked together shares a query. */
export function requestsFor(indicators: readonly string[]): fc.Arbitrary<readonly FigureRequest[]> {
  return fc
    .record({
      some: fc.oneof(fc.constant(indicators), fc.subarray([...indicators], { minLength: 1, maxLength: 2 })),
      splits: fc.array(fc.uniqueArray(fc.constantFrom(...DIMENSIES), { maxLength: 2 }), {
        minLength: 2,
        maxLength: 2,
      }),
      perioden: fc.uniqueArray(fc.constantFrom(...PERIODS), { minLength: 1, maxLength: 4 }),
      samenstelling: fc.constantFrom('restated', 'actual'),
      drempelOver: fc.constantFrom('gebied', 'cel'),
    })

    .map(({ some, splits, perioden, samenstelling, drempelOver }) =>
      some.flatMap((indicator) =>
        splits.map((dimensies) => ({
          indicator,
          dimensies,
          perioden,
          samenstelling: samenstelling as FigureRequest['samenstelling'],
          ...(definitionOf(indicator).parameters.some(({ naam }) => naam === 'drempel-over')
            ? { parameters: { 'drempel-over': drempelOver } }
            : {}),
        })),
      ),
    );
}

/** The SQL on a real warehouse gives what the evaluator gives, to the last digit. */
export async function assertAgreement(
  world: World,
  requests: readonly FigureRequest[],
  files: number,
): Promise<void> {
  const tables = await computeInWarehouse(world, requests, files);
  for (const [index, request] of requests.entries()) {
    assert.deepEqual(tables[index]?.rows, evaluate(world, request), JSON.stringify(request));
  }
}
