// SPDX-License-Identifier: EUPL-1.2
import { getFileNameLowLevel, parseExtraFields, validateFileName } from 'yauzl';
import { type ByteSource, windowSource } from './byte-source.ts';
import { XmlFault } from './xml-text.ts';

/** One file inside a ZIP. */
export interface ZipInhoud {
  readonly naam: string;
  readonly methode: 'opgeslagen' | 'deflate' | 'anders';
  readonly versleuteld: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc32: number;
  /** Where its local header starts. */
  readonly offset: number;
}

const WINDOW = 256 * 1024;
const END = 0x06054b50;
const END_BYTES = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const END64 = 0x06064b50;
const END64_BYTES = 56;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LONGEST_ENTRY = ENTRY_BYTES + 3 * 0xffff;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
/** A size or offset of 32 bits that is written elsewhere. */
const LARGE = 0xffffffff;
const ZIP64_FIELD = 1;
const STRONG_ENCRYPTION = 0x40;
/** The same in every encoding, and inside the folder. */
const PLAIN_NAME = /^\w[\w.-]*$/;

/**
 * The files of a ZIP in the order of its directory, folders left out. Throws `XmlFault` when the directory cannot be read, is of a ZIP in several parts, or holds a
 * name that leads out of the folder.
 * Source: APPNOTE 6.3.10 of PKWARE; names are read by yauzl, as writers of many kinds have them.
 */
export function* zipEntries(source: ByteSource): Generator<ZipInhoud> {
  const { entries, offset } = findDirectory(source);
  if (entries === 0) return;
  if (offset > source.size) throw damaged();
  const near = windowSource(source);
  let window = near.read(offset, WINDOW);
  let at = 0;
  let start = offset;
  for (let left = entries; left > 0; left -= 1) {
    if (at + LONGEST_ENTRY > window.length && start + window.length < source.size) {
      start += at;
      at = 0;
      window = near.read(start, WINDOW);
    }
    const { entry, bytes } = readEntry(window, at);
    at += bytes;
    if (!entry.naam.endsWith('/')) yield entry;
  }
}

/** Offset of the packed bytes of an entry; undefined when there is no entry where the directory says. */
export function dataOffset(source: ByteSource, entry: ZipInhoud): number | undefined {
  if (entry.offset > source.size) return undefined;
  const header = source.read(entry.offset, LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL) return undefined;
  return entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

interface Directory {
  readonly entries: number;
  readonly offset: number;
}

function findDirectory(source: ByteSource): Directory {
  const length = Math.min(LOCATOR_BYTES + END_BYTES + MAX_COMMENT, source.size);
  const tail = source.read(source.size - length, length);
  let at = tail.length - END_BYTES;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
  if (at < 0 || tail.readUInt16LE(at + 20) !== tail.length - at - END_BYTES) throw damaged();
  const locator = at - LOCATOR_BYTES;
  if (locator >= 0 && tail.readUInt32LE(locator) === LOCATOR) {
    const end64 = long(tail, locator + 8);
    if (end64 > source.size) throw damaged();
    return readEnd64(source.read(end64, END64_BYTES));
  }
  if (tail.readUInt16LE(at + 4) !== 0) throw damaged();
  return { entries: tail.readUInt16LE(at + 10), offset: tail.readUInt32LE(at + 16) };
}

function readEnd64(end: Buffer): Directory {
  if (end.length < END64_BYTES || end.readUInt32LE(0) !== END64 || end.readUInt32LE(16) !== 0)
    throw damaged();
  return { entries: long(end, 32), offset: long(end, 48) };
}

function readEntry(directory: Buffer, at: number): { readonly entry: ZipInhoud; readonly bytes: number } {
  if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) throw damaged();
  const flags = directory.readUInt16LE(at + 8);
  const methode = directory.readUInt16LE(at + 10);
  const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
  const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
  const end = extraEnd + directory.readUInt16LE(at + 32);
  if (end > directory.length || (flags & STRONG_ENCRYPTION) !== 0) throw damaged();
  const entry = {
    naam: directory.toString('latin1', at + ENTRY_BYTES, nameEnd),
    methode: methode === 0 ? 'opgeslagen' : methode === 8 ? 'deflate' : 'anders',
    versleuteld: (flags & 1) !== 0,
    packedBytes: directory.readUInt32LE(at + 20),
    unpackedBytes: directory.readUInt32LE(at + 24),
    crc32: directory.readUInt32LE(at + 16),
    offset: directory.readUInt32LE(at + 42),
  } as const;
  const plain = extraEnd === nameEnd && PLAIN_NAME.test(entry.naam);
  const name = directory.subarray(at + ENTRY_BYTES, nameEnd);
  return {
    entry: plain ? entry : withExtras(entry, flags, name, directory.subarray(nameEnd, extraEnd)),
    bytes: end - at,
  };
}

function withExtras(entry: ZipInhoud, flags: number, name: Buffer, extra: Buffer): ZipInhoud {
  const fields = orDamaged(() => parseExtraFields(extra));
  const naam = getFileNameLowLevel(flags, name, fields, false);
  if (validateFileName(naam) !== null) throw damaged();
  const large = fields.find(({ id }) => id === ZIP64_FIELD)?.data;
  let at = 0;
  const widened = (value: number): number => {
    if (value !== LARGE || large === undefined) return value;
    if (at + 8 > large.length) throw damaged();
    at += 8;
    return long(large, at - 8);
  };
  const unpackedBytes = widened(entry.unpackedBytes);
  const packedBytes = widened(entry.packedBytes);
  return { ...entry, naam, unpackedBytes, packedBytes, offset: widened(entry.offset) };
}

function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw damaged();
  }
}

/** A number of 64 bits; of a size that no ZIP has, it need not be exact. */
function long(buffer: Buffer, at: number): number {
  return Number(buffer.readBigUInt64LE(at));
}

function damaged(): XmlFault {
  return new XmlFault('ijw.zip-fout', 0);
}
