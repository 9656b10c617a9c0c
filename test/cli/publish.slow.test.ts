// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { APRIL, BSN, declaratie, deliver, MAART, Terminal, workspaceWith } from './small-region.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

const DELFT = declaratie('D1', 'GM0503', MAART, [
  { bsn: BSN[0], referentie: 'R1', cents: 1_200_000 },
  { bsn: BSN[1], referentie: 'R2', cents: 30_000 },
]);
const RIJSWIJK = declaratie('D2', 'GM0603', APRIL, [{ bsn: BSN[0], referentie: 'R3', cents: 100 }]);

test('a release is made once; the same figures again are the same release', async () => {
  await workspaceWith(terminal, { 'a.xml': DELFT, 'b.xml': RIJSWIJK });
  await terminal.run('ingest', 'w');
  const first = await terminal.run('publish', 'w', '--year', '2024');
  assert.equal(first.code, 0, first.notes);
  assert.match(first.out, /^Made release 2024-1/);
  const manifest = readFileSync(terminal.path('w', 'releases', '2024-1', 'manifest.json'), 'utf8');
  const again = await terminal.run('publish', 'w', '--year', '2024');
  assert.match(again.out, /^Unchanged: release 2024-1/);
  assert.equal(readFileSync(terminal.path('w', 'releases', '2024-1', 'manifest.json'), 'utf8'), manifest);
  assert.equal((await terminal.run('attack', 'w/releases/2024-1')).code, 0);
  deliver(terminal, {
    'c.xml': declaratie('D9', 'GM0637', MAART, [{ bsn: BSN[2], referentie: 'R9', cents: 500 }]),
  });
  await terminal.run('ingest', 'w');
  const second = await terminal.run('publish', 'w', '--year', '2024');
  assert.match(second.out, /^Made release 2024-2/, second.notes);
  assert.equal((await terminal.run('attack', 'w/releases/2024-2')).code, 0);
});
