// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { validateBestand, writeBericht, writeZip } from '../../src/ijw/index.ts';
import { goed, wijzig } from './berichten.ts';

const folder = mkdtempSync(join(tmpdir(), 'ijw-validate-'));
after(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'post.zip');
const wrongBsn = wijzig(goed('JW305'), 'Client/Bsn', '999900032');
const wrongStatus = wijzig(wrongBsn, 'Client/StartProducten/StartProduct/0/StatusAanlevering', '2');
await writeZip(path, [
  { name: 'a.xml', bytes: writeBericht('3.2', 'JW305', wrongBsn) },
  { name: 'b.xml', bytes: writeBericht('3.2', 'JW323', goed('JW323')) },
  { name: 'c.xml', bytes: writeBericht('3.2', 'JW305', wrongStatus) },
  { name: 'd.txt', bytes: Buffer.from('geen bericht') },
  { name: 'e.xml', bytes: writeBericht('3.2', 'JW319', wijzig(goed('JW319'), 'Header/Afzender', 'x')) },
]);

test('a file is judged per message and per rule', async () => {
  const oordeel = await validateBestand(path, 'post.zip');
  assert.deepEqual(
    oordeel.berichten.map(({ place, kop, findings }) => [
      place,
      kop?.soort,
      findings.map((finding) => finding.code),
    ]),
    [
      ['post.zip!a.xml', 'JW305', ['CS002']],
      ['post.zip!c.xml', 'JW305', ['CS058', 'CS002']],
      ['post.zip!d.txt', undefined, ['ijw.geen-bericht']],
      ['post.zip!e.xml', undefined, ['RS035']],
    ],
  );
  assert.deepEqual(oordeel.regels[0], { code: 'CS002', severity: 'fout', aantal: 2 });
  assert.equal(oordeel.fouten, 4);
  assert.deepEqual(oordeel.telling, {
    berichten: 4,
    onleesbareBerichten: 1,
    rijen: 6,
    onleesbareRijen: 0,
    anders: 1,
  });
});

test('findings above the limit are counted, not kept', async () => {
  const oordeel = await validateBestand(path, 'post.zip', { maxFindings: 2 });
  assert.equal(oordeel.berichten.flatMap((bericht) => bericht.findings).length, 2);
  assert.equal(oordeel.weggelaten, 3);
  assert.equal(oordeel.fouten, 4);
});

test('a file that is not there is for the caller', async () => {
  await assert.rejects(validateBestand(join(folder, 'weg.xml'), 'weg.xml'), /ENOENT/);
});
