// SPDX-License-Identifier: EUPL-1.2
import { pipeline, Readable, type Transform } from 'node:stream';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { type ByteSource, memorySource, piecesOf, windowSource } from './byte-source.ts';
import { DocumentLezer } from './document-lezer.ts';
import type { Lading } from './envelop-lezer.ts';
import { inflateInto } from './inflater.ts';
import { type Reading, reportOther } from './reading.ts';
import { type BronSoort, sniff } from './sniff.ts';
import { XmlFault } from './xml-text.ts';
import { dataOffset, type ZipInhoud, zipEntries } from './zip-entries.ts';

const SLICE = 256 * 1024;
/** Larger entries are unpacked in pieces, smaller ones at once. */
const SMALL_ENTRY = 4 * 1024 * 1024;
/** A container inside a container has to be held in memory. */
const MAX_HELD = 128 * 1024 * 1024;
/** What unpacks to more than this may not be more than `MAX_RATIO` times what was packed. */
const BOMB_BYTES = 16 * 1024 * 1024;
const MAX_RATIO = 100;
const MAX_UNPACKED = 8 * 1024 ** 3;
/** Entries up to this size are unpacked into the same memory, one after another. */
const MESSAGE = 256 * 1024;
let room: Buffer | undefined;

/** How what was unpacked is read on: a file of its own, or the envelope that a document turned out to be. */
export interface Opener {
  source(reading: Reading, source: ByteSource, place: string, nesting: number): Promise<void>;
  ladingen(reading: Reading, ladingen: readonly Lading[], place: string, nesting: number): Promise<void>;
}

/** Reads what a gzip file holds. */
export async function readGzip(
  reading: Reading,
  source: ByteSource,
  place: string,
  nesting: number,
  opener: Opener,
): Promise<void> {
  const unpacked = unpack(piecesOf(source, 0, source.size), createGunzip({ chunkSize: SLICE }));
  await readUnpacked(reading, unpacked, source.size, place, nesting, 'ijw.gzip-fout', opener);
}

/** Reads the files of a ZIP, in order. */
export async function readZip(
  reading: Reading,
  source: ByteSource,
  place: string,
  nesting: number,
  opener: Opener,
): Promise<void> {
  try {
    const near = windowSource(source);
    for (const entry of zipEntries(source)) {
      const later = readEntry(reading, near, entry, `${place}!${entry.naam}`, nesting, opener);
      if (later !== undefined) await later;
    }
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    notABericht(reading, place, error.code, 'fout');
  }
}

/** Reads one entry; a promise only when it is more than one small message. */
function readEntry(
  reading: Reading,
  source: ByteSource,
  entry: ZipInhoud,
  place: string,
  nesting: number,
  opener: Opener,
): Promise<void> | undefined {
  if (entry.versleuteld) {
    notABericht(reading, place, 'ijw.zip-versleuteld', 'fout');
    return;
  }
  if (entry.methode === 'anders') {
    notABericht(reading, place, 'ijw.zip-methode', 'fout');
    return;
  }
  if (isBomb(entry.packedBytes, entry.unpackedBytes)) {
    notABericht(reading, place, 'ijw.uitpakbom', 'fout');
    return;
  }
  const start = dataOffset(source, entry);
  if (start === undefined) {
    notABericht(reading, place, 'ijw.zip-fout', 'fout');
    return;
  }
  const end = start + entry.packedBytes;
  if (entry.unpackedBytes <= SMALL_ENTRY && entry.packedBytes <= SMALL_ENTRY) {
    const bytes = unpackSmall(source.read(start, entry.packedBytes), entry);
    if (bytes === undefined) {
      notABericht(reading, place, 'ijw.zip-fout', 'fout');
      return;
    }
    if (sniff(bytes) !== 'xml')
      return opener.source(reading, memorySource(Buffer.from(bytes)), place, nesting + 1);
    const ladingen = new DocumentLezer(place, reading).whole(bytes);
    return ladingen.length === 0 ? undefined : opener.ladingen(reading, ladingen, place, nesting + 1);
  }
  const packed = piecesOf(source, start, end);
  const unpacked =
    entry.methode === 'deflate'
      ? unpack(packed, createInflateRaw({ chunkSize: SLICE }))
      : Readable.from(packed);
  return readUnpacked(reading, unpacked, entry.packedBytes, place, nesting, 'ijw.zip-fout', opener, entry);
}

