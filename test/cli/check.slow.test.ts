// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { Terminal } from './small-region.ts';

interface Grens {
  readonly indicator: string;
  readonly variant: string;
  readonly periode: string;
  readonly waarde: number;
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
}

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
  let bounded = 0;
  for (const truth of clean.grenzen as readonly Grens[]) {
    const name = `${truth.indicator} ${truth.variant} ${truth.periode}`;
    const grens = (broken.grenzen as readonly Grens[]).find(
      ({ indicator, variant, periode }) => `${indicator} ${variant} ${periode}` === name,
    );
    if (grens === undefined) continue;
    const [least, most] = [
      grens.ondergrens ?? Number.NEGATIVE_INFINITY,
      grens.bovengrens ?? Number.POSITIVE_INFINITY,
    ];
    assert.ok(least <= grens.waarde && grens.waarde <= most, `${name} lies within its own bounds`);
    assert.ok(
      least <= truth.waarde && truth.waarde <= most,
      `${name}: ${truth.waarde} in ${least} to ${most}`,
    );
    if (grens.bovengrens !== null) bounded += 1;
  }
  t.diagnostic(`${bounded} figures have both bounds`);
  assert.ok(bounded > 20);
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
