// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseFigures } from '../../src/sample/figures.ts';
import { sharedRoot } from '../project-root.ts';
import { figuresFiles, haaglanden } from './haaglanden.ts';

const published = join(sharedRoot, 'reference', 'published', 'monitor-2024.json');

test('every value of the other sources stands in the published monitor on the line that we name', {
  skip: existsSync(published) ? false : 'shared/ is not beside this checkout',
}, () => {
  const tables = JSON.parse(readFileSync(published, 'utf8')) as {
    rows: { line?: number; value: number | string }[];
  }[];
  const perLine = new Map<number, Set<number>>();
  for (const { line, value } of tables.flatMap(({ rows }) => rows)) {
    if (line === undefined || typeof value !== 'number') continue;
    perLine.set(line, (perLine.get(line) ?? new Set()).add(value));
  }
  const own = parseFigures(figuresFiles, haaglanden).filter(
    ({ indicator, bron }) =>
      bron.startsWith('Monitor') &&
      !['clienten', 'uitgaven-per-client', 'kosten-boven-grens'].includes(indicator),
  );
  const absent = own.filter(({ bron, waarde, indicator }) => {
    const line = Number(/r\. (\d+)$/.exec(bron)?.[1]);
    const value = indicator === 'wachtend-aandeel' ? Math.round(waarde * 1000) / 10 : waarde;
    return !perLine.get(line)?.has(value);
  });
  assert.deepEqual(absent, []);
  assert.equal(own.length, 430);
});
