// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitTargets } from '../../src/sample/split-targets.ts';
import { checkSample } from './check-sample.ts';
import { haaglanden } from './haaglanden.ts';

await checkSample('twice a gemeente', {
  regio: {
    ...haaglanden,
    gemeenten: haaglanden.gemeenten.filter(({ code }) => code === 'GM1842'),
    groepen: [],
  },
  jaren: [2021],
  scale: 2,
  seed: 9,
});

const feasible = fc
  .array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 11 })
  .filter((perType) => perType.some((count) => count > 0))
  .chain((perType) =>
    fc.record({
      perType: fc.constant(perType),
      clienten: fc.integer({
        min: Math.max(...perType),
        max: perType.reduce((sum, count) => sum + count, 0),
      }),
      uitgavenCents: fc.integer({ min: 0, max: 10 ** 9 }),
      parts: fc.integer({ min: 1, max: 25 }),
    }),
  );

test('parts of a region can each be made, and add up to the whole', () => {
  fc.assert(
    fc.property(feasible, ({ parts, ...numbers }) => {
      const whole = {
        years: [2024],
        vervolgjaar: undefined,
        gemeenten: ['GM9001'],
        cells: [{ gemeente: 'GM9001', jaar: 2024, ...numbers }],
        grens: [],
      };
      const cells = splitTargets(whole, parts).map((part) => part.cells[0]);
      const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
      for (const cell of cells) {
        assert.ok(cell);
        assert.ok(Math.max(...cell.perType) <= cell.clienten && cell.clienten <= sum(cell.perType));
      }
      assert.equal(sum(cells.map((cell) => cell?.clienten ?? 0)), numbers.clienten);
      assert.equal(sum(cells.map((cell) => cell?.uitgavenCents ?? 0)), numbers.uitgavenCents);
      for (const [type, count] of numbers.perType.entries())
        assert.equal(sum(cells.map((cell) => cell?.perType[type] ?? 0)), count);
    }),
  );
});
