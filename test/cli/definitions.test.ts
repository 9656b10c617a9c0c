// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadDefinition, loadToelichting } from '../../src/cli/definitions.ts';
import { OperatorError } from '../../src/contract/index.ts';
import { projectRoot } from '../project-root.ts';

const terugkeer = readFileSync(join(projectRoot, 'indicatoren', 'terugkeer', '2020-01-01.yaml'), 'utf8');

/** A workspace with these files in `indicatoren/`, and what is loaded from it. */
function workspaceWith(files: Readonly<Record<string, string>>) {
  const dir = mkdtempSync(join(tmpdir(), 'definities-'));
  for (const [name, text] of Object.entries(files)) {
    const file = join(dir, 'indicatoren', name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  const context = { cwd: dir, programRoot: projectRoot } as Parameters<typeof loadDefinition>[0];
  return {
    load: (id: string, version?: string) => loadDefinition(context, dir, id, version),
    toelichting: async (id: string) => loadToelichting(context, dir, await loadDefinition(context, dir, id)),
    refused: async (id: string, version?: string) => {
      try {
        await loadDefinition(context, dir, id, version);
      } catch (error) {
        if (error instanceof OperatorError) return error.problems;
        throw error;
      }
      return [];
    },
  };
}

function valid(from: string, text = terugkeer): string {
  return text.replace('geldig-vanaf: "2020-01-01"', `geldig-vanaf: "${from}"`);
}

test('the newest definition of the workspace goes before those of the program, which can still be asked for', async () => {
  const { load, toelichting, refused } = workspaceWith({
    'terugkeer/2019-01-01.yaml': valid('2019-01-01', terugkeer.replace('standaard: 365', 'standaard: 180')),
    'terugkeer/2018-01-01.yaml': valid('2018-01-01'),
  });
  assert.equal((await load('terugkeer')).geldigVanaf, '2019-01-01');
  assert.equal((await load('terugkeer', '2018-01-01')).geldigVanaf, '2018-01-01');
  assert.equal((await load('terugkeer', '2020-01-01')).geldigVanaf, '2020-01-01');
  assert.equal((await load('uitval')).geldigVanaf, '2020-01-01');
  assert.match((await toelichting('terugkeer')).nl, /31 tot en met 180 dagen/);
  const [problem] = await refused('terugkeer', '2017-01-01');
  assert.equal(problem?.code, 'cli.no-definition');
  assert.match(problem.remedy, /2018-01-01, 2019-01-01, 2020-01-01$/);
});

test('on one date the definition of the workspace goes before', async () => {
  const own = terugkeer.replace('naam: { nl: Terugkeer,', 'naam: { nl: Herhaald beroep,');
  const { load } = workspaceWith({ 'terugkeer/2020-01-01.yaml': own });
  assert.equal((await load('terugkeer', '2020-01-01')).naam.nl, 'Herhaald beroep');
});

test('a file that nobody would find is a mistake with its place', async () => {
  const { refused } = workspaceWith({
    'terugkeer/2026-1-1.yaml': valid('2026-01-01'),
    'terugkeer/2026-02-30.yaml': valid('2026-02-30'),
    'terugkeer/2026-03-01.yml': valid('2026-03-01'),
    'terugkeer/gevallen.yaml': '[]',
  });
  assert.deepEqual(
    (await refused('terugkeer')).map(({ code, place }) => [code, place]),
    ['2026-02-30.yaml', '2026-03-01.yml', '2026-1-1.yaml'].map((name) => [
      'cli.wrong-definition-name',
      `indicatoren/terugkeer/${name}:1:1`,
    ]),
  );
});

test('a definition in the folder of another one is a mistake with its place', async () => {
  const { refused } = workspaceWith({ 'uitval/2026-01-01.yaml': terugkeer });
  assert.deepEqual(
    (await refused('uitval')).map(({ subject, place }) => [subject, place]),
    [
      ['id', 'indicatoren/uitval/2026-01-01.yaml:3:1'],
      ['geldig-vanaf', 'indicatoren/uitval/2026-01-01.yaml:4:1'],
    ],
  );
});
