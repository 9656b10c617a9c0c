// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { storedZip } from '../../src/opendocument/index.ts';
import { projectRoot } from '../project-root.ts';
import { lees, lines } from './lees.ts';

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'utf8'));

function ods(table: string, prologue = ''): Uint8Array {
  const content = `<?xml version="1.0"?>${prologue}<c><spreadsheet>${table}</spreadsheet></c>`;
  return storedZip([
    { name: 'mimetype', bytes: text(ODS) },
    { name: 'content.xml', bytes: text(content) },
  ]);
}

const KOP = ['aanbieder', 'peildatum', 'opgesteld_op', 'zorgvorm', 'verblijf', 'wachtenden'];
const cel = (value: string, extra = ''): string =>
  `<table-cell value-type="string"${extra}><p>${value}</p></table-cell>`;
const rij = (values: readonly string[], extra = ''): string =>
  `<table-row${extra}>${values.map((value) => cel(value)).join('')}</table-row>`;
const GOED = ['99000001', '2024-06-30', '2024-07-05', 'ggz', 'ambulant', '3'];
const blad = (rows: string): string => `<table name="a">${rij(KOP)}${rows}</table>`;

test('rows and cells that count many times are believed when they are empty, and refused when they are not', async () => {
  const leeg = `<table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="16384"/></table-row>`;
  const gewoon = await lees(ods(blad(rij(GOED) + leeg + rij(GOED))));
  assert.equal(gewoon.uitkomst?.rijen, 2);
  assert.equal(gewoon.leveringen[0]?.rijen[1]?.rij, 1_048_579);
  const drie = await lees(ods(blad(rij(GOED, ' number-rows-repeated="3"'))));
  assert.equal(drie.uitkomst?.rijen, 3);
  for (const bom of [
    blad(rij(GOED, ' number-rows-repeated="1000000"')),
    blad(`<table-row>${cel('x', ' number-columns-repeated="16000"')}</table-row>`),
  ]) {
    assert.deepEqual(lines((await lees(ods(bom))).findings), ['sources.te-groot']);
  }
});

test('a spreadsheet that unpacks to more than it says, or to more than is believed, is refused', async () => {
  const packed = deflateRawSync(Buffer.alloc(20_000_000, ' '), { level: 1 });
  assert.deepEqual((await lees(liedAbout(packed, 20_000_000))).findings, [], 'the truth is read');
  for (const said of [1000, 600_000_000]) {
    const { findings } = await lees(liedAbout(packed, said));
    assert.deepEqual(lines(findings), ['sources.beschadigd']);
  }
});

test('a DTD, entities, overlapping and endless elements are refused', async () => {
  const refused = [
    ods(blad(rij(GOED)), '<!DOCTYPE c [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
    ods(blad(rij([...GOED.slice(0, 5), '&b;']))),
    ods(`<table>${'<a>'.repeat(400)}${'</a>'.repeat(400)}</table>`),
    ods('<table><table-row></table></table-row>'),
    ods('<table><table-cell value="'),
  ];
  for (const bytes of refused) assert.deepEqual(lines((await lees(bytes)).findings), ['sources.beschadigd']);
});

test('a CSV file of one endless cell, or with a quotation mark too many', async () => {
  const kop = `${KOP.join(';')}\n`;
  const lang = await lees(`${kop}${GOED.slice(0, 5).join(';')};"${'x""'.repeat(2_000_000)}"\n`);
  assert.deepEqual(lines(lang.findings), ['sources.geen-aantal F2 tekst(4000000)', 'sources.geen-rijen']);
  for (const einde of ['"', '"a"b', '"a']) {
    const { findings } = await lees(`aanbieder;peildatum;opgesteld_op;zorgvorm;verblijf\n${einde}`);
    assert.deepEqual(lines(findings), ['sources.aanhalingsteken'], einde);
  }
});

test('whatever is done to a file, reading it ends, in rows and findings', async () => {
  const files = ['libreoffice.ods', 'libreoffice.xlsx', 'windows-1252.csv'].map((naam) =>
    readFileSync(join(projectRoot, 'test', 'sources', 'bestanden', naam)),
  );
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(change, { maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (file, changes, cut) => {
        const bytes = Buffer.from(
          file.subarray(0, cut > 0.7 ? file.length : Math.ceil(file.length * cut * 1.4)),
        );
        for (const { at, byte } of changes) bytes[Math.floor(at * bytes.length)] = byte;
        const { uitkomst, leveringen } = await lees(bytes);
        const rijen = leveringen.reduce((sum, levering) => sum + levering.rijen.length, 0);
        assert.equal(uitkomst?.rijen ?? 0, rijen);
      },
    ),
    { numRuns: 600, seed: 3 },
  );
});

test('whatever is done to the XML inside, reading it ends, in rows and findings', async () => {
  const whole = Buffer.from(ods(blad(rij(GOED).repeat(3)))).toString('latin1');
  const xml = whole.slice(whole.indexOf('<c>'), whole.indexOf('</c>') + 4);
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    '"',
    '&',
    '&#0;',
    '&#x110000;',
    '<!--',
    ']]>',
    '<![CDATA[',
    '',
    ' x="1"',
    '</table>',
    '<table-row>',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(xml.length), piece), { minLength: 1, maxLength: 3 }),
      async (changes) => {
        let changed = xml;
        for (const [at, mark] of changes) changed = changed.slice(0, at) + mark + changed.slice(at + 1);
        const bytes = storedZip([
          { name: 'mimetype', bytes: text(ODS) },
          { name: 'content.xml', bytes: text(changed) },
        ]);
        await lees(bytes);
      },
    ),
    { numRuns: 600, seed: 5 },
  );
});

/** A ZIP with one deflated entry whose directory tells another size. */
function liedAbout(packed: Buffer, size: number): Uint8Array {
  const whole = Buffer.from(
    storedZip([
      { name: 'mimetype', bytes: text(ODS) },
      { name: 'content.xml', bytes: packed },
    ]),
  );
  const name = Buffer.from('content.xml');
  for (let at = whole.indexOf(name); at >= 0; at = whole.indexOf(name, at + 1)) {
    const local = whole.readUInt32LE(at - 30) === 0x04034b50;
    const facts = local ? at - 24 : at - 38;
    whole.writeUInt16LE(8, facts + 2);
    whole.writeUInt32LE(crc32(packed), facts + 8);
    whole.writeUInt32LE(size, facts + 16);
  }
  return whole;
}
