// SPDX-License-Identifier: EUPL-1.2

/** What the XML of a spreadsheet is made of. Names are local: prefixes differ between programs, the names behind them do not. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** The XML is not well-formed, or has a DTD. */
export class XmlError extends Error {}

const NAME = /[^\s=/>]+/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MAX_DEPTH = 256;
const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Reads the XML of office programs: elements, attributes, text, CDATA. Entities of a DTD cannot be declared, because a DTD is refused.
 * Throws: `XmlError`. Cost: linear.
 */
export function readXml(xml: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag < 0 || tag > at) {
      const text = xml.slice(at, tag < 0 ? xml.length : tag);
      if (open.length > 0) handler.text(decoded(text));
      else if (/[^\s\uFEFF]/.test(text)) throw new XmlError('text outside the root element');
      if (tag < 0) break;
    }
    at = markup(xml, tag, open, handler);
  }
  if (open.length > 0) throw new XmlError('the document ends too early');
}

function markup(xml: string, at: number, open: string[], handler: XmlHandler): number {
  const next = xml[at + 1];
  if (next === '?') return after(xml, '?>', at);
  if (next === '!') {
    if (xml.startsWith('<!--', at)) return after(xml, '-->', at);
    if (!xml.startsWith('<![CDATA[', at)) throw new XmlError('a DTD is refused');
    const end = after(xml, ']]>', at);
    handler.text(xml.slice(at + 9, end - 3));
    return end;
  }
  if (next === '/') {
    const end = after(xml, '>', at);
    const name = localName(xml.slice(at + 2, end - 1).trimEnd());
    if (open.pop() !== name) throw new XmlError('elements overlap');
    handler.close(name);
    return end;
  }
  return startTag(xml, at, open, handler);
}

function startTag(xml: string, at: number, open: string[], handler: XmlHandler): number {
  let attributes: Map<string, string> | undefined;
  NAME.lastIndex = at + 1;
  const name = localName(NAME.exec(xml)?.[0] ?? '');
  if (name === '' || open.length >= MAX_DEPTH) throw new XmlError('not an element, or too deep');
  let place = NAME.lastIndex;
  for (;;) {
    while (isBlank(xml.charCodeAt(place))) place += 1;
    if (xml[place] === '>') {
      open.push(name);
      handler.open(name, attributes ?? NONE);
      return place + 1;
    }
    if (xml.startsWith('/>', place)) {
      handler.open(name, attributes ?? NONE);
      handler.close(name);
      return place + 2;
    }
    NAME.lastIndex = place;
    const attribute = NAME.exec(xml)?.[0];
    if (attribute === undefined) throw new XmlError('a tag does not end');
    place = NAME.lastIndex;
    while (xml[place] === '=' || isBlank(xml.charCodeAt(place))) place += 1;
    const quote = xml[place];
    if (quote !== '"' && quote !== "'") throw new XmlError('an attribute without quotes');
    const end = after(xml, quote, place + 1);
    attributes ??= new Map();
    attributes.set(localName(attribute), decoded(xml.slice(place + 1, end - 1)));
    place = end;
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new XmlError('the document ends too early');
  return found + mark.length;
}

/** White space of XML. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*);?/g, (_, entity: string) => {
    if (!entity.startsWith('#')) {
      const known = ENTITIES[entity];
      if (known === undefined) throw new XmlError('an entity that XML does not have');
      return known;
    }
    const code = Number(entity[1] === 'x' ? `0${entity.slice(1)}` : entity.slice(1));
    if (!(code > 0 && code <= 0x10ffff)) throw new XmlError('a character that does not exist');
    return String.fromCodePoint(code);
  });
}
