// SPDX-License-Identifier: EUPL-1.2
import type { Element } from './element-tree.ts';
import { type Run, RunRecorder, runMatches } from './scan-runs.ts';
import {
  type Attribute,
  decodeCharacters,
  decodeText,
  isXmlName,
  parseStartTag,
  parseXmlDeclaration,
  TEXT_CLASS,
  XmlFault,
} from './xml-text.ts';

/** A start tag as one document writes it: the element it means, and its bytes between the brackets. */
export interface Tag {
  readonly element: Element;
  readonly raw: Uint8Array;
  readonly name: string;
  /** Runs of markup that have followed this leaf before. */
  readonly runs: Run[];
}

/** A tree as one document writes it; may be kept for a next document with the same root tag. */
export interface Vorm {
  readonly wortel: Element;
  readonly berichtUri: string;
  readonly basisUri: string;
  /** Longest value, comment or tag that is accepted. Unit: bytes. */
  readonly maxToken: number;
  /** Per element: the tags its children have been written with. */
  readonly tags: Map<string, Tag>[];
}

/** Receives what a scanner sees, in document order. `at` is an offset in the document, in bytes. */
export interface ScanHandler {
  open(element: Element, at: number): void;
  close(element: Element, at: number): void;
  /**
   * Takes the value that starts at `start` if it ends before `end` and plainly fits; gives the offset of the `<` behind it, -1 if not.
   * May be asked again for the same value, or be followed by `value` or `text` for it.
   */
  take(element: Element, buffer: Uint8Array, start: number, end: number): number;
  /** Value of a leaf of plain printable ASCII, as bytes. */
  value(element: Element, buffer: Uint8Array, start: number, end: number, at: number): void;
  /** Any other value of a leaf; undefined when elements stand in it. */
  text(element: Element, text: string | undefined, at: number): void;
  /** Something that the tree does not have. `naam` is the local name of an unknown element below `element`. */
  deviation(code: DeviationCode, element: Element, at: number, naam?: string): void;
}

/** Chooses how to read a document once its root tag is known; undefined stops the scan. `peek` is up to 4 kB that follow the tag. */
export type RootChooser = (
  naam: string,
  uri: string,
  rootTag: string,
  peek: string,
  at: number,
) => { readonly vorm: Vorm; readonly handler: ScanHandler } | undefined;

export type DeviationCode =
  | 'ijw.element-onbekend'
  | 'ijw.naamruimte'
  | 'ijw.attribuut'
  | 'ijw.tekst-buiten-element';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const MORE = -1;
const MAX_DEPTH = 64;
const PEEK = 4096;
const DEFAULT_MAX_TOKEN = 1024 * 1024;
const MAX_TAGS_PER_ELEMENT = 256;
const XML_URI = 'http://www.w3.org/XML/1998/namespace';
const XSI_URI = 'http://www.w3.org/2001/XMLSchema-instance';
const NOTHING = Buffer.alloc(0);
const NO_HANDLER: ScanHandler = {
  open() {},
  close() {},
  take: () => -1,
  value() {},
  text() {},
  deviation() {},
};

/**
 * Reads XML by bytes, in pieces of any size, along a tree of known elements. Memory is bounded by the longest token.
 * Refuses a DTD, entities, depth over 64 and tokens over the limit: throws `XmlFault`. What the tree does not know is reported and skipped.
 * Source: docs/adr/the-reader-scans-bytes-along-the-element-tree.md
 */
