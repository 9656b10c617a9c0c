// SPDX-License-Identifier: EUPL-1.2
import type { Element } from './element-tree.ts';
import { NamespaceScopes } from './namespace-scopes.ts';
import { findOpening, keepOpening } from './openings.ts';
import type {
  DeviationCode,
  Keuze,
  LeafState,
  RootChooser,
  Run,
  ScanHandler,
  Step,
  Tag,
  Vorm,
} from './scan-handler.ts';
import { openingRun, RunRecorder, runMatches } from './scan-runs.ts';
import { walkerOfThread } from './walker.ts';
import { checkToken, MORE, type Piece, specialAt, startTagEnd } from './xml-markup.ts';
import { decodeCharacters, decodeText, parseStartTag, TEXT_CLASS, XmlFault } from './xml-text.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const MAX_DEPTH = 64;
const PEEK = 4096;
const DEFAULT_MAX_TOKEN = 1024 * 1024;
const MAX_TAGS_PER_ELEMENT = 256;
const MAX_STATES = 2000;
const MAX_STEPS_PER_STATE = 8;
const NOTHING = Buffer.alloc(0);
const NO_HANDLER: ScanHandler = {
  open() {},
  close() {},
  take: () => -1,
  value() {},
  text() {},
  places: undefined,
  isWanted: () => false,
  atLeaf() {},
  momentAt: () => undefined,
  actsOf: () => [],
  step() {},
  ends() {},
  goTo() {},
  deviation() {},
};

/**
 * Reads XML by bytes, in pieces of any size, along a tree of known elements. Memory is bounded by the longest token.
 * Refuses a DTD, entities, depth over 64 and tokens over the limit: throws `XmlFault`. What the tree does not know is reported and skipped.
 * Source: docs/adr/the-reader-scans-bytes-along-the-element-tree.md
 */
export class XmlScanner {
  private readonly chooser: RootChooser;
  private readonly walker = walkerOfThread();
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
  /** No more bytes come. */
  private final = false;
  private vorm: Vorm | undefined;
  private maxToken = DEFAULT_MAX_TOKEN;
  private piece: Piece = { buffer: NOTHING, end: 0, base: 0, maxToken: DEFAULT_MAX_TOKEN };
  private readonly stack: Tag[] = [];
  private depth = 0;
  /** Names of open elements that the tree does not know. */
  private readonly skipped: string[] = [];
  private leaf: Tag | undefined;
  private leafStart = 0;
  private leafText: string | undefined;
  private leafBroken = false;
  /** What is known of the leaf that is open. */
  private state: LeafState | undefined;
  /** What is open was not kept since some state: `state` tells. */
  private behind = false;
  /** The state at the leaf that was closed last. */
  private before: LeafState | undefined;
  /** Offsets of the start tags until the first value, while the beginning of a whole document is worth remembering. */
  private openingTags: number[] | undefined;
  private herkend: Keuze['herkend'];
  private readonly scopes = new NamespaceScopes();
  private readonly recorder = new RunRecorder();

  constructor(chooser: RootChooser) {
    this.chooser = chooser;
  }

