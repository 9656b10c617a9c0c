// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '../contract/index.ts';
import { kindOfValue } from './check-value.ts';
import { type Element, type ElementTree, elementAt } from './element-tree.ts';
import type { Places } from './places.ts';
import { hashBytesInto, hashTextInto } from './text-hash.ts';
import {
  daysAt,
  latinText,
  NO_DAY,
  packShort,
  packShortText,
  SHORT,
  secondsAt,
  shortText,
} from './value-bytes.ts';
import { packCode, TEKEN_BYTES, type ValueType } from './value-type.ts';
import { LATER_BYTES, MAX_KNOWN, type Walker, walkerOfThread } from './walker.ts';

const ABSENT = 0;
const READ = 1;
const UNREADABLE = 2;
/** A code that is not in its list. */
const UNLISTED = 3;
const LT = 0x3c;
/** Longest text that is kept as bytes until somebody asks for it. */
const LATER = LATER_BYTES;
const CODE = 255;
/** Longer values are left to the slow road, which knows limits. */
const MAX_PLAIN = 4096;

/**
 * The values of the message part that is being read: one place per element of the tree. Opening a repeating element empties its places.
 * Values that nobody asked for are checked but never kept: names and addresses never become strings.
 */
export class Velden {
  readonly tree: ElementTree;
  private readonly state: Uint8Array;
  private readonly numbers: Float64Array;
  private readonly texts: string[];
  private readonly wanted: Uint8Array;
  private readonly numeric: Uint8Array;
  /** Where values stand in the memory of the walker; undefined when it had no room. */
  readonly places: Places | undefined;
  private readonly walker: Walker;
  /** Texts of up to 64 bytes that nobody has asked for yet: their length per place, and their bytes. `CODE` for a code, that is its number. */
  private readonly later: Uint8Array;
  private readonly bytes: Buffer;
  /** The number of the text that `texts` holds, where a number tells a text; 0 where it does not. */
  private readonly made: Float64Array;
  private readonly lists: (string[] | undefined)[];
  /** Values that nobody asks for and that were right before, as numbers. */
  private readonly known: (number[] | undefined)[];

  constructor(tree: ElementTree) {
    const places = tree.elementen.length + 1;
    this.tree = tree;
    this.walker = walkerOfThread();
    this.places = this.walker.placesFor(places);
    const { memory } = this.places === undefined ? { memory: undefined } : this.walker;
    const { has = 0, num = 0, later = 0, bytes = 0 } = this.places ?? {};
    this.state = new Uint8Array(memory ?? new ArrayBuffer(places), has, places);
    this.numbers = new Float64Array(memory ?? new ArrayBuffer(places * 8), num, places);
    this.later = new Uint8Array(memory ?? new ArrayBuffer(places), later, places);
    this.bytes = Buffer.from(memory ?? new ArrayBuffer(places * LATER), bytes, places * LATER);
    this.texts = new Array<string>(places).fill('');
    this.wanted = new Uint8Array(places);
    this.numeric = new Uint8Array(places);
    for (const { id, type } of tree.elementen) {
      if (type?.kind === 'getal' || type?.kind === 'datum' || type?.kind === 'tijd') this.numeric[id] = 1;
    }
    this.made = new Float64Array(places);
    this.lists = new Array<string[] | undefined>(places).fill(undefined);
    this.known = new Array<number[] | undefined>(places).fill(undefined);
  }

  /** Place of an element; asks for its value to be kept. An element that no release has gets a place that is always empty. */
  place(pad: string): number {
    const element = elementAt(this.tree, pad);
    if (element === undefined) return this.tree.elementen.length;
    this.wanted[element.id] = 1;
    if (element.herhaalt && element.type !== undefined) this.lists[element.id] ??= [];
    return element.id;
  }

  /** Somebody asks for what stands at this place. */
  isWanted(id: number): boolean {
    return this.wanted[id] === 1;
  }

  /** A container begins: a repeating one forgets what its predecessor held. */
  begin(element: Element): void {
    if (element.herhaalt) for (let id = element.id; id < element.end; id++) this.state[id] = ABSENT;
    if (element.heeftLijst) {
      for (const kind of element.kinderen) if (this.lists[kind.id] !== undefined) this.lists[kind.id] = [];
    }
    this.state[element.id] = READ;
  }

  /** A new message begins. */
  clear(): void {
    this.state.fill(ABSENT);
  }

