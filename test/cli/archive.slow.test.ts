// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { APRIL, BSN, declaratie, deliver, MAART, SLEUTEL, Terminal, workspaceWith } from './small-region.ts';

const NIEUW = 'een-tweede-sleutel-die-alleen-in-tests-bestaat';
const [delft, rijswijk] = [
  declaratie('D1', 'GM0503', MAART, [{ bsn: BSN[0], referentie: 'R1', cents: 1_200_000 }]),
  declaratie('D2', 'GM0603', APRIL, [{ bsn: BSN[1], referentie: 'R2', cents: 100 }]),
];

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

async function ok(...argv: readonly string[]): Promise<string> {
  const { code, out, notes } = await terminal.run(...argv);
  assert.equal(code, 0, notes);
  return out;
}

async function refused(code: string, ...argv: readonly string[]): Promise<void> {
  const outcome = await terminal.run(...argv);
  assert.equal(outcome.code, 1, outcome.notes);
  assert.ok(outcome.notes.startsWith(`${code}: `), outcome.notes);
}

function archiveFiles(): readonly string[] {
  const [folder = ''] = readdirSync(terminal.path('w', 'archief'));
  return readdirSync(terminal.path('w', 'archief', folder)).map((name) =>
    terminal.path('w', 'archief', folder, name),
  );
}

test('what was taken moves into the archive, and comes back for a holder of the key', async () => {
  await workspaceWith(terminal, { 'a.xml': delft, 'b/c.xml': rijswijk, 'stuk.xml': Buffer.from('<kapot') });
  const report = await ok('ingest', 'w');
  assert.match(report, /encrypted: 2/);
  assert.deepEqual(readdirSync(terminal.path('w', 'bronnen')), ['b', 'stuk.xml']);
  const listed = JSON.parse(await ok('archive', 'list', 'w', '--json'));
  assert.deepEqual(
    listed.map(({ pad, bytes }: { pad: string; bytes: number }) => [pad, bytes]),
    [
      ['bronnen/a.xml', delft.length],
      ['bronnen/b/c.xml', rijswijk.length],
    ],
  );
  assert.match(await ok('archive', 'list', 'w'), /bronnen\/b\/c\.xml/);
  await ok('archive', 'get', 'w', 'bronnen/a.xml', '-o', 'terug.xml');
  assert.ok(readFileSync(terminal.path('terug.xml')).equals(delft));
  await refused('cli.file-exists', 'archive', 'get', 'w', '2', '-o', 'terug.xml');
  await refused('cli.not-in-archive', 'archive', 'get', 'w', 'bronnen/stuk.xml', '-o', 'x.xml');
  await ok('archive', 'get', 'w', 'all', '-o', 'alles');
  assert.ok(readFileSync(terminal.path('alles', 'bronnen', 'b', 'c.xml')).equals(rijswijk));
  assert.match(readFileSync(terminal.path('w', 'logboek.jsonl'), 'utf8'), /"archive get"/);
  terminal.secret = NIEUW;
  await refused('ingest.wrong-key', 'archive', 'get', 'w', 'all', '-o', 'niets');
  assert.equal(existsSync(terminal.path('niets')), false);
});

