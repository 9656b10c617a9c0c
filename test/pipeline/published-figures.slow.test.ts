// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { projectRoot, sharedRoot } from '../project-root.ts';

const dir = mkdtempSync(join(tmpdir(), 'regiovisie-demo-'));
const program = join(projectRoot, 'bin', 'regiovisie.mjs');
const werkmap = join(dir, 'demo', 'haaglanden');
const release = join(werkmap, 'releases', '2024-1');
const published = join(sharedRoot, 'reference', 'published', 'monitor-2024.json');

type Row = Readonly<Record<string, string>>;

function regiovisie(...argv: readonly string[]) {
  const env = { ...process.env, REGIOVISIE_SLEUTEL: '' };
  return spawnSync(process.execPath, [program, ...argv], { cwd: dir, env, encoding: 'utf8', maxBuffer: 1e9 });
}

function rawFigures(...argv: readonly string[]): readonly Row[] {
  const key = join(dir, 'demo', 'sleutel.txt');
  const done = regiovisie('figures', werkmap, ...argv, '--raw', '--format', 'csv', '--key-file', key);
  assert.equal(done.status, 0, done.stderr);
  return parse(done.stdout, { columns: true }) as Row[];
}

function readCsv(path: string): readonly Row[] {
  return parse(readFileSync(path, 'utf8'), { columns: true }) as Row[];
}

/** Exact figures by `indicator|variant|gebied|type|jaar`, in the unit in which they were printed: clients, whole euros, whole percentages. */
function computedFigures(): ReadonlyMap<string, number> {
  const rows = [
    ...rawFigures('clienten', 'uitgaven-per-client', 'kosten-boven-grens'),
    ...rawFigures('clienten', '--by', 'type'),
  ];
  const printed = ({ eenheid, waarde }: Row): number =>
    eenheid === 'eurocent'
      ? Math.round(Number(waarde) / 100)
      : eenheid === 'aandeel'
        ? Math.round(100 * Number(waarde))
        : Number(waarde);
  return new Map(
    rows.map((row) => [
      [row.indicator, row.variant, row.gebied, row.type ?? '', row.periode].join('|'),
      printed(row),
    ]),
  );
}

before(() => {
  const demo = regiovisie('demo', 'demo', '--no-serve');
  assert.equal(demo.status, 0, demo.stderr);
  for (const path of [
    'sleutel.txt',
    'haaglanden/magazijn.duckdb',
    'haaglanden/releases/2024-1/monitor.html',
  ]) {
    assert.ok(existsSync(join(dir, 'demo', path)), path);
  }
  assert.match(demo.stdout, /Time per step/);
});
after(() => rmSync(dir, { recursive: true, force: true }));

test('a full-size demo gives every published figure of Tabel 1, Figuur 3 and Tabel 3, but the one that cannot be', (t) => {
  const computed = computedFigures();
  const folder = join(projectRoot, 'regio', 'haaglanden', 'gepubliceerd');
  for (const [name, count] of [
    ['tabel-1-regio.csv', 110], // the region, and H8 as every annex prints it
    ['tabel-1-gemeenten.csv', 495],
    ['figuur-3.csv', 100],
    ['tabel-3.csv', 2],
  ] as const) {
    const rows = readCsv(join(folder, name)).filter(({ variant }) => variant !== 'tekst');
    const wrong = rows.filter((row) => {
      const key = [row.indicator, row.variant, row.gebied, row.type, row.jaar].join('|');
      const wanted =
        Number(row.waarde) * (row.eenheid === 'aandeel' ? 100 : row.eenheid === 'eurocent' ? 0.01 : 1);
      return computed.get(key) !== Math.round(wanted);
    });
    t.diagnostic(`${name}: ${rows.length - wrong.length} of ${rows.length}`);
    const impossible = wrong.map(({ indicator, gebied, jaar }) => `${indicator} ${gebied} ${jaar}`);
    assert.deepEqual(impossible, name === 'figuur-3.csv' ? ['uitgaven-per-client JZ24 2022'] : []);
    assert.equal(rows.length, count);
  }
});

