// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { openWarehouse } from '../../src/store/index.ts';
import { BSN, declaratie, deliver, MAART, Terminal, workspaceWith } from './small-region.ts';

/** The workspace `w` as `r`, of which nothing can be written; undefined where this account cannot make that. */
function readOnly(terminal: Terminal): string | undefined {
  const [from, to] = [terminal.path('w'), terminal.path('r')];
  if (process.getuid?.() !== 0) {
    for (const file of ['magazijn.duckdb', 'logboek.jsonl']) chmodSync(terminal.path('w', file), 0o444);
    chmodSync(from, 0o555);
    return 'w';
  }
  mkdirSync(to);
  const mount = (...argv: readonly string[]): boolean => spawnSync('mount', [...argv]).status === 0;
  if (!mount('--bind', from, to)) return undefined;
  return mount('-o', 'remount,ro,bind', to) ? 'r' : undefined;
}

async function workspace(t: TestContext): Promise<Terminal> {
  const terminal = new Terminal();
  t.after(() => {
    chmodSync(terminal.path('w'), 0o755);
    spawnSync('umount', ['-l', terminal.path('r')]);
    terminal.remove();
  });
  await workspaceWith(terminal, {
    'a.xml': declaratie('D1', 'GM0503', MAART, [
      { bsn: BSN[0], referentie: 'R1', cents: 100 },
      { bsn: BSN[1], referentie: 'R2', cents: 200 },
    ]),
  });
  assert.equal((await terminal.run('ingest', 'w')).code, 0);
  return terminal;
}

const FIGURE = ['clienten', '--year', '2024', '--area', 'GM0503', '--raw', '--format', 'csv'];

test('a workspace that may only be read: figures, explain, check and doctor work, and nothing is taken', async (t) => {
  const terminal = await workspace(t);
  const before = (await terminal.run('figures', 'w', ...FIGURE)).out;
  deliver(terminal, {
    'b.xml': declaratie('D2', 'GM0503', MAART, [{ bsn: BSN[2], referentie: 'R3', cents: 5 }]),
  });
  const slot = { pid: 1, host: 'elders', startedAt: '1', boot: 'y' };
  writeFileSync(terminal.path('w', 'magazijn.duckdb.slot'), JSON.stringify(slot));
  const dir = readOnly(terminal);
  if (dir === undefined) return t.skip('this account may not mount a file system');
  const unlogged = await terminal.run('figures', dir, ...FIGURE);
  assert.deepEqual([unlogged.code, unlogged.out], [1, '']);
  assert.match(unlogged.notes, /^logbook\.unwritable: /);
  const logged = ['--logbook', 'log.jsonl'];
  assert.equal((await terminal.run('figures', dir, ...FIGURE, ...logged)).out, before);
  assert.match(readFileSync(terminal.path('log.jsonl'), 'utf8'), /"name":"figures --raw"/);
  const cell = ['--cell', 'year=2024,gemeente=GM0503'];
  const explained = await terminal.run('explain', dir, 'clienten', ...cell, ...logged);
  assert.match(explained.out, /figure +2 unieke cliënten +the steps below give the same/);
  const checked = await terminal.run('check', dir, ...logged);
  assert.equal(checked.code, 0, checked.notes);
  const { out: doctor } = await terminal.run('doctor', dir);
  assert.match(doctor, /^The key fits\. The warehouse is whole\.$/m);
  assert.doesNotMatch(doctor, /not compared/);
  const refused = await terminal.run('ingest', dir);
  assert.equal(refused.code, 1);
  assert.match(refused.notes, /store\.unwritable/);
});

test('what is not up to date in a place that may only be read is derived beside it', async (t) => {
  const terminal = await workspace(t);
  const ask = async (dir: string): Promise<string> => {
    const question = ['figures', dir, 'clienten', '--by', 'type', '--year', '2024', '--area', 'GM0503'];
    const { code, out, notes } = await terminal.run(
      ...question,
      '--raw',
      '--format',
      'csv',
      '--logbook',
      'l',
    );
    assert.equal(code, 0, notes);
    return out;
  };
  assert.doesNotMatch(await ask('w'), /,pleegzorg,[1-9]/);
  appendFileSync(terminal.path('w', 'producten.csv'), '45,45A04,99000001,pleegzorg,,,\n');
  const dir = readOnly(terminal);
  if (dir === undefined) return t.skip('this account may not mount a file system');
  assert.match(await ask(dir), /,pleegzorg,2,/);
  const checked = await terminal.run('check', dir, '--logbook', 'l', '--json');
  assert.equal(checked.code, 0, checked.notes);
  const { out: doctor } = await terminal.run('doctor', dir);
  assert.match(doctor, /^afgeleid-anders +not compared$/m);
  assert.match(doctor, /^The key fits\. The warehouse is whole as far as it was compared: /m);
});

test('what is read in a place that cannot be written is not opened twice, and not while somebody writes it', async (t) => {
  const terminal = await workspace(t);
  const writing = await openWarehouse(terminal.path('w', 'magazijn.duckdb'));
  const dir = readOnly(terminal);
  if (dir === undefined) {
    await writing.close();
    return t.skip('this account may not mount a file system');
  }
  const path = terminal.path(dir, 'magazijn.duckdb');
  const isLocked = { code: 'store.locked' };
  const refused = (): Promise<void> =>
    assert.rejects(openWarehouse(path), ({ problems }) => problems[0].code === isLocked.code);
  await refused();
  chmodSync(terminal.path('w'), 0o755);
  await writing.close();
  if (dir === 'w') chmodSync(terminal.path('w'), 0o555);
  const reading = await openWarehouse(path);
  await refused();
  await assert.rejects(reading.begin(), ({ problems }) => problems[0].code === 'store.unwritable');
  await reading.close();
  await (await openWarehouse(path)).close();
});
