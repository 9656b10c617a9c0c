// SPDX-License-Identifier: EUPL-1.2
import { closeSync, fstatSync, openSync } from 'node:fs';
import type { BerichtSink, BestandTelling } from '../contract/index.ts';
import { type ByteSource, type FileSource, fileSource, memorySource } from './byte-source.ts';
import { DocumentLezer } from './document-lezer.ts';
import type { Lading } from './envelop-lezer.ts';
import type { Opener } from './read-packed.ts';
import { type Hasher, type LeesOpties, type Reading, reportOther } from './reading.ts';
import { sniff } from './sniff.ts';
import { newTelling } from './telling.ts';

/** Most bytes of an entry that is offered to another reader. */
const MAX_OFFERED = 128 * 1024 * 1024;
const MAX_NESTING = 4;
const SLICE = 256 * 1024;
/** How what a container holds is read. */
const OPENER: Opener = { source: readSource, ladingen: readLadingen };

/**
 * Reads a delivered file: a message, an envelope, a gzip or a ZIP of many, or these inside each other. What it is shows from its bytes, not from
 * its name. Memory does not grow with the file. `place` names the file in findings.
 * Throws only when the file itself cannot be opened or read; whatever is wrong inside is a finding.
 */
export async function readBestand(
  path: string,
  place: string,
  sink: BerichtSink,
  opties: LeesOpties = {},
): Promise<BestandTelling> {
  const reading = await newReading(sink, opties);
  const fd = openSync(path, 'r');
  let source: FileSource | undefined;
  try {
    source = fileSource(fd, fstatSync(fd).size);
    await readSource(reading, source, place, 0);
  } finally {
    source?.release();
    closeSync(fd);
  }
  return reading.telling;
}

/** As `readBestand`, for bytes in memory. */
export async function readBytes(
  bytes: Uint8Array,
  place: string,
  sink: BerichtSink,
  opties: LeesOpties = {},
): Promise<BestandTelling> {
  const reading = await newReading(sink, opties);
  await readSource(reading, memorySource(bytes), place, 0);
  return reading.telling;
}

async function newReading(sink: BerichtSink, opties: LeesOpties): Promise<Reading> {
  const reading: Reading = { sink, telling: newTelling(), opties };
  if (opties.sha256 === false) return reading;
  const { createHash, hash } = await import('node:crypto');
  const start: Hasher['start'] = () => {
    const open = createHash('sha256');
    return { update: (chunk) => void open.update(chunk), digest: () => open.digest('hex') };
  };
  return { ...reading, hasher: { start, of: (bytes) => hash('sha256', bytes, 'hex') } };
}

/** Hashes nothing: the one message has the hash of its file. */
function known(sha256: string): Hasher {
  return { start: () => ({ update() {}, digest: () => sha256 }), of: () => sha256 };
}

async function readSource(
  reading: Reading,
  source: ByteSource,
  place: string,
  nesting: number,
): Promise<void> {
  const soort = sniff(source.read(0, 1024));
  if (nesting > 0 && soort !== 'xml' && (await isTakenElsewhere(reading, source, place))) return;
  if (soort === 'anders') {
    notABericht(reading, place, 'ijw.geen-bericht', 'info');
    return;
  }
  if (soort === 'xml') {
    const { bestandSha256 } = reading.opties;
    const isFile = nesting === 0 && bestandSha256 !== undefined && reading.hasher !== undefined;
    const lezer = new DocumentLezer(place, isFile ? { ...reading, hasher: known(bestandSha256) } : reading);
    if (source.size <= SLICE) {
      return readLadingen(reading, lezer.whole(source.read(0, source.size)), place, nesting);
    }
    try {
      for (let at = 0; at < source.size && !lezer.isDone; at += SLICE) {
        lezer.push(source.read(at, Math.min(SLICE, source.size - at)));
      }
    } catch (error) {
      lezer.release();
      throw error;
    }
    return readLadingen(reading, lezer.end(), place, nesting);
  }
  if (nesting >= MAX_NESTING) {
    notABericht(reading, place, 'ijw.te-diep-verpakt', 'fout');
    return;
  }
  const { readGzip, readZip } = await import('./read-packed.ts');
  await (soort === 'zip' ? readZip : readGzip)(reading, source, place, nesting, OPENER);
}

async function isTakenElsewhere(reading: Reading, source: ByteSource, place: string): Promise<boolean> {
  const { anders } = reading.opties;
  if (anders === undefined || source.size > MAX_OFFERED) return false;
  return anders(Buffer.from(source.read(0, source.size)), place);
}

async function readLadingen(
  reading: Reading,
  ladingen: readonly Lading[],
  place: string,
  nesting: number,
): Promise<void> {
  for (const lading of ladingen) {
    const inner = `${place}!${lading.naam}`;
    if (nesting >= MAX_NESTING) notABericht(reading, inner, 'ijw.te-diep-verpakt', 'fout');
    else await readSource(reading, memorySource(lading.bytes), inner, nesting + 1);
  }
}

function notABericht(reading: Reading, place: string, code: string, severity: 'fout' | 'info'): void {
  reportOther(reading, code, severity, { file: place });
}
