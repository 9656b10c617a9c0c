// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { assertWithin, type Grens } from './grenzen.ts';
import { BSN, declaratie, MAART, Terminal, workspaceWith } from './small-region.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

async function checked(folder: string, faultRate: string) {
  await terminal.run('new', folder, '--regio', 'haaglanden');
  const argv = ['sample', folder, '--scale', '0.02', '--seed', '11', '--fault-rate', faultRate];
  assert.equal((await terminal.run(...argv)).code, 0);
  assert.equal((await terminal.run('ingest', folder)).code, 0);
  const { code, out, notes } = await terminal.run('check', folder, '--json', '--html', `${folder}.html`);
  assert.equal(code, 0, notes);
  return JSON.parse(out);
}

test('what the figures are without faults lies within the bounds that check gives with faults', async (t) => {
  const clean = await checked('heel', '0');
  const broken = await checked('stuk', '0.03');
  assert.ok(broken.geraakt.prestaties > 0 && broken.geraakt.clienten > 0);
  const { bounded, moved, compared } = assertWithin(clean.grenzen, broken.grenzen);
  t.diagnostic(`${moved} of ${compared} figures moved, ${bounded} have both bounds`);
  assert.ok(moved > 100 && bounded > 350);
});

test('a line that cannot be read: its amount follows from the total of its message, and it is one client more or less', async () => {
  const bytes = Buffer.from(
    declaratie('D1', 'GM0503', MAART, [
      { bsn: BSN[0], referentie: 'R1', cents: 100 },
      { bsn: BSN[1], referentie: 'R2', cents: 237 },
    ]),
  ).toString();
  await workspaceWith(terminal, {
    'a.xml': Buffer.from(bytes.replace(/(<(?:\w+:)?Bedrag>)237(<)/, '$1veel$2')),
  });
  await terminal.run('ingest', 'w');
  const { code, out, notes } = await terminal.run('check', 'w', '--json');
  assert.equal(code, 0, notes);
  const { geraakt, grenzen } = JSON.parse(out);
  assert.deepEqual([geraakt.declaratieRijenOpzij, geraakt.zorgRijenOpzij, geraakt.opzijCents], [1, 0, 237]);
  const of = (indicator: string) =>
    (grenzen as readonly Grens[])
      .filter((grens) => grens.indicator === indicator && grens.periode === '2024')
      .map(({ waarde, ondergrens, bovengrens }) => [ondergrens, waarde, bovengrens]);
  assert.deepEqual(of('uitgaven'), [[0, 100, 337]]);
  assert.deepEqual(of('clienten'), [[0, 1, 2]]);
});

test('the page says it is internal, has every part, and names no child', async () => {
  const report = await checked('stuk', '0.03');
  const html = readFileSync(terminal.path('stuk.html'), 'utf8');
  for (const id of [
    'gevonden',
    'ontbreekt',
    'grenzen',
    'tabel-regel',
    'tabel-gemeente',
    'tabel-dekking',
    'tabel-grens',
  ])
    assert.match(html, new RegExp(`id="${id}"`));
  assert.match(html, /Intern/);
  assert.doesNotMatch(html, /<script|undefined|NaN/);
  assert.doesNotMatch(html, /\b9999\d{5}\b/);
  assert.doesNotMatch(JSON.stringify(report), /pseudoniem|\b9999\d{5}\b/);
});
