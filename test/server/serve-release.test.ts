// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Manifest, OperatorError } from '../../src/contract/index.ts';
import { writeRelease } from '../../src/publish/index.ts';
import { type RunningServer, serveRelease } from '../../src/server/index.ts';
import { clientenBlad } from '../publish/definitie-bladen.ts';
import { editionSource, haaglandenRelease } from '../report/haaglanden-release.ts';

const workspace = mkdtempSync(join(tmpdir(), 'regiovisie-server-'));
const releases = join(workspace, 'releases');
let server: RunningServer;

function publish(id: string): void {
  const { tables } = editionSource();
  writeRelease({
    releasesDir: releases,
    release: haaglandenRelease(id),
    tables: tables.slice(0, 2),
    definities: [clientenBlad],
    geheimhouding: {},
    pages: [
      { pad: 'index.html', inhoud: `<!doctype html><title>${id}</title><body class="x"><p>${id}</p>` },
      { pad: 'dashboard/insluiten/clienten.html', inhoud: '<!doctype html><body>' },
    ],
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

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(server.url + path, { headers, redirect: 'manual' });
  const header = (name: string) => answer.headers.get(name);
  return { status: answer.status, header, text: await answer.text() };
}

before(async () => {
  publish('2024-1');
  publish('2024-2');
  writeFileSync(join(workspace, 'magazijn.duckdb'), 'not for the web');
  server = await serveRelease({ dir: releases, port: 0 });
});

after(async () => {
  await server.close();
  rmSync(workspace, { recursive: true, force: true });
});

test('the newest release is the first page, and earlier ones stay at their own address', async () => {
  assert.equal(server.release, '2024-2');
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  assert.match((await get('')).text, /2024-2/);
  assert.match((await get('releases/2024-1/')).text, /2024-1/);
  assert.equal((await get('releases/2024-1')).header('location'), '/releases/2024-1/');
  const csv = await get('cijfers/clienten.csv');
  assert.equal(csv.header('content-type'), 'text/csv; charset=utf-8');
  assert.match(csv.text, /^indicator,variant,periode,gebied,waarde/);
});

test('a page of an earlier release says which one is the newest; its files stay as they were', async () => {
  const older = await get('releases/2024-1/');
  assert.match(older.text, /<body class="x">\n<aside[^>]*>.*release 2024-1.*<a [^>]*href="\/">.*2024-2/);
  assert.doesNotMatch((await get('releases/2024-2/')).text, /<aside/);
  const csv = await get('releases/2024-1/cijfers/clienten.csv');
  assert.match(csv.header('link') ?? '', /^<\/>; rel="latest-version"/);
  assert.equal((await get('releases/2024-2/cijfers/clienten.csv')).header('link'), null);
  const published = readFileSync(join(releases, '2024-1', 'manifest.json'), 'utf8');
  assert.equal((await get('releases/2024-1/manifest.json')).text, published);
});

test('all releases are listed, the newest first, for people and for programs', async () => {
  const { text } = await get('releases/');
  assert.match(text, /href="\/releases\/2024-2\/"[\s\S]*nieuwste[\s\S]*href="\/releases\/2024-1\/"/);
  const list = JSON.parse((await get('releases.json')).text) as { releases: { id: string; href: string }[] };
  assert.deepEqual(
    list.releases.map(({ id, href }) => `${id} ${href}`),
    ['2024-2 /releases/2024-2/', '2024-1 /releases/2024-1/'],
  );
});

test('every answer carries the security headers; only a figure to embed may stand in a frame', async () => {
  for (const path of ['', 'cijfers/all.json', 'bestaat-niet', 'releases/', 'dashboard/v1/bestaat-niet']) {
    const { header } = await get(path);
    assert.match(header('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/, path);
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('x-frame-options'), 'DENY');
    assert.equal(header('referrer-policy'), 'no-referrer');
  }
  const embedded = await get('dashboard/insluiten/clienten.html');
  assert.match(embedded.header('content-security-policy') ?? '', /frame-ancestors \*/);
  assert.equal(embedded.header('x-frame-options'), null);
});

test('a file is known by its hash and is not sent again, but asked for each time: a release can be withdrawn', async () => {
  const manifest = JSON.parse(readFileSync(join(releases, '2024-2', 'manifest.json'), 'utf8')) as Manifest;
  const { sha256 } = manifest.bestanden.find(({ pad }) => pad === 'cijfers/all.json') ?? { sha256: '' };
  const first = await get('cijfers/all.json');
  assert.equal(first.header('etag'), `"${sha256}"`);
  assert.equal(first.header('cache-control'), 'no-cache');
  const again = await get('cijfers/all.json', { 'if-none-match': `"${sha256}"` });
  assert.deepEqual([again.status, again.text], [304, '']);
  for (const path of [
    'releases/2024-2/',
    'releases/2024-2/cijfers/all.json',
    'releases/2024-1/cijfers/all.json',
  ]) {
    const { status, header } = await get(path);
    assert.deepEqual([status, header('cache-control')], [200, 'no-cache'], path);
  }
  const packed = await fetch(`${server.url}cijfers/all.json`, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  assert.equal(await packed.text(), first.text);
});

test('the API answers with and without .json, from any site, and says its version', async () => {
  const bare = await get('dashboard/v1/indicatoren');
  assert.equal(bare.header('api-version'), '1.0.0');
  assert.equal(bare.header('access-control-allow-origin'), '*');
  assert.equal(bare.text, (await get('dashboard/v1/indicatoren.json')).text);
  assert.equal(bare.header('content-type'), 'application/json; charset=utf-8');
  assert.match((await get('releases/2024-1/dashboard/v1/indicatoren/clienten')).text, /"id": "clienten"/);
  assert.equal((await get('dashboard/v1')).header('location'), '/dashboard/v1/openapi.json');
  assert.equal((await get('dashboard/v1/openapi.json')).status, 200);
});

test('an error of the API is a problem with a status, a title and a detail in Dutch', async () => {
  const cases = [
    ['dashboard/v1/indicatoren/bestaat-niet', 404],
    ['dashboard/v1/indicatoren/Cli%C3%ABnten', 400],
    ['releases/2024-1/dashboard/v1/tabellen/niets.json', 404],
  ] as const;
  for (const [path, status] of cases) {
    const answer = await get(path);
    assert.equal(answer.status, status, path);
    assert.equal(answer.header('content-type'), 'application/problem+json; charset=utf-8');
    assert.equal(answer.header('api-version'), '1.0.0');
    const problem = JSON.parse(answer.text) as Record<string, unknown>;
    assert.equal(problem.status, status);
    assert.ok(problem.title && problem.detail);
  }
  const posted = await fetch(`${server.url}dashboard/v1/release`, { method: 'POST', body: 'x' });
  assert.equal(posted.status, 405);
  assert.equal(posted.headers.get('allow'), 'GET, HEAD');
});

test('what does not exist, and what is not part of a release, is a page in Dutch', async () => {
  const paths = [
    'bestaat-niet',
    'releases/2023-1/index.html',
    '..%2f..%2fmagazijn.duckdb',
    'releases/2024-1/..%2f..%2f..%2fmagazijn.duckdb',
    'cijfers/',
    '%00',
    '%zz',
  ];
  for (const path of paths) {
    const { status, text } = await get(path);
    assert.equal(status, 404, path);
    assert.match(text, /<html lang="nl">[\s\S]*Deze pagina bestaat niet/, path);
  }
  const posted = await fetch(server.url, { method: 'POST', body: 'x' });
  assert.equal(posted.status, 404);
});

test('a manifest that names a file outside its release does not open it', async () => {
  const dir = join(mkdtempSync(join(workspace, 'vreemd-')), 'releases');
  const { tables } = editionSource();
  const made = writeRelease({
    releasesDir: dir,
    release: haaglandenRelease('2024-1'),
    tables: tables.slice(0, 1),
    geheimhouding: {},
    pages: [],
  });
  writeFileSync(join(dir, '..', 'geheim.txt'), 'not for the web');
  const bestanden = [{ pad: '../../geheim.txt', bytes: 15, sha256: 'x' }, ...made.manifest.bestanden];
  writeFileSync(join(made.dir, 'manifest.json'), JSON.stringify({ ...made.manifest, bestanden }));
  const other = await serveRelease({ dir, port: 0 });
  assert.equal((await fetch(`${other.url}..%2f..%2fgeheim.txt`)).status, 404);
  assert.equal((await fetch(`${other.url}cijfers/clienten.csv`)).status, 200);
  await other.close();
});

test('a release with a dashboard opens with it', async () => {
  const dir = join(mkdtempSync(join(workspace, 'ander-')), 'releases');
  const { tables } = editionSource();
  writeRelease({
    releasesDir: dir,
    release: haaglandenRelease('2024-1'),
    tables: tables.slice(0, 1),
    geheimhouding: {},
    pages: [{ pad: 'dashboard/index.html', inhoud: '<!doctype html><title>Start</title>' }],
  });
  const other = await serveRelease({ dir, port: 0 });
  const answer = await fetch(other.url);
  assert.equal(new URL(answer.url).pathname, '/dashboard/');
  assert.match(await answer.text(), /Start/);
  const deep = await fetch(`${other.url}releases/2024-1/`);
  assert.equal(new URL(deep.url).pathname, '/releases/2024-1/dashboard/');
  await other.close();
});

test('a port that is taken and a workspace without a release are errors that an operator can mend', async () => {
  const port = Number(new URL(server.url).port);
  assert.equal(await codeOf(serveRelease({ dir: releases, port })), 'server.port-taken');
  const empty = mkdtempSync(join(tmpdir(), 'regiovisie-leeg-'));
  assert.equal(await codeOf(serveRelease({ dir: empty, port: 0 })), 'server.release-absent');
  rmSync(empty, { recursive: true });
});

test('closing it frees the port', async () => {
  const first = await serveRelease({ dir: releases, port: 0 });
  const port = Number(new URL(first.url).port);
  await first.close();
  const second = await serveRelease({ dir: releases, port });
  assert.equal(new URL(second.url).port, String(port));
  await second.close();
});