export class XmlScanner {
  private readonly choose: RootChooser;
  private handler: ScanHandler = NO_HANDLER;
  /** Bytes that wait for the rest of their token, and room for the next piece behind them. */
  private work: Buffer = NOTHING;
  private waiting = 0;
  private base = 0;
  private view: DataView = new DataView(NOTHING.buffer);
  private viewed: Buffer = NOTHING;
  private started = false;
  private finished = false;
  private stopped = false;
  private vorm: Vorm | undefined;
  private maxToken = DEFAULT_MAX_TOKEN;
  private readonly stack: Tag[] = [];
  private depth = 0;
  /** Names of open elements that the tree does not know. */
  private readonly skipped: string[] = [];
  private leaf: Tag | undefined;
  private leafStart = 0;
  private leafText: string | undefined;
  private leafBroken = false;
  private namespaces: ReadonlyMap<string, string> = new Map([['xml', XML_URI]]);
  /** Namespaces to go back to, for open elements below the root that declare some. */
  private readonly scopes: { readonly depth: number; readonly outer: ReadonlyMap<string, string> }[] = [];
  private readonly recorder = new RunRecorder();

  constructor(choose: RootChooser) {
    this.choose = choose;
  }

  /** True when the handler knew no tree for the root: the rest need not be offered. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /** The next bytes of the document; they may be overwritten afterwards. */
  push(chunk: Uint8Array): void {
    if (this.stopped || chunk.length === 0) return;
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (this.waiting === 0) {
      this.run(bytes, bytes.length, false);
    } else {
      const length = this.waiting + bytes.length;
      this.reserve(length);
      bytes.copy(this.work, this.waiting);
      this.run(this.work, length, false);
    }
  }

  /** The document ends here. */
  end(): void {
    if (this.stopped) return;
    this.run(this.work, this.waiting, true);
    if (!this.stopped && !this.finished) throw new XmlFault('ijw.afgebroken', this.base);
  }

  private reserve(length: number): void {
    if (this.work.length >= length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(length, this.work.length * 2));
    this.work.copy(larger, 0, 0, this.waiting);
    this.work = larger;
  }

  private run(buffer: Buffer, end: number, final: boolean): void {
    if (this.viewed !== buffer) {
      this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
      this.viewed = buffer;
    }
    this.recorder.cancel();
    let pos = 0;
    while (pos < end && !this.stopped) {
      const inside = this.leaf !== undefined && this.skipped.length === 0;
      const next = inside ? this.leafRun(buffer, pos, end) : this.content(buffer, pos, end, final);
      if (next === MORE) break;
      pos = next;
    }
    if (this.stopped) return;
    if (end - pos > this.maxToken + PEEK) throw new XmlFault('ijw.te-groot', this.base + pos);
    if (final && pos < end) throw new XmlFault('ijw.afgebroken', this.base + end);
    this.base += pos;
    if (buffer !== this.work) this.waiting = 0;
    this.reserve(end - pos);
    buffer.copy(this.work, 0, pos, end);
    this.waiting = end - pos;
  }

  private leafRun(buffer: Buffer, start: number, end: number): number {
    const clean = this.leafText === undefined && !this.leafBroken && this.scopes.length === 0;
    const pos = clean ? this.plainRun(buffer, start, end) : start;
    const next = this.oneLeaf(buffer, pos, end);
    return next === MORE && pos > start ? pos : next;
  }

  // The hot loop is a function of its own: V8 leaves a loop that it compiled while running by throwing the machine code away.
  /** Reads values for as long as each plainly fits and is followed by a known run of markup. */
  private plainRun(buffer: Buffer, start: number, end: number): number {
    const { handler, base } = this;
    let pos = start;
    for (;;) {
      const tag = this.leaf as Tag;
      const p = handler.take(tag.element, buffer, pos, end);
      if (p < 0) return pos;
      const run = this.knownRun(tag, p, end);
      if (run === undefined) return pos;
      this.depth--;
      this.replay(run, p);
      pos = p + run.length;
      this.leafStart = base + pos;
    }
  }

