// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BerichtSoort } from '../../src/contract/index.ts';
import { writeBericht } from '../../src/ijw/index.ts';
import { BERICHT_SOORTEN, IJW_RELEASES, releaseTree } from '../../src/ijw/release-tree.ts';
import { codesOf, gatherBytes } from './gather.ts';
import { seeded } from './mutate.ts';
import { withoutXmllint, xsdPath } from './samples.ts';
import { willekeurigBericht } from './willekeurige-berichten.ts';

const folder = mkdtempSync(join(tmpdir(), 'ijw-random-'));
after(() => rmSync(folder, { recursive: true }));

test('random messages of every kind and release that are right have no finding', async () => {
  const random = seeded(3);
  for (const release of IJW_RELEASES) {
    for (const soort of BERICHT_SOORTEN.filter((each) => releaseTree(release, each).length > 0)) {
      for (let n = 0; n < 15; n++) {
        const inhoud = willekeurigBericht(release, soort, random);
        const oogst = await gatherBytes(writeBericht(release, soort, inhoud));
        assert.deepEqual(codesOf(oogst), [], `${release} ${soort} ${n}: ${JSON.stringify(inhoud)}`);
        assert.equal(oogst.berichten[0]?.volledig, true);
      }
    }
  }
});

for (const release of ['2.3', '3.2'] as const) {
  test(`random messages of every kind of ${release}, retours and answers among them, are valid by the official schema`, {
    skip: withoutXmllint,
  }, () => {
    const random = seeded(5);
    for (const soort of BERICHT_SOORTEN.filter((each) => releaseTree(release, each).length > 0)) {
      const files = Array.from({ length: 8 }, (_, n) => {
        const file = join(folder, `${release}-${soort}-${n}.xml`);
        writeFileSync(
          file,
          writeBericht(release, soort as BerichtSoort, willekeurigBericht(release, soort, random)),
        );
        return file;
      });
      const run = spawnSync('xmllint', ['--noout', '--schema', xsdPath(release, soort), ...files], {
        encoding: 'utf8',
      });
      assert.equal(run.status, 0, run.stderr.slice(0, 500));
    }
  });
}
