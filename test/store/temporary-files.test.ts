// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openToRead } from '../../src/store/duckdb.ts';
import { openWarehouse } from '../../src/store/index.ts';
import { tijdelijkeMap } from './voorbeeld.ts';

test('temporary files that a crash left beside the warehouse are removed when it is opened', async (t) => {
  const path = join(tijdelijkeMap(t), 'magazijn.duckdb');
  mkdirSync(`${path}.tmp`);
  writeFileSync(join(`${path}.tmp`, 'duckdb_temp_storage_DEFAULT-0.tmp'), 'left');
  const warehouse = await openWarehouse(path);
  assert.equal(existsSync(`${path}.tmp`), false);
  await warehouse.close();
});

test('what does not fit in memory of a warehouse that is only read stands in a private folder elsewhere, until it is closed', async (t) => {
  const [folder, tempDir] = [tijdelijkeMap(t), tijdelijkeMap(t)];
  const path = join(folder, 'magazijn.duckdb');
  await (await openWarehouse(path)).close();
  const { connection, close } = await openToRead(path, { memoryLimit: '32MB', tempDir });
  await connection.run('CREATE TEMP TABLE veel AS SELECT hash(i) AS h FROM range(6000000) AS r(i)');
  const [name = '', ...more] = readdirSync(tempDir);
  assert.deepEqual(more, []);
  assert.equal(statSync(join(tempDir, name)).mode & 0o777, 0o700);
  assert.notDeepEqual(readdirSync(join(tempDir, name)), []);
  close();
  assert.deepEqual([readdirSync(tempDir), readdirSync(folder)], [[], ['magazijn.duckdb']]);
});

test('without a place for it a warehouse is read as far as it fits in memory', async (t) => {
  const folder = tijdelijkeMap(t);
  const path = join(folder, 'magazijn.duckdb');
  await (await openWarehouse(path)).close();
  const { connection, close } = await openToRead(path, { tempDir: join(folder, 'geen') });
  await connection.run('CREATE TEMP TABLE weinig AS SELECT 1 AS een');
  close();
  assert.deepEqual(readdirSync(folder), ['magazijn.duckdb']);
});
