// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { Terminal } from './small-region.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

const HEAD = 'tabel,titel,gebied,melder,jaar,gedrukt,eenheid\n';
const ROW = 'Tabel 1,Aanmeldingen per melder,H9,';
const TRUE = `${HEAD}${ROW}lokaal,2024,40,aanmeldingen\n${ROW}huisarts,2024,60,aanmeldingen\n${ROW}totaal,2024,100,aanmeldingen\n`;

test('exit code 0 when nothing contradicts, 1 with the finding when something does', async () => {
  writeFileSync(terminal.path('goed.csv'), TRUE);
  writeFileSync(terminal.path('fout.csv'), TRUE.replace('2024,100', '2024,110'));
  const good = await terminal.run('proof', 'goed.csv');
  assert.equal(good.code, 0, good.notes);
  const bad = await terminal.run('proof', 'fout.csv');
  assert.equal(bad.code, 1);
  assert.match(
    bad.out,
    /Tabel 1, H9, totaal, 2024\n {2}Er staat: 110\n {2}Verwacht: 100\n {2}De delen tellen niet op/,
  );
  const json = JSON.parse((await terminal.run('proof', 'fout.csv', '--json')).out) as {
    bevindingen: { id: string; uitleg_en: string[] }[];
  };
  assert.equal(json.bevindingen[0]?.id, 'som:Tabel 1/totaal/H9/2024');
  assert.match(json.bevindingen[0]?.uitleg_en[0] ?? '', /^The parts do not add up/);
});

test('running text goes with --text, findings go to a page with --html', async () => {
  writeFileSync(terminal.path('goed.csv'), TRUE);
  writeFileSync(
    terminal.path('tekst.txt'),
    'In tabel 1 is te zien dat er in 2024 in totaal 101 aanmeldingen waren.\n',
  );
  const run = await terminal.run('proof', 'goed.csv', '--text', 'tekst.txt', '--html', 'proef.html');
  assert.equal(run.code, 1, run.notes);
  assert.match(run.out, /tekst\.txt, r\. 1\n/);
  const page = readFileSync(terminal.path('proef.html'), 'utf8');
  assert.match(page, /<html lang="nl">/);
  assert.match(page, /101 staat niet in Tabel 1/);
  assert.match(readFileSync(terminal.path('proef.en.html'), 'utf8'), /101 is not in Tabel 1/);
});

test('a file that is not there, or is no table of figures, is an operator error', async () => {
  writeFileSync(terminal.path('leeg.json'), '{}');
  const absent = await terminal.run('proof', 'weg.csv');
  assert.equal(absent.code, 1);
  assert.match(absent.notes, /^cli\.no-such-file/);
  const empty = await terminal.run('proof', 'leeg.json');
  assert.match(empty.notes, /^proof\.unreadable-figures/);
});
