// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import yauzl from 'yauzl';
import { OperatorError, type SafeTable, sealSafeTable } from '../../src/contract/index.ts';
import {
  figureCsv,
  nextReleaseId,
  type ReleaseContents,
  readRelease,
  releaseIds,
  writeRelease,
} from '../../src/publish/index.ts';
import {
  editionSource,
  type Figures,
  haaglandenRelease,
  madeUpFigures,
  withRows,
} from '../report/haaglanden-release.ts';
import { clientenBlad } from './definitie-bladen.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function releasesDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'regiovisie-publish-'));
  folders.push(folder);
  return join(folder, 'releases');
}

function contents(dir: string, change: Partial<ReleaseContents> = {}): ReleaseContents {
  const { release, tables } = editionSource();
  return {
    releasesDir: dir,
    release,
    tables,
    geheimhouding: { aanvaller: 'kent alles wat gepubliceerd is' },
    pages: [{ pad: 'index.html', inhoud: '<!doctype html>' }],
    ...change,
  };
}

function codes(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof OperatorError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) return reject(problem);
          const chunks: Uint8Array[] = [];
          stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** Texts of the cells of a sheet, row by row. */
function cellsOf(sheet: string): string[][] {
  return [...sheet.matchAll(/<table:table-row>([\s\S]*?)<\/table:table-row>/g)].map((row) =>
    [...(row[1] ?? '').matchAll(/<text:p>([^<]*)<\/text:p>/g)].map((cell) => cell[1] ?? ''),
  );
}

function bytesOf(dir: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );
}

test('the same release gives the same bytes, in any order of its parts', () => {
  const [one, two] = [releasesDir(), releasesDir()];
  const first = writeRelease(contents(one));
  const second = writeRelease(contents(two, { tables: [...contents(two).tables].reverse() }));
  assert.deepEqual(bytesOf(first.dir), bytesOf(second.dir));
  assert.equal(first.uitkomst, 'gemaakt');
});

test('a release that stands there already is recognised, and another one under its name is refused', () => {
  const dir = releasesDir();
  writeRelease(contents(dir));
  assert.equal(writeRelease(contents(dir)).uitkomst, 'bestond');
  const other = contents(dir, { pages: [{ pad: 'index.html', inhoud: 'iets anders' }] });
  assert.deepEqual(
    codes(() => writeRelease(other)),
    ['publish.release-exists'],
  );
  assert.deepEqual(readdirSync(dir), ['2024-1']);
  assert.equal(readFileSync(join(dir, '2024-1', 'index.html'), 'utf8'), '<!doctype html>');
});

test('what a crash left behind is cleaned up', () => {
  const dir = releasesDir();
  mkdirSync(join(dir, '.2024-1.bezig', 'cijfers'), { recursive: true });
  writeFileSync(join(dir, '.2024-1.bezig', 'cijfers', 'half.csv'), 'indicator,var');
  assert.deepEqual(releaseIds(dir), []);
  writeRelease(contents(dir));
  assert.deepEqual(readdirSync(dir), ['2024-1']);
  assert.ok(!readdirSync(join(dir, '2024-1', 'cijfers')).includes('half.csv'));
});

test('a folder that cannot be written is an error that an operator can mend', () => {
  const dir = releasesDir();
  writeFileSync(dir, 'a file where the folder should be');
  assert.deepEqual(
    codes(() => writeRelease(contents(dir))),
    ['publish.folder-unwritable'],
  );
  assert.deepEqual(
    codes(() => writeRelease(contents(releasesDir(), { release: haaglandenRelease('2024') }))),
    ['publish.release-id'],
  );
});

test('reading a release finds a changed, a missing and a foreign file', () => {
  const dir = releasesDir();
  const { dir: release } = writeRelease(contents(dir));
  assert.equal(readRelease(release).manifest.release.id, '2024-1');
  writeFileSync(join(release, 'cijfers', 'clienten.csv'), 'indicator\n');
  rmSync(join(release, 'cijfers', 'uitgaven.csv'));
  writeFileSync(join(release, 'kladje.txt'), '');
  assert.deepEqual(codes(() => readRelease(release)).sort(), [
    'publish.file-changed',
    'publish.file-missing',
    'publish.file-unknown',
  ]);
  assert.deepEqual(
    codes(() => readRelease(dir)),
    ['publish.release-absent'],
  );
  writeFileSync(join(release, 'manifest.json'), '{"release":');
  assert.deepEqual(
    codes(() => readRelease(release)),
    ['publish.manifest-unreadable'],
  );
});

