// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { revealBsn, silentProgress } from '../../src/contract/index.ts';
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
  const secret = [...bsns, ...MARKERS];
  assert.ok(bsns.length > 4);
  const delivered = berichten.map(({ inhoud }) => inhoud).join();
  for (const value of secret)
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
