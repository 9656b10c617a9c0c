// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import { yearOfMonth } from '../../src/sample/calendar.ts';
import { parseFigures } from '../../src/sample/figures.ts';
import { buildPopulation } from '../../src/sample/population.ts';
import { bedragCents } from '../../src/sample/prestatie.ts';
import { buildPrestaties } from '../../src/sample/prestaties.ts';
import { offersPerType } from '../../src/sample/products.ts';
import { calibrationTargets } from '../../src/sample/targets.ts';
import { buildTrajecten } from '../../src/sample/trajecten.ts';
import { figuresFiles, haaglanden, jaren, producten } from './haaglanden.ts';

const figures = parseFigures(figuresFiles, haaglanden);

for (const [scale, seed] of [
  [0.1, 1],
  [0.1, 2],
  [0.01, 3],
] as const) {
  test(`at scale ${scale} and seed ${seed} the prestaties come to every target`, () => {
    const { targets } = calibrationTargets(figures, haaglanden, jaren, scale);
    const population = buildPopulation(targets, seed);
    const trajecten = buildTrajecten(population, targets, offersPerType(producten, jaren), seed);
    const homes = new Map<string, number>();
    const costs = new Map<string, number>();
    for (const [gemeente, code] of targets.gemeenten.entries()) {
      const prestaties = buildPrestaties(trajecten, gemeente, targets, seed);
      for (const jaar of jaren) {
        const cell = targets.cells.find(
          (candidate) => candidate.gemeente === code && candidate.jaar === jaar,
        );
        const own = prestaties.filter(({ maand }) => yearOfMonth(maand) === jaar);
        const children = new Set(own.map(({ traject }) => traject.child.id));
        for (const child of children) {
          assert.equal(homes.get(`${jaar}|${child}`), undefined, 'no child in two gemeenten in one year');
          homes.set(`${jaar}|${child}`, gemeente);
        }
        assert.equal(children.size, cell?.clienten);
        const perType = TYPEN_JEUGDHULP.map(
          (_, type) =>
            new Set(own.filter(({ traject }) => traject.type === type).map(({ traject }) => traject.child.id))
              .size,
        );
        assert.deepEqual(perType, cell?.perType);
        const sum = own.reduce((total, prestatie) => total + bedragCents(prestatie), 0);
        assert.ok(Math.abs(sum - (cell?.uitgavenCents ?? 0)) < 500, `${code} ${jaar}: within five euro`);
        for (const prestatie of own) {
          const key = `${jaar}|${prestatie.traject.child.id}`;
          costs.set(key, (costs.get(key) ?? 0) + bedragCents(prestatie));
        }
      }
    }
    const of2024 = [...costs].filter(([key]) => key.startsWith('2024|')).map(([, cents]) => cents);
    const above = of2024.filter((cents) => cents > 1_000_000);
    const total = (values: readonly number[]): number => values.reduce((sum, cents) => sum + cents, 0);
    assert.equal(Math.round((above.length / of2024.length) * 100), 31);
    assert.equal(Math.round((total(above) / total(of2024)) * 100), 84);
  });
}
