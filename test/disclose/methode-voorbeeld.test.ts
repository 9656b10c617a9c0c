// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { attack } from '../../src/disclose/index.ts';
import { projectRoot } from '../project-root.ts';
import { publiekVan, regioMet, rij, tabel } from './voorbeeld-release.ts';

const CODES: Readonly<Record<string, string>> = {
  Delft: 'GM0503',
  'Midden-Delfland': 'GM1842',
  'Pijnacker-Nootdorp': 'GM1926',
  Westland: 'GM1783',
  Zoetermeer: 'GM0637',
  H5: 'H5',
};

/** The table of the worked example, as the method page prints it. */
function example(text: string): ReadonlyMap<string, number> {
  const lines = text
    .split('\n')
    .flatMap((line) => /^\|\s*\**([A-Za-z0-9-]+)\**\s*\|\s*\**(\d+)\**\s*\|$/.exec(line) ?? []);
  const rows = new Map<string, number>();
  for (let at = 0; at < lines.length; at += 3)
    rows.set(CODES[lines[at + 1] ?? ''] ?? '', Number(lines[at + 2]));
  return rows;
}

test('the worked example of the method page says what the attack finds', async () => {
  const text = readFileSync(join(projectRoot, 'docs', 'method', 'geheimhouding.md'), 'utf8');
  const counts = example(text);
  assert.deepEqual([...counts.keys()].sort(), Object.values(CODES).sort());
  const intervals = async (...hidden: readonly string[]) => {
    const rows = [...counts].map(([code, count]) => {
      const row = rij('clienten', '', { code, jaar: 2024 }, count);
      return hidden.includes(code) ? { ...row, waarde: null, status: ['geheim'] as const } : row;
    });
    const tables = [tabel('clienten', 'unieke cliënten', [], rows)];
    const { cellen } = await attack({ tables, publiek: publiekVan(regioMet()) });
    return new Map(cellen.map(({ gebied, interval }) => [gebied, interval]));
  };
  const own = counts.get('GM1842') ?? 0;
  assert.deepEqual((await intervals('GM1842')).get('GM1842'), [own, own]);
  const [low, high] = (await intervals('GM1842', 'GM1926')).get('GM1842') ?? [];
  const together = own + (counts.get('GM1926') ?? 0);
  assert.ok(text.includes(`dat de twee samen ${together} zijn`));
  assert.ok(text.includes(`Midden-Delfland ligt ergens tussen ${low} en ${high}`));
});
