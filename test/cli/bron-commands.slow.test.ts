// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { BRON_SOORTEN } from '../../src/contract/index.ts';
import { projectRoot } from '../project-root.ts';
import { cbsServer } from '../sources/cbs-server.ts';
import { deliver, Terminal, workspaceWith } from './small-region.ts';

function terminal(t: { after(work: () => void): void }): Terminal {
  const made = new Terminal();
  t.after(() => made.remove());
  return made;
}

test('template writes a form per source, named after who and when; validate reads it, filled in, without a remark', async (t) => {
  const term = terminal(t);
  const made = await term.run(
    'template',
    'wachttijden',
    '--provider',
    '99000001',
    '--quarter',
    '2024-Q2',
    '--format',
    'csv',
  );
  assert.equal(made.code, 0, made.notes);
  const path = term.path('wachttijden-99000001-2024-Q2.csv');
  const [kop = '', eerste = '', ...rest] = readFileSync(path, 'utf8').split('\r\n');
  assert.match(eerste, /^99000001;2024-06-30;regulier;2025-01-15;;;/);
  const filled = eerste.replace(
    '2025-01-15;;;;;;;;;;;;',
    '2025-01-15;GM0503;ggz;;ambulant;4-11;85-98;12;7;9;;;',
  );
  assert.notEqual(filled, eerste);
  writeFileSync(path, [kop, filled, ...rest].join('\r\n'));
  const checked = await term.run('validate', path);
  assert.equal(checked.out, '1 files, 1 messages, 1 rows: 0 errors\n');
  for (const soort of BRON_SOORTEN) {
    const { code, notes } = await term.run('template', soort, '--period', '2024', '--format', 'xlsx');
    assert.equal(code, 0, `${soort} ${notes}`);
  }
});

test('bad cells are named by ingest and check: file, cell, kind and what to do; --strict counts them', async (t) => {
  const term = terminal(t);
  const goed = '99000001;2024-06-30;2024-07-05;ggz;ambulant;3';
  const geheim = 'Achternaammarker';
  await workspaceWith(term, {
    'deels.csv': Buffer.from(
      `aanbieder;peildatum;opgesteld_op;zorgvorm;verblijf;wachtenden\n${goed}\n99000001;2024-06-30;2024-07-05;${geheim};ambulant;3\n99000001;2024-06-30;2024-07-05;${geheim};ambulant;2\n`,
    ),
    'niets.csv': Buffer.from(
      'aanbieder;peildatum;opgesteld_op;zorgvorm;wachtenden\n99000001;2024-06-30;2024-07-05;ggz;3\n',
    ),
  });
  const first = await term.run('ingest', 'w');
  assert.equal(first.code, 0);
  assert.match(
    first.out,
    /set aside inside bronnen\/deels\.csv: rows 2; the rest of it counts\n {4}sources\.geen-keuze, at D3, D4, holds tekst\(16\), 2 times: choose a code from the list/,
  );
  assert.match(
    first.out,
    /set aside: bronnen\/niets\.csv \(\S+\)\n {4}sources\.kolom-ontbreekt, at A1, holds kolom verblijf: fill in a new template/,
  );
  const checked = await term.run('check', 'w');
  assert.match(checked.out, /sources\.geen-keuze +fout +bronnen\/deels\.csv +D4 +tekst\(16\) +choose a code/);
  assert.equal(JSON.parse((await term.run('check', 'w', '--json')).out).cellen.length, 5);
  for (const { out, notes } of [first, checked]) assert.equal(`${out}${notes}`.includes(geheim), false);
  deliver(term, {
    'nog.csv': Buffer.from(
      `aanbieder;peildatum;opgesteld_op;zorgvorm;verblijf;wachtenden\n${goed}\n99000001;2024-06-30;2024-07-06;x;ambulant;3\n`,
    ),
  });
  rmSync(term.path('w', 'bronnen', 'niets.csv'));
  assert.equal((await term.run('ingest', 'w', '--strict')).code, 1);
});

