// SPDX-License-Identifier: EUPL-1.2
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import type { ByteSource } from './byte-source.ts';
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

// yauzl asks for 46 bytes at a time; a window and a callback without a detour make the directory of 100,000 entries quick to read.
class WindowReader extends RandomAccessReader {
  private readonly source: ByteSource;
  private start = 0;
  private window: Buffer = Buffer.alloc(0);

  constructor(source: ByteSource) {
    super();
    this.source = source;
    if (source.bytes !== undefined) this.window = source.bytes;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    if (position < this.start || position + length > this.start + this.window.length) {
      this.window = Buffer.from(this.source.read(position, Math.max(WINDOW, length)));
      this.start = position;
    }
    const from = position - this.start;
    const copied = this.window.copy(buffer, offset, from, from + length);
    callback(copied < length ? new Error('unexpected end') : null);
  }

  override _readStreamForRange(): never {
    throw new TypeError('entries are read from the source, not through yauzl');
  }
}

/** Walks through the files of a ZIP. */
export interface ZipLoop {
  /** The next file in the order of the directory, at once when it is at hand; undefined at the end. Throws `XmlFault` when the directory cannot be read. */
  next(): ZipInhoud | undefined | Promise<ZipInhoud | undefined>;
}

/** The files of a ZIP in the order of its directory. Throws `XmlFault` when the directory cannot be read. */
export async function* zipEntries(source: ByteSource): AsyncGenerator<ZipInhoud> {
  const { next } = await zipLoop(source);
  for (let entry = await next(); entry !== undefined; entry = await next()) yield entry;
}

/** Opens a ZIP. Throws `XmlFault` when it has no directory. */
export async function zipLoop(source: ByteSource): Promise<ZipLoop> {
  const zip = await openZip(source);
  let found: Entry | undefined;
  let state: 'reading' | 'ended' | 'broken' = 'reading';
  let wake = (): void => {};
  zip.on('entry', (entry: Entry) => {
    found = entry;
    wake();
  });
  zip.on('end', () => {
    state = 'ended';
    wake();
  });
  zip.on('error', () => {
    state = 'broken';
    wake();
  });
  const take = (): ZipInhoud | undefined => {
    const entry = found;
    found = undefined;
    if (entry !== undefined) return inhoudOf(entry);
    if (state === 'broken') throw new XmlFault('ijw.zip-fout', 0);
    return undefined;
  };
  const wait = async (): Promise<ZipInhoud | undefined> => {
    while (found === undefined && state === 'reading') {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return isFolder(found) ? next() : take();
  };
  const next = (): ZipInhoud | undefined | Promise<ZipInhoud | undefined> => {
    do {
      found = undefined;
      if (state === 'reading') zip.readEntry();
    } while (isFolder(found));
    return found === undefined && state === 'reading' ? wait() : take();
  };
  return { next };
}

function isFolder(entry: Entry | undefined): boolean {
  return entry?.fileName.endsWith('/') === true;
}

function inhoudOf(entry: Entry): ZipInhoud {
  return {
    naam: entry.fileName,
    methode:
      entry.compressionMethod === 0 ? 'opgeslagen' : entry.compressionMethod === 8 ? 'deflate' : 'anders',
    versleuteld: (entry.generalPurposeBitFlag & 1) !== 0,
    packedBytes: entry.compressedSize,
    unpackedBytes: entry.uncompressedSize,
    crc32: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
  };
}

/** Offset of the packed bytes of an entry; undefined when there is no entry where the directory says. */
export function dataOffset(source: ByteSource, entry: ZipInhoud): number | undefined {
  const header = source.read(entry.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return undefined;
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function openZip(source: ByteSource): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(
      new WindowReader(source),
      source.size,
      { lazyEntries: true, autoClose: false, validateEntrySizes: false },
      (error, zip) => (error ? reject(new XmlFault('ijw.zip-fout', 0)) : resolve(zip)),
    );
  });
}
