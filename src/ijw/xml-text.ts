// SPDX-License-Identifier: EUPL-1.2

/** Why a document cannot be read any further. Thrown inside the reader only: outside it is a finding. */
export class XmlFault extends Error {
  readonly code: string;
  /** Offset in the document. Unit: bytes. */
  readonly at: number;
  readonly kind: string | undefined;

  constructor(code: string, at: number, kind?: string) {
    super(code);
    this.code = code;
    this.at = at;
    this.kind = kind;
  }
}

/** What a byte means inside text: 0 printable ASCII, 1 `<`, 2 needs a closer look (blank, entity, `]`, not ASCII), 4 not allowed in XML. */
export const TEXT_CLASS = new Uint8Array(256);
TEXT_CLASS.fill(4, 0, 0x20);
TEXT_CLASS[0x09] = 2;
TEXT_CLASS[0x0a] = 2;
TEXT_CLASS[0x0d] = 2;
TEXT_CLASS[0x3c] = 1;
TEXT_CLASS[0x26] = 2;
TEXT_CLASS[0x5d] = 2;
TEXT_CLASS.fill(2, 0x80);

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The characters of a run of bytes, line ends as line feeds. Throws `ijw.geen-utf8`, or `ijw.xml-fout` for a character that XML forbids. */
export function decodeCharacters(buffer: Uint8Array, start: number, end: number, base: number): string {
  let text: string;
  try {
    text = decoder.decode(buffer.subarray(start, end));
  } catch {
    throw new XmlFault('ijw.geen-utf8', base + start);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) {
    throw new XmlFault('ijw.xml-fout', base + start, 'teken');
  }
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Text between tags, its references resolved. Throws `ijw.entiteit` for any entity but the five that XML itself defines. */
export function decodeText(buffer: Uint8Array, start: number, end: number, base: number): string {
  const text = decodeCharacters(buffer, start, end, base);
  if (text.includes(']]>')) throw new XmlFault('ijw.xml-fout', base + start, 'einde van CDATA');
  return text.includes('&') ? resolveReferences(text, base + start) : text;
}

/** Replaces character references and the five named entities. */
export function resolveReferences(text: string, at: number): string {
  return text.replace(/&([^;&]*)(;?)/g, (_, name: string, semicolon: string) => {
    if (semicolon === '') throw new XmlFault('ijw.xml-fout', at, 'verwijzing');
    const number = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
    if (number) {
      const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
      if (!isXmlCharacter(code)) throw new XmlFault('ijw.xml-fout', at, 'teken');
      return String.fromCodePoint(code);
    }
    const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (known !== undefined) return known;
    throw new XmlFault(isXmlName(name) ? 'ijw.entiteit' : 'ijw.xml-fout', at, 'verwijzing');
  });
}

function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

const NAME_START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const NAME = `[${NAME_START}][${NAME_START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`;
const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');

export function isXmlName(name: string): boolean {
  return NAME_ONLY.test(name);
}

/** One attribute of a start tag. */
export interface Attribute {
  readonly naam: string;
  readonly waarde: string;
}

/** A start tag between `<` and `>`: its name, its attributes, whether it closes itself. */
export interface StartTag {
  readonly naam: string;
  readonly attributen: readonly Attribute[];
  readonly leeg: boolean;
}

const TAG = new RegExp(
  `^(${NAME})((?:[ \\t\\n]+${NAME}[ \\t\\n]*=[ \\t\\n]*(?:"[^<"]*"|'[^<']*'))*)[ \\t\\n]*(/?)$`,
  'u',
);
const PLAIN_TAG = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?\/?$/;
const ATTRIBUTE = new RegExp(`(${NAME})[ \\t\\n]*=[ \\t\\n]*(?:"([^<"]*)"|'([^<']*)')`, 'gu');

const tagsWithAttributes = new Map<string, StartTag>();
const MAX_TAGS = 256;
const MAX_TAG = 1024;

/** Reads what stands between `<` and `>` of a start tag. A writer begins every message alike, so tags with attributes are remembered. */
export function parseStartTag(text: string, at: number): StartTag {
  const known = tagsWithAttributes.get(text);
  if (known !== undefined) return known;
  if (PLAIN_TAG.test(text)) {
    const leeg = text.endsWith('/');
    return { naam: leeg ? text.slice(0, -1) : text, attributen: [], leeg };
  }
  const tag = parseTagWithAttributes(text, at);
  if (tagsWithAttributes.size < MAX_TAGS && text.length <= MAX_TAG) tagsWithAttributes.set(text, tag);
  return tag;
}

function parseTagWithAttributes(text: string, at: number): StartTag {
  const match = TAG.exec(text);
  if (match === null) throw new XmlFault('ijw.xml-fout', at, 'begintag');
  const [, naam = '', list = '', slash = ''] = match;
  const attributen: Attribute[] = [];
  const names = new Set<string>();
  for (const [, name = '', double, single = ''] of list.matchAll(ATTRIBUTE)) {
    if (names.has(name)) throw new XmlFault('ijw.xml-fout', at, 'attribuut dubbel');
    names.add(name);
    attributen.push({ naam: name, waarde: resolveReferences(double ?? single, at) });
  }
  return { naam, attributen, leeg: slash === '/' };
}

const DECLARATION =
  /^xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*$/;

/** Encoding that an XML declaration names, in lower case; `utf-8` without one. */
export function parseXmlDeclaration(text: string, at: number): string {
  const match = DECLARATION.exec(text);
  if (match === null) throw new XmlFault('ijw.xml-fout', at, 'xml-declaratie');
  return (match[1] ?? match[2] ?? 'utf-8').toLowerCase();
}
