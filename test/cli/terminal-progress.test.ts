// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terminalProgress } from '../../src/cli/index.ts';

test('without a terminal a long step tells share, rate and time left, at most every ten seconds', () => {
  const lines: string[] = [];
  let now = 0;
  const stream = { isTTY: false, write: (line: string) => lines.push(line) } as unknown as NodeJS.WriteStream;
  const progress = terminalProgress(stream, () => now);
  progress.start('ingest', 100_000_000, 'bytes');
  for (now = 1000; now <= 25_000; now += 1000) progress.advance(now * 2000);
  progress.start('archive', 1000, 'files');
  now += 10_000;
  progress.advance(10);
  assert.deepEqual(lines, [
    'ingest: 20000000/100000000 bytes (20%), 2.0 MB/s, 40 s left\n',
    'ingest: 40000000/100000000 bytes (40%), 2.0 MB/s, 30 s left\n',
    'archive: 10/1000 files (1%), 1.0 files/s, 17 min left\n',
  ]);
});