/** A failure of either side comes out of the result. */
function unpack(packed: Iterable<Buffer>, inflater: Transform): Readable {
  return pipeline(Readable.from(packed), inflater, () => undefined);
}

/** The bytes of a small entry, valid until the next one is unpacked; undefined when it is damaged. */
function unpackSmall(packed: Buffer, entry: ZipInhoud): Buffer | undefined {
  const { unpackedBytes } = entry;
  if (packed.length !== entry.packedBytes) return undefined;
  let bytes = packed;
  if (entry.methode === 'deflate') {
    const out = roomFor(unpackedBytes + 1);
    if (inflateInto(packed, out) !== unpackedBytes) return undefined;
    bytes = out.subarray(0, unpackedBytes);
  }
  return bytes.length === unpackedBytes && crc32(bytes) === entry.crc32 ? bytes : undefined;
}

function roomFor(bytes: number): Buffer {
  if (bytes > MESSAGE) return Buffer.allocUnsafeSlow(bytes);
  room ??= Buffer.allocUnsafeSlow(MESSAGE);
  return room.subarray(0, bytes);
}

function isBomb(packedBytes: number, unpackedBytes: number): boolean {
  return (
    unpackedBytes > MAX_UNPACKED || (unpackedBytes > BOMB_BYTES && unpackedBytes > packedBytes * MAX_RATIO)
  );
}

/** Reads what comes out of a decompressor: a document in pieces, a container held in memory. */
async function readUnpacked(
  reading: Reading,
  unpacked: Readable,
  packedBytes: number,
  place: string,
  nesting: number,
  code: string,
  opener: Opener,
  expected?: ZipInhoud,
): Promise<void> {
  let lezer: DocumentLezer | undefined;
  const held: Buffer[] = [];
  let soort: BronSoort | undefined;
  let size = 0;
  let crc = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      soort ??= sniff(chunk);
      size += chunk.length;
      if (expected !== undefined) crc = crc32(chunk, crc);
      if (isBomb(packedBytes, size)) {
        fail(reading, lezer, place, 'ijw.uitpakbom');
        return;
      }
      if (soort === 'xml') {
        lezer ??= new DocumentLezer(place, reading);
        lezer.push(chunk);
        if (lezer.isDone) break;
      } else if (soort === 'anders' && (reading.opties.anders === undefined || size > MAX_HELD)) {
        held.length = 0;
        break;
      } else {
        if (size > MAX_HELD) {
          fail(reading, lezer, place, 'ijw.te-groot');
          return;
        }
        held.push(chunk);
      }
    }
  } catch (error) {
    if (!isZlibError(error)) {
      lezer?.release();
      throw error;
    }
    fail(reading, lezer, place, code);
    return;
  } finally {
    unpacked.destroy();
  }
  const whole = expected === undefined || (size === expected.unpackedBytes && crc === expected.crc32);
  if (!whole && lezer?.isDone !== true && soort !== 'anders') {
    fail(reading, lezer, place, code);
    return;
  }
  if (lezer !== undefined) return opener.ladingen(reading, lezer.end(), place, nesting);
  if (held.length > 0 && whole)
    return opener.source(reading, memorySource(Buffer.concat(held)), place, nesting + 1);
  notABericht(reading, place, 'ijw.geen-bericht', 'info');
}

function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function fail(reading: Reading, lezer: DocumentLezer | undefined, place: string, code: string): void {
  if (lezer === undefined) notABericht(reading, place, code, 'fout');
  else lezer.fail(code);
}

function notABericht(reading: Reading, place: string, code: string, severity: 'fout' | 'info'): void {
  reportOther(reading, code, severity, { file: place });
}