  /**
   * Takes the value that starts at `start` if it plainly fits its datatype; gives the offset of the `<` behind it.
   * -1 when it needs a closer look, belongs to a list, or does not end before `end`.
   */
  take(element: Element, buffer: Uint8Array, start: number, end: number): number {
    if (element.herhaalt) return -1;
    const type = element.type as ValueType;
    switch (type.kind) {
      case 'code':
        return this.takeCode(element.id, type, buffer, start, end);
      case 'getal':
        return this.takeInteger(element.id, type, buffer, start, end);
      case 'datum':
        return this.takeDate(element.id, buffer, start, end);
      case 'cijfers':
        return this.takeDigits(element.id, type, buffer, start, end);
      case 'tekst':
        return this.takeText(element.id, type, buffer, start, end);
      case 'tijd':
        return this.takeTime(element.id, type, buffer, start, end);
    }
  }

  /** A value that nobody asks for and that was right: it is right again. */
  know({ id, herhaalt }: Element, buffer: Uint8Array, start: number, end: number): void {
    if (herhaalt || this.wanted[id] !== 0 || end - start > SHORT) return;
    const packed = packShort(buffer, start, end);
    this.known[id] ??= [];
    const known = this.known[id] as number[];
    if (known.length >= MAX_KNOWN || known.includes(packed)) return;
    known.push(packed);
    if (this.places !== undefined) this.walker.addKnown(this.places, id, known);
  }

  private takeKnown(id: number, buffer: Uint8Array, start: number, end: number): number {
    const known = this.known[id];
    if (known === undefined) return -1;
    let p = start;
    while (p < end && buffer[p] !== LT) p++;
    if (p === end || p - start > SHORT || !known.includes(packShort(buffer, start, p))) return -1;
    this.state[id] = READ;
    return p;
  }

  private takeCode(id: number, type: ValueType, buffer: Uint8Array, start: number, end: number): number {
    let packed = 0;
    let p = start;
    while (p < end && buffer[p] !== LT) packed = (packed << 8) | (buffer[p++] as number);
    if (p === end || p === start || p - start > 4) return -1;
    if (packed !== this.numbers[id] || this.later[id] !== 0 || this.texts[id] === '') {
      const code = type.packed?.get(packed);
      if (code === undefined) return -1;
      this.numbers[id] = packed;
      this.made[id] = packed;
      this.texts[id] = code;
      this.later[id] = 0;
      if (this.places !== undefined) this.walker.addCode(this.places, id, packed);
    }
    this.state[id] = READ;
    return p;
  }

