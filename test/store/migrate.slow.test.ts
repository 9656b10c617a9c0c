// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { OperatorError } from '../../src/contract/index.ts';
import { openDatabase } from '../../src/store/duckdb.ts';
import { openWarehouse, SCHEMA_VERSIE, type Warehouse } from '../../src/store/index.ts';
import { readMeta } from '../../src/store/meta.ts';
import { projectRoot } from '../project-root.ts';
import { producten, tijdelijkeMap } from './voorbeeld.ts';

/** A warehouse as the program wrote it when its schema was `versie`: fictional Midden-Delfland and Leidschendam-Voorburg, 2023 and 2024. */
function oudMagazijn(t: TestContext, versie: number): string {
  const packed = readFileSync(join(projectRoot, 'test', 'store', 'magazijnen', `schema-${versie}.duckdb.br`));
  const path = join(tijdelijkeMap(t), 'magazijn.duckdb');
  writeFileSync(path, brotliDecompressSync(packed));
  return path;
}

async function tables(warehouse: Warehouse): Promise<string> {
  const rows = await warehouse.query({
    text: `SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal AND database_name = current_database()
           ORDER BY table_name, column_index`,
    params: [],
  });
  return rows.map((row) => Object.values(row).join(' ')).join('\n');
}

async function one(warehouse: Warehouse, text: string): Promise<unknown> {
  return Object.values((await warehouse.query({ text, params: [] }))[0] ?? {});
}

test('a warehouse of every earlier schema becomes one of this schema, with everything in it', async (t) => {
  const fresh = await openWarehouse(':memory:');
  await fresh.derive(producten);
  const expected = await tables(fresh);
  await fresh.close();
  for (let versie = 1; versie < SCHEMA_VERSIE; versie += 1) {
    const path = oudMagazijn(t, versie);
    const warehouse = await openWarehouse(path);
    assert.deepEqual(await one(warehouse, "SELECT waarde FROM meta WHERE sleutel = 'schema'"), [
      String(SCHEMA_VERSIE),
    ]);
    assert.deepEqual(
      await one(
        warehouse,
        'SELECT (SELECT count(*) FROM levering), (SELECT count(*) FROM bericht), (SELECT sum(rijen) FROM bericht)',
      ),
      [94, 165, 239],
    );
    assert.equal(
      await warehouse.derive(producten),
      true,
      'derived again, because the old derivation is gone',
    );
    assert.equal(await tables(warehouse), expected);
    const broken = (await warehouse.doctor(producten)).filter(({ afwijkingen }) => afwijkingen > 0);
    assert.deepEqual(broken, []);
    await warehouse.close();
    const again = await openWarehouse(path);
    assert.equal(await again.derive(producten), false);
    await again.close();
  }
});

test('figures of a migrated warehouse are those of the program that made it', async (t) => {
  const warehouse = await openWarehouse(oudMagazijn(t, 1));
  await warehouse.derive(producten);
  // Printed by that program: figures clienten uitgaven --area JZ24 --year 2023-2024 --raw
  assert.deepEqual(
    await one(
      warehouse,
      `SELECT count(DISTINCT pseudoniem) FILTER (year(begin) = 2023), sum(bedrag_cents) FILTER (year(begin) = 2023),
              count(DISTINCT pseudoniem) FILTER (year(begin) = 2024), sum(bedrag_cents) FILTER (year(begin) = 2024) FROM prestatie_staand`,
    ),
    [5, 4_595_544, 5, 5_664_401],
  );
  await warehouse.close();
});

test('a migration that fails half-way leaves the warehouse as it was', async (t) => {
  const path = oudMagazijn(t, 1);
  const { connection, close } = await openDatabase(path, undefined);
  await connection.run('CREATE TABLE cbs_waarneming (in_de_weg INTEGER)');
  close();
  await assert.rejects(openWarehouse(path), /cbs_waarneming/);
  const after = await openDatabase(path, undefined);
  assert.equal(await readMeta(after.connection, 'schema'), '1');
  assert.ok((await readMeta(after.connection, 'afgeleid')) !== undefined);
  await assert.rejects(after.connection.run('FROM wachttijd'), /does not exist/);
  await after.connection.run('DROP TABLE cbs_waarneming');
  after.close();
  const warehouse = await openWarehouse(path);
  assert.equal(warehouse.schemaFound, 1);
  await warehouse.close();
});

test('a warehouse of a newer program is refused and left alone', async (t) => {
  const path = oudMagazijn(t, 1);
  const warehouse = await openWarehouse(path);
  await warehouse.query({
    text: `UPDATE meta SET waarde = '${SCHEMA_VERSIE + 1}' WHERE sleutel = 'schema'`,
    params: [],
  });
  await warehouse.close();
  const before = readFileSync(path);
  await assert.rejects(
    openWarehouse(path),
    (error) => error instanceof OperatorError && error.problems[0]?.code === 'store.newer-schema',
  );
  assert.deepEqual(readFileSync(path), before);
});
