// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
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

async function gemaakt(id: string, eerder: readonly string[] = [], smalVoorIngewijden = 0) {
  const regio = regioMet();
  const { tables, geheimhouding: made } = await protect({ tables: uitgavenPerType(), regio, zone: 'open' });
  const plan = { ...made.plan, smalVoorIngewijden };
  const geheimhouding = { ...made, plan, aanvaller: { ...made.aanvaller, eerdereReleases: eerder } };
  const release = voorbeeldUitgave(regio, id);
  return { ...writeRelease({ releasesDir, release, tables, geheimhouding, pages: [] }), geheimhouding };
}

function aanval(dir: string, insider?: string) {
  const own = insider === undefined ? [] : ['--insider', insider];
  const program = join(projectRoot, 'bin', 'regiovisie.mjs');
  return spawnSync(process.execPath, [program, 'attack', dir, ...own], { encoding: 'utf8' });
}

test('an insider of an amount: narrow for what he makes up of it himself is not too narrow, unless nothing else can be in it', async () => {
  const { dir, geheimhouding } = await gemaakt('2024-1');
  const attack = (euros: number) => aanval(dir, `uitgaven 2024 GM0603 type=gezinshuizen ${euros.toFixed(2)}`);
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

test('what an insider says of himself is read as he means it, or refused', async () => {
  const { dir } = await gemaakt('2024-2');
  for (const wrong of ['90.000', '90,5', '90000 euro', '9 9', '0', '', 'soort=lvb 90000']) {
    const { status, stderr } = aanval(dir, `uitgaven 2024 GM0603 type=gezinshuizen ${wrong}`);
    assert.equal(status, 2, wrong);
    assert.match(stderr, /^cli\.wrong-option: /, wrong);
  }
  const shown = aanval(dir, 'uitgaven 2024 GM0603 90000');
  assert.match(shown.stdout, /^SHOWN, so that an insider knows no more than others: uitgaven 2024 GM0603$/m);
  assert.equal(shown.status, 0);
  const impossible = aanval(dir, 'uitgaven 2024 GM0603 type=gezinshuizen 90000000');
  assert.match(impossible.stdout, /^CONTRADICTION: /m);
  assert.doesNotMatch(impossible.stdout, /none can be pinned down/);
  assert.equal(impossible.status, 1);
});

test('a release is not attacked without an earlier one that it counts, whatever its own folder is called', async () => {
  const earlier = await gemaakt('2024-3');
  const { dir } = await gemaakt('2024-4', ['2024-3']);
  const renamed = join(releasesDir, 'als-gedownload');
  renameSync(dir, renamed);
  assert.equal(aanval(renamed).status, 0);
  rmSync(earlier.dir, { recursive: true });
  const { status, stdout, stderr } = aanval(renamed);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^cli\.earlier-release-absent: 2024-3/);
});

test('of how many figures insiders together know more than others may is told', async () => {
  const told = /^FOR INSIDERS, says geheimhouding.json: .* put together what they know: 3$/m;
  assert.doesNotMatch(aanval((await gemaakt('2026-1')).dir).stdout, /FOR INSIDERS/);
  const { stdout, status } = aanval((await gemaakt('2026-2', [], 3)).dir);
  assert.match(stdout, told);
  assert.equal(status, 0);
});
