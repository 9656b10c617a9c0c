// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DIMENSIES, type Dimensie } from '../../src/contract/index.ts';
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
      some: fc.oneof(
        fc.constant(indicators),
        fc.subarray([...indicators], { minLength: 1, maxLength: Math.min(2, indicators.length) }),
      ),
      splits: fc.array(fc.uniqueArray(fc.constantFrom(...DIMENSIES.slice(0, 7)), { maxLength: 2 }), {
        minLength: 2,
        maxLength: 2,
      }),
      perioden: fc.uniqueArray(fc.constantFrom(...PERIODS), { minLength: 1, maxLength: 4 }),
      samenstelling: fc.constantFrom('restated', 'actual'),
      eigen: fc.nat(),
      instellingen: fc.record({
        'drempel-over': fc.constantFrom('gebied', 'cel'),
        'drempel-index': fc.constantFrom('nee', 'nee', 'ja'),
        'vergelijk-met': fc.constantFrom('vorig-jaar', 'basisjaar'),
        'return-window-days': fc.constantFrom(365, 180),
      }),
    })
    .map(({ some, splits, perioden, samenstelling, eigen, instellingen }) =>
      some.flatMap((indicator) => {
        const { dimensies: allowed, parameters } = definitionOf(indicator);
        return splits.map((split, index) => ({
          indicator,
          dimensies: splitFor(split, allowed, eigen + index),
          perioden,
          samenstelling: samenstelling as FigureRequest['samenstelling'],
          parameters: Object.fromEntries(
            Object.entries(instellingen).filter(([naam]) => parameters.some((one) => one.naam === naam)),
          ),
        }));
      }),
    );
}

/** Of an indicator with dimensions of its own now and then one of those. */
function splitFor(
  split: readonly Dimensie[],
  allowed: readonly Dimensie[],
  choice: number,
): readonly Dimensie[] {
  const own = allowed.filter((dimensie) => !DIMENSIES.slice(0, 7).includes(dimensie));
  const extra = choice % 2 === 0 ? own[Math.floor(choice / 2) % Math.max(1, own.length)] : undefined;
  const known = split.filter((dimensie) => allowed.includes(dimensie));
  return extra === undefined ? known : [...known.slice(0, 1), extra];
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
