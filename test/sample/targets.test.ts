// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { printedNumber } from '../../src/sample/figure-record.ts';
import { parseFigures } from '../../src/sample/figures.ts';
import { calibrationTargets } from '../../src/sample/targets.ts';
import { sharedRoot } from '../project-root.ts';
import { figuresFiles, haaglanden, jaren } from './haaglanden.ts';

const published = parseFigures(figuresFiles, haaglanden);
const monitorJson = join(sharedRoot, 'reference', 'published', 'monitor-2024.json');

test('the published figures give 45 feasible cells, with the two repairs and the one contradiction named', () => {
  const { targets, remarks } = calibrationTargets(published, haaglanden, jaren, 1);
  assert.equal(targets.cells.length, 45);
  const region = (jaar: number): number =>
    targets.cells.filter((cell) => cell.jaar === jaar).reduce((sum, cell) => sum + cell.clienten, 0);
  assert.deepEqual(jaren.map(region), [28_347, 29_501, 30_170, 30_867, 22_006]);
  assert.deepEqual(
    remarks.map(({ kind, indicator, gebied, jaar, printed, used }) => [
      kind,
      indicator,
      gebied,
      jaar,
      printed,
      used,
    ]),
    [
      ['repair', 'clienten', 'GM0503', 2021, 2236, 2326],
      ['repair', 'clienten', 'GM0603', 2024, 1699, 1688],
      ['contradiction', 'uitgaven-per-client', 'JZ24', 2022, 993_200, 992_800],
      ['note', 'clienten', 'GM0518', 2024, 5386, 5381],
    ],
  );
});

test('the JSON form of the monitor gives the same targets', {
  skip: !existsSync(monitorJson) && 'shared/ is absent',
}, () => {
  const file = { name: 'monitor-2024.json', text: readFileSync(monitorJson, 'utf8') };
  const fromJson = calibrationTargets(parseFigures([file], haaglanden), haaglanden, jaren, 1);
  const fromCsv = calibrationTargets(published, haaglanden, jaren, 1);
  assert.deepEqual(fromJson.targets, fromCsv.targets);
  assert.deepEqual(
    fromJson.remarks.map((remark) => [remark.kind, remark.gebied, remark.jaar, remark.used]),
    fromCsv.remarks.map((remark) => [remark.kind, remark.gebied, remark.jaar, remark.used]),
  );
});

test('a documented repair is not made where the figures do not contradict each other', () => {
  const changed = published.map((figure) => {
    if (figure.indicator !== 'clienten' || figure.type !== '' || figure.jaar !== 2021) return figure;
    if (figure.gebied === 'GM0503') return { ...figure, waarde: 2236, gedrukt: 2236 };
    return figure.gebied === 'JZ24' ? { ...figure, waarde: 29_411, gedrukt: 29_411 } : figure;
  });
  const { targets, remarks } = calibrationTargets(changed, haaglanden, jaren, 1);
  const delft = targets.cells.find((cell) => cell.gemeente === 'GM0503' && cell.jaar === 2021);
  assert.equal(delft?.clienten, 2236);
  assert.ok(!remarks.some((remark) => remark.kind === 'repair' && remark.gebied === 'GM0503'));
});

test('a cell that no children can make is an operator error that names the figures', () => {
  const change = (waarde: number) =>
    published.map((figure) =>
      figure.gebied === 'GM0629' &&
      figure.type === '' &&
      figure.jaar === 2022 &&
      figure.indicator === 'clienten'
        ? { ...figure, waarde }
        : figure,
    );
  for (const [waarde, reason] of [
    [
      300,
      /^Wassenaar 2022: 300 cannot be, because specialistische-ggz alone has 377 clients; 624 fits. \(Wassenaar 2022: 300 kan niet,/,
    ],
    [900, /^Wassenaar 2022: 900 cannot be, because all types of Wassenaar together have only 855; 624 fits/],
  ] as const) {
    assert.throws(
      () => calibrationTargets(change(waarde), haaglanden, jaren, 1),
      (error) => error instanceof OperatorError && reason.test(error.problems[0]?.subject ?? ''),
    );
  }
});

test('a group that is not the sum of its gemeenten is listed, not followed', () => {
  const changed = published.map((figure) =>
    figure.gebied === 'H8' && figure.type === 'cit' && figure.jaar === 2020
      ? { ...figure, waarde: 400 }
      : figure,
  );
  const { remarks } = calibrationTargets(changed, haaglanden, jaren, 1);
  const remark = remarks.find((candidate) => candidate.gebied === 'H8');
  assert.deepEqual([remark?.kind, remark?.printed, remark?.used], ['contradiction', 400, 395]);
});

test('scaled targets stay feasible', () => {
  for (const scale of [0.001, 0.01, 0.1, 3]) {
    const { targets } = calibrationTargets(published, haaglanden, jaren, scale);
    for (const cell of targets.cells) {
      const sum = cell.perType.reduce((total, count) => total + count, 0);
      assert.ok(Math.max(...cell.perType) <= cell.clienten && cell.clienten <= sum);
    }
  }
});

test('a missing figure and an unreadable file say what is missing', () => {
  const without = published.filter((figure) => figure.gebied !== 'GM0603' || figure.jaar !== 2023);
  assert.throws(
    () => calibrationTargets(without, haaglanden, jaren, 1),
    (error) =>
      error instanceof OperatorError && error.problems.every(({ code }) => code === 'sample.figure-missing'),
  );
  for (const [text, code] of [
    ['[1', 'sample.figures-unreadable'],
    ['a,b\n1,2\n', 'sample.figures-column-missing'],
    ['indicator,gebied,type,jaar,waarde\nclienten,GM0503,,2020,veel\n', 'sample.figures-row'],
    ['indicator,gebied,type,jaar,waarde\n', 'sample.figures-empty'],
  ] as const) {
    assert.throws(
      () => parseFigures([{ name: 'figures', text }], haaglanden),
      (error) => error instanceof OperatorError && error.problems[0]?.code === code,
    );
  }
});

test('printed numbers are read as the Dutch write them', () => {
  assert.deepEqual(['12.912', '31%', '€ 9.890', '9,5', 'veel', '1.23'].map(printedNumber), [
    12_912,
    0.31,
    9890,
    9.5,
    undefined,
    undefined,
  ]);
});
