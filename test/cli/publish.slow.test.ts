// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import type { Geheimhouding, Manifest, Wijzigingen } from '../../src/contract/index.ts';
import { serveRelease } from '../../src/server/index.ts';
import { judgeFiles } from '../publish/release-schemas.ts';
import { judge } from '../publish/shacl.ts';
import { APRIL, BSN, declaratie, deliver, MAART, Terminal, workspaceWith } from './small-region.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

const DELFT = declaratie('D1', 'GM0503', MAART, [
  { bsn: BSN[0], referentie: 'R1', cents: 1_200_000 },
  { bsn: BSN[1], referentie: 'R2', cents: 30_000 },
]);
const RIJSWIJK = declaratie('D2', 'GM0603', APRIL, [{ bsn: BSN[0], referentie: 'R3', cents: 100 }]);

test('the same figures are the same release; a second one says what it changed, everywhere alike, and the first stays as it was', async () => {
  await workspaceWith(terminal, { 'a.xml': DELFT, 'b.xml': RIJSWIJK });
  await terminal.run('ingest', 'w');
  const first = await terminal.run('publish', 'w', '--date', '2025-02-01');
  assert.equal(first.code, 0, first.notes);
  assert.match(first.out, /^Made release 2024-1/);
  const attack = await terminal.run('attack', 'w/releases/2024-1');
  assert.equal(attack.code, 0);
  assert.doesNotMatch(attack.out, /NOT AS IN|INSIDER/);
  const own = ['--insider', 'uitgaven 2024 GM0503 12000'];
  const insider = await terminal.run('attack', 'w/releases/2024-1', ...own);
  assert.match(insider.out, /^FOR THIS INSIDER: uitgaven 2024 GM0503 {2}1200000 – /m);
  const nobody = await terminal.run('attack', 'w/releases/2024-1', '--insider', 'uitgaven 2024 GM0503');
  assert.match(nobody.notes, /cli\.wrong-option: uitgaven 2024 GM0503/);
  const text = (id: string, pad: string) =>
    readFileSync(terminal.path('w', 'releases', id, ...pad.split('/')), 'utf8');
  const manifest = text('2024-1', 'manifest.json');
  assert.match(manifest, /"uitgegeven": "2025-02-01"/);
  assert.match(
    (await terminal.run('publish', 'w', '--date', '2025-03-01')).out,
    /^Unchanged: release 2024-1/,
  );
  deliver(terminal, {
    'c.xml': declaratie(
      'D9',
      'GM0637',
      MAART,
      BSN.slice(2, 62).map((bsn, index) => ({ bsn, referentie: `R${index + 9}`, cents: 50_000 })),
    ),
  });
  await terminal.run('ingest', 'w');
  const second = await terminal.run('publish', 'w', '--date', '2025-08-01');
  assert.match(second.out, /^Made release 2024-2/, second.notes);
  assert.equal(text('2024-1', 'manifest.json'), manifest);
  assert.equal((await terminal.run('attack', 'w/releases/2024-2')).code, 0);

  const wijzigingen = JSON.parse(text('2024-2', 'wijzigingen.json')) as Wijzigingen;
  assert.equal(wijzigingen.vorige, '2024-1');
  assert.ok(wijzigingen.verschillen.length > 0);
  const { out } = await terminal.run('compare', 'w/releases/2024-1', 'w/releases/2024-2', '--json');
  assert.deepEqual(JSON.parse(out), wijzigingen);
  assert.equal(text('2024-2', 'dashboard/v1/wijzigingen.json'), text('2024-2', 'wijzigingen.json'));
  for (const { nieuw, oud } of wijzigingen.verschillen)
    if (nieuw?.status.includes('geheim')) assert.deepEqual([nieuw.waarde, oud?.waarde ?? null], [null, null]);

  const feed = text('2024-2', 'dashboard/wijzigingen.xml');
  assert.deepEqual(
    [...feed.matchAll(/<entry><id>[^<]*(2024-\d)\/<\/id>.*?<updated>(\S{10})/g)].map((match) =>
      match.slice(1),
    ),
    [
      ['2024-2', '2025-08-01'],
      ['2024-1', '2025-02-01'],
    ],
  );
  const { releases } = JSON.parse(text('2024-2', 'dashboard/v1/releases.json')) as {
    releases: { id: string; versie: string }[];
  };
  assert.deepEqual(
    releases.map(({ id, versie }) => `${id} ${versie}`),
    [`2024-2 ${wijzigingen.versie}`, '2024-1 1.0.0'],
  );
  const { bestanden } = JSON.parse(text('2024-2', 'manifest.json')) as Manifest;
  const files = bestanden
    .filter(({ pad }) => pad.endsWith('.json'))
    .map(({ pad }): [string, unknown] => [pad, JSON.parse(text('2024-2', pad))]);
  assert.deepEqual(judgeFiles(new Map(files)).wrong, []);
  assert.match(
    text('2024-2', 'dcat.jsonld'),
    /"dcat:prev": \{\s*"@id": "[^"]*\/2024-1\/dcat\.jsonld#clienten"/,
  );
  assert.deepEqual(await judge(JSON.parse(text('2024-2', 'dcat.jsonld')) as object), []);

  const wrong = await terminal.run('publish', 'w', '--withdraw', '2023-9');
  assert.match(wrong.notes, /cli\.wrong-option: 2023-9/);
  const third = await terminal.run('publish', 'w', '--withdraw', '2024-1');
  assert.match(third.out, /^Made release 2024-3/, third.notes);
  const { release: made } = JSON.parse(text('2024-3', 'manifest.json')) as Manifest;
  assert.deepEqual(made.ingetrokken, ['2024-1']);
  const { aanvaller } = JSON.parse(text('2024-3', 'geheimhouding.json')) as Geheimhouding;
  assert.deepEqual(aanvaller.eerdereReleases, ['2024-2']);
  assert.equal((await terminal.run('attack', 'w/releases/2024-3')).code, 0);
  const proved = await terminal.run('proof', 'w/releases/2024-3', '--json');
  const { bevindingen } = JSON.parse(proved.out) as { bevindingen: { ernst: string; plaats: string }[] };
  assert.deepEqual(
    bevindingen.filter(({ ernst, plaats }) => ernst === 'ernstig' || plaats.includes('dashboard/')),
    [],
  );
  assert.match((await terminal.run('publish', 'w')).out, /^Unchanged: release 2024-3/);

  const server = await serveRelease({ dir: terminal.path('w', 'releases'), port: 0 });
  const page = async (path: string) => (await fetch(`${server.url}${path}`)).text();
  const [withdrawn, older, list, listed, changes] = await Promise.all([
    page('releases/2024-1/monitor.html'),
    page('releases/2024-2/monitor.html'),
    page('releases/'),
    page('releases.json'),
    page('dashboard/wijzigingen.html'),
  ]);
  await server.close();
  assert.match(withdrawn, /Release 2024-1 is ingetrokken/);
  assert.match(older, /Dit is een eerdere uitgave: release 2024-2/);
  assert.doesNotMatch(older, /Release 2024-2 is ingetrokken/);
  assert.match(list, /Release 2024-1 is ingetrokken/);
  assert.deepEqual(
    (JSON.parse(listed) as { releases: { id: string; ingetrokken?: true }[] }).releases.map(
      ({ id, ingetrokken }) => [id, ingetrokken],
    ),
    [
      ['2024-3', undefined],
      ['2024-2', undefined],
      ['2024-1', true],
    ],
  );
  assert.match(changes, /Release 2024-1 is ingetrokken/);
});
