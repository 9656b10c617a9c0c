// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { appendVerwerking, type Verwerking } from '../../src/logbook/index.ts';

const verwerking: Verwerking = { naam: 'figures --raw', begin: 1, eind: 2, sleutelId: 'k', kenmerken: {} };

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'regiovisie-logboek-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a logbook elsewhere is not used where the own can be written', async (t) => {
  const [own, elsewhere] = [join(folder(t), 'logboek.jsonl'), join(folder(t), 'elders.jsonl')];
  await appendVerwerking([own, elsewhere], verwerking);
  await appendVerwerking([own, elsewhere], verwerking);
  assert.equal(readFileSync(own, 'utf8').trimEnd().split('\n').length, 2);
  assert.equal(existsSync(elsewhere), false);
});

test('what is no file that can be appended to is told, and nothing goes elsewhere', async (t) => {
  const dir = folder(t);
  const [elsewhere, text] = [join(dir, 'elders.jsonl'), join(dir, 'tekst')];
  writeFileSync(text, '');
  mkdirSync(join(dir, 'map'));
  for (const own of [join(dir, 'map'), join(text, 'logboek.jsonl'), join(dir, 'geen', 'logboek.jsonl')]) {
    await assert.rejects(appendVerwerking([own, elsewhere], verwerking), ({ problems }) => {
      assert.deepEqual([problems[0].code, problems[0].place], ['logbook.unwritable', own]);
      return true;
    });
  }
  assert.equal(existsSync(elsewhere), false);
});