test('a warehouse that is lost is made again from the archive: every figure as known on every day is the same to the byte', async () => {
  const dagen = ['2025-01-15', '2025-02-15', '2025-03-15'];
  const levering = (id: string, bsn: string | undefined, cents: number): Uint8Array =>
    declaratie(id, 'GM0503', MAART, [{ bsn, referentie: id, cents }]);
  await workspaceWith(terminal, { 'z.xml': delft, 'stuk.xml': Buffer.from('<kapot') });
  await ok('ingest', 'w');
  terminal.now = Date.UTC(2025, 1, 15, 9);
  deliver(terminal, { 'a.xml': levering('D5', BSN[2], 700), 'b.xml': rijswijk });
  await ok('ingest', 'w');
  terminal.now = Date.UTC(2025, 2, 15, 9);
  writeFileSync(terminal.path('nieuw'), NIEUW);
  await ok('key', 'rotate', 'w', '--new-key-file', 'nieuw');
  terminal.secret = NIEUW;
  deliver(terminal, { '0.xml': levering('D6', BSN[0], 900) });
  await ok('ingest', 'w');
  const question = ['figures', 'w', 'clienten', 'uitgaven', '--by', 'gemeente', '--raw', '--format', 'csv'];
  const ask = async (): Promise<readonly string[]> => {
    const answers = [await ok(...question)];
    for (const dag of dagen) answers.push(await ok(...question, '--as-known-on', dag));
    return answers;
  };
  const before = await ask();
  assert.equal(new Set(before).size, dagen.length);
  const listed = await ok('archive', 'list', 'w');
  await refused('cli.warehouse-exists', 'archive', 'restore', 'w');
  const magazijn = terminal.path('w', 'magazijn.duckdb');
  writeFileSync(magazijn, 'overschreven');
  const broken = await terminal.run(...question);
  assert.match(broken.notes, /^store\.unreadable: [\s\S]*archive restore/);
  rmSync(magazijn);
  const gone = await terminal.run(...question);
  assert.match(gone.notes, /^cli\.no-warehouse: [\s\S]*archive restore/);
  assert.match(await ok('archive', 'list', 'w'), /bronnen\/b\.xml/);
  await ok('archive', 'get', 'w', 'bronnen/z.xml', '-o', 'terug.xml');
  assert.ok(readFileSync(terminal.path('terug.xml')).equals(delft));
  terminal.secret = SLEUTEL;
  for (const command of [
    ['archive', 'restore', 'w'],
    ['archive', 'list', 'w'],
    ['ingest', 'w'],
  ]) {
    await refused('ingest.wrong-key', ...command);
  }
  assert.equal(existsSync(magazijn), false);
  terminal.secret = NIEUW;
  terminal.now = Date.UTC(2026, 0, 1);
  assert.match(await ok('archive', 'restore', 'w'), /files 4, messages 4, rows 8/);
  assert.deepEqual(await ask(), before);
  assert.deepEqual(withoutNumbers(await ok('archive', 'list', 'w')), withoutNumbers(listed));
  assert.deepEqual(
    readdirSync(terminal.path('w')).filter((name) => name.includes('nieuw')),
    [],
  );
});

/** The list of an archive without the numbers of the deliveries: those of set-aside files are not in it. */
function withoutNumbers(listed: string): readonly string[] {
  return listed.split('\n').map((line) => line.replace(/^\S+ +/, ''));
}

test('without a warehouse nothing reads and nothing makes one; an empty one knows nothing, and says so', async () => {
  await workspaceWith(terminal, {});
  const magazijn = terminal.path('w', 'magazijn.duckdb');
  for (const command of [
    ['figures', 'w', 'clienten', '--raw'],
    ['explain', 'w', 'clienten', '--cell', 'year=2024'],
    ['check', 'w'],
    ['doctor', 'w'],
  ]) {
    await refused('cli.no-warehouse', ...command);
    assert.equal(existsSync(magazijn), false, command.join(' '));
  }
  const published = await terminal.run('publish', 'w');
  assert.match(published.notes, /^cli\.no-warehouse: /m);
  assert.equal(await ok('archive', 'list', 'w'), `no files in ${terminal.path('w', 'archief')}\n`);
  await refused('cli.empty-archive', 'archive', 'restore', 'w');
  await ok('ingest', 'w');
  assert.equal((await lstat(magazijn)).mode & 0o777, 0o600);
  const question = [
    'figures',
    'w',
    'clienten',
    'uitgaven',
    'uitval',
    '--year',
    '2024',
    '--area',
    'GM0503',
    '--raw',
  ];
  const rows = (out: string): readonly string[] => out.trim().split('\n').slice(1);
  await refused('cli.empty-warehouse', ...question);
  deliver(terminal, { 'c.xml': rijswijk });
  await ok('ingest', 'w');
  assert.match(
    await ok('figures', 'w', 'clienten', '--year', '2024', '--area', 'GM0503', '--raw', '--format', 'csv'),
    /,GM0503,0,[^,]+,,,normaal/,
  );
  for (const row of rows(await ok(...question, '--as-known-on', '2025-01-14', '--format', 'csv')))
    assert.match(row, /,,[^,]*,,,onbekend$/, row);
});

