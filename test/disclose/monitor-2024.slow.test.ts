// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { attack, protect } from '../../src/disclose/index.ts';
import { sharedRoot } from '../project-root.ts';
import { GEBIEDEN, OPEN, publiekVan, regioMet, rij, tabel } from './voorbeeld-release.ts';

const file = join(sharedRoot, 'reference', 'published', 'monitor-2024.json');
const skip = existsSync(file)
  ? false
  : 'the published figures (shared/reference/published) are not beside this checkout';

const NAMEN: Readonly<Record<string, string>> = {
  delft: 'GM0503',
  'den-haag': 'GM0518',
  rijswijk: 'GM0603',
  wassenaar: 'GM0629',
  zoetermeer: 'GM0637',
  westland: 'GM1783',
  'midden-delfland': 'GM1842',
  'leidschendam-voorburg': 'GM1916',
  'pijnacker-nootdorp': 'GM1926',
};

interface PublishedItem {
  readonly id: string;
  readonly rows: readonly { readonly type: string; readonly year: number; readonly value: number }[];
}

test('the counts that the 2024 monitor printed: every small one is hidden, and none can be computed', {
  skip,
}, async () => {
  const items = JSON.parse(readFileSync(file, 'utf8')) as readonly PublishedItem[];
  const counts = new Map<string, number>();
  const typen = new Set<string>();
  for (const [name, code] of Object.entries(NAMEN)) {
    for (const { type, year, value } of items.find(({ id }) => id === `${name}-tabel-1`)?.rows ?? []) {
      counts.set(`${code} ${type} ${year}`, value);
      typen.add(type);
    }
  }
  const jaren = [2020, 2021, 2022, 2023, 2024];
  const value = (gemeenten: readonly string[], type: string, jaar: number) =>
    gemeenten.reduce((sum, code) => sum + (counts.get(`${code} ${type} ${jaar}`) ?? 0), 0);
  const cells = GEBIEDEN.flatMap(({ code, gemeenten }) =>
    jaren.flatMap((jaar) => [...typen].map((type) => ({ code, gemeenten, jaar, type }))),
  );
  const table = tabel(
    'clienten',
    'unieke cliënten',
    ['type'],
    cells.map((cel) => rij('clienten', '', cel, value(cel.gemeenten, cel.type, cel.jaar))),
  );
  assert.equal(counts.size, 495);
  const veryFew = [...counts.values()].filter((count) => count >= 1 && count <= 4).length;
  assert.equal(veryFew, 17);

  const regio = regioMet();
  const { tables, geheimhouding } = await protect({ tables: [table], regio, zone: 'open' });
  const report = await attack({ tables, publiek: publiekVan(regio) });
  assert.deepEqual(report.teSmal, []);
  assert.deepEqual(report.cellen, geheimhouding.cellen);
  assert.ok(geheimhouding.plan.optimaal);
  const shown = tables.flatMap(({ rows }) => rows.flatMap(({ waarde }) => waarde ?? []));
  assert.ok(shown.every((count) => count === 0 || count > OPEN.verbergTotEnMet));
  const small = table.rows.filter(({ waarde }) => waarde !== null && waarde > 0 && waarde <= 9).length;
  assert.ok(
    geheimhouding.cellen.length < 2.2 * small,
    `${geheimhouding.cellen.length} hidden for ${small} small ones`,
  );
});
