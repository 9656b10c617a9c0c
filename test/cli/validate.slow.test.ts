// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { writeBericht } from '../../src/ijw/index.ts';
import { goed, wijzig } from '../ijw/berichten.ts';
import { projectRoot } from '../project-root.ts';
import { Terminal, workspaceWith } from './small-region.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

/** Starts of two clients whose provider uses a status that is forbidden. */
function writeStarts(): void {
  for (const [name, bsn] of [
    ['a', '999900031'],
    ['b', '999900043'],
    ['c', '999900031'],
  ] as const) {
    const start = wijzig(goed('JW305'), 'Client/Bsn', bsn);
    const wrong = wijzig(start, 'Client/StartProducten/StartProduct/0/StatusAanlevering', '2');
    writeFileSync(terminal.path(`${name}.xml`), writeBericht('3.2', 'JW305', wrong));
  }
}

test('with the key, findings about one client can be seen to be so; without it nobody is named', async () => {
  writeStarts();
  writeFileSync(terminal.path('key'), 'een-sleutel-voor-deze-werkmap');
  const { code, out } = await terminal.run(
    'validate',
    'a.xml',
    'b.xml',
    'c.xml',
    '--json',
    '--key-file',
    'key',
  );
  assert.equal(code, 1);
  const named = JSON.parse(out).bestanden.map(
    ({ berichten }: { berichten: { findings: { place: { pseudonym?: string } }[] }[] }) =>
      berichten[0]?.findings[0]?.place.pseudonym,
  );
  assert.match(String(named[0]), /^[0-9a-f]{8}$/);
  assert.equal(named[0], named[2]);
  assert.notEqual(named[0], named[1]);
  assert.doesNotMatch(out, /9999000/);
  assert.doesNotMatch((await terminal.run('validate', 'a.xml', '--json')).out, /pseudonym/);
  const text = await terminal.run('validate', 'a.xml', '--key-file', 'key');
  assert.ok(text.out.includes(`client ${named[0]}`));
});

test('a region says how severe a rule is; a rule that nobody judges is refused', async () => {
  writeStarts();
  const template = readFileSync(join(projectRoot, 'regio', 'haaglanden', 'regio.yaml'), 'utf8');
  const run = async (ernst: string) => {
    writeFileSync(terminal.path('regio.yaml'), `${template}\nernst: { ${ernst} }\n`);
    return terminal.run('validate', 'a.xml', '--regio', 'regio.yaml');
  };
  const softer = await run('CS058: info');
  assert.equal(softer.code, 0, softer.out);
  assert.match(softer.out, /info +CS058/);
  assert.doesNotMatch((await run('CS058: uit')).out, /CS058/);
  const unknown = await run('TR999: info');
  assert.equal(unknown.code, 1);
  assert.match(unknown.notes, /cli\.unknown-rule: ernst\.TR999/);
});

test('check weighs findings as the region does, also those that were stored before it said so', async () => {
  writeStarts();
  await workspaceWith(terminal, { 'a.xml': readFileSync(terminal.path('a.xml')) });
  await terminal.run('ingest', 'w');
  assert.match((await terminal.run('check', 'w')).out, /CS058 +fout +1/);
  const regio = terminal.path('w', 'regio.yaml');
  writeFileSync(regio, `${readFileSync(regio, 'utf8')}\nernst: { CS058: info, TR019: uit }\n`);
  const { out } = await terminal.run('check', 'w');
  assert.match(out, /CS058 +info +1/);
  assert.doesNotMatch(out, /TR019/);
});
