// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { BronSink } from '../contract/index.ts';
import { type Blad, BladError } from './blad.ts';
import { readCbs, readCbsCsv } from './cbs/read-cbs.ts';
import { BRON_CODES } from './finding-codes.ts';
import { herkenVorm } from './herken-vorm.ts';
import { bladSoort, readBladen } from './read-bladen.ts';
import { type BronUitkomst, type Levering, readRijen } from './read-rijen.ts';

/** Larger files are no form that people fill in and no table that is fetched in parts. */
const MAX_BYTES = 512 * 1024 * 1024;
/** So much of a file tells whether it can be a form. */
const HEAD_BYTES = 128;
/** Names with which the ZIP of a spreadsheet begins. */
const SPREADSHEET_PART =
  /^(?:mimetype|\[Content_Types\]\.xml|(?:_rels|docProps|xl|META-INF|Thumbnails|Configurations2)\/|(?:content|styles|meta|settings|manifest)\.)/;

/**
 * Reads a delivered file of another source than messages: a form in CSV, ODS or XLSX, or a table of CBS in JSON. What it is shows from its content.
 * Undefined, and nothing given, when it is something else. `pad` names the file in findings.
 * Throws only when the file itself cannot be opened or read; whatever is wrong inside is a finding.
 */
export async function readBron(path: string, pad: string, sink: BronSink): Promise<BronUitkomst | undefined> {
  const bytes = readSmallFile(path);
  return bytes === undefined ? undefined : readBronBytes(bytes, pad, sink);
}

/** As `readBron`, for bytes in memory. */
export async function readBronBytes(
  bytes: Uint8Array,
  pad: string,
  sink: BronSink,
): Promise<BronUitkomst | undefined> {
  if (!mayBeForm(bytes.subarray(0, HEAD_BYTES))) return undefined;
  const soort = await bladSoort(bytes);
  if (soort === 'anders') return undefined;
  const bestand = { pad, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (soort === 'json') return readCbs(bytes, bestand, sink);
  let bladen: readonly Blad[];
  try {
    bladen = await readBladen(bytes, soort);
  } catch (error) {
    if (!(error instanceof BladError)) throw error;
    if (soort === 'csv' && !looksLikeForm(bytes)) return undefined;
    return nothing(error.code, pad, sink);
  }
  const herkend = bladen.flatMap((blad) => herkenVorm(blad) ?? []);
  if (herkend.length === 0) return soort === 'csv' ? readCbsCsv(bladen[0] as Blad, bestand, sink) : undefined;
  const leveringen = new Map<string, Levering>();
  const onleesbareRijen = herkend.reduce((sum, blad) => sum + readRijen(blad, bestand, leveringen, sink), 0);
  for (const { kop, tabel, rijen } of leveringen.values()) sink.bron(kop, tabel, rijen);
  if (leveringen.size === 0) nothing('sources.geen-rijen', pad, sink);
  const rijen = [...leveringen.values()].reduce((sum, levering) => sum + levering.rijen.length, 0);
  return { leveringen: leveringen.size, rijen, onleesbareRijen };
}

function nothing(code: string, pad: string, sink: BronSink): BronUitkomst {
  sink.finding({ code, severity: BRON_CODES[code]?.severity ?? 'fout', place: { file: pad } });
  return { leveringen: 0, rijen: 0, onleesbareRijen: 0 };
}

/** Whether a text file that is no proper CSV begins with the columns of a form. */
function looksLikeForm(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1').split(/\r?\n/, 1)[0] ?? '';
  return /opgesteld_op/.test(head) && /peildatum|periode/.test(head);
}

/** Bytes of a file that may be a form; of messages, also packed, nothing is read but the first bytes. */
function readSmallFile(path: string): Buffer | undefined {
  const fd = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const length = readSync(fd, head, 0, head.length, 0);
    return mayBeForm(head.subarray(0, length)) && fstatSync(fd).size <= MAX_BYTES
      ? readFileSync(path)
      : undefined;
  } finally {
    closeSync(fd);
  }
}

/** Whether a file that begins so can be a form: no gzip, no XML, and of the ZIP files only spreadsheets. */
function mayBeForm(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if (a === 0x1f && b === 0x8b) return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (a === 0x50 && b === 0x4b) return SPREADSHEET_PART.test(head.toString('latin1', 30));
  return !/^[\s\0\u00fe\u00ff\u00ef\u00bb\u00bf]*</.test(head.toString('latin1'));
}
