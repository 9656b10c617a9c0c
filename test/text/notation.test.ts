// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notation } from '../../src/text/index.ts';

const nl = notation('nl');
const en = notation('en');

test('numbers are written as each language writes them', () => {
  assert.deepEqual([nl.count(1029), nl.count(0), nl.count(1234567)], ['1.029', '0', '1.234.567']);
  assert.deepEqual([en.count(1029), en.count(-1029)], ['1,029', '−1,029']);
  assert.deepEqual(
    [nl.euro(1378400), en.euro(1378400), nl.euro(-1378400)],
    ['€\u00a013.784', '€13,784', '−€\u00a013.784'],
  );
  assert.equal(nl.euroAmount(1378449), '13.784');
  assert.deepEqual(
    [nl.euroMillions(30332504200), en.euroMillions(30332504200)],
    ['€\u00a0303,3\u00a0miljoen', '€303.3\u00a0million'],
  );
});

test('percentages round half away from zero, whatever binary fractions do', () => {
  assert.deepEqual([nl.percent(0.31), nl.percent(0.285), nl.percent(1.005, 1)], ['31%', '29%', '100,5%']);
  assert.deepEqual([nl.percent(0.145), nl.percent(0.0004)], ['15%', '0%']);
});

test('a change carries its sign, and a change that rounds to zero has none', () => {
  assert.deepEqual(
    [nl.change(0.059), nl.change(-0.474), nl.change(0), nl.change(0.0001), nl.change(-0.0001)],
    ['+5,9%', '−47,4%', '0,0%', '0,0%', '0,0%'],
  );
  assert.equal(en.change(0.102), '+10.2%');
});

test('days are written in words', () => {
  assert.deepEqual([nl.date('2025-03-31'), en.date('2024-01-01')], ['31 maart 2025', '1 January 2024']);
});