test('when the archive cannot be written the report and the logbook are there, then the error; the next run goes on', async () => {
  await workspaceWith(terminal, { 'a.xml': delft });
  const archief = terminal.path('w', 'archief');
  writeFileSync(archief, 'een bestand waar een map moet komen');
  const { code, out, notes } = await terminal.run('ingest', 'w');
  assert.equal(code, 1);
  assert.match(out, /^files +1 = 1 taken/);
  assert.doesNotMatch(out, /encrypted|gone from/);
  assert.match(notes, /^ingest\.archive-unwritable: /);
  assert.match(readFileSync(terminal.path('w', 'logboek.jsonl'), 'utf8'), /"bestanden":1/);
  rmSync(archief);
  assert.match(await ok('ingest', 'w'), /1 known already[\s\S]*encrypted: 1 [\s\S]*gone from [\s\S]*: 1\n/);
  assert.doesNotMatch(await ok('ingest', 'w'), /encrypted|gone from/);
});

test('a BSN in the name of a file is kept and said nowhere', async () => {
  const bsn = BSN[3] ?? '';
  await workspaceWith(terminal, {
    [`${bsn}.xml`]: delft,
    [`${bsn}/brief-${bsn}.txt`]: Buffer.from('geen bericht'),
    [`${bsn}/half.xml`]: Buffer.from(delft).subarray(0, delft.length - 40),
  });
  const said: string[] = [];
  for (const argv of [
    ['validate', 'w/bronnen'],
    ['validate', 'w/bronnen', '--json'],
    ['ingest', 'w'],
    ['ingest', 'w', '--json'],
    ['ingest', `w/bronnen/${bsn}.xml`],
    ['ingest', 'w', `w/bronnen/geen-${bsn}.xml`],
    ['archive', 'list', 'w'],
    ['check', 'w', '--html', 'check.html'],
    ['check', 'w', '--json'],
    ['explain', 'w', 'clienten', '--cell', 'year=2024'],
    ['archive', 'get', 'w', 'all', '-o', 'terug', '--json'],
    ['doctor', 'w'],
  ]) {
    const { out, notes } = await terminal.run(...argv);
    said.push(out, notes);
  }
  assert.match(said.join('\n'), /bronnen\/\*{9}\.xml \(ingest\.bsn-in-file-name\)/);
  const kept = readdirSync(terminal.path('w'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('bronnen'))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of [...kept, terminal.path('check.html')])
    said.push(path, readFileSync(path).toString('latin1'));
  for (const [n, text] of said.entries()) assert.equal(text.includes(bsn), false, `text ${n}`);
});

test('two deliveries of one path come back as two files', async () => {
  await workspaceWith(terminal, { 'a.xml': delft });
  await ok('ingest', 'w');
  deliver(terminal, { 'a.xml': rijswijk });
  await ok('ingest', 'w');
  await ok('archive', 'get', 'w', 'all', '-o', 'alles');
  const names = readdirSync(terminal.path('alles', 'bronnen')).sort();
  assert.match(names.join(' '), /^a\.xml a\.xml\.[0-9a-f]{16}$/);
  assert.ok(readFileSync(terminal.path('alles', 'bronnen', names[1] ?? '')).equals(rijswijk));
});

test('`archief: uit` leaves deliveries where they are, and so does fictional data; another word is an error', async () => {
  await workspaceWith(terminal, { 'a.xml': delft });
  const regio = terminal.path('w', 'regio.yaml');
  const text = readFileSync(regio, 'utf8');
  writeFileSync(regio, `${text}\narchief: uit\n`);
  assert.doesNotMatch(await ok('ingest', 'w'), /encrypted/);
  assert.deepEqual(readdirSync(terminal.path('w', 'bronnen')), ['a.xml']);
  writeFileSync(regio, `${text}\narchief: soms\n`);
  await refused('policy.wrong-value', 'ingest', 'w');
  writeFileSync(regio, text);
  writeFileSync(terminal.path('w', 'fictief.json'), '{}');
  assert.doesNotMatch(await ok('ingest', 'w'), /encrypted/);
  writeFileSync(regio, `${text}\narchief: aan\n`);
  assert.match(await ok('ingest', 'w'), /encrypted: 1/);
  assert.deepEqual(readdirSync(terminal.path('w', 'bronnen')), []);
});

