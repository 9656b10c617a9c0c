// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GebiedCode, GemeenteCode, Regio } from '../../src/contract/index.ts';
import { TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import { missedTargets, uitkomstenOf } from '../../src/sample/outcome.ts';
import { buildPopulation } from '../../src/sample/population.ts';
import { buildPrestaties } from '../../src/sample/prestaties.ts';
import { offersPerType } from '../../src/sample/products.ts';
import type { PublishedFigure } from '../../src/sample/published-figure.ts';
import { calibrationTargets } from '../../src/sample/targets.ts';
import { buildTrajecten } from '../../src/sample/trajecten.ts';
import { haaglanden, producten } from './haaglanden.ts';

const codes = ['GM9001', 'GM9002', 'GM9003'] as GemeenteCode[];
const regio: Regio = {
  ...haaglanden,
  naam: 'Verzonnen',
  code: 'JZ99' as GebiedCode,
  gemeenten: codes.map((code) => ({ code, naam: `Gemeente ${code}` })),
  groepen: [],
};
const jaren = [2022, 2023, 2024];

const cell = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 11, maxLength: 11 })
  .filter((perType) => perType.some((count) => count > 0))
  .chain((perType) =>
    fc.record({
      perType: fc.constant(perType),
      clienten: fc.integer({
        min: Math.max(...perType),
        max: perType.reduce((sum, count) => sum + count, 0),
      }),
      euros: fc.integer({ min: 4000, max: 25_000 }),
    }),
  );

function figure(
  indicator: string,
  gebied: string,
  type: string,
  jaar: number,
  waarde: number,
): PublishedFigure {
  return {
    indicator,
    variant: '',
    gebied,
    type,
    splitsing: '',
    jaar,
    periode: String(jaar),
    waarde,
    gedrukt: waarde,
    bron: 'test',
    toelichting: '',
  };
}

test('any feasible figures of any region come out exactly', () => {
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 9, maxLength: 9 }),
      fc.integer({ min: 1, max: 999 }),
      (cells, seed) => {
        const figures = cells.flatMap(({ perType, clienten, euros }, index) => {
          const gemeente = codes[index % 3] ?? '';
          const jaar = jaren[Math.floor(index / 3)] ?? 0;
          return [
            figure('clienten', gemeente, '', jaar, clienten),
            figure('uitgaven-per-client', gemeente, '', jaar, euros * 100),
            ...perType.map((count, type) =>
              figure('clienten', gemeente, TYPEN_JEUGDHULP[type] ?? '', jaar, count),
            ),
          ];
        });
        const { targets, remarks } = calibrationTargets(figures, regio, jaren, 1);
        assert.deepEqual(remarks, []);
        const population = buildPopulation(targets, seed);
        const trajecten = buildTrajecten(population, targets, offersPerType(producten, jaren), seed);
        const uitkomsten = codes.flatMap((_, gemeente) =>
          uitkomstenOf(buildPrestaties(trajecten, gemeente, targets, seed), gemeente, targets),
        );
        assert.equal(uitkomsten.length, 9);
        assert.deepEqual(missedTargets(uitkomsten, targets, regio.code), []);
      },
    ),
    { numRuns: 12 },
  );
});

test('a split that the means leave no room for is named, not hidden', () => {
  const figures = codes.flatMap((gemeente) => [
    figure('clienten', gemeente, '', 2024, 100),
    figure('uitgaven-per-client', gemeente, '', 2024, 300_000),
    ...TYPEN_JEUGDHULP.map((type) => figure('clienten', gemeente, type, 2024, 10)),
  ]);
  const split = (variant: string, waarde: number): PublishedFigure => ({
    ...figure('kosten-boven-grens', 'JZ99', '', 2024, waarde),
    variant,
  });
  const all = [...figures, split('clienten', 0.4), split('uitgaven', 0.9)];
  const { targets } = calibrationTargets(all, regio, [2024], 1);
  const population = buildPopulation(targets, 1);
  const trajecten = buildTrajecten(population, targets, offersPerType(producten, [2024]), 1);
  const uitkomsten = codes.flatMap((_, gemeente) =>
    uitkomstenOf(buildPrestaties(trajecten, gemeente, targets, 1), gemeente, targets),
  );
  const missed = missedTargets(uitkomsten, targets, regio.code);
  assert.ok(missed.some((remark) => remark.indicator.startsWith('kosten-boven-grens')));
});
