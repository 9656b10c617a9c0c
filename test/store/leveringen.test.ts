// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWarehouse } from '../../src/store/index.ts';
import {
  declaratie,
  lever,
  prestatie,
  producten,
  tijdelijkeMap,
  tijdelijkMagazijn,
  waarden,
} from './voorbeeld.ts';

test('a message that comes again in another file is a no-op, also after closing and opening', async (t) => {
  const path = join(tijdelijkeMap(t), 'magazijn.duckdb');
  const eerste = await openWarehouse(path);
  await lever(eerste, [declaratie('D1', [prestatie('R1', 1)])]);
  await eerste.close();
  const warehouse = await openWarehouse(path);
  t.after(() => warehouse.close());
  await lever(warehouse, [declaratie('D2', [prestatie('R2', 2)]), declaratie('D1', [prestatie('R1', 1)])]);
  assert.deepEqual(await waarden(warehouse, 'SELECT referentie_nummer FROM prestatie ORDER BY 1'), [
    ['R1'],
    ['R2'],
  ]);
  assert.deepEqual(
    await waarden(
      warehouse,
      'SELECT berichten, berichten_herhaald, rijen, rijen_herhaald FROM levering ORDER BY levering_id',
    ),
    [
      [1, 0, 1, 0],
      [2, 1, 2, 1],
    ],
  );
});

test('a message twice in one file is taken once', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const bericht = declaratie('D1', [prestatie('R1', 1)]);
  await lever(warehouse, [bericht, bericht]);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie'), [[1]]);
});

test('a rolled back delivery leaves nothing, and its messages can be taken later', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const writer = await warehouse.begin();
  writer.open();
  await writer.rollback();
  await lever(warehouse, [declaratie('D1', [prestatie('R1', 1)])]);
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM levering'), [[1]]);
});

test('derive does nothing when neither deliveries nor products changed', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [declaratie('D1', [prestatie('R1', 1)])]);
  assert.equal(await warehouse.derive(producten), true);
  assert.equal(await warehouse.derive(producten), false);
  assert.equal(await warehouse.derive([{ categorie: '45', type: 'lvb' }]), true);
  assert.deepEqual(await waarden(warehouse, 'SELECT type FROM prestatie_staand'), [['lvb']]);
  await lever(warehouse, [declaratie('D2', [prestatie('R2', 1)])]);
  assert.equal(await warehouse.derive(producten), true);
});

test('as known on a moment: deliveries after it are not seen, and the newest state comes back', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const dagen = [1, 2, 3].map((n) => Date.UTC(2024, 2, n));
  for (const [n, bekend] of dagen.entries()) {
    await lever(warehouse, [declaratie(`D${n}`, [prestatie(`R${n}`, n)])], bekend);
  }
  await warehouse.derive(producten);
  const count = 'SELECT count(*) FROM prestatie_staand';
  for (const [n, bekend] of dagen.entries()) {
    await warehouse.derive(producten, { asKnownOn: bekend });
    assert.deepEqual(await waarden(warehouse, count), [[n + 1]]);
  }
  await warehouse.derive(producten, { asKnownOn: (dagen[1] ?? 0) - 1 });
  assert.deepEqual(await waarden(warehouse, count), [[1]]);
  assert.equal(await warehouse.derive(producten), false);
  assert.deepEqual(await waarden(warehouse, count), [[3]]);
});

test('the moment of loading never goes back, whatever the clock says', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [declaratie('D1', [prestatie('R1', 1)])], Date.UTC(2024, 5, 1));
  await lever(warehouse, [declaratie('D2', [prestatie('R2', 1)])], Date.UTC(2024, 4, 1));
  assert.deepEqual(await waarden(warehouse, 'SELECT count(DISTINCT bekend), min(bekend) FROM levering'), [
    [1, '2024-06-01 00:00:00'],
  ]);
});
