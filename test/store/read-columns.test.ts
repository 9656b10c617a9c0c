// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { readColumns } from '../../src/store/read-columns.ts';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
after(() => {
  connection.closeSync();
  instance.closeSync();
});

const rows = 5000;

test('numbers without nulls come as the engine has them, over many chunks', async () => {
  const { rows: found, columns } = await readColumns(
    connection,
    `SELECT i::INTEGER AS heel, (i / 2)::DOUBLE AS half FROM range($1::INTEGER) t(i) ORDER BY i`,
    [rows],
  );
  assert.equal(found, rows);
  const [heel, half] = [columns.get('heel'), columns.get('half')];
  assert.ok(heel instanceof Int32Array && half instanceof Float64Array);
  assert.deepEqual([heel[0], heel[2048], heel[4999]], [0, 2048, 4999]);
  assert.deepEqual([half[1], half[4999]], [0.5, 2499.5]);
});

test('a column with a null comes by value, dates as text, large numbers as bigint', async () => {
  const { columns } = await readColumns(
    connection,
    `SELECT CASE WHEN i = 3 THEN NULL ELSE i::INTEGER END AS soms, DATE '2024-02-29' + i::INTEGER AS dag, 9007199254740993 + i AS groot FROM range(4) t(i) ORDER BY i`,
  );
  assert.deepEqual(columns.get('soms'), [0, 1, 2, null]);
  assert.deepEqual(columns.get('dag'), ['2024-02-29', '2024-03-01', '2024-03-02', '2024-03-03']);
  assert.equal((columns.get('groot') as readonly unknown[])[0], 9007199254740993n);
});

test('lists of numbers come as one list with where each ends, empty ones too', async () => {
  const { columns } = await readColumns(
    connection,
    `SELECT CASE WHEN i % 3 = 0 THEN []::INTEGER[] ELSE range(i % 3)::INTEGER[] END AS lijst FROM range($1::INTEGER) t(i) ORDER BY i`,
    [rows],
  );
  const lijst = columns.get('lijst');
  assert.ok(lijst !== undefined && 'einden' in lijst);
  assert.deepEqual([...lijst.einden.subarray(0, 7)], [0, 1, 3, 3, 4, 6, 6]);
  assert.deepEqual([...lijst.waarden.subarray(0, 6)], [0, 0, 1, 0, 0, 1]);
  assert.equal(lijst.einden.at(-1), lijst.waarden.length);
});

test('no rows give columns without rows', async () => {
  const { rows: found, columns } = await readColumns(
    connection,
    'SELECT 1::INTEGER AS een, [2]::INTEGER[] AS lijst WHERE false',
  );
  assert.equal(found, 0);
  assert.equal((columns.get('een') as Int32Array).length, 0);
  assert.deepEqual(columns.get('lijst'), { einden: new Int32Array(0), waarden: new Int32Array(0) });
});
