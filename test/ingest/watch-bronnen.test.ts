// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchBronnen } from '../../src/ingest/index.ts';
import { tijdelijkeMap } from '../store/voorbeeld.ts';

test('a file is offered once, when it has come to rest, and again when it was written again', async (t) => {
  const folder = tijdelijkeMap(t);
  mkdirSync(join(folder, 'diep'));
  const stop = new AbortController();
  const seen: string[] = [];
  const watching = (async () => {
    for await (const files of watchBronnen({ folder, workspace: folder, everyMs: 60, signal: stop.signal })) {
      seen.push(...files.map(({ pad, bytes }) => `${pad} ${bytes}`));
    }
  })();
  const until = async (offer: string): Promise<void> => {
    for (let tries = 0; !seen.includes(offer) && tries < 500; tries += 1) await sleep(20);
    assert.ok(seen.includes(offer), `${offer} was not offered, but ${seen.join()}`);
  };
  writeFileSync(join(folder, 'a.xml'), 'x');
  await until('a.xml 1');
  for (let byte = 0; byte < 12; byte += 1) {
    appendFileSync(join(folder, 'diep', 'groeit.xml'), 'yy');
    await sleep(15);
  }
  await until('diep/groeit.xml 24');
  writeFileSync(join(folder, 'a.xml'), 'xyz');
  await until('a.xml 3');
  stop.abort();
  await watching;
  assert.equal(new Set(seen).size, seen.length);
});

test('a watch that was stopped before it began ends at once', async (t) => {
  const stop = AbortSignal.abort();
  const folder = tijdelijkeMap(t);
  for await (const _ of watchBronnen({ folder, workspace: folder, everyMs: 60_000, signal: stop }))
    assert.fail('nothing to offer');
});
