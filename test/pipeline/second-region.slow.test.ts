// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { regiovisieIn } from '../cli/run-regiovisie.ts';
import { projectRoot } from '../project-root.ts';

const dir = mkdtempSync(join(tmpdir(), 'regiovisie-merenland-'));
after(() => rmSync(dir, { recursive: true, force: true }));
const gepubliceerd = join(projectRoot, 'regio', 'merenland', 'gepubliceerd');

type Row = Readonly<Record<string, string>>;

const regiovisie = regiovisieIn(dir);

test('another region, from template to release: all of its published figures come back through the files', (t) => {
  regiovisie('new', 'merenland', '--regio', 'merenland');
  const made = regiovisie('sample', 'merenland');
  assert.doesNotMatch(made, /contradiction/);
  assert.match(made, /jeugdbescherming 90 of 90/);
  writeFileSync(join(dir, 'sleutel.txt'), regiovisie('key'));
  const key = ['--key-file', 'sleutel.txt'];
  regiovisie('ingest', 'merenland', ...key);
  const computed = new Map<string, number>();
  for (const question of [
    ['clienten', 'uitgaven-per-client', 'kosten-boven-grens'],
    ['clienten', '--by', 'type'],
  ]) {
    const csv = regiovisie('figures', 'merenland', ...question, '--raw', '--format', 'csv', ...key);
    for (const row of parse(csv, { columns: true }) as Row[])
      computed.set(
        [row.indicator, row.variant, row.gebied, row.type ?? '', row.periode].join('|'),
        Number(row.waarde),
      );
  }
  const wanted = readdirSync(gepubliceerd)
    .flatMap((name) => parse(readFileSync(join(gepubliceerd, name), 'utf8'), { columns: true }) as Row[])
    .filter(({ indicator }) =>
      ['clienten', 'uitgaven-per-client', 'kosten-boven-grens'].includes(indicator ?? ''),
    );
  const printed = (row: Row, value: number): number =>
    row.eenheid === 'eurocent'
      ? Math.round(value / 100)
      : row.eenheid === 'aandeel'
        ? Math.round(value * 100)
        : value;
  const wrong = wanted.filter((row) => {
    const value = computed.get([row.indicator, row.variant, row.gebied, row.type, row.jaar].join('|'));
    return value === undefined || printed(row, value) !== printed(row, Number(row.waarde));
  });
  t.diagnostic(`${wanted.length - wrong.length} of ${wanted.length}`);
  assert.deepEqual(wrong, []);
  assert.equal(wanted.length, 275);
  regiovisie('publish', 'merenland', '--year', '2023', ...key);
  assert.ok(existsSync(join(dir, 'merenland', 'releases', '2023-1', 'monitor.html')));
});
