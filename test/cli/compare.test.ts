// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import type { Release } from '../../src/contract/index.ts';
import { writeRelease } from '../../src/publish/index.ts';
import {
  editionSource,
  type Figures,
  haaglandenRelease,
  madeUpFigures,
} from '../report/haaglanden-release.ts';
import { Terminal } from './small-region.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

function publish(id: string, figures: Figures, change: Partial<Release> = {}): void {
  writeRelease({
    releasesDir: terminal.path('releases'),
    release: { ...haaglandenRelease(id), ...change },
    tables: editionSource(figures).tables,
    geheimhouding: {},
    pages: [],
  });
}

const corrected: Figures = (gebied, jaar) => {
  const figures = madeUpFigures(gebied, jaar);
  return gebied === 'GM0629' && jaar === 2023 ? { ...figures, clienten: figures.clienten + 20 } : figures;
};

test('a change without new data, definition or composition is a correction', async () => {
  publish('2024-1', madeUpFigures);
  publish('2024-2', corrected);
  const { code, out, notes } = await terminal.run('compare', 'releases/2024-1', 'releases/2024-2');
  assert.equal(code, 0, notes);
  assert.match(out, /^clienten 2023 GM0629 {2}670 ─▶ 690 {2}\(correction\)$/m);
  assert.match(out, /^\d+ figures differ between 2024-1 and 2024-2 \(patch\)$/m);
});

test('a reason is named for what the two releases say of themselves', async () => {
  publish('2024-1', madeUpFigures);
  publish('2024-2', corrected, { dataTot: '2025-09-30' });
  publish('2024-3', corrected, { dataTot: '2025-09-30', definities: { clienten: '2021-01-01' } });
  const reasons = async (old: string, now: string) => {
    const { out } = await terminal.run('compare', `releases/${old}`, `releases/${now}`, '--json');
    const { verschillen } = JSON.parse(out) as { verschillen: { indicator: string; reden: string }[] };
    return new Set(verschillen.map(({ indicator, reden }) => `${indicator}: ${reden}`));
  };
  assert.ok((await reasons('2024-1', '2024-2')).has('clienten: nieuwe gegevens'));
  assert.ok((await reasons('2024-1', '2024-3')).has('clienten: definitie'));
  assert.deepEqual(await reasons('2024-2', '2024-3'), new Set());
});

test('the same figures are called the same, and a release that was touched is not compared', async () => {
  publish('2024-1', madeUpFigures);
  const same = await terminal.run('compare', 'releases/2024-1', 'releases/2024-1');
  assert.match(same.out, /hold the same figures/);
  appendFileSync(terminal.path('releases', '2024-1', 'cijfers', 'clienten.csv'), 'x');
  const { code, notes } = await terminal.run('compare', 'releases/2024-1', 'releases/2024-1');
  assert.equal(code, 1);
  assert.match(notes, /publish\.file-changed/);
});