  /** True when the handler knew no tree for the root: the rest need not be offered. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /** The next bytes of the document; they may be overwritten afterwards. */
  push(chunk: Uint8Array): void {
    if (this.stopped || chunk.length === 0) return;
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (this.waiting === 0 && !this.takeRoom(bytes.length)) {
      this.run(bytes, bytes.length, false);
    } else {
      const length = this.waiting + bytes.length;
      this.takeRoom(bytes.length);
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

  /** The whole document at once, instead of `push` and `end`. */
  whole(bytes: Uint8Array): void {
    const { walker } = this;
    if (bytes.length <= walker.input.length && walker.take()) {
      walker.input.set(bytes);
      this.work = walker.input;
      this.runWhole(this.work, bytes.length);
    } else {
      this.runWhole(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), bytes.length);
    }
    if (!this.stopped && !this.finished) throw new XmlFault('ijw.afgebroken', this.base);
  }

  private runWhole(buffer: Buffer, end: number): void {
    this.look(buffer);
    const opening = findOpening(this.view, end);
    if (opening === undefined) {
      this.openingTags = [];
      this.run(buffer, end, true);
      return;
    }
    const { step, vorm, namespaces, herkend } = opening;
    this.started = true;
    this.scopes.resume(namespaces);
    this.begins({ vorm, handler: this.chooser.again(herkend) });
    this.handler.step(step, 0);
    this.arrive(step.to, step.run.length);
    this.run(buffer, end, true, step.run.length);
  }

  private begins({ vorm, handler, herkend }: Keuze): void {
    this.vorm = vorm;
    this.handler = handler;
    this.maxToken = vorm.maxToken;
    this.herkend = herkend;
  }

  private look(buffer: Buffer): void {
    if (this.viewed === buffer) return;
    this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
    this.viewed = buffer;
  }

  /** Reads in the room of the walker from here on, where that is free and anything is to be walked. */
  private takeRoom(length: number): boolean {
    const { walker } = this;
    if (this.work === walker.input) return true;
    if (this.handler.places === undefined || this.waiting + length > walker.input.length || !walker.take())
      return false;
    this.work.copy(walker.input, 0, 0, this.waiting);
    this.work = walker.input;
    return true;
  }

  /** Nothing more is read. */
  release(): void {
    if (this.work !== this.walker.input) return;
    this.work = NOTHING;
    this.walker.release();
  }

  private reserve(length: number): void {
    if (this.work.length >= length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(length, this.work.length * 2));
    this.work.copy(larger, 0, 0, this.waiting);
    this.release();
    this.work = larger;
  }

  private run(buffer: Buffer, end: number, final: boolean, from = 0): void {
    this.look(buffer);
    this.recorder.cancel();
    this.final = final;
    this.piece = { buffer, end, base: this.base, maxToken: this.maxToken };
    let pos = from;
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
    if (final) return;
    if (buffer !== this.work) this.waiting = 0;
    this.reserve(end - pos);
    buffer.copy(this.work, 0, pos, end);
    this.waiting = end - pos;
  }

  private leafRun(buffer: Buffer, start: number, end: number): number {
    const clean = this.leafText === undefined && !this.leafBroken && this.scopes.inner === 0;
    let pos = start;
    if (clean) {
      this.state ??= this.stateHere();
      if (this.openingTags !== undefined) this.learnOpening(buffer, start);
      if (this.state !== undefined) pos = this.plainSteps(this.state, buffer, start, end);
      if (this.finished) return pos;
    }
    const next = this.oneLeaf(buffer, pos, end);
    return next === MORE && pos > start ? pos : next;
  }

  // The hot loop is a function of its own: V8 leaves a loop that it compiled while running by throwing the machine code away.
  /** Reads values for as long as each plainly fits and is followed by markup that was right before. */
  private plainSteps(from: LeafState, buffer: Buffer, start: number, end: number): number {
    const { handler, base, view, walker } = this;
    const places = buffer === walker.input ? handler.places : undefined;
    let state = from;
    let pos = start;
    for (;;) {
      if (places !== undefined) {
        const step = walker.walk(state, places, pos, end);
        pos = walker.position;
        if (step !== undefined) {
          handler.step(step, base + pos);
          pos += step.run.length;
          state = step.to;
          continue;
        }
        state = walker.state as LeafState;
      }
      const p = handler.take(state.leaf.element, buffer, pos, end);
      if (p < 0) break;
      const step = stepAt(state, view, p, end);
      if (step === undefined) {
        const after = this.knownEnding(state, p, end);
        if (after === MORE) break;
        return after;
      }
      handler.step(step, base + p);
      pos = p + step.run.length;
      state = step.to;
    }
    if (pos > start) this.arrive(state, base + pos);
    return pos;
  }

  /** Reads the end tags behind the last value, if they are known; gives the offset behind them, else `MORE`. */
  private knownEnding({ ending }: LeafState, pos: number, end: number): number {
    if (ending === undefined || !standsAt(ending.run, this.view, pos, end)) return MORE;
    this.handler.ends(ending, this.base + pos);
    this.leaf = undefined;
    this.state = undefined;
    this.behind = false;
    this.depth = 0;
    this.finished = true;
    return pos + ending.run.length;
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
      this.leaveStates();
      return this.leafMarkup(buffer, pos, p, end, flags);
    }
    const { state } = this;
    if (state !== undefined && !this.final && mayContinue(state, buffer, p, end)) return MORE;
    if (flags === 0 && this.leafText === undefined && !this.leafBroken) {
      checkToken(this.piece, pos, p);
      this.handler.value(tag.element, buffer, pos, p, this.base + pos);
    } else {
      this.leafEnds(buffer, pos, p, flags);
    }
    const step = state === undefined ? undefined : stepAt(state, this.view, p, end);
    if (step !== undefined) {
      this.handler.step(step, this.base + p);
      this.arrive(step.to, this.base + p + step.run.length);
      return p + step.run.length;
    }
    const ended = state === undefined ? MORE : this.knownEnding(state, p, end);
    if (ended !== MORE) return ended;
    this.leaveStates();
    const run = this.scopes.inner === 0 ? this.knownRun(tag, p, end) : undefined;
    this.depth--;
    if (run !== undefined) {
      this.replay(run, p);
      this.leafStart = this.base + p + run.length;
      if (state !== undefined) this.learn(state, run);
      return p + run.length;
    }
    this.leaf = undefined;
    this.scopeEnds();
    this.before = state;
    if (this.scopes.inner === 0) this.recorder.begin(tag, p);
    return after;
  }

