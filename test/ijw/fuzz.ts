// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort } from '../../src/contract/index.ts';
import { writeBericht } from '../../src/ijw/index.ts';
import { GOED, goed } from './berichten.ts';
import { eventsOf } from './mutants.ts';
import { seeded } from './mutate.ts';

/** What a series of damaged messages did. */
export interface FuzzResult {
  readonly inputs: number;
  readonly read: number;
  readonly slowestMs: number;
  readonly grownMb: number;
}

const PIECES = [
  '<',
  '>',
  '/',
  '</',
  '/>',
  '&',
  '&amp;',
  '&#x41;',
  '&#xD800;',
  '&x;',
  ';',
  '"',
  "'",
  '=',
  ' ',
  '\r\n',
  '\n',
  '\t',
  '<!--',
  '-->',
  '--',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a>',
  '<!',
  'xmlns=""',
  ' xmlns:ijw="urn:x"',
  '<x>',
  '</x>',
  '<x/>',
  '<ijw:Datum>',
  '0',
  '9'.repeat(40),
  '-',
  '2024-02-30',
  '\u0000',
  '\u00e9',
  '\ud83d\ude00',
  '\ufeff',
  '\uffff',
  'jw323:',
  'Bericht',
  'A'.repeat(300),
];

/** CPU time of this process: what else the machine does is not the reader's slowness. Unit: milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Damages good messages in every way a byte can be wrong, and reads them whole or in pieces of random size. Throws when the reader does. */
export function fuzz(inputs: number, seed: number): FuzzResult {
  const random = seeded(seed);
  const whole = (max: number): number => Math.floor(random() * max);
  const documents = Object.keys(GOED).map((soort) =>
    Buffer.from(writeBericht('3.2', soort as BerichtSoort, goed(soort as BerichtSoort))),
  );
  let read = 0;
  let slowestMs = 0;
  let base = 0;
  for (let n = 0; n < inputs; n++) {
    let bytes = documents[whole(documents.length)] as Buffer;
    for (let change = random() < 0.7 ? 1 : 3; change > 0; change--) bytes = damage(bytes, random, whole);
    const size = random() < 0.5 ? Number.POSITIVE_INFINITY : 1 + whole(600);
    const start = cpuMs();
    const events = eventsOf(bytes, Math.max(1, size));
    slowestMs = Math.max(slowestMs, cpuMs() - start);
    if (events.some((event) => Array.isArray(event) && event[0] === 'einde' && event[1] === true)) read++;
    if (n === Math.min(inputs >> 1, 20_000)) base = process.memoryUsage().rss;
  }
  return { inputs, read, slowestMs, grownMb: (process.memoryUsage().rss - base) / 1e6 };
}

function damage(bytes: Buffer, random: () => number, whole: (max: number) => number): Buffer {
  const kind = whole(9);
  const anywhere = whole(bytes.length);
  const at = kind < 6 ? anywhere : valueNear(bytes, anywhere);
  if (kind === 0) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + whole(30))]);
  if (kind === 1)
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(PIECES[whole(PIECES.length)] ?? ''),
      bytes.subarray(at),
    ]);
  if (kind === 2) return bytes.subarray(0, at);
  const copy = Buffer.from(bytes);
  if (kind === 3) copy[at] = whole(256);
  else if (kind > 6) copy[at] = 0x20 + whole(0x5f);
  else if (kind === 4 || kind === 6) copy[at] = (copy[at] ?? 0) ^ (1 << whole(8));
  else {
    const from = whole(bytes.length);
    bytes.copy(copy, at, from, from + Math.min(whole(200), bytes.length - at));
  }
  return random() < 0.02 ? Buffer.concat([copy, copy]) : copy;
}

/** The start of the next value after an offset. */
function valueNear(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] === 0x3e && (bytes[at + 1] ?? 0) > 0x20 && bytes[at + 1] !== 0x3c) return at + 1;
  }
  return from;
}
