// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from 'node:zlib';

export interface StoredEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DATE_1980 = 0x0021;
const UTF8_NAMES = 0x0800;
const VERSION = 20;

/**
 * A ZIP of a few small files, in order and without compression, so that its bytes depend on nothing but the files: no date of today and no
 * version of a compressor.
 */
export function storedZip(entries: readonly StoredEntry[]): Uint8Array {
  let offset = 0;
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, bytes } of entries) {
    const path = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(VERSION, 0);
    facts.writeUInt16LE(UTF8_NAMES, 2);
    facts.writeUInt16LE(DATE_1980, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x02014b50), uint16(VERSION), facts, place, path]));
    const file = Buffer.concat([signature(0x04034b50), facts, path, bytes]);
    files.push(file);
    offset += file.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...files, ...directory, signature(0x06054b50), end]));
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
