// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { silentProgress } from '../../src/contract/index.ts';
import { writeZip } from '../../src/ijw/index.ts';
import { findBronnen, type IngestReport, ingest } from '../../src/ingest/index.ts';
import type { Warehouse } from '../../src/store/index.ts';
import { afdruk } from '../store/derive-eigenschappen.ts';
import { staandeRegels } from '../store/derive-naslag.ts';
import { producten, tijdelijkeMap, tijdelijkMagazijn, waarden } from '../store/voorbeeld.ts';
import { Dobbelsteen, willekeurigeKeten } from '../store/willekeurige-keten.ts';
import { sleutel } from './werkplaats.ts';
import { asXml } from './xml-bericht.ts';

async function take(warehouse: Warehouse, folder: string): Promise<IngestReport> {
  const files = await findBronnen(folder);
  return ingest({ warehouse, files, key: sleutel, clock: () => 0, progress: silentProgress });
}

/** Writes messages as bare XML, gzip and ZIP, at several depths. */
async function scatter(dobbel: Dobbelsteen, folder: string, texts: readonly string[]): Promise<void> {
  let zip: { name: string; bytes: Buffer }[] = [];
  for (const [n, text] of dobbel.schud(texts).entries()) {
    const bytes = Buffer.from(text);
    const path = join(folder, `${dobbel.getal(3)}`, `${n}`);
    mkdirSync(dirname(path), { recursive: true });
    const vorm = dobbel.getal(3);
    if (vorm === 0) writeFileSync(`${path}.xml`, bytes);
    else if (vorm === 1) writeFileSync(`${path}.xml.gz`, gzipSync(bytes));
    else zip.push({ name: `map/${n}.xml`, bytes });
    if (zip.length > 20) {
      await writeZip(`${path}.zip`, zip);
      zip = [];
    }
  }
  if (zip.length > 0) await writeZip(join(folder, 'rest.zip'), zip);
}

/** One random region as files: all in one ZIP, and scattered over folders, wrappers and runs; both against the reference. */
export async function checkFiles(t: TestContext, seed: number): Promise<void> {
  const dobbel = new Dobbelsteen(seed);
  const berichten = willekeurigeKeten(seed).map(asXml);
  const texts = berichten.map(({ inhoud }) => inhoud);
  const ordelijk = tijdelijkeMap(t);
  await writeZip(
    join(ordelijk, 'alles.zip'),
    texts.map((text, n) => ({ name: `${n}.xml`, bytes: Buffer.from(text) })),
  );
  const ineens = await tijdelijkMagazijn(t);
  const report = await take(ineens, ordelijk);
  assert.equal(report.berichten.genomen, new Set(texts).size);
  assert.equal(report.rijen.opzij, 0);
  await ineens.derive(producten);
  assert.deepEqual(
    await waarden(
      ineens,
      `SELECT p.referentie_nummer, s.gemeente, s.aanbieder, s.bedrag_cents, s.voorlopig, s.verwijzer
       FROM prestatie_staand s JOIN prestatie p USING (bericht_id, regel)
       ORDER BY concat_ws(',', p.referentie_nummer, s.gemeente, s.aanbieder, s.bedrag_cents, s.voorlopig, s.verwijzer)`,
    ),
    staandeRegels(berichten),
  );
  const verspreid = await tijdelijkMagazijn(t);
  for (let run = 0; run < 3; run += 1) {
    const folder = tijdelijkeMap(t);
    await scatter(dobbel, folder, run < 2 ? texts.filter(() => dobbel.kans(0.6)) : texts);
    const { berichten: som } = await take(verspreid, folder);
    assert.equal(som.totaal, som.genomen + som.bekend + som.opzij);
  }
  await verspreid.derive(producten);
  assert.equal(await afdruk(verspreid), await afdruk(ineens));
}
