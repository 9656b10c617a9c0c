// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Warehouse } from '../../src/store/index.ts';
import { bericht, goed, start, toewijzing } from './keten-voorbeeld.ts';
import { lever, producten, tijdelijkMagazijn } from './voorbeeld.ts';

const DAY = 86_400_000;
const breach = bericht('JW305', 'S2', [start({ toewijzingNummer: 99 })]);
const mended = bericht('JW301', 'T99', [toewijzing(99)]);

async function codes(warehouse: Warehouse, asKnownOn?: number): Promise<readonly string[]> {
  await warehouse.derive(producten, asKnownOn === undefined ? {} : { asKnownOn });
  await warehouse.findInKeten(asKnownOn === undefined ? {} : { asKnownOn });
  const rows = await warehouse.query({ text: 'SELECT code FROM gevonden ORDER BY code', params: [] });
  return rows.map(({ code }) => String(code));
}

test('findings of the rules across messages are kept until something new comes, and only then made again', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, goed);
  assert.deepEqual(await codes(warehouse), []);
  await lever(warehouse, [breach], DAY);
  assert.ok((await codes(warehouse)).includes('TR019'));
  await warehouse.query({ text: "DELETE FROM keten_gevonden WHERE code = 'TR019'", params: [] });
  assert.ok(!(await codes(warehouse)).includes('TR019'));
  await lever(warehouse, [mended], 2 * DAY);
  assert.ok(!(await codes(warehouse)).includes('TR019'));
  await lever(warehouse, [bericht('JW305', 'S3', [start({ toewijzingNummer: 98 })])], 3 * DAY);
  assert.ok((await codes(warehouse)).includes('TR019'));
});

test('as known on an earlier moment the rules see what there was then, and what is kept stays as it is', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, goed);
  await lever(warehouse, [breach], 2 * DAY);
  await lever(warehouse, [mended], 4 * DAY);
  const now = await codes(warehouse);
  assert.ok(!now.includes('TR019'));
  assert.deepEqual(await codes(warehouse, DAY), []);
  assert.ok((await codes(warehouse, 3 * DAY)).includes('TR019'));
  assert.deepEqual(await codes(warehouse), now);
});

test('how severe a region finds a rule is weighed when findings are read', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await lever(warehouse, [...goed, breach]);
  const severity = async (beleid: Readonly<Record<string, 'uit' | 'info'>>): Promise<unknown> => {
    const { bevindingen } = await warehouse.check(producten, beleid);
    return bevindingen.find(({ code }) => code === 'TR019')?.ernst;
  };
  assert.deepEqual(
    [await severity({}), await severity({ TR019: 'info' }), await severity({ TR019: 'uit' })],
    ['fout', 'info', undefined],
  );
});
