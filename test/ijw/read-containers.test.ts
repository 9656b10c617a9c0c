// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type BerichtInhoud, writeBericht, writeZip } from '../../src/ijw/index.ts';
import { goed } from './berichten.ts';
import { codesOf, gatherBytes, gatherFile, plainRows } from './gather.ts';
import { ijwShared, withoutSamples } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'ijw-containers-'));
after(() => rmSync(folder, { recursive: true }));

const start = writeBericht('3.2', 'JW305', goed('JW305'));
const expected = plainRows(await gatherBytes(start));

async function zipOf(...entries: (readonly [name: string, bytes: Uint8Array])[]): Promise<Buffer> {
  const path = join(folder, 'tmp.zip');
  await writeZip(
    path,
    entries.map(([name, bytes]) => ({ name, bytes })),
  );
  return readFileSync(path);
}

function ggk(message: Uint8Array): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<GGK:envelopHeenbericht-ggk_Di01 xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:GGK="http://www.stufstandaarden.nl/koppelvlak/ggk0210">
  <GGK:stuurgegevens><StUF:functie>JW305</StUF:functie></GGK:stuurgegevens>
  <GGK:parameters><GGK:bericht><GGK:xmlBestand>${Buffer.from(message).toString('base64')}</GGK:xmlBestand></GGK:bericht></GGK:parameters>
</GGK:envelopHeenbericht-ggk_Di01>`);
}

function vecozo(zip: Uint8Array): Buffer {
  const wrapped = Buffer.from(zip).toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(`<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.vecozo.nl/berichtuitwisseling/messages/v3"><s:Header/><s:Body>
  <m:IndienenBericht><m:Bericht><m:Data>${wrapped}</m:Data></m:Bericht></m:IndienenBericht></s:Body></s:Envelope>`);
}

test('a GGk envelope is opened', async () => {
  const oogst = await gatherBytes(ggk(start));
  assert.deepEqual(codesOf(oogst), []);
  assert.deepEqual(plainRows(oogst), expected);
  assert.equal(oogst.berichten[0]?.place, 'test.xml!xmlBestand');
});

test('a VECOZO envelope with a ZIP is opened', async () => {
  const oogst = await gatherBytes(vecozo(await zipOf(['bericht.xml', start])));
  assert.deepEqual(codesOf(oogst), []);
  assert.deepEqual(plainRows(oogst), expected);
  assert.equal(oogst.berichten[0]?.place, 'test.xml!Data!bericht.xml');
});

test('the VECOZO example of others is opened', { skip: withoutSamples }, async () => {
  const oogst = await gatherFile(join(ijwShared, 'samples', 'envelope-vecozo', 'IndienenBericht-JW315.xml'));
  assert.equal(oogst.berichten[0]?.kop.soort, 'JW315');
  assert.equal(oogst.telling.rijen, 1);
});

test('envelopes, ZIP and gzip inside each other are opened', async () => {
  const inner = await zipOf(['a.xml', ggk(start)], ['b.xml.gz', gzipSync(start)]);
  const oogst = await gatherBytes(await zipOf(['post/binnen.zip', inner], ['c', start]), 'post.zip');
  assert.deepEqual(codesOf(oogst), []);
  assert.deepEqual(
    oogst.berichten.map((bericht) => bericht.place),
    ['post.zip!post/binnen.zip!a.xml!xmlBestand', 'post.zip!post/binnen.zip!b.xml.gz', 'post.zip!c'],
  );
});

test('what an envelope holds is hashed without the envelope', async () => {
  const bare = await gatherBytes(start);
  const wrapped = await gatherBytes(ggk(start));
  assert.match(bare.berichten[0]?.sha256 ?? '', /^[0-9a-f]{64}$/);
  assert.equal(wrapped.berichten[0]?.sha256, bare.berichten[0]?.sha256);
});

test('base64 that is none is a finding', async () => {
  const broken = Buffer.from(
    ggk(start)
      .toString()
      .replace(/<GGK:xmlBestand>..../, '<GGK:xmlBestand>!!!!'),
  );
  assert.deepEqual(codesOf(await gatherBytes(broken)), ['ijw.envelop-onleesbaar']);
});

test('a large entry of a ZIP is read in pieces, and gives what the bare file gives', async () => {
  const inhoud = goed('JW323') as { Declaratie: { Clienten: { Client: BerichtInhoud[] } } };
  const [client] = inhoud.Declaratie.Clienten.Client;
  for (let n = 0; n < 4000; n++) inhoud.Declaratie.Clienten.Client.push(client as BerichtInhoud);
  const bytes = writeBericht('3.2', 'JW323', inhoud as unknown as BerichtInhoud);
  assert.ok(bytes.length > 5_000_000);
  const bare = await gatherBytes(bytes);
  const zipped = await gatherBytes(await zipOf(['groot.xml', bytes], ['klein.xml', start]));
  assert.equal(zipped.telling.rijen, bare.telling.rijen + 1);
  assert.equal(zipped.findings.length, bare.findings.length);
  assert.equal(zipped.berichten[0]?.sha256, bare.berichten[0]?.sha256);
});

test('encrypted entries and unknown methods are findings', async () => {
  const zip = await zipOf(['a.xml', start]);
  const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const encrypted = Buffer.from(zip);
  encrypted.writeUInt16LE(0x0801, directory + 8);
  assert.deepEqual(codesOf(await gatherBytes(encrypted)), ['ijw.zip-versleuteld']);
  const other = Buffer.from(zip);
  other.writeUInt16LE(14, directory + 10);
  assert.deepEqual(codesOf(await gatherBytes(other)), ['ijw.zip-methode']);
});

test('damage anywhere in a ZIP is a finding, never a crash', async () => {
  const zip = await zipOf(['a.xml', start], ['b.xml', start]);
  const whole = await gatherBytes(zip);
  assert.equal(whole.telling.rijen, 2);
  for (let at = 0; at < zip.length; at += 7) {
    const damaged = Buffer.from(zip);
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    const oogst = await gatherBytes(damaged);
    if (oogst.telling.rijen < 2) assert.notEqual(oogst.findings.length, 0, `byte ${at}`);
    else
      assert.deepEqual(
        oogst.berichten.map((bericht) => bericht.sha256),
        whole.berichten.map((bericht) => bericht.sha256),
      );
  }
  for (let length = 0; length < zip.length; length += 11) await gatherBytes(zip.subarray(0, length));
});

test('a file that cannot be opened is for the caller', async () => {
  await assert.rejects(gatherFile(join(folder, 'weg.xml')), /ENOENT/);
});

test('what the sink throws is thrown on, from inside an archive too', async () => {
  const path = join(folder, 'gooi.zip');
  writeFileSync(path, await zipOf(['a.xml', start]));
  const { readBestand } = await import('../../src/ijw/index.ts');
  const stop = () => {
    throw new Error('vol');
  };
  const sink = { bericht: stop, rij: stop, einde: stop, finding: stop };
  await assert.rejects(readBestand(path, 'gooi.zip', sink), /vol/);
});
