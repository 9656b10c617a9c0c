// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { writeRelease } from '../../src/publish/index.ts';
import { type RunningServer, serveRelease } from '../../src/server/index.ts';
import { editionSource, haaglandenRelease } from '../report/haaglanden-release.ts';

const workspace = mkdtempSync(join(tmpdir(), 'regiovisie-server-'));
let server: RunningServer;

function publish(id: string): void {
  const { tables } = editionSource();
  writeRelease({
    releasesDir: join(workspace, 'releases'),
    release: haaglandenRelease(id),
    tables,
    geheimhouding: {},
    pages: [{ pad: 'index.html', inhoud: `<!doctype html><title>${id}</title>` }],
  });
}

async function codeOf(run: Promise<unknown>): Promise<string | undefined> {
  try {
    await run;
  } catch (error) {
    if (error instanceof OperatorError) return error.problems[0]?.code;
    throw error;
  }
  return undefined;
}

before(async () => {
  publish('2024-1');
  publish('2024-2');
  writeFileSync(join(workspace, 'magazijn.duckdb'), 'not for the web');
  server = await serveRelease({ dir: join(workspace, 'releases'), port: 0 });
});

after(async () => {
  await server.close();
  rmSync(workspace, { recursive: true, force: true });
});

test('the newest release is the first page, and earlier ones stay at their own address', async () => {
  assert.equal(server.release, '2024-2');
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  assert.match(await (await fetch(server.url)).text(), /2024-2/);
  assert.match(await (await fetch(`${server.url}releases/2024-1/`)).text(), /2024-1/);
  const csv = await fetch(`${server.url}cijfers/clienten.csv`);
  assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8');
  assert.match(await csv.text(), /^indicator,variant,periode,gebied,waarde/);
});

test('every answer carries the security headers', async () => {
  for (const path of ['', 'cijfers/all.json', 'bestaat-niet']) {
    const { headers } = await fetch(server.url + path);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
  }
});

test('what does not exist, and what is not part of a release, is a page in Dutch', async () => {
  const paths = [
    'bestaat-niet',
    'releases/2023-1/index.html',
    '..%2f..%2fmagazijn.duckdb',
    'releases/2024-1/..%2f..%2f..%2fmagazijn.duckdb',
    'cijfers/',
    '%00',
  ];
  for (const path of paths) {
    const answer = await fetch(server.url + path);
    const text = await answer.text();
    assert.ok(answer.status === 404, `${path}: ${answer.status}`);
    assert.match(text, /<html lang="nl">[\s\S]*Deze pagina bestaat niet/, path);
  }
  const posted = await fetch(server.url, { method: 'POST', body: 'x' });
  assert.equal(posted.status, 404);
});

test('a port that is taken and a workspace without a release are errors that an operator can mend', async () => {
  const port = Number(new URL(server.url).port);
  assert.equal(await codeOf(serveRelease({ dir: join(workspace, 'releases'), port })), 'server.port-taken');
  const empty = mkdtempSync(join(tmpdir(), 'regiovisie-leeg-'));
  assert.equal(await codeOf(serveRelease({ dir: empty, port: 0 })), 'server.release-absent');
  rmSync(empty, { recursive: true });
});

test('closing it frees the port', async () => {
  const first = await serveRelease({ dir: join(workspace, 'releases'), port: 0 });
  const port = Number(new URL(first.url).port);
  await first.close();
  const second = await serveRelease({ dir: join(workspace, 'releases'), port });
  assert.equal(new URL(second.url).port, String(port));
  await second.close();
});
