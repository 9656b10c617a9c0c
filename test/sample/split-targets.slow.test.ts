// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFigures } from '../../src/sample/index.ts';
import { splitTargets } from '../../src/sample/split-targets.ts';
import { checkSample, work } from './check-sample.ts';
import { figuresFiles, haaglanden } from './haaglanden.ts';

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

/** Rows of the CSV files of a source, by the names of the header that each file has once. */
function rowsOf(soort: string): readonly (Readonly<Record<string, string>> & { readonly bestand: string })[] {
  const folder = join(work, 'twice a gemeente');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.startsWith(`overige-bronnen/${soort}/`) && file.endsWith('.csv'))
    .flatMap((bestand) => {
      const [head = '', ...lines] = readFileSync(join(folder, bestand), 'utf8').slice(1).trim().split('\r\n');
      assert.ok(!lines.includes(head), bestand);
      const names = head.split(';');
      return lines.map((line) => ({
        bestand,
        ...Object.fromEntries(line.split(';').map((cell, index) => [names[index] ?? '', cell])),
      }));
    });
}

test('a region made in parts has the other sources of the whole: one file per supplier and period, every part with children and families of its own', () => {
  assert.deepEqual(
    readdirSync(join(work, 'twice a gemeente', 'overige-bronnen')).filter((name) => name.startsWith('.')),
    [],
  );
  const published = parseFigures(figuresFiles, haaglanden);
  const rows = rowsOf('maatregelen').filter(
    ({ periode, soort }) => periode === '2021' && ['ots', 'vots', 'voogdij'].includes(soort ?? ''),
  );
  for (const gi of ['jbw', 'ldh', 'wss', 'overig']) {
    const children = new Set(rows.filter((row) => row.gi === gi).map((row) => row.bsn || row.eigen_nummer));
    const figure = published.find(
      ({ indicator, gebied, splitsing, jaar }) =>
        indicator === 'jeugdbescherming' && gebied === 'GM1842' && splitsing === `gi=${gi}` && jaar === 2021,
    );
    assert.equal(children.size, 2 * (figure?.waarde ?? Number.NaN), gi);
  }
  const families = (soort: string): number => new Set(rowsOf(soort).map(({ gezin }) => gezin)).size;
  assert.ok(families('jbt') > 0);
  assert.equal(
    rowsOf('jbt').some(({ gezin }) => gezin?.startsWith('2-')),
    true,
  );
  const asked = rowsOf('uitvragen').map((row) =>
    [row.aanbieder, row.uitvraag, row.peildatum, row.zorgvorm].join(' '),
  );
  assert.equal(new Set(asked).size, asked.length);
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