  /** The leaf of a state is about to be read; what is open is told by the state until `leaveStates`. */
  private arrive(state: LeafState, at: number): void {
    this.state = state;
    this.behind = true;
    this.leaf = state.leaf;
    this.leafStart = at;
    this.handler.atLeaf(state.leaf.element);
  }

  /** Markup comes that no state knows. */
  private leaveStates(): void {
    const { state } = this;
    this.state = undefined;
    if (state === undefined || !this.behind) return;
    this.behind = false;
    const { open } = state;
    for (let i = 0; i < open.length; i++) this.stack[i] = open[i] as Tag;
    this.depth = open.length;
    this.handler.goTo(state);
  }

  /** The state at the leaf that is open; undefined when nothing is known to follow it, or structure was not right. */
  private stateHere(): LeafState | undefined {
    const leaf = this.leaf as Tag;
    if (leaf.runs.length === 0 && !leaf.isLast) return undefined;
    const moment = this.handler.momentAt(leaf.element);
    if (moment === undefined) return undefined;
    const open = this.stack.slice(0, this.depth);
    const key = `${moment.key} ${open.map((tag) => tag.name).join()}`;
    const { states } = this.vorm as Vorm;
    const known = states.get(key);
    if (known !== undefined) return known;
    const state: LeafState = {
      leaf,
      open,
      moment,
      steps: [],
      ending: undefined,
      wanted: this.handler.isWanted(leaf.element),
      registration: { generation: 0, address: 0, learned: 0 },
    };
    if (states.size >= MAX_STATES) states.clear();
    states.set(key, state);
    return state;
  }

  /** Remembers a way on from a state, if structure is right where it leads. */
  private learn(state: LeafState, run: Run): void {
    const to = this.stateHere();
    this.state = to;
    if (to === undefined) return;
    if (state.steps.length >= MAX_STEPS_PER_STATE) state.steps.pop();
    state.steps.unshift({ run, to, acts: this.handler.actsOf(run) });
  }

  /** Remembers how a document began that had only start tags, and nothing wrong, before its first value. */
  private learnOpening(buffer: Buffer, start: number): void {
    const { state, vorm, herkend, openingTags = [] } = this;
    this.openingTags = undefined;
    if (state === undefined || vorm === undefined || herkend === undefined) return;
    if (openingTags.length !== this.depth || this.base !== 0) return;
    const run = openingRun(buffer, this.view, start, state.open, openingTags);
    if (run === undefined) return;
    const step: Step = { run, to: state, acts: this.handler.actsOf(run) };
    keepOpening({ step, vorm, herkend, namespaces: this.scopes.namespaces });
  }

  /** Remembers that a document can end so, if nothing was wrong with it. */
  private learnEnding(buffer: Buffer, after: number): void {
    const { before: state } = this;
    const run = this.recorder.last(buffer, this.view, after);
    if (run === undefined || state === undefined) return;
    if (this.handler.momentAt(state.leaf.element) === undefined) return;
    state.ending = { run, acts: this.handler.actsOf(run) };
  }