test('a value in a hidden cell, a table that is not for everyone, and one that was not protected or changed after it never get into a release', () => {
  const { release, tables } = editionSource();
  const [table] = tables as [SafeTable];
  const row = table.rows[0];
  assert.ok(row);
  const refused = (made: object, reason: RegExp) =>
    assert.throws(
      () => writeRelease(contents(releasesDir(), { tables: [made as unknown as SafeTable] })),
      reason,
    );
  const leaking = { ...table, rows: [{ ...row, noemer: 4, waarde: null, status: ['geheim'] as const }] };
  refused(sealSafeTable(leaking), /hidden cell/);
  refused(sealSafeTable({ ...table, zone: 'intern' }), /zone intern/);
  refused({ ...table }, /is not protected/);
  refused(Object.create(table, { rows: { value: leaking.rows } }), /is not protected/);
  assert.throws(() => Object.assign(table, { rows: leaking.rows }), TypeError);
  assert.throws(() => Object.assign(row, { waarde: 3 }), TypeError);
  for (const list of [table.rows, table.dimensies, table.opbouw, row.status, row.dimensies])
    assert.throws(() => (list as unknown[]).push('lvb'), TypeError);
  const policy = { ...release.geheimhouding, zone: 'intern' as const };
  assert.throws(
    () => writeRelease(contents(releasesDir(), { release: { ...release, geheimhouding: policy } })),
    /zone intern/,
  );
});

test('a figure file is tidy: one figure per row, sorted, decimal points, words for what is missing', () => {
  const { tables } = editionSource();
  const table = tables.find(
    ({ indicator, dimensies }) => indicator === 'clienten' && dimensies[0] === 'type',
  );
  assert.ok(table);
  const [header, ...lines] = figureCsv(table).trimEnd().split('\n');
  assert.equal(header, 'indicator,variant,periode,gebied,type,waarde,eenheid,teller,noemer,status');
  assert.equal(lines.length, table.rows.length);
  assert.ok(lines.includes('clienten,,2024,GM1842,gezinshuizen,,unieke cliënten,,,geheim'));
  const keys = lines.map((line) => line.split(',').slice(1, 5).join('\u0000'));
  assert.deepEqual(keys, [...keys].sort());
  assert.doesNotMatch(
    figureCsv({ ...table, rows: table.rows.slice(0, 1).map((row) => ({ ...row, waarde: 1e-7 })) }),
    /e-7/,
  );
});

test('the spreadsheet beside a figure file holds the same figures, with names and words for people', async () => {
  const { dir } = writeRelease(contents(releasesDir()));
  for (const name of ['clienten-type', 'uitgaven', 'kosten-boven-grens']) {
    const parts = await unzip(readFileSync(join(dir, 'cijfers', `${name}.ods`)));
    assert.deepEqual([...parts.keys()].slice(0, 2), ['mimetype', 'META-INF/manifest.xml']);
    assert.equal(parts.get('mimetype'), 'application/vnd.oasis.opendocument.spreadsheet');
    const [, sheet = ''] =
      /<table:table table:name="Cijfers">([\s\S]*?)<\/table:table>/.exec(parts.get('content.xml') ?? '') ??
      [];
    const rows = cellsOf(sheet);
    const [, ...lines] = readFileSync(join(dir, 'cijfers', `${name}.csv`), 'utf8')
      .trimEnd()
      .split('\n');
    assert.equal(rows.length, lines.length + 1, name);
    assert.ok(
      rows.every((row) => row.length === rows[0]?.length && row.every((cell) => cell !== '')),
      name,
    );
    const shown = rows.slice(1).map((row) => row.at(-2));
    const expected = lines.map((line) => {
      const [waarde = '', eenheid] = line.split(',').slice(name === 'clienten-type' ? 5 : 4);
      if (waarde === '') return '[geheim]';
      return eenheid === 'eurocent' ? String(Number(waarde) / 100) : waarde;
    });
    assert.deepEqual(shown, expected, name);
  }
});

