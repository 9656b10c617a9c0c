// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writeBericht, writeZip } from '../../src/ijw/index.ts';
import { goed } from './berichten.ts';
import { codesOf, gatherBytes, gatherFile } from './gather.ts';

const folder = mkdtempSync(join(tmpdir(), 'ijw-refuse-'));
after(() => rmSync(folder, { recursive: true }));

const start = Buffer.from(writeBericht('3.2', 'JW305', goed('JW305'))).toString();
const declaratie = Buffer.from(writeBericht('3.2', 'JW323', goed('JW323'))).toString();
const inHeader = (text: string): string => start.replace('<jw305:Client>', `${text}<jw305:Client>`);

/** Documents that cannot be read on: what they hold, and the one finding they give. */
const REFUSED: Readonly<Record<string, readonly [document: string | Uint8Array, code: string]>> = {
  'a document type': [start.replace('?>', '?><!DOCTYPE Bericht>'), 'ijw.dtd'],
  'a billion laughs': [
    start.replace('?>', '?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'),
    'ijw.dtd',
  ],
  'an external entity': [
    start
      .replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
      .replace('Proefpersoon', '&x;'),
    'ijw.dtd',
  ],
  'an entity without declaration': [start.replace('Proefpersoon', '&x;'), 'ijw.entiteit'],
  'an ampersand': [start.replace('Proefpersoon', 'Jansen & Co'), 'ijw.xml-fout'],
  'a reference to a character that XML forbids': [start.replace('Proefpersoon', '&#0;'), 'ijw.xml-fout'],
  'a control character': [start.replace('Proefpersoon', 'a\u0001b'), 'ijw.xml-fout'],
  'great depth': [inHeader('<a>'.repeat(10_000)), 'ijw.te-diep'],
  'a value of three megabytes': [start.replace('Proefpersoon', 'x'.repeat(3_000_000)), 'ijw.te-groot'],
  'a comment of three megabytes': [inHeader(`<!--${'x'.repeat(3_000_000)}-->`), 'ijw.te-groot'],
  'a tag of three megabytes': [inHeader(`<a ${'x'.repeat(3_000_000)}/>`), 'ijw.te-groot'],
  'a missing end': [start.slice(0, -40), 'ijw.afgebroken'],
  'an end inside a value': [start.slice(0, start.indexOf('Proefpersoon') + 4), 'ijw.afgebroken'],
  'a wrong end tag': [start.replace('</jw305:Bsn>', '</jw305:bsn>'), 'ijw.xml-fout'],
  'a second root': [`${start}<b/>`, 'ijw.xml-fout'],
  'text after the root': [`${start}tekst`, 'ijw.xml-fout'],
  'an attribute twice': [inHeader('<a b="1" b="2"/>'), 'ijw.xml-fout'],
  'an attribute without quotes': [inHeader('<a b=1/>'), 'ijw.xml-fout'],
  'a double hyphen in a comment': [inHeader('<!-- a -- b -->'), 'ijw.xml-fout'],
  'Latin-1': [Buffer.from(start.replace('Proefpersoon', 'Zoë'), 'latin1'), 'ijw.geen-utf8'],
  'a declared other encoding': [start.replace('UTF-8', 'ISO-8859-1'), 'ijw.geen-utf8'],
  'UTF-16': [Buffer.from(`\ufeff${start}`, 'utf16le'), 'ijw.geen-utf8'],
};

for (const [name, [document, code]] of Object.entries(REFUSED)) {
  test(`refuses ${name}`, async () => {
    const oogst = await gatherBytes(typeof document === 'string' ? Buffer.from(document) : document);
    const codes = oogst.findings.map((finding) => finding.code);
    assert.deepEqual(
      codes.filter((found) => found !== 'ijw.element-onbekend'),
      [code],
    );
    assert.equal(
      oogst.berichten.every((bericht) => bericht.volledig === false),
      true,
    );
    assert.equal(oogst.telling.rijen, 0);
    const { place } = oogst.findings.at(-1) ?? {};
    assert.equal(place?.file, 'test.xml');
    assert.equal(typeof place?.byte, 'number');
    assert.doesNotMatch(JSON.stringify(oogst.findings), /Proefpersoon|999900031/);
  });
}

test('a finding of a broken document names the element it broke in', async () => {
  const oogst = await gatherBytes(start.replace('Proefpersoon', '&x;'));
  assert.equal(oogst.findings[0]?.place.path, 'Bericht/Client/Naam/Geslachtsnaam/Achternaam');
  assert.equal(oogst.findings[0]?.place.byte, start.indexOf('Proefpersoon'));
});

test('rows given before a break are taken back', async () => {
  const oogst = await gatherBytes(declaratie.slice(0, declaratie.indexOf('999900043')));
  assert.equal(oogst.berichten[0]?.rijen.length, 2);
  assert.equal(oogst.berichten[0]?.volledig, false);
  assert.equal(oogst.telling.onleesbareBerichten, 1);
  assert.equal(oogst.telling.rijen, 0);
});

