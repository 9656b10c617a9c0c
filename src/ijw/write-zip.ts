// SPDX-License-Identifier: EUPL-1.2
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// A small window suits messages of a few kB: less to set up per entry, and hardly larger.
const DEFLATE = { level: 1, windowBits: 13, memLevel: 7 };
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const DATE_1980 = 0x0021;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/**
 * Writes many messages into one ZIP, in order, compressed fast; ZIP64 when it needs to be. Equal entries give equal bytes: there is no date of
 * today in it.
 * Cost: memory for one entry and about 80 bytes per entry already written.
 * Source: docs/adr/zip-files-are-written-without-a-library.md
 */
export async function writeZip(
  path: string,
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): Promise<void> {
  const fd = openSync(path, 'w');
  try {
    const directory: Buffer[] = [];
    let offset = 0;
    const append = (bytes: Uint8Array): void => {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      offset += bytes.length;
    };
    for await (const { name, bytes } of entries) {
      const packed = deflateRawSync(bytes, DEFLATE);
      const facts: EntryFacts = {
        name: Buffer.from(name, 'utf8'),
        crc: crc32(bytes),
        packedBytes: packed.length,
        unpackedBytes: bytes.length,
        offset,
      };
      directory.push(centralHeader(facts));
      append(Buffer.concat([localHeader(facts), packed]));
    }
    const start = offset;
    for (let at = 0; at < directory.length; at += 1000) append(Buffer.concat(directory.slice(at, at + 1000)));
    append(endOfDirectory(directory.length, start, offset - start));
  } finally {
    closeSync(fd);
  }
}

interface EntryFacts {
  readonly name: Buffer;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly offset: number;
}

function localHeader(entry: EntryFacts): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  commonFields(header, 4, entry);
  return Buffer.concat([header, entry.name]);
}

function centralHeader(entry: EntryFacts): Buffer {
  const far = entry.offset >= FULL_32;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(0x0300 | (far ? 45 : 20), 4);
  commonFields(header, 6, entry);
  header.writeUInt16LE(far ? 12 : 0, 30);
  header.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  header.writeUInt32LE(far ? FULL_32 : entry.offset, 42);
  const extra = Buffer.alloc(far ? 12 : 0);
  if (far) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(entry.offset), 4);
  }
  return Buffer.concat([header, entry.name, extra]);
}

function commonFields(header: Buffer, at: number, entry: EntryFacts): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(DATE_1980, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.packedBytes, at + 14);
  header.writeUInt32LE(entry.unpackedBytes, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}

function endOfDirectory(count: number, start: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, FULL_16), 8);
  end.writeUInt16LE(Math.min(count, FULL_16), 10);
  end.writeUInt32LE(Math.min(size, FULL_32), 12);
  end.writeUInt32LE(Math.min(start, FULL_32), 16);
  if (count < FULL_16 && size < FULL_32 && start < FULL_32) return end;
  const end64 = Buffer.alloc(76);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(0x0300 | 45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  end64.writeUInt32LE(0x07064b50, 56);
  end64.writeBigUInt64LE(BigInt(start + size), 64);
  end64.writeUInt32LE(1, 72);
  return Buffer.concat([end64, end]);
}
