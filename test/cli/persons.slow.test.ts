// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../project-root.ts';
import { tijdelijkeMap } from '../store/voorbeeld.ts';
import { unpack } from './met-de-hand.ts';

const program = join(projectRoot, 'bin', 'regiovisie.mjs');
const KEY = 'een-sleutel-die-alleen-in-tests-bestaat';
/** Elements that say who somebody is. */
/** Shorter values are also words of the program. Unit: characters. */
const LEAST = 6;
const PERSONAL = [
  'Bsn',
  'Achternaam',
  'Straatnaam',
  'Straat',
  'Voornamen',
  'Postcode',
  'Nummer',
  'Emailadres',
];

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('every byte of the workspace, the logs, the output and the temporary folder: no BSN, name or address of the sample', (t) => {
  const folder = tijdelijkeMap(t);
  const tmp = join(folder, 'tmp');
  mkdirSync(tmp);
  const said: string[] = [];
  const run = (...argv: readonly string[]): void => {
    const done = spawnSync(process.execPath, [program, ...argv], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: tmp, REGIOVISIE_SLEUTEL: KEY },
      maxBuffer: 2 ** 28,
    });
    assert.equal(done.status, 0, done.stderr);
    said.push(done.stdout, done.stderr);
  };
  run('new', 'w', '--regio', 'haaglanden');
  const regio = join(folder, 'w', 'regio.yaml');
  writeFileSync(regio, `${readFileSync(regio, 'utf8')}\narchief: aan\n`);
  run('sample', 'w', '--scale', '0.01', '--fault-rate', '0.02');
  const values = new Set<string>();
  for (const path of filesIn(join(folder, 'w', 'bronnen'))) {
    for (const bytes of unpack(readFileSync(path))) {
      const text = bytes.toString('utf8');
      for (const tag of PERSONAL)
        for (const [, value = ''] of text.matchAll(new RegExp(`<[a-z0-9]+:${tag}>([^<]{6,})<`, 'g')))
          values.add(value);
    }
  }
  const secret = [...values];
  assert.ok(secret.filter((value) => /^\d{9}$/.test(value)).length > 100, 'there are BSNs to search for');
  assert.ok(
    secret.filter((value) => /^[A-Z][a-z]+$/.test(value)).length > 50,
    'there are names to search for',
  );
  run('ingest', 'w');
  run('check', 'w', '--html', 'check.html');
  run('explain', 'w', 'clienten', '--cell', 'year=2024,gemeente=GM0518', '--json');
  run('figures', 'w', 'clienten', '--by', 'leeftijd', '--raw');
  run('archive', 'list', 'w');
  run('doctor', 'w');
  rmSync(join(folder, 'w', 'fouten.csv'), { force: true });
  const texts = [
    ...filesIn(folder).map((path) => [path, readFileSync(path).toString('latin1')] as const),
    ...said.map((text, n) => [`output ${n}`, text] as const),
  ];
  assert.ok(
    texts.some(([path]) => path.endsWith('magazijn.duckdb')) && texts.some(([path]) => path.endsWith('.rva')),
  );
  const numbers = new Set(secret.filter((value) => /^\d{9}$/.test(value)));
  const words = new Map<string, string[]>();
  for (const value of secret.filter((candidate) => !numbers.has(candidate))) {
    const word = Buffer.from(value, 'utf8').toString('latin1');
    words.set(word.slice(0, LEAST), [...(words.get(word.slice(0, LEAST)) ?? []), word]);
  }
  for (const [path, text] of texts) {
    for (const [, digits = ''] of text.matchAll(/(?<!\d)(\d{9})(?!\d)/g))
      assert.ok(!numbers.has(digits), `a BSN stands in ${path}`);
    if (path.endsWith('.csv') || path.endsWith('.yaml') || path.includes('gepubliceerd')) continue;
    for (let at = 0; at + LEAST <= text.length; at += 1) {
      const found = words.get(text.slice(at, at + LEAST))?.some((word) => text.startsWith(word, at));
      assert.ok(found !== true, `a name or address stands in ${path}`);
    }
  }
});
