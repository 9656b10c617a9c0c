// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Som } from '../../src/ingest/index.ts';
import { declaratie, prestatie, waarden } from '../store/voorbeeld.ts';
import { regels, werkplaats } from './werkplaats.ts';

function som(genomen: number, bekend: number, opzij: number): Som {
  return { totaal: genomen + bekend + opzij, genomen, bekend, opzij };
}

test('a large file that breaks at its end leaves nothing but its findings', async (t) => {
  const { write, ingest: run, warehouse } = await werkplaats(t);
  const many = Array.from({ length: 20 }, (_, n) =>
    declaratie(
      `D${n}`,
      Array.from({ length: 4000 }, (_, r) => prestatie(`R${n}-${r}`, r % 50)),
    ),
  );
  write('groot.zip', `${regels(many)}kapot\n`);
  const report = await run();
  assert.deepEqual(
    [report.bestanden, report.berichten, report.rijen],
    [som(0, 0, 1), som(0, 0, 20), som(0, 0, 80000)],
  );
  assert.deepEqual(await waarden(warehouse, 'SELECT count(*) FROM prestatie'), [[0]]);
  assert.deepEqual(await waarden(warehouse, 'SELECT code FROM bevinding'), [['ingest.unreadable-file']]);
  write('groot.zip', regels(many));
  assert.deepEqual((await run()).rijen, som(80000, 0, 0));
  assert.deepEqual(
    await waarden(warehouse, 'SELECT count(*), count(DISTINCT referentie_nummer) FROM prestatie'),
    [[80000, 80000]],
  );
});