test('a message without a usable header gives no rows', async () => {
  const oogst = await gatherBytes(start.replace('>0193<', '>019X<'));
  assert.deepEqual(codesOf(oogst), ['RS035 Bericht/Header/Ontvanger', 'ijw.kop-onleesbaar Bericht/Header']);
  assert.equal(oogst.berichten.length, 0);
  assert.equal(oogst.telling.onleesbareBerichten, 1);
});

test('a row that cannot be read becomes a finding; the others stay', async () => {
  const oogst = await gatherBytes(declaratie.replace('>18000<', '>18.000<'));
  assert.deepEqual(
    oogst.findings.map((finding) => finding.code),
    ['ijw.geen-getal', 'ijw.rij-onleesbaar'],
  );
  assert.equal(oogst.telling.onleesbareRijen, 1);
  assert.equal(oogst.telling.rijen, 3);
});

test('one bad entry of an archive does not stop the others', async () => {
  const path = join(folder, 'mixed.zip');
  const entry = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  await writeZip(path, [
    entry('1.xml', start),
    entry('2.xml', start.slice(0, 900)),
    entry('LEESMIJ.txt', 'geen bericht'),
    entry('3.xml', start.replaceAll('ijw/3_2', 'iwmo/3_2')),
    entry('4.xml', start.replaceAll('ijw/3_2', 'ijw/9_9')),
    entry('5.xml', declaratie),
  ]);
  const oogst = await gatherFile(path);
  assert.deepEqual(
    oogst.findings.map((finding) => [finding.place.file, finding.code]),
    [
      ['test.xml!2.xml', 'ijw.afgebroken'],
      ['test.xml!LEESMIJ.txt', 'ijw.geen-bericht'],
      ['test.xml!3.xml', 'ijw.andere-standaard'],
      ['test.xml!4.xml', 'ijw.release-onbekend'],
    ],
  );
  assert.deepEqual(
    oogst.berichten.filter((bericht) => bericht.volledig).map((bericht) => bericht.place),
    ['test.xml!1.xml', 'test.xml!5.xml'],
  );
});

test('a truncated gzip and a truncated ZIP are findings', async () => {
  const packed = gzipSync(declaratie);
  const cut = await gatherBytes(packed.subarray(0, packed.length - 20), 'a.gz');
  assert.deepEqual(
    cut.findings.map((finding) => finding.code),
    ['ijw.gzip-fout'],
  );
  assert.equal(cut.telling.rijen, 0);
  const path = join(folder, 'cut.zip');
  await writeZip(path, [{ name: '1.xml', bytes: Buffer.from(start) }]);
  const bytes = readFileSync(path);
  const broken = await gatherBytes(bytes.subarray(0, bytes.length - 30), 'a.zip');
  assert.deepEqual(
    broken.findings.map((finding) => finding.code),
    ['ijw.zip-fout'],
  );
});

test('a decompression bomb is refused before it fills anything', async () => {
  const bomb = Buffer.concat([
    Buffer.from(start.slice(0, start.indexOf('<jw305:Client>'))),
    Buffer.alloc(60_000_000, 0x20),
  ]);
  const before = process.memoryUsage().rss;
  const oogst = await gatherBytes(gzipSync(bomb, { level: 9 }), 'bom.gz');
  assert.deepEqual(
    oogst.findings.map((finding) => finding.code),
    ['ijw.uitpakbom'],
  );
  assert.ok(process.memoryUsage().rss - before < 100_000_000);
  const path = join(folder, 'bomb.zip');
  await writeZip(path, [
    { name: 'bom.xml', bytes: bomb },
    { name: 'goed.xml', bytes: Buffer.from(start) },
  ]);
  const zipped = await gatherFile(path);
  assert.deepEqual(
    zipped.findings.map((finding) => finding.code),
    ['ijw.uitpakbom'],
  );
  assert.equal(zipped.telling.rijen, 1);
});

test('archives inside archives are opened, but not for ever', async () => {
  let bytes: Uint8Array = Buffer.from(start);
  const depths: string[] = [];
  for (let depth = 1; depth <= 6; depth++) {
    bytes = gzipSync(bytes);
    const oogst = await gatherBytes(bytes, 'matroesjka');
    depths.push(oogst.findings[0]?.code ?? `${oogst.telling.rijen} rij`);
  }
  assert.deepEqual(depths, [
    '1 rij',
    '1 rij',
    '1 rij',
    '1 rij',
    'ijw.te-diep-verpakt',
    'ijw.te-diep-verpakt',
  ]);
});

test('an empty file and a file that is no XML are something else', async () => {
  assert.deepEqual(codesOf(await gatherBytes('')), ['ijw.geen-bericht']);
  assert.deepEqual(codesOf(await gatherBytes('a;b;c\r\n')), ['ijw.geen-bericht']);
  assert.deepEqual(codesOf(await gatherBytes('<html><body/></html>')), ['ijw.geen-bericht']);
});

test('a code that is not in its list is found every time it comes back', async () => {
  const oogst = await gatherBytes(declaratie.replaceAll('>01</jw323:Eenheid>', '>99</jw323:Eenheid>'));
  assert.deepEqual(
    oogst.findings.map((finding) => finding.code),
    ['ijw.codelijst', 'ijw.codelijst'],
  );
});
