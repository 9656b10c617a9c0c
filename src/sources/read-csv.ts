// SPDX-License-Identifier: EUPL-1.2
import { type Blad, BladBouwer, BladError, MAX_KOLOMMEN } from './blad.ts';

const SEPARATORS = [';', ',', '\t'] as const;

/**
 * Reads CSV as office programs write it: UTF-8, UTF-16 or Windows-1252; semicolon, comma or tab; quotes, also around line ends; a first line `sep=;`.
 * Throws: `BladError`.
 */
export function readCsv(bytes: Uint8Array): Blad {
  const text = decodeText(bytes);
  const named = /^sep=(.)\r?\n/.exec(text);
  const blad = new BladBouwer('');
  const body = named === null ? text : text.slice(named[0].length);
  const separator = named?.[1] ?? likelySeparator(body);
  let nummer = named === null ? 1 : 2;
  let cellen: string[] = [];
  const plain = new RegExp(`[^\\r\\n${separator === '\t' ? '\\t' : `\\${separator}`}]*`, 'y');
  for (let at = 0; at < body.length; ) {
    let value: string;
    if (body[at] === '"') {
      const end = endOfQuoted(body, at);
      value = body.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      while (body[at] === ' ') at += 1;
    } else {
      plain.lastIndex = at;
      value = plain.exec(body)?.[0] ?? '';
      at = plain.lastIndex;
    }
    if (cellen.length < MAX_KOLOMMEN) cellen.push(value.trim());
    if (body[at] === separator) {
      at += 1;
      if (at < body.length && body[at] !== '\r' && body[at] !== '\n') continue;
      cellen.push('');
    } else if (at < body.length && body[at] !== '\r' && body[at] !== '\n') {
      throw new BladError('sources.aanhalingsteken');
    }
    blad.push(nummer, cellen);
    cellen = [];
    if (body[at] === '\r' && body[at + 1] === '\n') at += 1;
    at += 1;
    nummer += 1;
  }
  return blad.finish();
}

/** Place of the quotation mark that ends the one at `at`; doubled ones are part of the text. */
function endOfQuoted(body: string, at: number): number {
  for (let end = body.indexOf('"', at + 1); end >= 0; end = body.indexOf('"', end + 2)) {
    if (body[end + 1] !== '"') return end;
  }
  throw new BladError('sources.aanhalingsteken');
}

/** Text of a file whose encoding shows only from its bytes: a mark, else valid UTF-8, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that stands most often in the first line. */
function likelySeparator(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}
