// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EIGEN_CODES, REGELS, RESTRICTIES } from '../../src/ijw/index.ts';
import { KETEN_REGELS } from '../../src/store/index.ts';
import { projectRoot } from '../project-root.ts';

const page = (name: string): string => readFileSync(join(projectRoot, 'docs', 'reference', name), 'utf8');

function tableRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| code'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')));
}

test('the page of rules lists every rule that is judged, and no other, as judged', () => {
  const rows = tableRows(page('ijw-rules.md'));
  const judged = rows.filter((row) => /^\*\*Yes\*\*, level [234]/.test(row[5] ?? '')).map((row) => row[1]);
  assert.deepEqual(judged.sort(), REGELS.map((regel) => regel.code).sort());
  for (const regel of REGELS) {
    const row = rows.find((cells) => cells[1] === regel.code);
    assert.equal(row?.[4], regel.betekenis, `${regel.code}: generate the page again`);
  }
});

test('the page of rules knows which rules the warehouse judges, and says of them what they say', () => {
  const rows = tableRows(page('ijw-rules.md'));
  const listed = rows.filter((row) => row[5]?.startsWith('**Yes**, over the warehouse')).map((row) => row[1]);
  const judged = [...KETEN_REGELS.map((regel) => regel.code), 'TR056'];
  assert.deepEqual(listed.sort(), judged.sort(), 'run scripts/generate-ijw-pages.mjs again');
  for (const { code, betekenis, beperking = '' } of KETEN_REGELS) {
    const row = rows.find((cells) => cells[1] === code);
    assert.equal(row?.[4], betekenis, `${code}: generate the page again`);
    assert.ok(row?.[5]?.endsWith(beperking), `${code}: generate the page again`);
  }
});

test('the page says of every restriction what a finding means', () => {
  const rows = tableRows(page('ijw-rules.md'));
  for (const [code, meaning] of Object.entries(RESTRICTIES)) {
    assert.equal(rows.find((cells) => cells[1] === code)?.[4], meaning, code);
  }
});

test('the page of rules names every rule of the standard with a reason', () => {
  const rows = tableRows(page('ijw-rules.md'));
  assert.equal(new Set(rows.map((row) => row[1])).size, rows.length);
  assert.ok(rows.length >= 300);
  assert.deepEqual(
    rows.filter((row) => (row[5] ?? '').length < 10),
    [],
  );
});

test('every finding code in the source is explained, and every explained code is in the source', () => {
  const folder = join(projectRoot, 'src', 'ijw');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('finding-codes.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const used = new Set([...source.matchAll(/'(ijw\.[a-z0-9-]+)'/g)].map((match) => match[1]));
  assert.deepEqual([...used].sort(), Object.keys(EIGEN_CODES).sort());
  const explained = tableRows(page('ijw-findings.md')).map((row) => row[1]?.replaceAll('`', ''));
  assert.deepEqual(explained.sort(), Object.keys(EIGEN_CODES).sort());
});
