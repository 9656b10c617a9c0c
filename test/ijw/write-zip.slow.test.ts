// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeZip } from '../../src/ijw/index.ts';
import { gatherFile } from './gather.ts';

const folder = mkdtempSync(join(tmpdir(), 'ijw-zip-'));
after(() => rmSync(folder, { recursive: true }));

test('a ZIP of more than 65,535 messages is written and read', async () => {
  const path = join(folder, 'veel.zip');
  const bytes = Buffer.from('<geen/>');
  await writeZip(
    path,
    Array.from({ length: 66_000 }, (_, n) => ({ name: `${n}`, bytes })),
  );
  const oogst = await gatherFile(path);
  assert.equal(oogst.telling.anders, 66_000);
  const unzip = spawnSync(
    'python3',
    ['-c', `import zipfile;print(len(zipfile.ZipFile('${path}').namelist()))`],
    {
      encoding: 'utf8',
    },
  );
  if (!unzip.error && unzip.status === 0) assert.equal(unzip.stdout.trim(), '66000');
});
