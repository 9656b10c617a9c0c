// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

/** A reference to another object. */
export interface Ref {
  readonly ref: number;
}

export type PdfValue = null | boolean | number | string | PdfName | Ref | PdfValue[] | PdfDict;

/** `/Name`. */
export interface PdfName {
  readonly name: string;
}

export interface PdfDict {
  readonly dict: ReadonlyMap<string, PdfValue>;
  /** Contents of a stream, opened. */
  readonly stream?: Buffer;
}

/** A PDF that this product made, opened far enough to ask questions. Not for files of others: it trusts that offsets and filters are plain. */
export class PdfFile {
  readonly objects = new Map<number, PdfValue>();
  readonly trailer: PdfDict;

  constructor(bytes: Buffer) {
    const text = bytes.toString('latin1');
    for (const match of text.matchAll(/(\d+) 0 obj\b/g)) {
      const parser = new Parser(text, match.index + match[0].length);
      this.objects.set(Number(match[1]), withStream(parser.value(), parser, bytes));
    }
    for (const value of [...this.objects.values()]) {
      if (isDict(value) && this.name(value, 'Type') === 'ObjStm') this.#unpack(value);
    }
    const root = [...this.objects.values()].find(
      (value) => isDict(value) && this.name(value, 'Type') === 'Catalog',
    );
    assert.ok(isDict(root), 'the file has a catalog');
    this.trailer = root;
  }

  /** The document catalog. */
  get catalog(): PdfDict {
    return this.trailer;
  }

  at(value: PdfValue | undefined): PdfValue {
    return isRef(value) ? this.at(this.objects.get(value.ref)) : (value ?? null);
  }

  get(dict: PdfDict, key: string): PdfValue {
    return this.at(dict.dict.get(key));
  }

  dict(dict: PdfDict, key: string): PdfDict | undefined {
    const value = this.get(dict, key);
    return isDict(value) ? value : undefined;
  }

  name(dict: PdfDict, key: string): string {
    const value = this.get(dict, key);
    return isName(value) ? value.name : '';
  }

  list(dict: PdfDict, key: string): PdfValue[] {
    const value = this.get(dict, key);
    return Array.isArray(value) ? value : value === null ? [] : [value];
  }

  /** Every dictionary of this type. */
  ofType(type: string): PdfDict[] {
    return [...this.objects.values()].filter(
      (value): value is PdfDict => isDict(value) && this.name(value, 'Type') === type,
    );
  }

  #unpack(container: PdfDict): void {
    const [count, first] = ['N', 'First'].map((key) => Number(this.get(container, key)));
    const text = (container.stream ?? Buffer.alloc(0)).toString('latin1');
    const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index < (count ?? 0); index += 1) {
      const [id = 0, offset = 0] = [heads[index * 2], heads[index * 2 + 1]];
      this.objects.set(id, new Parser(text, (first ?? 0) + offset).value());
    }
  }
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return typeof value === 'object' && value !== null && 'dict' in value;
}

export function isRef(value: PdfValue | undefined): value is Ref {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

export function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === 'object' && value !== null && 'name' in value;
}

/** Operators of a content stream with their operands. */
export function operators(content: Buffer): { readonly operator: string; readonly operands: PdfValue[] }[] {
  const parser = new Parser(content.toString('latin1'), 0);
  const found: { operator: string; operands: PdfValue[] }[] = [];
  let operands: PdfValue[] = [];
  for (let next = parser.token(); next !== undefined; next = parser.token()) {
    if (typeof next === 'object' && next !== null && 'operator' in next) {
      found.push({ operator: next.operator, operands });
      operands = [];
    } else operands.push(next);
  }
  return found;
}

function withStream(value: PdfValue, parser: Parser, bytes: Buffer): PdfValue {
  if (!isDict(value)) return value;
  const start = parser.streamStart();
  if (start === undefined) return value;
  const raw = bytes.subarray(start, start + Number(value.dict.get('Length')));
  const filter = value.dict.get('Filter');
  return { ...value, stream: isName(filter) && filter.name === 'FlateDecode' ? inflateSync(raw) : raw };
}

class Parser {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(): PdfValue {
    const next = this.token();
    assert.ok(
      next !== undefined && !(typeof next === 'object' && next !== null && 'operator' in next),
      'a value',
    );
    return next;
  }

  streamStart(): number | undefined {
    const match = /^\s*stream\r?\n/.exec(this.#text.slice(this.#at, this.#at + 20));
    return match ? this.#at + match[0].length : undefined;
  }

  /** The next value or operator; undefined at the end. */
  token(): PdfValue | { readonly operator: string } | undefined {
    const rest = () => this.#text.slice(this.#at, this.#at + 400);
    this.#at += /^(?:\s|%[^\n]*\n)*/.exec(rest())?.[0].length ?? 0;
    if (this.#at >= this.#text.length) return undefined;
    const text = rest();
    if (text.startsWith('<<')) return this.#dict();
    if (text.startsWith('(')) return this.#string();
    if (text.startsWith('[')) return this.#list();
    if (text.startsWith('<')) {
      const end = this.#text.indexOf('>', this.#at);
      const hex = this.#text.slice(this.#at + 1, end).replace(/\s/g, '');
      this.#at = end + 1;
      return Buffer.from(hex, 'hex').toString('latin1');
    }
    const ref = /^(\d+) (\d+) R\b/.exec(text);
    if (ref) return this.#take(ref[0].length, { ref: Number(ref[1]) });
    const number = /^[+-]?(?:\d+\.?\d*|\.\d+)/.exec(text);
    if (number) return this.#take(number[0].length, Number(number[0]));
    const name = /^\/([^\s<>[\](){}/%]*)/.exec(text);
    if (name) return this.#take(name[0].length, { name: name[1] ?? '' });
    const word = /^[A-Za-z'"*0-9]+/.exec(text)?.[0] ?? text.slice(0, 1);
    const constants: Readonly<Record<string, PdfValue>> = { true: true, false: false, null: null };
    return this.#take(word.length, word in constants ? (constants[word] ?? null) : { operator: word });
  }

  #take<Value>(length: number, value: Value): Value {
    this.#at += length;
    return value;
  }

  #dict(): PdfDict {
    this.#at += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.#at += /^\s*/.exec(this.#text.slice(this.#at, this.#at + 400))?.[0].length ?? 0;
      if (this.#text.startsWith('>>', this.#at)) return this.#take(2, { dict });
      const key = this.value();
      assert.ok(isName(key), 'a key');
      dict.set(key.name, this.value());
    }
  }

  #list(): PdfValue[] {
    this.#at += 1;
    const list: PdfValue[] = [];
    for (;;) {
      this.#at += /^\s*/.exec(this.#text.slice(this.#at, this.#at + 400))?.[0].length ?? 0;
      if (this.#text.startsWith(']', this.#at)) return this.#take(1, list);
      list.push(this.value());
    }
  }

  #string(): string {
    let depth = 0;
    let end = this.#at;
    for (; end < this.#text.length; end += 1) {
      const sign = this.#text[end];
      if (sign === '\\') end += 1;
      else if (sign === '(') depth += 1;
      else if (sign === ')') {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    const inner = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return inner.replace(/\\([nrtbf()\\]|[0-7]{1,3})/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code,
    );
  }
}
