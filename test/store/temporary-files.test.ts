// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
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
