// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { revealBsn, silentProgress } from '../../src/contract/index.ts';
import { writeZip } from '../../src/ijw/index.ts';
import { shownPath } from '../../src/ingest/bsn-in-naam.ts';
import { findBronnen, ingest } from '../../src/ingest/index.ts';
import { openWarehouse, RUWE_TABELLEN } from '../../src/store/index.ts';
import { type Bericht, producten, tijdelijkeMap } from '../store/voorbeeld.ts';
import { willekeurigeKeten } from '../store/willekeurige-keten.ts';
import { sleutel } from './werkplaats.ts';
import { asXml } from './xml-bericht.ts';

const MARKERS = ['Achternaammarker', 'Voornaammarker', 'Commentaarmarker', 'Verwijzermarker'];

function bsnsOf(berichten: readonly Bericht[]): string[] {
  const all = berichten.flatMap(({ rijen }) =>
    rijen.flatMap((rij) => ('client' in rij && rij.client ? [revealBsn(rij.client.bsn)] : [])),
  );
  return [...new Set(all)];
}

function assertAbsent(text: string, values: readonly string[], where: string): void {
  for (const [n, value] of values.entries())
    assert.ok(!text.includes(value), `value ${n} stands in ${where}`);
}

test('no BSN, name or comment reaches the warehouse, its side files, its rows or a report', async (t) => {
  const folder = tijdelijkeMap(t);
  const berichten = willekeurigeKeten(31).map(asXml);
  mkdirSync(join(folder, 'bronnen'));
  for (const [n, { inhoud }] of berichten.entries())
    writeFileSync(join(folder, 'bronnen', `${n}.xml`), inhoud);
  writeFileSync(join(folder, 'bronnen', 'half.xml'), (berichten[0]?.inhoud ?? '').slice(0, -40));
  const bsns = bsnsOf(berichten);
  const [ene = '', andere = ''] = bsns;
  const half = Buffer.from((berichten[0]?.inhoud ?? '').slice(0, -60));
  const entries = [{ name: `map/${andere}.xml`, bytes: half }];
  mkdirSync(join(folder, 'bronnen', ene));
  writeFileSync(join(folder, 'bronnen', ene, `client-${andere}_2.xml`), `${berichten[0]?.inhoud}\n`);
  const punten = `${ene.slice(0, 4)}.${ene.slice(4, 6)}.${ene.slice(6)}`;
  await writeZip(join(folder, 'bronnen', `${punten}.zip`), entries);
  const secret = [...bsns, ...MARKERS, punten];
  assert.ok(bsns.length > 4);
  const delivered = berichten.map(({ inhoud }) => inhoud).join();
  for (const value of [...bsns, ...MARKERS])
    assert.ok(delivered.includes(value), 'the search would find what was delivered');

  const path = join(folder, 'magazijn.duckdb');
  const warehouse = await openWarehouse(path, { memoryLimit: '1GB' });
  const files = await findBronnen(join(folder, 'bronnen'), folder);
  const report = await ingest({ warehouse, files, key: sleutel, clock: () => 0, progress: silentProgress });
  await warehouse.derive(producten);
  const rows: string[] = [JSON.stringify(report)];
  for (const tabel of RUWE_TABELLEN) {
    const found = await warehouse.query({ text: `FROM ${tabel}`, params: [] });
    rows.push(
      JSON.stringify(found, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    );
  }
  assertAbsent(rows.join('\n'), secret, 'a row');
  const named = await warehouse.query({
    text: "SELECT bestand FROM bevinding WHERE code = 'ingest.bsn-in-file-name' ORDER BY ALL",
    params: [],
  });
  assert.deepEqual(
    named.map(({ bestand }) => bestand),
    [
      'bronnen/*********/client-*********_2.xml',
      'bronnen/****.**.***.zip',
      'bronnen/****.**.***.zip!map/*********.xml',
    ],
  );
  assert.deepEqual(report.bsnInNaam, ['bronnen/****.**.***.zip', 'bronnen/*********/client-*********_2.xml']);
  const scan = (when: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      assertAbsent(
        readFileSync(join(folder, entry.name)).toString('latin1'),
        secret,
        `${entry.name} ${when}`,
      );
    }
  };
  scan('while open');
  await warehouse.close();
  scan('after closing');
});

test('the number in the name of a message is starred and is no finding; in a folder or any other name it is both', () => {
  const bsn = '999900006';
  assert.deepEqual(shownPath(`bronnen/JW323-99000001-${bsn}.xml`), {
    pad: 'bronnen/JW323-99000001-*********.xml',
    bsnInNaam: false,
  });
  assert.equal(shownPath(`bronnen/${bsn}/JW323-1.xml`).bsnInNaam, true);
  assert.equal(shownPath(`bronnen/brief ${bsn}.pdf`).bsnInNaam, true);
  for (const path of [
    'bronnen/123456789.xml',
    `bronnen/1${bsn}.xml`,
    `bronnen/${'0a'.repeat(12)}${bsn}${'0a'.repeat(12)}.rva`,
  ])
    assert.deepEqual(shownPath(path), { pad: path, bsnInNaam: false });
});
