// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from './crc32.ts';

export interface StoredEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DATE_1980 = 0x0021;
const UTF8_NAMES = 0x0800;
const VERSION = 20;

/**
 * A ZIP of a few small files, in order and without compression, so that its bytes depend on nothing but the files: no date of today and no
 * version of a compressor. Uses nothing of Node: a browser makes the same file.
 */
export function storedZip(entries: readonly StoredEntry[]): Uint8Array {
  let offset = 0;
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  for (const { name, bytes } of entries) {
    const path = new TextEncoder().encode(name);
    const facts = littleEndian(
      [2, VERSION],
      [2, UTF8_NAMES],
      [2, 0],
      [2, 0],
      [2, DATE_1980],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    );
    const place = littleEndian([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(joined([littleEndian([4, 0x02014b50], [2, VERSION]), facts, place, path]));
    const file = joined([littleEndian([4, 0x04034b50]), facts, path, bytes]);
    files.push(file);
    offset += file.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = littleEndian(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return joined([...files, ...directory, end]);
}

/** Numbers of two or four bytes, smallest byte first. */
function littleEndian(...numbers: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of numbers) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
