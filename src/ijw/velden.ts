// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '../contract/index.ts';
import { type Element, type ElementTree, elementAt } from './element-tree.ts';
import { hashNumber, hashText } from './hash-set.ts';
import { daysOf, digitsOf, latinText } from './value-bytes.ts';
import { packCode, type ValueType } from './value-type.ts';

const ABSENT = 0;
const READ = 1;
const UNREADABLE = 2;

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
  private readonly lists: (string[] | undefined)[];

  constructor(tree: ElementTree) {
    const places = tree.elementen.length + 1;
    this.tree = tree;
    this.state = new Uint8Array(places);
    this.numbers = new Float64Array(places);
    this.texts = new Array<string>(places).fill('');
    this.wanted = new Uint8Array(places);
    this.numeric = new Uint8Array(places);
    for (const { id, type } of tree.elementen) {
      if (type?.kind === 'getal' || type?.kind === 'datum' || type?.kind === 'tijd') this.numeric[id] = 1;
    }
    this.lists = new Array<string[] | undefined>(places).fill(undefined);
  }

  /** Place of an element; asks for its value to be kept. An element that no release has gets a place that is always empty. */
  place(pad: string): number {
    const element = elementAt(this.tree, pad);
    if (element === undefined) return this.tree.elementen.length;
    this.wanted[element.id] = 1;
    if (element.herhaalt && element.type !== undefined) this.lists[element.id] ??= [];
    return element.id;
  }

  /** A container begins: a repeating one forgets what its predecessor held. */
  begin(element: Element): void {
    if (element.herhaalt) this.state.fill(ABSENT, element.id, element.end);
    if (element.heeftLijst) {
      for (const kind of element.kinderen) if (this.lists[kind.id] !== undefined) this.lists[kind.id] = [];
    }
    this.state[element.id] = READ;
  }

  /** A new message begins. */
  clear(): void {
    this.state.fill(ABSENT);
  }

  /** Takes a value of printable ASCII if it plainly fits its datatype; false when it needs a closer look. */
  putPlain(element: Element, buffer: Uint8Array, start: number, end: number): boolean {
    const { id } = element;
    const type = element.type as ValueType;
    const length = end - start;
    switch (type.kind) {
      case 'code': {
        const code = length > 0 && length <= 4 ? type.packed?.get(packCode(buffer, start, end)) : undefined;
        if (code === undefined) return false;
        this.putText(id, code);
        return true;
      }
      case 'getal': {
        const number = digitsOf(buffer, start, end);
        if (number < 0 || number < type.minimum || number > type.maximum || type.pattern !== undefined)
          return false;
        this.putNumber(id, number);
        return true;
      }
      case 'datum': {
        const days = daysOf(buffer, start, end);
        if (Number.isNaN(days)) return false;
        this.putNumber(id, days);
        return true;
      }
      case 'cijfers':
        if (length !== type.digits || digitsOf(buffer, start, end) < 0) return false;
        break;
      default:
        if (!type.simple || length === 0 || length < type.minLength || length > type.maxLength) return false;
        if (buffer[start] === 0x20) return false;
    }
    if (this.wanted[id] === 1) this.putText(id, latinText(buffer, start, end));
    else this.state[id] = READ;
    return true;
  }

  putText(id: number, text: string): void {
    this.state[id] = READ;
    this.texts[id] = text;
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

  isUnreadable(id: number): boolean {
    return this.state[id] === UNREADABLE;
  }

  text(id: number): string | undefined {
    return this.state[id] === READ ? this.texts[id] : undefined;
  }

  /** Integer, amount, or time of day in seconds. */
  number(id: number): number | undefined {
    return this.state[id] === READ ? this.numbers[id] : undefined;
  }

  date(id: number): PlainDate | undefined {
    return this.state[id] === READ ? (this.numbers[id] as PlainDate) : undefined;
  }

  /** Hash of a value that is there, continuing from `seed`. */
  hash(id: number, seed: number): number {
    return this.numeric[id] === 1
      ? hashNumber(this.numbers[id] as number, seed)
      : hashText(this.texts[id] as string, seed);
  }

  /** All values of a repeating leaf, in order. */
  list(id: number): readonly string[] {
    return this.state[id] === ABSENT ? [] : (this.lists[id] ?? []);
  }
}