  private deviates(code: DeviationCode, element: Element, at: number, naam?: string): void {
    this.openingTags = undefined;
    this.handler.deviation(code, element, at, naam);
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
    checkToken(this.piece, pos, p);
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
      const special = specialAt(this.piece, p, this.vorm === undefined);
      if (special === undefined) return MORE;
      const text = (this.leafText ?? '') + this.textPiece(buffer, pos, p, flags) + (special.cdata ?? '');
      if (text.length > this.maxToken) throw new XmlFault('ijw.te-groot', this.leafStart);
      this.leafText = text;
      return special.after;
    }
    const after = startTagEnd(this.piece, p);
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
      const special = specialAt(this.piece, pos, this.vorm === undefined);
      if (special === undefined) return wait;
      if (special.cdata !== undefined) this.looseCharacters(pos, special.cdata);
      return special.after;
    }
    if (next === SLASH) {
      const after = this.endTag(buffer, pos, end);
      if (after === MORE) return wait;
      this.elementEnds(pos);
      if (this.finished) this.learnEnding(buffer, after);
      return after;
    }
    const after = startTagEnd(this.piece, pos);
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
    checkToken(this.piece, pos, p);
    if (p === end) return MORE;
    this.recorder.cancel();
    this.looseCharacters(pos, this.textPiece(buffer, pos, p, flags));
    return p;
  }

  private looseCharacters(pos: number, text: string): void {
    if (this.depth === 0) throw new XmlFault('ijw.xml-fout', this.base + pos, 'tekst buiten het bericht');
    if (this.skipped.length > 0 || this.leaf !== undefined || !/[^ \t\r\n]/.test(text)) return;
    this.deviates('ijw.tekst-buiten-element', this.top().element, this.base + pos);
  }

  /** Checks the end tag at `pos` against what is open; gives the offset behind it. */
  private endTag(buffer: Buffer, pos: number, end: number): number {
    let p = pos + 2;
    while (p < end && buffer[p] !== GT && buffer[p] !== LT) p++;
    checkToken(this.piece, pos, p);
    if (p === end) return MORE;
    let last = p;
    while (isBlank(buffer[last - 1] as number)) last--;
    const name = buffer.toString('latin1', pos + 2, last);
    const open = this.skipped.at(-1) ?? (this.depth > 0 ? this.top().name : undefined);
    if (buffer[p] !== GT || name !== open) throw new XmlFault('ijw.xml-fout', this.base + pos, 'eindtag');
    return p + 1;
  }

  private startTag(buffer: Buffer, pos: number, after: number, end: number): number {
    const at = this.base + pos;
    if (this.depth + this.skipped.length >= MAX_DEPTH) throw new XmlFault('ijw.te-diep', at);
    if (this.finished) throw new XmlFault('ijw.xml-fout', at, 'tweede hoofdelement');
    const skipping = this.skipped.length > 0 || this.leaf !== undefined;
    if (!skipping && this.depth > 0 && this.scopes.inner === 0) {
      const name = buffer.toString('latin1', pos + 1, after - 1);
      const known = this.vorm?.tags[this.top().element.id]?.get(name);
      if (known !== undefined) {
        this.recorder.opened(known, pos);
        this.elementBegins(known, at, after);
        if (this.leaf !== undefined) this.recorder.finish(buffer, this.view, after);
        return after;
      }
    }
    this.recorder.cancel();
    const tag = parseStartTag(decodeCharacters(buffer, pos + 1, after - 1, this.base), at);
    const { scopes } = this;
    if (this.vorm === undefined) scopes.declareOuter(tag.attributen);
    else scopes.declare(tag.attributen, this.depth + this.skipped.length);
    const { local, uri } = scopes.resolve(tag.naam);
    const name = Buffer.from(tag.naam).toString('latin1');
    if (this.vorm === undefined) {
      const rootTag = buffer.toString('latin1', pos, after);
      const peek = buffer.toString('latin1', after, Math.min(end, after + PEEK));
      const chosen = this.chooser.choose(local, uri, rootTag, peek, at);
      if (chosen === undefined) {
        this.stopped = true;
        return after;
      }
      this.begins(chosen);
      this.piece = { ...this.piece, maxToken: this.maxToken };
    }
    const { basisUri, berichtUri } = this.vorm as Vorm;
    const element = skipping ? undefined : this.elementNamed(local);
    if (element === undefined) {
      if (this.skipped.length === 0) {
        this.deviates('ijw.element-onbekend', this.top().element, at, local);
      }
      if (tag.leeg) this.scopeEnds();
      else this.skipped.push(name);
      return after;
    }
    const inNamespace = uri === (element.zone === 'basis' ? basisUri : berichtUri);
    const found: Tag = { element, raw: Buffer.from(tag.naam), name, runs: [], isLast: false };
    if (inNamespace && this.depth > 0 && this.scopes.inner === 0 && name.length === after - pos - 2) {
      this.remember(this.top().element, found);
    }
    this.elementBegins(found, at, after);
    if (!inNamespace) this.deviates('ijw.naamruimte', element, at);
    if (scopes.hasAttribute(tag.attributen)) this.deviates('ijw.attribuut', element, at);
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
    this.openingTags?.push(at);
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

  private scopeEnds(): void {
    if (this.scopes.inner > 0) this.scopes.end(this.depth + this.skipped.length);
  }
}

/** The way on from a state that stands at `pos`. */
function stepAt(state: LeafState, view: DataView, pos: number, end: number): Step | undefined {
  const { steps } = state;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as Step;
    if (standsAt(step.run, view, pos, end)) return step;
  }
  return undefined;
}

/** The markup of a run stands at `pos`, before `end`. */
function standsAt(run: Run, view: DataView, pos: number, end: number): boolean {
  return pos + run.length <= end && runMatches(run, view, pos);
}

/** Whether the bytes that are at hand begin the way on from a state that was found last. */
function mayContinue({ steps: [step] }: LeafState, buffer: Buffer, pos: number, end: number): boolean {
  if (step === undefined || pos + step.run.length <= end) return false;
  const { bytes } = step.run;
  return buffer.compare(bytes, 0, end - pos, pos, end) === 0;
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