test('a file from outside the workspace is archived and stays', async () => {
  await workspaceWith(terminal, {});
  writeFileSync(terminal.path('elders.xml'), delft);
  assert.match(await ok('ingest', 'w', 'elders.xml'), /encrypted: 1/);
  assert.ok(readFileSync(terminal.path('elders.xml')).equals(delft));
});

test('an archived file that was cut off or changed is refused, and no part of it is left', async () => {
  await workspaceWith(terminal, { 'a.xml': delft });
  await ok('ingest', 'w');
  const [file = ''] = archiveFiles();
  const good = readFileSync(file);
  for (const bad of [
    good.subarray(0, good.length - 1),
    Buffer.concat([good.subarray(0, 50), Buffer.from('x'), good.subarray(51)]),
  ]) {
    writeFileSync(file, bad);
    await refused('ingest.archive-damaged', 'archive', 'get', 'w', '1', '-o', 'uit.xml');
    assert.deepEqual(
      readdirSync(terminal.dir).filter((name) => name.startsWith('uit')),
      [],
    );
  }
});

test('after `key rotate` every figure is the same to the byte, only the new key opens the workspace, and more can be taken', async () => {
  await workspaceWith(terminal, { 'a.xml': delft, 'c.xml': rijswijk });
  await ok('ingest', 'w');
  writeFileSync(terminal.path('nieuw'), NIEUW);
  writeFileSync(terminal.path('oud'), SLEUTEL);
  const question = [
    'figures',
    'w',
    'clienten',
    'uitgaven',
    'aanbieders',
    '--by',
    'gemeente',
    '--raw',
    '--format',
    'csv',
  ];
  const before = await ok(...question);
  await refused('ingest.same-key', 'key', 'rotate', 'w', '--new-key-file', 'oud');
  assert.equal((await terminal.run('key', 'rotate', 'w')).code, 2);
  assert.match(await ok('key', 'rotate', 'w', '--new-key-file', 'nieuw'), /has key [0-9a-f]{16} now/);
  await refused('ingest.wrong-key', ...question);
  terminal.secret = NIEUW;
  assert.equal(await ok(...question), before);
  await ok('archive', 'get', 'w', 'bronnen/a.xml', '-o', 'terug.xml');
  assert.ok(readFileSync(terminal.path('terug.xml')).equals(delft));
  deliver(terminal, {
    'd.xml': declaratie('D3', 'GM0603', APRIL, [{ bsn: BSN[1], referentie: 'R9', cents: 1 }]),
  });
  await ok('ingest', 'w');
  assert.match(
    await ok('figures', 'w', 'clienten', '--area', 'GM0603', '--year', '2024', '--raw', '--format', 'csv'),
    /,GM0603,1,/,
  );
});

test('a report of ingest says why a file was set aside: rule, element, kind; the exit code says whether somebody must act', async () => {
  const broken = Buffer.from(
    Buffer.from(delft)
      .toString('utf8')
      .replace(/(<[a-z:]*Dagtekening>)2024-04-10/, '$1morgen'),
  );
  await workspaceWith(terminal, {
    'a.xml': rijswijk,
    'stuk.xml': broken,
    'lees.txt': Buffer.from('geen bericht'),
  });
  const first = await terminal.run('ingest', 'w');
  assert.equal(first.code, 0);
  assert.match(
    first.out,
    /set aside: bronnen\/stuk\.xml \(ingest\.unreadable-file\)\n {4}\S+, at \S*Dagtekening, holds tekst\(6\)/,
  );
  assert.match(first.out, /set aside: bronnen\/lees\.txt \(ingest\.no-message\)/);
  const again = await terminal.run('ingest', 'w', '--strict');
  assert.equal(again.code, 1);
  assert.match(again.out, /Dagtekening, holds tekst\(6\)/);
  const json = JSON.parse((await terminal.run('ingest', 'w', '--json')).out);
  const stuk = json.opzij.find(({ pad }: { pad: string }) => pad.endsWith('stuk.xml'));
  assert.match(stuk.redenen[0].pad, /Dagtekening/);
  appendFileSync(terminal.path('w', 'bronnen', 'stuk.xml'), ' ');
  assert.match((await terminal.run('ingest', 'w')).out, /Dagtekening, holds tekst\(6\)/);
});
