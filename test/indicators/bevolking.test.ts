// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { RIJ_TABELLEN } from '../../src/indicators/rij-bron.ts';

/** A child of each age: 10010 is 0, 10100 is 1, 11700 is 17. */
const LEEFTIJDEN = ['10010', ...Array.from({ length: 17 }, (_, year) => String(10_100 + year * 100))];

/** Per part of the residents its number: 10 boys and 20 girls of every age. */
async function partsOf(geslachten: readonly (readonly [code: string, aantal: number])[], ages = LEEFTIJDEN) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    'CREATE TABLE cbs_waarneming_actueel(tabel VARCHAR, onderwerp VARCHAR, regio VARCHAR, periode VARCHAR, dimensies VARCHAR, waarde DOUBLE)',
  );
  await connection.run(
    'CREATE TABLE bevolking_actueel(gemeente VARCHAR, peildatum DATE, afzender VARCHAR, leeftijd_van INTEGER, leeftijd_tot INTEGER, geslacht VARCHAR, aantal INTEGER)',
  );
  await connection.run(
    "CREATE TABLE bevolking_jeugd AS SELECT 'GM0503' AS gemeente, 2024 AS jaar, 540::BIGINT AS jongeren, 'cbs' AS uit",
  );
  for (const leeftijd of ages)
    for (const [code, aantal] of geslachten)
      await connection.run('INSERT INTO cbs_waarneming_actueel VALUES ($1, $2, $3, $4, $5, $6)', [
        '03759ned',
        'M000352',
        'GM0503',
        '2024JJ00',
        `BurgerlijkeStaat=T001019;Geslacht=${code};Leeftijd=${leeftijd}`,
        aantal,
      ]);
  const reader = await connection.runAndReadAll(
    `SELECT concat_ws(' ', leeftijd, geslacht) AS deel, jongeren::INTEGER FROM (${RIJ_TABELLEN.bevolking.sql}) ORDER BY 1`,
  );
  const rows = reader.getRows();
  connection.closeSync();
  instance.closeSync();
  return Object.fromEntries(rows.map(([deel, jongeren]) => [String(deel), jongeren]));
}

const ALL = [
  ['T001038', 30],
  ['3000', 10],
  ['4000', 20],
] as const;
const NOBODY = { '18+': 0, '18+ 1': 0, '18+ 2': 0 };

test('residents of CBS are told by class of age, by sex and by both; a total beside both sexes counts once', async () => {
  assert.deepEqual(await partsOf(ALL), {
    '': 540,
    ...NOBODY,
    '0-3': 120,
    '0-3 1': 40,
    '0-3 2': 80,
    '1': 180,
    '12-17': 180,
    '12-17 1': 60,
    '12-17 2': 120,
    '2': 360,
    '4-11': 240,
    '4-11 1': 80,
    '4-11 2': 160,
  });
});

test('a class of which an age is missing is not told, nor a sex', async () => {
  assert.deepEqual(await partsOf(ALL.slice(0, 1)), {
    '': 540,
    ...NOBODY,
    '0-3': 120,
    '12-17': 180,
    '4-11': 240,
  });
  const parts = await partsOf(ALL, LEEFTIJDEN.slice(1));
  assert.deepEqual(
    Object.keys(parts).filter((deel) => deel.startsWith('0-3') || deel.length === 1),
    [],
  );
});
