// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { silentProgress } from '../../src/contract/index.ts';
import { archiveTaken } from '../../src/ingest/archive-taken.ts';
import { archiveFolder, findBronnen } from '../../src/ingest/index.ts';
import { tijdelijkeMap } from '../store/voorbeeld.ts';
import { sleutel } from './werkplaats.ts';

interface Inbox {
  readonly root: string;
  readonly inbox: string;
  readonly folder: string;
}

function inboxOf(t: TestContext): Inbox {
  const root = tijdelijkeMap(t);
  mkdirSync(join(root, 'bronnen'));
  return { root, inbox: join(root, 'bronnen'), folder: join(root, 'archief') };
}

async function archive({ inbox, folder, root }: Inbox, vanish?: string) {
  const found = await findBronnen(inbox, root);
  const files = found.map(({ path, pad }, index) => ({
    path,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    kop: { levering: index + 1, pad, bekend: 0 },
  }));
  if (vanish !== undefined) rmSync(join(inbox, vanish));
  return await archiveTaken(files, sleutel, { folder, inbox }, silentProgress);
}

test('a file behind a link to a folder elsewhere is archived and stays; what lies in the inbox goes', async (t) => {
  const place = inboxOf(t);
  mkdirSync(join(place.root, 'elders'));
  writeFileSync(join(place.root, 'elders', 'a.xml'), 'van een ander');
  writeFileSync(join(place.root, 'elders', 'los.xml'), 'ook van een ander');
  symlinkSync(join(place.root, 'elders'), join(place.inbox, 'gekoppeld'));
  symlinkSync(join(place.root, 'elders', 'los.xml'), join(place.inbox, 'los.xml'));
  writeFileSync(join(place.inbox, 'b.xml'), 'van ons');
  symlinkSync(join(place.inbox, 'b.xml'), join(place.inbox, 'c.xml'));
  const done = await archive(place);
  assert.deepEqual(done, { gearchiveerd: 3, verplaatst: 2, blijft: 3, problemen: [] });
  assert.deepEqual(readdirSync(join(place.root, 'elders')).sort(), ['a.xml', 'los.xml']);
  assert.deepEqual(readdirSync(place.inbox).sort(), ['gekoppeld', 'los.xml']);
  assert.deepEqual(await archive(place), { gearchiveerd: 0, verplaatst: 0, blijft: 3, problemen: [] });
});

test('an inbox that is itself a link is ours: its files move', async (t) => {
  const { root } = inboxOf(t);
  const place = { root, inbox: join(root, 'koppeling'), folder: join(root, 'archief') };
  symlinkSync(join(root, 'bronnen'), place.inbox);
  writeFileSync(join(root, 'bronnen', 'a.xml'), 'van ons');
  assert.equal((await archive(place)).verplaatst, 1);
  assert.deepEqual(readdirSync(place.inbox), []);
});

test('links that lead round end, and every file is found once', async (t) => {
  const { root, inbox } = inboxOf(t);
  mkdirSync(join(inbox, 'maand'));
  writeFileSync(join(inbox, 'maand', 'a.xml'), 'a');
  writeFileSync(join(inbox, 'b.xml'), 'b');
  for (const name of ['een', 'twee']) symlinkSync('.', join(inbox, name));
  symlinkSync('..', join(inbox, 'maand', 'terug'));
  symlinkSync('maand', join(inbox, 'aanvang'));
  const found = await findBronnen(inbox, root);
  assert.deepEqual(
    found.map(({ pad }) => pad),
    ['bronnen/b.xml', 'bronnen/maand/a.xml'],
  );
});

test('a file that went between taking and archiving is told as that, and the others are archived', async (t) => {
  const place = inboxOf(t);
  for (const name of ['a.xml', 'b.xml']) writeFileSync(join(place.inbox, name), name);
  const { gearchiveerd, verplaatst, problemen } = await archive(place, 'a.xml');
  assert.deepEqual([gearchiveerd, verplaatst], [1, 1]);
  assert.deepEqual(
    problemen.map(({ code }) => code),
    ['ingest.gone-before-archive'],
  );
  assert.equal(readdirSync(archiveFolder(place.folder, sleutel)).length, 1);
});

test('an archive that cannot be written is told, and the plain files stay', async (t) => {
  const place = inboxOf(t);
  writeFileSync(join(place.inbox, 'a.xml'), 'a');
  writeFileSync(place.folder, 'een bestand waar een map moet komen');
  const { gearchiveerd, problemen } = await archive(place);
  assert.equal(gearchiveerd, 0);
  assert.deepEqual(
    problemen.map(({ code, place: where }) => [code, where]),
    [['ingest.archive-unwritable', place.folder]],
  );
  assert.equal(existsSync(join(place.inbox, 'a.xml')), true);
});
