// SPDX-License-Identifier: EUPL-1.2
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BATCH_BYTES = 8 * 1024 * 1024;
const EPOCH = new Date(1980, 0, 1);

/**
 * Writes many messages into one ZIP, in order, compressed fast. Equal entries give equal bytes: entries carry no date of today.
 * Cost: memory for about 8 MB of entries at a time.
 */
export async function writeZip(
  path: string,
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): Promise<void> {
  const zip = new ZipFile();
  const output = createWriteStream(path);
  const written = finished(output);
  written.catch(() => undefined);
  zip.outputStream.pipe(output);
  let pending = 0;
  for await (const { name, bytes } of entries) {
    const options = { mtime: EPOCH, mode: 0o100644, compressionLevel: 1 };
    pending += bytes.length;
    if (pending < BATCH_BYTES) {
      zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name, options);
      continue;
    }
    // yazl asks for a lazy entry only when all earlier ones are written: that is the only sign of progress it gives.
    const reached = new Promise<void>((resolve) => {
      zip.addReadStreamLazy(name, { ...options, size: bytes.length }, (give) => {
        give(null, Readable.from([bytes]));
        resolve();
      });
    });
    await Promise.race([reached, written]);
    pending = 0;
  }
  zip.end();
  await written;
}
