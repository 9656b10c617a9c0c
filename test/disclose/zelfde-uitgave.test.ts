// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { FigureTable } from '../../src/contract/index.ts';
import { protect } from '../../src/disclose/index.ts';
import { writeRelease } from '../../src/publish/index.ts';
import { GEBIEDEN, regioMet, rij, tabel } from './voorbeeld-release.ts';
import { voorbeeldUitgave } from './voorbeeld-uitgave.ts';

const folder = mkdtempSync(join(tmpdir(), 'zelfde-uitgave-'));
after(() => rmSync(folder, { recursive: true }));

const regio = regioMet();
const GEMEENTEN = GEBIEDEN.filter(({ gemeenten }) => gemeenten.length === 1).map(({ code }) => code);
type PerGemeente = Readonly<Record<string, number>>;
const VEEL: PerGemeente = Object.fromEntries(GEMEENTEN.map((code, at) => [code, 100 + 10 * at]));

/** Clients with their growth and a share of them, where every other area is the sum of its gemeenten. */
function figures(per: PerGemeente): readonly FigureTable[] {
  const cells = GEBIEDEN.map(({ code, gemeenten }) => {
    const count = gemeenten.reduce((total, gemeente) => total + (per[gemeente] ?? 0), 0);
    const base = gemeenten.reduce((total, gemeente) => total + (VEEL[gemeente] ?? 0), 0);
    return { cel: { code, jaar: 2024 }, toen: { code, jaar: 2020 }, count, base };
  });
  return [
    tabel(
      'clienten',
      'unieke cliënten',
      [],
      [
        ...cells.map(({ toen, base }) => rij('clienten', '', toen, base)),
        ...cells.map(({ cel, count }) => rij('clienten', '', cel, count)),
      ],
    ),
    tabel(
      'clienten-groei',
      'aandeel',
      [],
      cells.map(({ cel, count, base }) => rij('clienten-groei', '', cel, count / base - 1, count, base)),
    ),
  ];
}

async function published(name: string, per: PerGemeente): Promise<Readonly<Record<string, string>>> {
  const { tables, geheimhouding } = await protect({ tables: figures(per), regio, zone: 'open' });
  const release = voorbeeldUitgave(regio, '2024-1');
  const { dir } = writeRelease({
    releasesDir: join(folder, name),
    release,
    tables,
    geheimhouding,
    pages: [],
  });
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(dir.length), readFileSync(path).toString('base64')];
    }),
  );
}

test('two regions that differ in what is hidden alone publish the same files, to the byte', async () => {
  const one = await published('een', { ...VEEL, GM1842: 3, GM1926: 7, GM0503: 130 });
  const other = await published('ander', { ...VEEL, GM1842: 6, GM1926: 4, GM0503: 130 });
  assert.ok(Object.keys(one).length > 5);
  assert.deepEqual(other, one);
  const third = await published('derde', { ...VEEL, GM1842: 6, GM1926: 5, GM0503: 130 });
  assert.notDeepEqual(third, one);
});
