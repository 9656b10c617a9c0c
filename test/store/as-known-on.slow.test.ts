// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afdruk } from './derive-eigenschappen.ts';
import { lever, producten, tijdelijkMagazijn } from './voorbeeld.ts';
import { Dobbelsteen, willekeurigeKeten } from './willekeurige-keten.ts';

test('after each of twenty deliveries the tables are saved; asked later as known then, all twenty are equal', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  const berichten = new Dobbelsteen(3).schud(willekeurigeKeten(77));
  const upTo = (n: number): number => Math.floor((n * berichten.length) / 20);
  const saved: { readonly bekend: number; readonly tabellen: string }[] = [];
  for (let n = 0; n < 20; n += 1) {
    const bekend = Date.UTC(2024, 0, 1 + n, 12);
    await lever(warehouse, berichten.slice(upTo(n), upTo(n + 1)), bekend);
    await warehouse.derive(producten);
    saved.push({ bekend, tabellen: await afdruk(warehouse) });
  }
  assert.equal(new Set(saved.map(({ tabellen }) => tabellen)).size, 20);
  for (const { bekend, tabellen } of saved) {
    await warehouse.derive(producten, { asKnownOn: bekend });
    assert.equal(await afdruk(warehouse), tabellen);
  }
});
