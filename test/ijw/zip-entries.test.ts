// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { fromBuffer } from 'yauzl';
import { memorySource } from '../../src/ijw/byte-source.ts';
import { zipEntries } from '../../src/ijw/zip-entries.ts';
import { seeded } from './mutate.ts';

interface Deel {
  readonly naam: string | Buffer;
  readonly flags?: number;
  readonly extra?: Buffer;
  readonly comment?: string;
  readonly size?: number;
}

/** An extra field. */
function field(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

/** A ZIP of stored files, as no writer of ours makes it. */
function zipOf(delen: readonly Deel[], comment = ''): Buffer {
  const body = Buffer.from('bericht');
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {
    naam,
    flags = 0,
    extra = Buffer.alloc(0),
    comment: remark = '',
    size = body.length,
  } of delen) {
    const name = Buffer.from(naam);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt32LE(crc32(body), 16);
    entry.writeUInt32LE(size, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt16LE(remark.length, 32);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name, extra, Buffer.from(remark, 'latin1'));
    files.push(local, name, body);
    offset += 30 + name.length + body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(delen.length, 8);
  end.writeUInt16LE(delen.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, list, end, Buffer.from(comment, 'latin1')]);
}

/** What yauzl makes of a ZIP: its entries until its end, or until it cannot go on. */
function peer(zip: Buffer): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    const found: unknown[] = [];
    fromBuffer(zip, { lazyEntries: true, validateEntrySizes: false }, (error, file) => {
      if (error) return resolve(['damaged']);
      file.on('entry', (entry) => {
        if (!entry.fileName.endsWith('/')) {
          const { fileName, compressedSize, uncompressedSize, relativeOffsetOfLocalHeader } = entry;
          found.push([fileName, compressedSize, uncompressedSize, relativeOffsetOfLocalHeader, entry.crc32]);
        }
        file.readEntry();
      });
      file.on('end', () => resolve(found));
      file.on('error', () => resolve([...found, 'damaged']));
      file.readEntry();
    });
  });
}

function ours(zip: Buffer): readonly unknown[] {
  const found: unknown[] = [];
  try {
    for (const { naam, packedBytes, unpackedBytes, offset, crc32: crc } of zipEntries(memorySource(zip)))
      found.push([naam, packedBytes, unpackedBytes, offset, crc]);
  } catch {
    found.push('damaged');
  }
  return found;
}

const long = Buffer.alloc(16);
long.writeBigUInt64LE(5_000_000_000n, 0);
long.writeBigUInt64LE(4_900_000_000n, 8);
const unicode = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from('grün.xml')]);
unicode.writeUInt32LE(crc32(Buffer.from('gr?n.xml')), 1);

const odd: readonly (readonly [string, Buffer])[] = [
  ['plain', zipOf([{ naam: 'a.xml' }, { naam: 'b-1.xml' }, { naam: 'JW301_0193.xml' }])],
  ['folders', zipOf([{ naam: 'map/' }, { naam: 'map/a.xml' }, { naam: 'map\\b.xml' }])],
  ['utf-8', zipOf([{ naam: 'één.xml', flags: 0x800 }])],
  ['cp437', zipOf([{ naam: Buffer.from([0x82, 0x82, 0x6e]) }])],
  ['unicode path', zipOf([{ naam: 'gr?n.xml', extra: field(0x7075, unicode) }])],
  [
    'sizes of 64 bits',
    zipOf([{ naam: 'groot.xml', size: 0xffffffff, extra: field(1, long) }, { naam: 'a.xml' }]),
  ],
  [
    'a size of 64 bits that is missing',
    zipOf([{ naam: 'a.xml', size: 0xffffffff, extra: field(1, long.subarray(0, 8)) }]),
  ],
  ['an extra field that is too long', zipOf([{ naam: 'a.xml', extra: Buffer.from([9, 9, 200, 0]) }])],
  ['remarks', zipOf([{ naam: 'a.xml', comment: 'een opmerking' }, { naam: 'b.xml' }], 'van ons')],
  ['out of the folder', zipOf([{ naam: 'a.xml' }, { naam: '../b.xml' }])],
  ['absolute', zipOf([{ naam: '/etc/a.xml' }])],
  ['a drive', zipOf([{ naam: 'c:a.xml' }])],
  ['points', zipOf([{ naam: '..' }])],
  ['no name', zipOf([{ naam: '' }])],
  ['strong encryption', zipOf([{ naam: 'a.xml' }, { naam: 'b.xml', flags: 0x41 }])],
  ['empty', zipOf([])],
  ['something before it', Buffer.concat([Buffer.from('MZ'), zipOf([{ naam: 'a.xml' }])])],
  ['something behind it', Buffer.concat([zipOf([{ naam: 'a.xml' }]), Buffer.from('\n')])],
  [
    'a long directory',
    zipOf(Array.from({ length: 6000 }, (_, n) => ({ naam: `m${n}.xml`, comment: 'x'.repeat(60) }))),
  ],
];

for (const [naam, zip] of odd) {
  test(`the directory of a ZIP is read as yauzl reads it: ${naam}`, async () => {
    assert.deepEqual(ours(zip), await peer(zip));
  });
}

test('a damaged directory is read as yauzl reads it, as far as it can be read', async () => {
  const random = seeded(5);
  const whole = odd.filter(([, zip]) => zip.length < 2000);
  for (let n = 0; n < 3000; n++) {
    const [naam, zip] = whole[Math.floor(random() * whole.length)] as readonly [string, Buffer];
    const damaged = Buffer.from(zip);
    for (let change = random() < 0.7 ? 1 : 3; change > 0; change--)
      damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
    const cut = random() < 0.1 ? damaged.subarray(0, Math.floor(random() * damaged.length)) : damaged;
    assert.deepEqual(ours(cut), await peer(cut), `${naam} ${cut.toString('hex')}`);
  }
});