  private takeInteger(id: number, type: ValueType, buffer: Uint8Array, start: number, end: number): number {
    if (type.pattern !== undefined) return this.takeKnown(id, buffer, start, end);
    let number = 0;
    let p = start;
    for (; p < end; p++) {
      const digit = (buffer[p] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    if (p === end || p === start || p - start > 15 || buffer[p] !== LT) return -1;
    if (number < type.minimum || number > type.maximum) return -1;
    this.numbers[id] = number;
    this.state[id] = READ;
    return p;
  }

  private takeDate(id: number, buffer: Uint8Array, start: number, end: number): number {
    const p = start + 10;
    if (p >= end || buffer[p] !== LT) return -1;
    const days = daysAt(buffer, start);
    if (days === NO_DAY) return -1;
    this.numbers[id] = days;
    this.state[id] = READ;
    return p;
  }

  private takeTime(id: number, type: ValueType, buffer: Uint8Array, start: number, end: number): number {
    const p = start + 8;
    if (p >= end || buffer[p] !== LT || type.tekens === undefined) return -1;
    const seconds = secondsAt(buffer, start);
    if (seconds < 0) return -1;
    this.numbers[id] = seconds;
    this.state[id] = READ;
    return p;
  }

  private takeDigits(id: number, type: ValueType, buffer: Uint8Array, start: number, end: number): number {
    const p = start + type.digits;
    if (p >= end || buffer[p] !== LT) return -1;
    for (let i = start; i < p; i++) if (((buffer[i] as number) - 0x30) >>> 0 > 9) return -1;
    return this.keepText(id, buffer, start, p);
  }

  private takeText(id: number, type: ValueType, buffer: Uint8Array, start: number, end: number): number {
    if (type.packed !== undefined) return this.takeCode(id, type, buffer, start, end);
    if (type.tekens === undefined) return this.takeKnown(id, buffer, start, end);
    const allowed = TEKEN_BYTES[type.tekens];
    let p = start;
    while (p < end && allowed[buffer[p] as number] === 0) p++;
    const length = p - start;
    if (p === end || buffer[p] !== LT || length === 0 || length > MAX_PLAIN) return -1;
    if (length < type.minLength || length > type.maxLength || buffer[start] === 0x20) return -1;
    return this.keepText(id, buffer, start, p);
  }

  private keepText(id: number, buffer: Uint8Array, start: number, end: number): number {
    this.state[id] = READ;
    if (this.wanted[id] === 0) return end;
    const length = end - start;
    if (length > SHORT) {
      this.numbers[id] = 0;
      if (length > LATER) {
        this.later[id] = 0;
        this.made[id] = 0;
        this.texts[id] = latinText(buffer, start, end);
      } else {
        const at = id * LATER - start;
        for (let i = start; i < end; i++) this.bytes[at + i] = buffer[i] as number;
        this.later[id] = length;
      }
      return end;
    }
    const packed = packShort(buffer, start, end);
    if (packed !== this.numbers[id] || this.later[id] !== 0 || this.texts[id] === '') {
      this.later[id] = 0;
      this.numbers[id] = packed;
      this.made[id] = packed;
      this.texts[id] = shortText(packed, buffer, start, end);
    }
    return end;
  }

  putText(id: number, text: string): void {
    this.texts[id] = text;
    this.made[id] = 0;
    this.later[id] = 0;
    const { codes, packed } = this.tree.elementen[id]?.type ?? {};
    this.state[id] = codes === undefined || codes.has(text) ? READ : UNLISTED;
    const code = packCode(text);
    this.numbers[id] = packed === undefined ? packShortText(text) : packed.get(code) === text ? code : 0;
    this.lists[id]?.push(text);
  }

  putNumber(id: number, value: number): void {
    this.state[id] = READ;
    this.numbers[id] = value;
  }

  putUnreadable(id: number): void {
    this.state[id] = UNREADABLE;
  }

  /** The element stands there, readable or not. */
  has(id: number): boolean {
    return this.state[id] !== ABSENT;
  }

  /** The element stands there and could be read. */
  isRead(id: number): boolean {
    return this.state[id] === READ || this.state[id] === UNLISTED;
  }

  isUnreadable(id: number): boolean {
    return this.state[id] === UNREADABLE;
  }

  /** What stands there, if it fits; for rules: a code outside its list has had its finding. */
  text(id: number): string | undefined {
    return this.state[id] === READ ? this.written(id) : undefined;
  }

  /** What kind of value stands there, for a finding: never the value. Undefined for what could not be read, and for a container. */
  kindOf(id: number): string | undefined {
    if (this.state[id] === ABSENT) return 'leeg';
    const kind = this.tree.elementen[id]?.type?.kind;
    if (kind === undefined || this.state[id] === UNREADABLE) return undefined;
    if (kind === 'datum' || kind === 'tijd') return kind;
    if (kind === 'getal') return kindOfValue(String(this.numbers[id]));
    return this.wanted[id] === 1 ? kindOfValue(this.written(id) ?? '') : kind;
  }

  /** What stands there, also a code that is not in its list; for rows. */
  written(id: number): string | undefined {
    if (!this.isRead(id)) return undefined;
    if (this.later[id] !== 0) this.makeText(id);
    return this.texts[id];
  }

  private makeText(id: number): void {
    const length = this.later[id] as number;
    const from = id * LATER;
    const number = this.numbers[id] as number;
    this.later[id] = 0;
    if (number !== 0 && this.made[id] === number) return;
    this.made[id] = number;
    if (length === CODE) this.texts[id] = this.tree.elementen[id]?.type?.packed?.get(number) ?? '';
    else if (length <= SHORT) this.texts[id] = shortText(number, this.bytes, from, from + length);
    else this.texts[id] = latinText(this.bytes, from, from + length);
  }

  /** Integer, amount, or time of day in seconds. */
  number(id: number): number | undefined {
    return this.state[id] === READ ? this.numbers[id] : undefined;
  }

  date(id: number): PlainDate | undefined {
    return this.state[id] === READ ? (this.numbers[id] as PlainDate) : undefined;
  }

  /**
   * Puts a value into a tuple as one number: a number or date as it is, a text of up to six characters packed, a longer one as 52 bits of hash.
   * Approximation: two longer texts may share a hash; among a million lines the chance that any two do is about 1 in 9,000.
   */
  keyInto(id: number, tuple: Float64Array, at: number): void {
    const number = this.numbers[id] as number;
    if (number !== 0 || this.numeric[id] === 1) tuple[at] = number;
    else if (this.later[id] === 0) hashTextInto(this.texts[id] as string, tuple, at);
    else hashBytesInto(this.bytes, id * LATER, id * LATER + (this.later[id] as number), tuple, at);
  }

  /** All values of a repeating leaf, in order. */
  list(id: number): readonly string[] {
    return this.state[id] === ABSENT ? [] : (this.lists[id] ?? []);
  }
}
