// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { projectRoot } from '../project-root.ts';
import { BSN, declaratie, MAART, Terminal, workspaceWith } from './small-region.ts';

let terminal: Terminal;
beforeEach(async () => {
  terminal = new Terminal();
  const lines = [
    { bsn: BSN[0], referentie: 'R1', cents: 1_200_000 },
    { bsn: BSN[1], referentie: 'R2', cents: 30_000 },
  ];
  await workspaceWith(terminal, { 'a.xml': declaratie('D1', 'GM0503', MAART, lines) });
  await terminal.run('ingest', 'w');
});
afterEach(() => terminal.remove());

const QUESTION = ['--area', 'GM0503', '--year', '2024', '--variant', 'clienten', '--raw'];

async function share(...argv: readonly string[]): Promise<Record<string, unknown>> {
  const asked = ['figures', 'w', 'kosten-boven-grens', ...QUESTION, '--format', 'json', ...argv];
  const { code, out, notes } = await terminal.run(...asked);
  assert.equal(code, 0, notes);
  return (JSON.parse(out) as Record<string, unknown>[])[0] ?? {};
}

test('a parameter on the command line goes before the definition, and the result says which one it used', async () => {
  const usual = await share();
  const lower = await share('--param', 'drempel-cents=10000');
  assert.deepEqual([usual.waarde, lower.waarde], [0.5, 1]);
  assert.deepEqual((lower.parameters as Record<string, unknown>)['drempel-cents'], 10_000);
  assert.deepEqual([usual.definitie, usual.voorlopigheid], ['2020-01-01', 'voorlopig']);
  const then = await share('--composition', 'actual');
  assert.deepEqual([usual.samenstelling, then.samenstelling], ['restated', 'actual']);
});

test('a definition of the workspace goes before that of the program, and an older version can be asked for', async () => {
  cpSync(
    join(projectRoot, 'indicatoren', 'kosten-boven-grens'),
    terminal.path('w', 'indicatoren', 'kosten-boven-grens'),
    { recursive: true },
  );
  const old = readFileSync(
    terminal.path('w', 'indicatoren', 'kosten-boven-grens', '2020-01-01.yaml'),
    'utf8',
  );
  const newer = old.replaceAll('2020-01-01', '2024-01-01').replace('standaard: gebied', 'standaard: cel');
  writeFileSync(terminal.path('w', 'indicatoren', 'kosten-boven-grens', '2024-01-01.yaml'), newer);
  const overOf = (row: Record<string, unknown>): unknown =>
    (row.parameters as Record<string, unknown>)['drempel-over'];
  const now = await share();
  const then = await share('--definition', 'kosten-boven-grens@2020-01-01');
  assert.deepEqual([now.definitie, overOf(now)], ['2024-01-01', 'cel']);
  assert.deepEqual([then.definitie, overOf(then)], ['2020-01-01', 'gebied']);
});

test('what is wrong in a parameter or version is told with what there is', async () => {
  const asked = ['figures', 'w', 'kosten-boven-grens', ...QUESTION];
  const unknown = await terminal.run(...asked, '--param', 'drempel-cent=1');
  assert.equal(unknown.code, 1);
  assert.match(
    unknown.notes,
    /indicators\.unknown-parameter: drempel-cent \(--param\)\n.*did you mean drempel-cents\?/,
  );
  const shape = await terminal.run(...asked, '--param', 'drempel-cents', '--definition', 'uitval');
  assert.match(
    shape.notes,
    /cli\.wrong-option: drempel-cents \(--param\)[\s\S]*cli\.wrong-option: uitval \(--definition\)/,
  );
  const version = await terminal.run(...asked, '--definition', 'kosten-boven-grens@1999-01-01');
  assert.match(version.notes, /cli\.no-definition: kosten-boven-grens@1999-01-01[\s\S]*2020-01-01/);
  const safe = await terminal.run(
    'figures',
    'w',
    'kosten-boven-grens',
    '--year',
    '2024',
    '--param',
    'drempel-cents=1',
  );
  assert.match(safe.notes, /cli\.not-protected/);
});

test('what belongs beside a figure is printed with it, but never in CSV', async () => {
  const asked = [
    'figures',
    'w',
    'clienten',
    '--by',
    'verwijzer',
    '--area',
    'GM0503',
    '--year',
    '2024',
    '--raw',
  ];
  const table = await terminal.run(...asked);
  assert.match(table.out, /verwijzer-afgeleid +clienten +2024 +GM0503 +01 /);
  assert.match(table.out, /\nclienten: definition 2020-01-01\n/);
  const csv = await terminal.run(...asked, '--format', 'csv');
  assert.doesNotMatch(csv.out, /verwijzer-afgeleid/);
});
