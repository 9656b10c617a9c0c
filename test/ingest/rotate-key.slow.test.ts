// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { OperatorError, silentProgress } from '../../src/contract/index.ts';
import {
  findBronnen,
  ingest,
  openArchived,
  rotateKey,
  type Sleutel,
  sleutelVan,
} from '../../src/ingest/index.ts';
import { openWarehouse, type Warehouse } from '../../src/store/index.ts';
import { declaratie, prestatie, producten, waarden } from '../store/voorbeeld.ts';
import { willekeurigeKeten } from '../store/willekeurige-keten.ts';
import { jsonWorker, regels, sleutel, werkplaats } from './werkplaats.ts';

const nieuw = sleutelVan('de tweede sleutel van deze test');
const derde = sleutelVan('de derde sleutel van deze test');

async function figures(warehouse: Warehouse): Promise<unknown> {
  await warehouse.derive(producten);
  return [
    await waarden(
      warehouse,
      'SELECT gemeente, type, year(begin) AS jaar, count(*), sum(bedrag_cents)::BIGINT, count(DISTINCT pseudoniem) FROM prestatie_staand GROUP BY ALL ORDER BY ALL',
    ),
    await waarden(warehouse, 'SELECT geboorte_jaar, count(*) FROM client GROUP BY ALL ORDER BY ALL'),
    await waarden(
      warehouse,
      'SELECT (SELECT count(*) FROM start_actueel), (SELECT count(*) FROM stop_actueel), (SELECT count(DISTINCT pseudoniem) FROM retour)',
    ),
  ];
}

/** A workspace with an archive, its warehouse closed. */
async function filled(t: TestContext): Promise<{
  path: string;
  archief: string;
  before: unknown;
  take(key: Sleutel): Promise<Warehouse>;
  write(naam: string, inhoud: string): void;
}> {
  const { folder, warehouse, write } = await werkplaats(t);
  const archief = join(folder, 'archief');
  const path = warehouse.path;
  const run = async (open: Warehouse, key: Sleutel): Promise<void> => {
    const files = await findBronnen(join(folder, 'bronnen'), folder);
    await ingest({
      warehouse: open,
      files,
      key,
      clock: () => 0,
      progress: silentProgress,
      workerScript: jsonWorker,
      archief: { folder: archief, inbox: join(folder, 'bronnen') },
    });
  };
  write('a.xml', regels(willekeurigeKeten(8)));
  write('b.xml', regels([declaratie('X1', [prestatie('XR1', 1)])]));
  await run(warehouse, sleutel);
  const before = await figures(warehouse);
  await warehouse.close();
  const take = async (key: Sleutel): Promise<Warehouse> => {
    const open = await openWarehouse(path, { memoryLimit: '1GB' });
    t.after(() => open.close());
    await run(open, key);
    return open;
  };
  return { path, archief, before, take, write };
}

test('after two rotations every figure is what it was, and a child that comes again is the same child', async (t) => {
  const { path, archief, before, take, write } = await filled(t);
  await rotateKey({ path, from: sleutel, to: nieuw, archief, progress: silentProgress });
  await rotateKey({ path, from: nieuw, to: derde, archief, progress: silentProgress });
  write('c.xml', regels([declaratie('X2', [prestatie('XR2', 1)])]));
  const warehouse = await take(derde);
  assert.deepEqual(
    await waarden(
      warehouse,
      "SELECT count(DISTINCT pseudoniem) FROM prestatie WHERE referentie_nummer IN ('XR1', 'XR2')",
    ),
    [[1]],
  );
  await warehouse.query({ text: "DELETE FROM prestatie WHERE referentie_nummer = 'XR2'", params: [] });
  assert.deepEqual(await figures(warehouse), before);
  const complaints = (await warehouse.doctor(producten)).filter(({ afwijkingen }) => afwijkingen > 0);
  assert.deepEqual(
    complaints.map(({ id }) => id),
    ['rijen-per-bericht'],
  );
});

test('the old key opens neither warehouse nor archive, and no old pseudonym is left in the file', async (t) => {
  const { path, archief, take } = await filled(t);
  const open = await openWarehouse(path);
  const old = await waarden(open, 'SELECT DISTINCT pseudoniem::VARCHAR FROM prestatie');
  const [[sha256]] = (await waarden(open, 'SELECT sha256 FROM levering LIMIT 1')) as [[string]];
  await open.close();
  const bytesOf = (pseudonym: unknown): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(String(pseudonym)));
    return bytes;
  };
  assert.ok(
    old.some(([pseudonym]) => readFileSync(path).includes(bytesOf(pseudonym))),
    'the search finds what is there',
  );
  await rotateKey({ path, from: sleutel, to: nieuw, archief, progress: silentProgress });
  const file = readFileSync(path);
  for (const [pseudonym] of old) assert.equal(file.includes(bytesOf(pseudonym)), false);
  const hasCode = (code: string) => (error: unknown) =>
    error instanceof OperatorError && error.problems[0]?.code === code;
  await assert.rejects(take(sleutel), hasCode('ingest.wrong-key'));
  await assert.rejects(openArchived(sha256, sleutel, archief).next(), hasCode('ingest.not-archived'));
  let bytes = 0;
  for await (const block of openArchived(sha256, nieuw, archief)) bytes += block.length;
  assert.ok(bytes > 0);
});

test('a rotation that stopped halfway is finished by running it again; a wrong old key changes nothing', async (t) => {
  const { path, archief, before, take } = await filled(t);
  await assert.rejects(
    rotateKey({ path, from: derde, to: nieuw, archief, progress: silentProgress }),
    OperatorError,
  );
  const stop = {
    ...silentProgress,
    advance: () => {
      throw new Error('power cut');
    },
  };
  await assert.rejects(rotateKey({ path, from: sleutel, to: nieuw, archief, progress: stop }), /power cut/);
  await rotateKey({ path, from: sleutel, to: nieuw, archief, progress: silentProgress });
  await rotateKey({ path, from: sleutel, to: nieuw, archief, progress: silentProgress });
  assert.deepEqual(await figures(await take(nieuw)), before);
});
