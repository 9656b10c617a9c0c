// SPDX-License-Identifier: EUPL-1.2
import { decodeCharacters, isXmlName, parseXmlDeclaration, XmlFault } from './xml-text.ts';

/** Bytes of a document that are at hand. */
export interface Piece {
  readonly buffer: Buffer;
  readonly end: number;
  /** Offset of the first of them in the document. */
  readonly base: number;
  /** Longest token that is accepted. Unit: bytes. */
  readonly maxToken: number;
}

/** The end of a token is not at hand yet. */
export const MORE = -1;

const LT = 0x3c;
const GT = 0x3e;

/** Throws `ijw.te-groot` for a token over the limit. */
export function checkToken(piece: Piece, start: number, end: number): void {
  if (end - start > piece.maxToken) throw new XmlFault('ijw.te-groot', piece.base + start);
}

/** Offset behind the `>` of the start tag at `pos`, or `MORE`. */
export function startTagEnd(piece: Piece, pos: number): number {
  const { buffer, end } = piece;
  let quote = 0;
  for (let p = pos + 1; p < end; p++) {
    const byte = buffer[p] as number;
    if (byte === LT) throw new XmlFault('ijw.xml-fout', piece.base + pos, 'begintag');
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 0x22 || byte === 0x27) {
      quote = byte;
    } else if (byte === GT) {
      checkToken(piece, pos, p);
      return p + 1;
    }
  }
  checkToken(piece, pos, end);
  return MORE;
}

/** A comment, CDATA section or processing instruction. */
export interface Special {
  readonly after: number;
  /** Only of a CDATA section. */
  readonly cdata: string | undefined;
}

/** What `<!` or `<?` at `pos` begins; undefined when its end is not at hand yet. Throws for anything that starts a DTD. */
export function specialAt(piece: Piece, pos: number, beforeRoot: boolean): Special | undefined {
  const { buffer, end, base } = piece;
  const head = buffer.toString('latin1', pos, Math.min(end, pos + 9));
  if (head.length < 9 && ['<!--', '<![CDATA[', '<!DOCTYPE'].some((known) => known.startsWith(head))) {
    return undefined;
  }
  if (head.startsWith('<!--')) {
    const close = find(piece, '--', pos, pos + 4);
    if (close === MORE || close + 2 >= end) return undefined;
    if (buffer[close + 2] !== GT) throw new XmlFault('ijw.xml-fout', base + pos, 'commentaar');
    decodeCharacters(buffer, pos + 4, close, base);
    return { after: close + 3, cdata: undefined };
  }
  if (head === '<![CDATA[') {
    const close = find(piece, ']]>', pos, pos + 9);
    if (close === MORE) return undefined;
    return { after: close + 3, cdata: decodeCharacters(buffer, pos + 9, close, base) };
  }
  if (head.startsWith('<?')) {
    const close = find(piece, '?>', pos, pos + 2);
    if (close === MORE) return undefined;
    checkInstruction(decodeCharacters(buffer, pos + 2, close, base), base + pos, beforeRoot);
    return { after: close + 2, cdata: undefined };
  }
  throw new XmlFault(head === '<!DOCTYPE' ? 'ijw.dtd' : 'ijw.xml-fout', base + pos, 'markering');
}

function find(piece: Piece, what: string, start: number, from: number): number {
  const found = piece.buffer.subarray(0, piece.end).indexOf(what, from, 'latin1');
  checkToken(piece, start, found < 0 ? piece.end : found);
  return found < 0 ? MORE : found;
}

function checkInstruction(text: string, at: number, beforeRoot: boolean): void {
  const name = /^[^ \t\n]*/.exec(text)?.[0] ?? '';
  if (name === 'xml' && at <= 3 && beforeRoot) {
    const encoding = parseXmlDeclaration(text, at);
    if (!['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(encoding)) {
      throw new XmlFault('ijw.geen-utf8', at, 'codering');
    }
  } else if (!isXmlName(name) || name.includes(':') || name.toLowerCase() === 'xml') {
    throw new XmlFault('ijw.xml-fout', at, 'instructie');
  }
}