  /** Reads one value and its end tag; whatever stands in it. */
  private oneLeaf(buffer: Buffer, pos: number, end: number): number {
    const tag = this.leaf as Tag;
    let p = pos;
    let flags = 0;
    while (p < end) {
      const kind = TEXT_CLASS[buffer[p] as number] as number;
      if (kind === 1) break;
      flags |= kind;
      p++;
    }
    const { raw } = tag;
    const after = p + raw.length + 3;
    if (p + 1 >= end || (after > end && buffer[p + 1] === SLASH)) return MORE;
    if (after > end || buffer[after - 1] !== GT || !closesTag(buffer, p, raw)) {
      return this.leafMarkup(buffer, pos, p, end, flags);
    }
    if (flags === 0 && this.leafText === undefined && !this.leafBroken) {
      this.checkToken(pos, p);
      this.handler.value(tag.element, buffer, pos, p, this.base + pos);
    } else {
      this.leafEnds(buffer, pos, p, flags);
    }
    const run = this.scopes.length === 0 ? this.knownRun(tag, p, end) : undefined;
    this.depth--;
    if (run !== undefined) {
      this.replay(run, p);
      this.leafStart = this.base + p + run.length;
      return p + run.length;
    }
    this.leaf = undefined;
    this.scopeEnds();
    if (this.scopes.length === 0) this.recorder.begin(tag, p);
    return after;
  }

  private knownRun(tag: Tag, pos: number, end: number): Run | undefined {
    const { runs } = tag;
    for (let i = 0; i < runs.length; i++) {
      const run = runs[i] as Run;
      if (pos + run.length > end || !runMatches(run, this.view, pos)) continue;
      const { closes } = run;
      let same = true;
      for (let k = 0; k < closes.length; k++) same &&= this.stack[this.depth - 2 - k] === closes[k];
      if (same) return run;
    }
    return undefined;
  }

  private replay(run: Run, pos: number): void {
    const { handler, stack } = this;
    const { tags, opens, offsets } = run;
    const at = this.base + pos;
    for (let i = 0; i < tags.length; i++) {
      const tag = tags[i] as Tag;
      if (opens[i] === 1) {
        stack[this.depth++] = tag;
        handler.open(tag.element, at + (offsets[i] as number));
      } else {
        this.depth--;
        handler.close(tag.element, at + (offsets[i] as number));
      }
    }
    this.leaf = tags[tags.length - 1] as Tag;
  }

  private leafEnds(buffer: Buffer, pos: number, p: number, flags: number): void {
    const { element } = this.leaf as Tag;
    const piece = this.textPiece(buffer, pos, p, flags);
    this.handler.text(element, this.leafBroken ? undefined : (this.leafText ?? '') + piece, this.leafStart);
    this.leafText = undefined;
    this.leafBroken = false;
  }

  private textPiece(buffer: Buffer, pos: number, p: number, flags: number): string {
    this.checkToken(pos, p);
    if ((flags & 4) !== 0) throw new XmlFault('ijw.xml-fout', this.base + pos, 'teken');
    return decodeText(buffer, pos, p, this.base);
  }

  /** At a `<` inside a leaf that does not simply close it. */
  private leafMarkup(buffer: Buffer, pos: number, p: number, end: number, flags: number): number {
    const next = buffer[p + 1] as number;
    if (next === SLASH) {
      const close = this.endTag(buffer, p, end);
      if (close === MORE) return MORE;
      this.leafEnds(buffer, pos, p, flags);
      this.leaf = undefined;
      this.depth--;
      this.scopeEnds();
      return close;
    }
    if (next === BANG || next === QUESTION) {
      const special = this.special(buffer, p, end);
      if (special === undefined) return MORE;
      const text = (this.leafText ?? '') + this.textPiece(buffer, pos, p, flags) + (special.cdata ?? '');
      if (text.length > this.maxToken) throw new XmlFault('ijw.te-groot', this.leafStart);
      this.leafText = text;
      return special.after;
    }
    const after = this.tagEnd(buffer, p, end);
    if (after === MORE) return MORE;
    this.textPiece(buffer, pos, p, flags);
    this.leafBroken = true;
    this.leafText = '';
    return this.startTag(buffer, p, after, end);
  }

