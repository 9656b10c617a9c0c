// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPlainDate } from '../../src/contract/index.ts';
import { parseDatum } from '../../src/sources/parse-datum.ts';
import { parseGetal, parsePeriode } from '../../src/sources/parse-veld.ts';

test('a day in every spelling of a Dutch office', () => {
  for (const text of [
    '2024-12-31',
    '2024-12-31T00:00:00',
    '2024-12-31 00:00:00.000',
    '31-12-2024',
    '31/12/2024',
    '31.12.2024',
    "31/12/'24",
    '31-12-24',
    '31-12-2024 0:00',
    '31 december 2024',
    '31-dec-2024',
    '31 dec. 24',
    '20241231',
    45_657,
    20_241_231,
  ]) {
    const dag = parseDatum(text);
    assert.equal(dag === undefined ? undefined : formatPlainDate(dag), '2024-12-31', String(text));
  }
  assert.equal(formatPlainDate(parseDatum('1 mrt 2024') ?? (0 as never)), '2024-03-01');
});

test('what is no day is none', () => {
  for (const text of [
    '',
    '31-02-2024',
    '12/31/2024',
    '31-12',
    '2024',
    'morgen',
    '2024-13-01',
    12,
    1.5,
    true,
    '31-12/2024',
  ]) {
    assert.equal(parseDatum(text), undefined, String(text));
  }
});

test('numbers with the points and commas of either country', () => {
  assert.deepEqual(
    ['1.234,5', '1234,5', '1234.5', '1.234', '1 234', "1'234", '-3', '8,5', '0,125', 12.5].map(parseGetal),
    [1234.5, 1234.5, 1234.5, 1234, 1234, 1234, -3, 8.5, 0.125, 12.5],
  );
  for (const text of ['1,234.5', '12%', 'acht', '1.23.4', '', '€ 5'])
    assert.equal(parseGetal(text), undefined, text);
});

test('periods', () => {
  for (const text of [
    '2024-Q2',
    '2024q2',
    '2024-K2',
    'Q2 2024',
    'k2-2024',
    '2e kwartaal 2024',
    '2 kwartaal 2024',
  ]) {
    const periode = parsePeriode(text);
    assert.deepEqual(
      periode && [periode.naam, formatPlainDate(periode.van), formatPlainDate(periode.tot)],
      ['2024-Q2', '2024-04-01', '2024-06-30'],
      text,
    );
  }
  assert.equal(formatPlainDate(parsePeriode(2024)?.tot ?? (0 as never)), '2024-12-31');
  for (const text of ['2024-Q5', '24', '0000', '2024-06']) assert.equal(parsePeriode(text), undefined, text);
});