test('a workbook is accessible: a cover, its contents, words and notes, and one whole table from the first cell', async () => {
  const { release, tables } = editionSource();
  const [, perType] = tables;
  assert.ok(perType);
  const marked = withRows(perType, (row) =>
    row.gebied === 'GM0518' && row.periode === '2024' ? { ...row, breuken: ['htp'] } : row,
  );
  const { dir } = writeRelease(
    contents(releasesDir(), { release, tables: [marked], definities: [clientenBlad] }),
  );
  const parts = await unzip(readFileSync(join(dir, 'cijfers', 'clienten-type.ods')));
  const content = parts.get('content.xml') ?? '';
  assert.match(parts.get('meta.xml') ?? '', /<dc:title>Unieke cliënten,[^<]+<\/dc:title><dc:language>nl</);
  assert.doesNotMatch(
    content,
    /-spanned|table:visibility|number-(?:rows|columns)-repeated|<text:p\/>|<text:p><\/text:p>/,
  );
  const sheets = [...content.matchAll(/<table:table table:name="([^"]*)">([\s\S]*?)<\/table:table>/g)];
  const named = new Map(sheets.map(([, name = '', body = '']) => [name, cellsOf(body)]));
  assert.deepEqual([...named.keys()], ['Over dit bestand', 'Inhoud', 'Woorden en noten', 'Cijfers']);
  const [, ...listed] = named.get('Inhoud') ?? [];
  assert.deepEqual(
    listed.map(([name]) => name),
    [...named.keys()],
  );
  for (const [name, rows] of named) assert.equal(new Set(rows.map((row) => row.length)).size, 1, name);
  const notes = (named.get('Woorden en noten') ?? []).map(([word]) => word);
  const used = new Set((named.get('Cijfers') ?? []).slice(1).map((row) => row.at(-1)));
  assert.deepEqual([...used].sort(), ['[noot 1]', 'geen']);
  assert.ok(notes.includes('[noot 1]') && !notes.includes('[noot 2]'));
  assert.match(
    (named.get('Over dit bestand') ?? []).join('\n'),
    /Hoeveel kinderen kregen hulp\?[\s\S]*Contact: /,
  );
});

test('the changes since the previous release name every figure that differs, and why', () => {
  const dir = releasesDir();
  writeRelease(contents(dir));
  const more: Figures = (gebied, jaar) => {
    const figures = madeUpFigures(gebied, jaar);
    if (gebied !== 'GM0503' || jaar !== 2024) return figures;
    return { ...figures, clienten: figures.clienten + 100, perType: { ...figures.perType, gezinshuizen: 4 } };
  };
  const later = { ...haaglandenRelease('2024-2'), dataTot: '2025-06-30' };
  const { dir: second, manifest } = writeRelease(
    contents(dir, { release: later, tables: editionSource(more).tables }),
  );
  assert.equal(manifest.vorige, '2024-1');
  const { wijzigingen } = readRelease(second);
  const found = wijzigingen.verschillen.map(
    ({ soort, reden, indicator, dimensies }) =>
      `${soort} (${reden}): ${[indicator, ...Object.values(dimensies)].join('/')}`,
  );
  assert.deepEqual(found, [
    'gewijzigd (nieuwe gegevens): clienten',
    'gewijzigd (nieuwe gegevens): clienten-groei',
    'verborgen (nieuwe gegevens): clienten/gezinshuizen',
    'gewijzigd (nieuwe gegevens): uitgaven',
  ]);
  assert.match(
    readFileSync(join(second, 'wijzigingen.md'), 'utf8'),
    /Unieke cliënten · Delft · 2024 \| reguliere bijstelling \| andere waarde \| 2\.485 \| 2\.585[\s\S]*· Delft · Gezinshuizen · 2024 \|[^\n]*nu geheim \| niet herhaald \| geheim/,
  );
  assert.deepEqual(releaseIds(dir), ['2024-1', '2024-2']);
  assert.equal(nextReleaseId(dir, 2024), '2024-3');
});
