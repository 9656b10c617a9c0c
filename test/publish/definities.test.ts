// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DefinitieBlad } from '../../src/contract/index.ts';
import { publishDefinities } from '../../src/publish/index.ts';
import { editionSource } from '../report/haaglanden-release.ts';
import { clientenBlad } from './definitie-bladen.ts';

test('a definition is published with the splits, codes, areas and breaks that the figures have', () => {
  const { release, tables } = editionSource();
  const { indicatoren } = publishDefinities(
    { ...release, breuken: release.breuken.map((breuk) => ({ ...breuk, soort: breuk.id })) },
    tables,
    [clientenBlad, { ...clientenBlad, id: 'zonder-cijfers' }],
  );
  assert.deepEqual(
    indicatoren.map(({ id }) => id),
    ['clienten'],
  );
  const [definitie] = indicatoren;
  assert.deepEqual(definitie?.breuken, ['woonplaatsbeginsel']);
  assert.deepEqual(definitie?.tabellen, ['cijfers/clienten-type.csv', 'cijfers/clienten.csv']);
  const [type, ...others] = definitie?.dimensies ?? [];
  assert.deepEqual(others, [], 'only what the release splits by');
  assert.equal(type?.codes.length, 11);
  assert.deepEqual(type?.codes[1], {
    code: 'dyslexie',
    naam: { nl: 'Dyslexie', en: 'Dyslexia' },
  });
});

test('a code without a name is its own name, and stands after the named ones', () => {
  const { release, tables } = editionSource();
  const [table] = tables;
  assert.ok(table);
  const [row] = table.rows;
  assert.ok(row);
  const aanbieders = {
    indicator: 'clienten',
    dimensies: ['verwijzer'] as const,
    rows: ['99', '08', '01'].map((code) => ({ ...row, dimensies: [code] })),
  };
  const blad: DefinitieBlad = { ...clientenBlad, dimensies: ['verwijzer'] };
  const [definitie] = publishDefinities(release, [aanbieders], [blad]).indicatoren;
  assert.deepEqual(
    definitie?.dimensies[0]?.codes.map(({ code }) => code),
    ['01', '08', '99'],
  );
  assert.deepEqual(definitie?.dimensies[0]?.codes[2]?.naam, { nl: '99', en: '99' });
});