  private content(buffer: Buffer, start: number, end: number, final: boolean): number {
    let pos = start;
    if (!this.started) {
      if (end < 4 && !final) return MORE;
      pos = this.begin(buffer, pos);
    }
    while (pos < end && isBlank(buffer[pos] as number)) pos++;
    if (pos === end) return pos;
    const wait = pos > start ? pos : MORE;
    if (buffer[pos] !== LT) {
      const after = this.looseText(buffer, pos, end);
      return after === MORE ? wait : after;
    }
    if (pos + 1 >= end) return wait;
    const next = buffer[pos + 1] as number;
    if (next === BANG || next === QUESTION) {
      this.recorder.cancel();
      const special = this.special(buffer, pos, end);
      if (special === undefined) return wait;
      if (special.cdata !== undefined) this.looseCharacters(pos, special.cdata);
      return special.after;
    }
    if (next === SLASH) {
      const after = this.endTag(buffer, pos, end);
      if (after === MORE) return wait;
      this.elementEnds(pos);
      return after;
    }
    const after = this.tagEnd(buffer, pos, end);
    if (after === MORE || (this.vorm === undefined && !final && end - after < PEEK)) return wait;
    return this.startTag(buffer, pos, after, end);
  }

  private begin(buffer: Buffer, pos: number): number {
    this.started = true;
    const [a, b, c] = buffer;
    if ((a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe) || a === 0 || b === 0) {
      throw new XmlFault('ijw.geen-utf8', 0);
    }
    return a === 0xef && b === 0xbb && c === 0xbf ? pos + 3 : pos;
  }

  private elementEnds(pos: number): void {
    if (this.skipped.length > 0) {
      this.skipped.pop();
    } else {
      const tag = this.stack[--this.depth] as Tag;
      this.recorder.closed(tag, pos);
      this.handler.close(tag.element, this.base + pos);
      if (this.depth === 0) this.finished = true;
    }
    this.scopeEnds();
  }

  private looseText(buffer: Buffer, pos: number, end: number): number {
    const at = this.base + pos;
    if (this.depth === 0) throw new XmlFault('ijw.xml-fout', at, 'tekst buiten het bericht');
    let p = pos;
    let flags = 0;
    while (p < end) {
      const kind = TEXT_CLASS[buffer[p] as number] as number;
      if (kind === 1) break;
      flags |= kind;
      p++;
    }
    this.checkToken(pos, p);
    if (p === end) return MORE;
    this.recorder.cancel();
    this.looseCharacters(pos, this.textPiece(buffer, pos, p, flags));
    return p;
  }

  private looseCharacters(pos: number, text: string): void {
    if (this.depth === 0) throw new XmlFault('ijw.xml-fout', this.base + pos, 'tekst buiten het bericht');
    if (this.skipped.length > 0 || this.leaf !== undefined || !/[^ \t\r\n]/.test(text)) return;
    this.handler.deviation('ijw.tekst-buiten-element', this.top().element, this.base + pos);
  }

  /** Comment, CDATA section or processing instruction at `pos`; undefined when its end is not there yet. */
  private special(
    buffer: Buffer,
    pos: number,
    end: number,
  ): { readonly after: number; readonly cdata: string | undefined } | undefined {
    const at = this.base + pos;
    const head = buffer.toString('latin1', pos, Math.min(end, pos + 9));
    if (head.length < 9 && ['<!--', '<![CDATA[', '<!DOCTYPE'].some((known) => known.startsWith(head))) {
      return undefined;
    }
    if (head.startsWith('<!--')) {
      const close = this.find(buffer, '--', pos, pos + 4, end);
      if (close === MORE || close + 2 >= end) return undefined;
      if (buffer[close + 2] !== GT) throw new XmlFault('ijw.xml-fout', at, 'commentaar');
      decodeCharacters(buffer, pos + 4, close, this.base);
      return { after: close + 3, cdata: undefined };
    }
    if (head === '<![CDATA[') {
      const close = this.find(buffer, ']]>', pos, pos + 9, end);
      if (close === MORE) return undefined;
      return { after: close + 3, cdata: decodeCharacters(buffer, pos + 9, close, this.base) };
    }
    if (head.startsWith('<?')) {
      const close = this.find(buffer, '?>', pos, pos + 2, end);
      if (close === MORE) return undefined;
      this.instruction(decodeCharacters(buffer, pos + 2, close, this.base), at);
      return { after: close + 2, cdata: undefined };
    }
    throw new XmlFault(head === '<!DOCTYPE' ? 'ijw.dtd' : 'ijw.xml-fout', at, 'markering');
  }

