// SPDX-License-Identifier: EUPL-1.2
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Bronbestand } from './find-bronnen.ts';
import type { GehashtBestand } from './pakket.ts';

/** A file as it was hashed. */
export interface Gehasht {
  readonly gehasht: GehashtBestand;
  /** All of it, when there was room; valid until the next package is hashed. */
  readonly bytes: Buffer | undefined;
}

/** The files of a package together are seldom larger; what does not fit is read again in pieces. Unit: bytes. */
const ROOM_BYTES = 16 * 2 ** 20;
const PIECE_BYTES = 2 ** 20;
let room: Buffer | undefined;

/** Opens, reads and hashes the files of a package, each once. */
export function hashPakket(bestanden: readonly Bronbestand[]): readonly Gehasht[] {
  room ??= Buffer.allocUnsafeSlow(ROOM_BYTES);
  const all = room;
  let used = 0;
  return bestanden.map((bestand) => {
    try {
      const one = hashBestand(bestand, all.subarray(used));
      used += one.bytes?.length ?? 0;
      return one;
    } catch (error) {
      return { gehasht: { uitgesteld: ioCode(error) ?? 'ingest.unreadable-now' }, bytes: undefined };
    }
  });
}

function hashBestand(bestand: Bronbestand, into: Buffer): Gehasht {
  const stempel = stempelOf(bestand);
  const file = openSync(bestand.path, 'r');
  try {
    const filled = fill(file, into);
    const bytes = into.subarray(0, filled);
    return filled < into.length
      ? { gehasht: { sha256: hash('sha256', bytes, 'hex'), bytes: filled, stempel }, bytes }
      : { gehasht: { ...hashOn(file, bytes), stempel }, bytes: undefined };
  } finally {
    closeSync(file);
  }
}

function hashOn(file: number, begin: Buffer): { readonly sha256: string; readonly bytes: number } {
  const open = createHash('sha256').update(begin);
  const piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
  let bytes = begin.length;
  for (let read = fill(file, piece); read > 0; read = fill(file, piece)) {
    open.update(piece.subarray(0, read));
    bytes += read;
  }
  return { sha256: open.digest('hex'), bytes };
}

/** Reads on until there is no more room, or no more file. */
function fill(file: number, into: Buffer): number {
  let filled = 0;
  for (let read = -1; read !== 0 && filled < into.length; filled += read) {
    read = readSync(file, into, filled, into.length - filled, null);
  }
  return filled;
}

function stempelOf(bestand: Bronbestand): string {
  const { size, mtimeMs, ino } = statSync(bestand.path);
  return `${size} ${mtimeMs} ${ino}`;
}

/** Why a file is not the one that was hashed; undefined when it is. */
export function changedSince(bestand: Bronbestand, gehasht: GehashtBestand): string | undefined {
  try {
    return 'stempel' in gehasht && gehasht.stempel === stempelOf(bestand) ? undefined : 'ingest.file-changed';
  } catch (error) {
    return ioCode(error) ?? 'ingest.file-changed';
  }
}

/** `ingest.file-gone`, `ingest.no-permission` or `ingest.unreadable-now` for an error of the file system; undefined for any other. */
export function ioCode(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  if (code === 'ENOENT') return 'ingest.file-gone';
  return code === 'EACCES' || code === 'EPERM' ? 'ingest.no-permission' : 'ingest.unreadable-now';
}
