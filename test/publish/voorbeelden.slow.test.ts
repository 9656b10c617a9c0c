// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { writeRelease } from '../../src/publish/index.ts';
import { type RunningServer, serveRelease } from '../../src/server/index.ts';
import { projectRoot } from '../project-root.ts';
import { editionSource } from '../report/haaglanden-release.ts';
import { clientenBlad } from './definitie-bladen.ts';

const run = promisify(execFile);
const workspace = mkdtempSync(join(tmpdir(), 'regiovisie-voorbeelden-'));
const voorbeelden = join(projectRoot, 'docs', 'voorbeelden');
let server: RunningServer;
let dir: string;

before(async () => {
  const { release, tables } = editionSource();
  const releasesDir = join(workspace, 'releases');
  dir = writeRelease({
    releasesDir,
    release,
    tables: tables.slice(0, 2),
    definities: [clientenBlad],
    geheimhouding: {},
    pages: [],
  }).dir;
  server = await serveRelease({ dir: releasesDir, port: 0 });
});

after(async () => {
  await server.close();
  rmSync(workspace, { recursive: true, force: true });
});

function has(program: string, argument: string): boolean {
  return spawnSync(program, [argument]).status === 0;
}

function rowsOf(name: string): Record<string, string>[] {
  return parse(readFileSync(join(dir, 'cijfers', name), 'utf8'), { columns: true }) as Record<
    string,
    string
  >[];
}

/** What the examples print of two areas: a line per year, a word where there is no figure. */
function expectedLines(type: string, gebieden: readonly string[]): readonly string[] {
  const rows = rowsOf('clienten-type.csv').filter((row) => row.type === type);
  const jaren = [...new Set(rows.map(({ periode }) => periode))].sort();
  return jaren.map((jaar) =>
    [
      jaar,
      ...gebieden.map((gebied) => {
        const row = rows.find((one) => one.periode === jaar && one.gebied === gebied);
        return row?.waarde || row?.status;
      }),
    ].join(';'),
  );
}

const LANGUAGES = [
  { program: 'python3', version: '--version', file: 'cijfers.py' },
  { program: 'Rscript', version: '--version', file: 'cijfers.R' },
] as const;

for (const { program, version, file } of LANGUAGES) {
  const skip = has(program, version) ? false : `${program} is not on this machine`;
  test(`the example in ${file} prints the figures of the release`, { skip }, async () => {
    const cases = [
      ['specialistische-ggz', 'GM0503,H8'],
      ['gezinshuizen', 'GM1842,JZ24'],
    ] as const;
    for (const [type, gebieden] of cases) {
      const { stdout } = await run(program, [join(voorbeelden, file), server.url, type, gebieden]);
      const lines = stdout.split('\n').filter((line) => /^\d{4};/.test(line));
      assert.deepEqual(lines, expectedLines(type, gebieden.split(',')));
      assert.ok(lines.length === 5);
    }
    const hidden = await run(program, [join(voorbeelden, file), server.url, 'gezinshuizen', 'GM1842']);
    assert.match(hidden.stdout, /^2024;geheim$/m);
  });
}

test('the example for Excel names files and columns that a release has', () => {
  const text = readFileSync(join(voorbeelden, 'cijfers.pq'), 'utf8');
  const files = [...text.matchAll(/"(cijfers\/[^"]+)"/g)].map((match) => match[1] ?? '');
  assert.deepEqual(files, ['cijfers/clienten-type.csv', 'cijfers/codes.csv']);
  const columns = new Set(
    files.flatMap((file) => Object.keys(rowsOf(file.replace('cijfers/', ''))[0] ?? {})),
  );
  const made = ['gebied_naam', 'type_naam', 'g', 't'];
  const named = [...text.matchAll(/"([a-z_]+)"/g)].map((match) => match[1] ?? '');
  assert.deepEqual(
    named.filter((name) => !columns.has(name) && !made.includes(name) && name !== 'type'),
    [],
  );
});

test('the workbook opens in an office program, and its figures are those of the CSV', {
  skip: has('soffice', '--version') ? false : 'LibreOffice is not on this machine',
}, async () => {
  const out = join(workspace, 'uit');
  await run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${join(workspace, 'profiel')}`,
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
    '--outdir',
    out,
    join(dir, 'cijfers', 'clienten-type.ods'),
  ]);
  const sheets = parse(readFileSync(join(out, 'clienten-type-Cijfers.csv'), 'utf8'), {
    columns: true,
  }) as Record<string, string>[];
  const rows = rowsOf('clienten-type.csv');
  assert.equal(sheets.length, rows.length);
  sheets.forEach((sheet, index) => {
    const row = rows[index];
    const value = sheet['Waarde (unieke cliënten)'];
    assert.equal(value, row?.waarde || `[${row?.status}]`);
    assert.equal(sheet.Gebied, row?.gebied);
  });
  const cover = readFileSync(join(out, 'clienten-type-Over dit bestand.csv'), 'utf8');
  assert.match(cover, /Fictieve gegevens/);
});