  private instruction(text: string, at: number): void {
    const name = /^[^ \t\n]*/.exec(text)?.[0] ?? '';
    if (name === 'xml' && at <= 3 && this.vorm === undefined) {
      const encoding = parseXmlDeclaration(text, at);
      if (!['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(encoding)) {
        throw new XmlFault('ijw.geen-utf8', at, 'codering');
      }
    } else if (!isXmlName(name) || name.includes(':') || name.toLowerCase() === 'xml') {
      throw new XmlFault('ijw.xml-fout', at, 'instructie');
    }
  }

  private find(buffer: Buffer, what: string, start: number, from: number, end: number): number {
    const found = buffer.subarray(0, end).indexOf(what, from, 'latin1');
    this.checkToken(start, found < 0 ? end : found);
    return found < 0 ? MORE : found;
  }

  /** Offset behind the `>` of the start tag at `pos`. */
  private tagEnd(buffer: Buffer, pos: number, end: number): number {
    let quote = 0;
    for (let p = pos + 1; p < end; p++) {
      const byte = buffer[p] as number;
      if (byte === LT) throw new XmlFault('ijw.xml-fout', this.base + pos, 'begintag');
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === 0x22 || byte === 0x27) {
        quote = byte;
      } else if (byte === GT) {
        this.checkToken(pos, p);
        return p + 1;
      }
    }
    this.checkToken(pos, end);
    return MORE;
  }

  private checkToken(start: number, end: number): void {
    if (end - start > this.maxToken) throw new XmlFault('ijw.te-groot', this.base + start);
  }

  /** Checks the end tag at `pos` against what is open; gives the offset behind it. */
  private endTag(buffer: Buffer, pos: number, end: number): number {
    let p = pos + 2;
    while (p < end && buffer[p] !== GT && buffer[p] !== LT) p++;
    this.checkToken(pos, p);
    if (p === end) return MORE;
    const name = buffer.toString('latin1', pos + 2, p).replace(/[ \t\r\n]+$/, '');
    const open = this.skipped.at(-1) ?? (this.depth > 0 ? this.top().name : undefined);
    if (buffer[p] !== GT || name !== open) throw new XmlFault('ijw.xml-fout', this.base + pos, 'eindtag');
    return p + 1;
  }