test('template writes what the name of the file says, or refuses', async (t) => {
  const term = terminal(t);
  for (const [naam, begin] of [
    ['x.csv', '\uFEFFaanbieder;'],
    ['x.XLSX', 'PK'],
    ['x.ods', 'PK'],
    ['x', 'PK'],
  ] as const) {
    assert.equal((await term.run('template', 'wachttijden', '-o', naam)).code, 0);
    assert.ok(readFileSync(term.path(naam), 'utf8').startsWith(begin), naam);
  }
  assert.ok(readFileSync(term.path('x.ods')).includes('opendocument.spreadsheet'));
  for (const options of [
    ['-o', 'y.txt'],
    ['-o', 'y.csv', '--format', 'ods'],
  ]) {
    const { code, notes } = await term.run('template', 'wachttijden', ...options);
    assert.equal(code, 2);
    assert.match(notes, /^cli\.wrong-option: /);
  }
  assert.equal(existsSync(term.path('y.csv')), false);
});

test('template says everything that is wrong with its options at once', async (t) => {
  const term = terminal(t);
  const { code, notes } = await term.run(
    'template',
    'wachttijden',
    '--provider',
    '12',
    '--quarter',
    '2024-Q9',
    '--survey',
    'x',
  );
  assert.equal(code, 2);
  assert.deepEqual(
    notes.split('\n').filter((line) => line.startsWith('cli.')),
    [
      'cli.wrong-option: 12 (--provider)',
      'cli.wrong-option: 2024-Q9 (--quarter)',
      'cli.wrong-option: x (--survey)',
    ],
  );
  assert.equal((await term.run('template', 'wachttijdn')).code, 2);
});

test('cbs fetch saves deliveries that ingest takes; fetched again, nothing is new', async (t) => {
  const term = terminal(t);
  const server = await cbsServer(t);
  await term.run('new', 'w', '--regio', 'haaglanden');
  const fetch = ['cbs', 'fetch', 'w', '99999ned', '88888NED', '--v4', server.versie4, '--v3', server.versie3];
  const first = await term.run(...fetch, '--json');
  assert.equal(first.code, 0, first.notes);
  const saved = JSON.parse(first.out) as { tabel: string; rijen: number; bestand?: string }[];
  assert.deepEqual(
    saved.map(({ tabel, rijen }) => [tabel, rijen]),
    [
      ['99999ned', 8],
      ['88888NED', 2],
    ],
  );
  term.now += 86_400_000;
  assert.match((await term.run(...fetch)).out, /99999ned {2}8 rows, not changed since/);
  assert.equal(readdirSync(term.path('w', 'bronnen', 'cbs')).length, 2);
  const taken = await term.run('ingest', 'w');
  assert.match(taken.out, /files +2 = 2 taken/);
  assert.match(taken.out, /rows +12 = 12 taken/);
});

test('without a connection cbs fetch says what to do', async (t) => {
  const term = terminal(t);
  await term.run('new', 'w', '--regio', 'haaglanden');
  const server = await cbsServer(t, (_, response) => {
    response.writeHead(403).end();
    return true;
  });
  const { code, notes } = await term.run(
    'cbs',
    'fetch',
    'w',
    '99999ned',
    '--v4',
    server.versie4,
    '--v3',
    server.versie3,
  );
  assert.equal(code, 1);
  assert.match(notes, /^sources\.cbs-refused: CBS gave no usable answer: HTTP 403/);
});

test('an older warehouse is brought up to date with a word about it; a newer one is refused', async (t) => {
  const term = terminal(t);
  term.secret = 'a'.repeat(64);
  await term.run('new', 'w', '--regio', 'haaglanden');
  const old = readFileSync(join(projectRoot, 'test', 'store', 'magazijnen', 'schema-1.duckdb.br'));
  writeFileSync(term.path('w', 'magazijn.duckdb'), brotliDecompressSync(old));
  const figures = [
    'figures',
    'w',
    'clienten',
    '--area',
    'JZ24',
    '--year',
    '2023-2024',
    '--raw',
    '--format',
    'csv',
  ];
  const first = await term.run(...figures);
  assert.match(first.notes, /had schema 1 and has schema 2 now/);
  assert.match(first.out, /clienten,,2023,JZ24,5,/);
  const second = await term.run(...figures);
  assert.doesNotMatch(second.notes, /schema/);
  assert.equal(second.out, first.out);
  assert.match((await term.run('doctor', 'w')).out, /schema\s+2\b/);
});
