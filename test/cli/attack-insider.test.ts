// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { protect } from '../../src/disclose/index.ts';
import { writeRelease } from '../../src/publish/index.ts';
import { uitgavenPerType } from '../disclose/uitgaven-per-type.ts';
import { regioMet } from '../disclose/voorbeeld-release.ts';
import { voorbeeldUitgave } from '../disclose/voorbeeld-uitgave.ts';
import { projectRoot } from '../project-root.ts';

const releasesDir = mkdtempSync(join(tmpdir(), 'regiovisie-insider-'));
after(() => rmSync(releasesDir, { recursive: true, force: true }));

test('an insider of an amount: narrow for what he makes up of it himself is not too narrow, unless nothing else can be in it', async () => {
  const regio = regioMet();
  const { tables, geheimhouding } = await protect({ tables: uitgavenPerType(), regio, zone: 'open' });
  const release = voorbeeldUitgave(regio, '2024-1');
  const { dir } = writeRelease({ releasesDir, release, tables, geheimhouding, pages: [] });
  const attack = (euros: number) => {
    const own = ['--insider', `uitgaven 2024 GM0603 type=gezinshuizen ${euros}`];
    const program = join(projectRoot, 'bin', 'regiovisie.mjs');
    const { status, stdout } = spawnSync(process.execPath, [program, 'attack', dir, ...own], {
      encoding: 'utf8',
    });
    return { status, stdout };
  };
  const all = geheimhouding.cellen.find(({ dimensies }) => dimensies.type === 'gezinshuizen')?.interval[1];
  assert.ok(typeof all === 'number');
  const most = all / 100;
  for (const euros of [90_000, 0.95 * most, most - 5]) {
    const { status, stdout } = attack(euros);
    assert.match(stdout, /^FOR THIS INSIDER: uitgaven 2024 GM0603 type=gezinshuizen /m);
    assert.doesNotMatch(stdout, /TOO NARROW: uitgaven 2024 GM0603 type=gezinshuizen/);
    assert.equal(status, /TOO NARROW/.test(stdout) ? 1 : 0);
  }
  assert.equal(attack(90_000).status, 0);
  const { status, stdout } = attack(most - 0.5);
  assert.match(stdout, /^TOO NARROW: uitgaven 2024 GM0603 type=gezinshuizen, from/m);
  assert.equal(status, 1);
});
