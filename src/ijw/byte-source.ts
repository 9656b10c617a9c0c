// SPDX-License-Identifier: EUPL-1.2
import { readSync } from 'node:fs';

const WINDOW = 1024 * 1024;

/** Bytes that can be read at any offset: an open file or memory. */
export interface ByteSource {
  readonly size: number;
  /** All of them, when they are in memory. */
  readonly bytes?: Buffer;
  /** Up to `length` bytes from `offset`; fewer only at the end. Valid until the next call. */
  read(offset: number, length: number): Buffer;
}

export function memorySource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: buffer.length,
    bytes: buffer,
    read: (offset, length) => buffer.subarray(offset, offset + length),
  };
}

/** An open file. */
export interface FileSource extends ByteSource {
  /** Gives its memory to the next file; does not close the file. */
  release(): void;
}

/** Memory that no file uses now: fresh memory costs as much as the reading. */
const spare: Buffer[] = [];
const MAX_SPARE = 2;

/** An open file; the caller closes it. Cost: one buffer of the longest read. */
export function fileSource(fd: number, size: number): FileSource {
  let buffer = spare.pop() ?? Buffer.allocUnsafeSlow(256 * 1024);
  return {
    size,
    release() {
      if (spare.length < MAX_SPARE && buffer.length <= 2 * WINDOW) spare.push(buffer);
    },
    read(offset, length) {
      if (buffer.length < length) buffer = Buffer.allocUnsafeSlow(length);
      let filled = 0;
      while (filled < length) {
        const more = readSync(fd, buffer, filled, length - filled, offset + filled);
        if (more === 0) break;
        filled += more;
      }
      return buffer.subarray(0, filled);
    },
  };
}

/** The same bytes, of which small reads near each other cost one read of the source. */
export function windowSource(source: ByteSource): ByteSource {
  if (source.bytes !== undefined) return source;
  const memory = Buffer.allocUnsafeSlow(Math.min(WINDOW, source.size));
  let start = 0;
  let filled = 0;
  return {
    size: source.size,
    read(offset, length) {
      if (length > WINDOW / 2) return source.read(offset, length);
      if (offset < start || offset + length > start + filled) {
        filled = source.read(offset, memory.length).copy(memory);
        start = offset;
      }
      return memory.subarray(offset - start, Math.min(offset - start + length, filled));
    },
  };
}

const CHUNK = 256 * 1024;

/** The bytes from `start` to `end` in order, each piece its own. */
export function* piecesOf(source: ByteSource, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += CHUNK) {
    const piece = source.read(at, Math.min(CHUNK, end - at));
    if (piece.length === 0) return;
    yield Buffer.from(piece);
  }
}