test('our own copy of the published figures is the published one, but for the listed repairs', {
  skip: existsSync(published) ? false : 'shared/ is not beside this checkout',
}, () => {
  const areas = [
    'den-haag',
    'delft',
    'leidschendam-voorburg',
    'midden-delfland',
    'pijnacker-nootdorp',
    'rijswijk',
    'wassenaar',
    'westland',
    'zoetermeer',
  ];
  const codes = ['GM0518', 'GM0503', 'GM1916', 'GM1842', 'GM1926', 'GM0603', 'GM0629', 'GM1783', 'GM0637'];
  const gebied = (region: string): string => codes[areas.indexOf(region)] ?? 'JZ24';
  const types: Readonly<Record<string, string>> = {
    'jeugd-opvoedhulp': 'jeugd-en-opvoedhulp',
    landelijk: 'landelijk-ingekocht',
  };
  const tables = JSON.parse(readFileSync(published, 'utf8')) as {
    id: string;
    rows: { region: string; type?: string; measure?: string; year: number; value: number }[];
  }[];
  const computed = computedFigures();
  const differs: string[] = [];
  let compared = 0;
  for (const { id, rows } of tables) {
    if (!/^main-tabel-01$|-tabel-1$|^main-figuur-03$/.test(id)) continue;
    for (const { region, type = '', measure, year, value } of rows) {
      const indicator = measure === 'gemiddelde-uitgave-per-client' ? 'uitgaven-per-client' : 'clienten';
      const key = [indicator, '', gebied(region), types[type] ?? type, year].join('|');
      compared += 1;
      if (computed.get(key) !== value)
        differs.push(`${key}: printed ${value}, computed ${computed.get(key)}`);
    }
  }
  assert.equal(compared, 650);
  assert.deepEqual(differs.sort(), [
    'clienten||GM0503||2021: printed 2236, computed 2326',
    'clienten||GM0603||2024: printed 1699, computed 1688',
    'uitgaven-per-client||JZ24||2022: printed 9932, computed 9928',
  ]);
});

test('what the release shows is the exact figure, what it hides is nowhere in it, and the attack finds nothing', () => {
  const exact = new Map(
    rawFigures('clienten', '--by', 'type').map((row) => [
      [row.gebied, row.type, row.periode].join('|'),
      row.waarde,
    ]),
  );
  const rows = readCsv(join(release, 'cijfers', 'clienten-type.csv'));
  const hidden = rows.filter(({ status }) => status === 'geheim');
  const small = [...exact.values()].filter((value) => Number(value) >= 1 && Number(value) <= 9);
  assert.ok(small.length > 0);
  assert.ok(hidden.length > small.length, 'hiding the small cells alone is not enough');
  for (const row of rows) {
    const value = exact.get([row.gebied, row.type, row.periode].join('|'));
    assert.equal(row.waarde, row.status === 'geheim' ? '' : value);
    if (Number(value) >= 1 && Number(value) <= 9) assert.equal(row.status, 'geheim');
  }
  const attack = regiovisie('attack', release, '--json');
  assert.equal(attack.status, 0, attack.stderr);
  assert.deepEqual(JSON.parse(attack.stdout).teSmal, []);
});

test('no BSN that was delivered is in the warehouse, the logbook or the release', () => {
  const bsns = deliveredBsns();
  assert.ok(bsns.size > 500);
  const files = readdirSync(werkmap, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('bronnen'))
    .map((entry) => join(entry.parentPath, entry.name));
  assert.ok(files.some((file) => file.endsWith('magazijn.duckdb')));
  const found = files.filter((file) => {
    const text = readFileSync(file).toString('latin1');
    return [...text.matchAll(/(?<!\d)\d{9}(?!\d)/g)].some(([digits]) => bsns.has(digits));
  });
  assert.deepEqual(found, []);
});

test('a second demo in the same folder is quick and leaves the same release', () => {
  const manifest = readFileSync(join(release, 'manifest.json'), 'utf8');
  const again = regiovisie('demo', 'demo', '--no-serve');
  assert.equal(again.status, 0, again.stderr);
  assert.match(again.stdout, /was there already/);
  assert.equal(readFileSync(join(release, 'manifest.json'), 'utf8'), manifest);
});

/** BSNs in the messages that lie as bare XML among the sources. */
function deliveredBsns(): ReadonlySet<string> {
  const files = readdirSync(join(werkmap, 'bronnen'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/Bsn>(\d{9})</g)].map((match) => match[1] ?? ''),
    ),
  );
}
