// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../contract/index.ts';

/** Turns a failure to open the file of a warehouse into something an operator can act on; anything else stays as it is. */
export function unreadable(path: string, error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (/Conflicting lock|Could not set lock/i.test(message)) {
    return new OperatorError({
      code: 'store.locked',
      subject: 'the warehouse is open in another program',
      place: path,
      remedy: 'close that program and try again',
    });
  }
  if (isDenied(error)) {
    return new OperatorError({
      code: 'store.unwritable',
      subject: 'the warehouse cannot be written',
      place: path,
      remedy: 'check that you may read this file, and write it to take deliveries',
    });
  }
  return /not a valid DuckDB|Serialization|corrupt|checksum|Could not read|is a directory|WAL/i.test(message)
    ? damaged(path)
    : error;
}

/** Whether the file may not be opened like this. */
export function isDenied(error: unknown): boolean {
  return error instanceof Error && /Permission denied|Read-only file system/i.test(error.message);
}

/** The same for a failure of a query: a block with a wrong checksum is met only when it is read. */
export function unreadableBlock(path: string, error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  return /Corrupt database file|computed checksum/i.test(message) ? damaged(path) : error;
}

function damaged(path: string): OperatorError {
  return new OperatorError({
    code: 'store.unreadable',
    subject: 'this file is no warehouse, or it is damaged',
    place: path,
    remedy:
      'put back a copy; or move it away and make it again: from the archive with  regiovisie archive restore DIR  (with the moments at which all became known), or from the delivered files with  regiovisie ingest DIR',
  });
}
