// SPDX-License-Identifier: EUPL-1.2
import { inflateRawSync } from 'node:zlib';
import { memorySource } from './byte-source.ts';
import { XmlFault } from './xml-text.ts';
import { dataOffset, zipEntries } from './zip-entries.ts';

/** Most entries of a small archive; an office document has some twenty. */
const MAX_ENTRIES = 10_000;

/** Names of the files in a ZIP; undefined when it is damaged. */
export async function listZip(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  const names: string[] = [];
  try {
    for (const { naam } of zipEntries(memorySource(bytes))) {
      names.push(naam);
      if (names.length > MAX_ENTRIES) break;
    }
  } catch (error) {
    if (error instanceof XmlFault) return undefined;
    throw error;
  }
  return names;
}

/**
 * The wanted files of a small ZIP in memory; undefined when it is damaged, encrypted, packed in another way than deflate, or would unpack to more than
 * `maxBytes`.
 */
export async function unpackZip(
  bytes: Uint8Array,
  wanted: (naam: string) => boolean,
  maxBytes: number,
): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const source = memorySource(bytes);
  const found = new Map<string, Buffer>();
  let left = maxBytes;
  try {
    for (const entry of zipEntries(source)) {
      if (!wanted(entry.naam)) continue;
      left -= entry.unpackedBytes;
      const start = dataOffset(source, entry);
      if (entry.versleuteld || entry.methode === 'anders' || start === undefined || left < 0)
        return undefined;
      const packed = Buffer.from(source.read(start, entry.packedBytes));
      const file =
        entry.methode === 'deflate'
          ? inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpackedBytes, 1) })
          : packed;
      if (file.length !== entry.unpackedBytes) return undefined;
      found.set(entry.naam, file);
    }
  } catch (error) {
    if (error instanceof XmlFault || isZlibError(error)) return undefined;
    throw error;
  }
  return found;
}

function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE';
}