  private startTag(buffer: Buffer, pos: number, after: number, end: number): number {
    const at = this.base + pos;
    if (this.depth + this.skipped.length >= MAX_DEPTH) throw new XmlFault('ijw.te-diep', at);
    if (this.finished) throw new XmlFault('ijw.xml-fout', at, 'tweede hoofdelement');
    const skipping = this.skipped.length > 0 || this.leaf !== undefined;
    if (!skipping && this.depth > 0 && this.scopes.length === 0) {
      const name = buffer.toString('latin1', pos + 1, after - 1);
      const known = this.vorm?.tags[this.top().element.id]?.get(name);
      if (known !== undefined) {
        this.recorder.opened(known, pos);
        this.elementBegins(known, at, after);
        if (this.leaf !== undefined) this.recorder.finish(this.view, after);
        return after;
      }
    }
    this.recorder.cancel();
    const tag = parseStartTag(decodeCharacters(buffer, pos + 1, after - 1, this.base), at);
    this.declare(tag.attributen);
    const colon = tag.naam.indexOf(':');
    const local = tag.naam.slice(colon + 1);
    const uri = this.namespaces.get(tag.naam.slice(0, Math.max(colon, 0))) ?? '';
    const name = Buffer.from(tag.naam).toString('latin1');
    if (this.vorm === undefined) {
      const rootTag = buffer.toString('latin1', pos, after);
      const peek = buffer.toString('latin1', after, Math.min(end, after + PEEK));
      const chosen = this.choose(local, uri, rootTag, peek, at);
      if (chosen === undefined) {
        this.stopped = true;
        return after;
      }
      this.vorm = chosen.vorm;
      this.handler = chosen.handler;
      this.maxToken = chosen.vorm.maxToken;
    }
    const { basisUri, berichtUri } = this.vorm;
    const element = skipping ? undefined : this.elementNamed(local);
    if (element === undefined) {
      if (this.skipped.length === 0) {
        this.handler.deviation('ijw.element-onbekend', this.top().element, at, local);
      }
      if (tag.leeg) this.scopeEnds();
      else this.skipped.push(name);
      return after;
    }
    const inNamespace = uri === (element.zone === 'basis' ? basisUri : berichtUri);
    const found: Tag = { element, raw: Buffer.from(tag.naam), name, runs: [] };
    if (inNamespace && this.depth > 0 && this.scopes.length === 0 && name.length === after - pos - 2) {
      this.remember(this.top().element, found);
    }
    this.elementBegins(found, at, after);
    if (!inNamespace) this.handler.deviation('ijw.naamruimte', element, at);
    if (this.hasAttribute(tag.attributen)) this.handler.deviation('ijw.attribuut', element, at);
    if (tag.leeg) this.emptyElementEnds(element, at);
    return after;
  }

  private elementNamed(local: string): Element | undefined {
    const { wortel } = this.vorm as Vorm;
    if (this.depth > 0) return this.top().element.kind.get(local);
    return wortel;
  }

  private remember(ouder: Element, tag: Tag): void {
    const { tags } = this.vorm as Vorm;
    const known = tags[ouder.id];
    if (known !== undefined && known.size < MAX_TAGS_PER_ELEMENT) known.set(tag.name, tag);
  }

  private elementBegins(tag: Tag, at: number, after: number): void {
    this.stack[this.depth++] = tag;
    this.handler.open(tag.element, at);
    if (tag.element.type === undefined) return;
    this.leaf = tag;
    this.leafStart = this.base + after;
  }

  private emptyElementEnds(element: Element, at: number): void {
    if (this.leaf === undefined) this.handler.close(element, at);
    else this.handler.text(element, '', this.leafStart);
    this.leaf = undefined;
    this.depth--;
    if (this.depth === 0) this.finished = true;
    this.scopeEnds();
  }

  private top(): Tag {
    return this.stack[this.depth - 1] as Tag;
  }

  private declare(attributen: readonly Attribute[]): void {
    const declared = attributen.filter(({ naam }) => naam === 'xmlns' || naam.startsWith('xmlns:'));
    if (declared.length === 0) return;
    if (this.vorm !== undefined) {
      this.scopes.push({ depth: this.depth + this.skipped.length, outer: this.namespaces });
    }
    const inner = new Map(this.namespaces);
    for (const { naam, waarde } of declared) inner.set(naam.slice(6), waarde);
    this.namespaces = inner;
  }

  private scopeEnds(): void {
    const scope = this.scopes.at(-1);
    if (scope === undefined || scope.depth !== this.depth + this.skipped.length) return;
    this.namespaces = scope.outer;
    this.scopes.pop();
  }

  private hasAttribute(attributen: readonly Attribute[]): boolean {
    return attributen.some(({ naam }) => {
      if (naam === 'xmlns' || naam.startsWith('xmlns:')) return false;
      const [prefix = '', local] = naam.split(':');
      const location = local === 'schemaLocation' || local === 'noNamespaceSchemaLocation';
      return !(location && this.namespaces.get(prefix) === XSI_URI);
    });
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** `raw` stands behind the `</` at `at`. */
function closesTag(buffer: Buffer, at: number, raw: Uint8Array): boolean {
  if (buffer[at + 1] !== SLASH) return false;
  for (let i = 0; i < raw.length; i++) if (buffer[at + 2 + i] !== raw[i]) return false;
  return true;
}
