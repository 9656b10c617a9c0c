// SPDX-License-Identifier: EUPL-1.2

/** An element of a test document: its tag as written, and its children or its text as written. */
export interface Knoop {
  tag: string;
  attributes: string;
  inhoud: Knoop[] | string;
}

/** Reads a well-formed document without comments or CDATA, such as the official samples are. */
export function parseKnoop(text: string): Knoop {
  const clean = text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  const root: Knoop = { tag: '', attributes: '', inhoud: [] };
  const stack = [root];
  for (const [, slash, tag = '', attributes = '', data] of clean.matchAll(
    /<(\/?)([\w:]+)([^>]*)>|([^<]+)/g,
  )) {
    const top = stack.at(-1) as Knoop;
    if (data !== undefined) {
      if (data.trim() !== '' || (top.inhoud.length === 0 && typeof top.inhoud !== 'string')) {
        if (data.trim() !== '') top.inhoud = data;
      }
    } else if (slash === '/') {
      const done = stack.pop() as Knoop;
      const ouder = stack.at(-1) as Knoop;
      if (Array.isArray(ouder.inhoud)) ouder.inhoud.push(done);
    } else {
      stack.push({ tag, attributes, inhoud: [] });
    }
  }
  return (root.inhoud as Knoop[])[0] as Knoop;
}

export function writeKnoop(knoop: Knoop): string {
  const inner = typeof knoop.inhoud === 'string' ? knoop.inhoud : knoop.inhoud.map(writeKnoop).join('');
  return `<${knoop.tag}${knoop.attributes}>${inner}</${knoop.tag}>`;
}

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WAARDEN = [
  '',
  ' ',
  'x',
  'X'.repeat(300),
  'x'.repeat(13),
  '-1',
  '+5',
  '007',
  '0',
  '-0',
  '+0',
  '99',
  '100',
  '99999999',
  '100000000',
  '999999999',
  '1000000000',
  '999999999999',
  '1000000000000',
  '99999999999999999999999',
  '1.0',
  '1e3',
  '1 2',
  '2024-02-30',
  '2024-02-29',
  '2023-02-29',
  '1900-02-29',
  '2000-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-1-1',
  '02024-01-01',
  '12024-01-01',
  '-2024-01-01',
  '0000-01-01',
  '2024-01-01Z',
  '2024-01-01+01:00',
  '2024-01-01-05:00',
  '2024-01-01T00:00:00',
  ' 2024-01-01 ',
  '2024-01-01\n',
  '24:00:00',
  '24:00:01',
  '23:59:60',
  '12:00:00.5',
  '12:00',
  '12:00:00Z',
  '12:00:00+01:00',
  '1:00:00',
  '25:00:00',
  '\t45',
  '45 ',
  ' 45',
  'é',
  'ÀÿĀ',
  'ỳ',
  'Ỵ',
  'Abc',
  'ab\ncd',
  'ab\r\ncd',
  'a b',
  '01',
  '1',
  '2',
  '3',
  '6',
  '9',
  '14',
  '83',
  'C',
  'D',
  'E',
  'd',
  'NL',
  'nl',
  'ZZ',
  '😀',
  '😀'.repeat(200),
  '1.0.0',
  '01.0.0',
  '1.0.00',
  '10.20.30',
  '&amp;',
  '&lt;',
  '<![CDATA[45]]>',
  '<![CDATA[]]>',
  '4<!-- x -->5',
  '&#52;5',
  '&#x34;5',
  '٣٤',
  '0193',
  '01930',
  '019',
  '99000001',
  '9900000',
  '990000011',
  '999900031',
  '99990003',
  '436',
  '490',
  '450',
  '3',
  '8001',
  '9999',
  '0001',
  'EUR',
  'NL123456789B01',
  '98000001',
  '00000000',
  '.',
  '. .',
  '\u00a0',
  '\u2003',
];

type Mutation = (nodes: readonly Knoop[], random: () => number) => string;

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

const containers = (nodes: readonly Knoop[]) =>
  nodes.filter((node) => Array.isArray(node.inhoud) && node.inhoud.length > 0);
const leaves = (nodes: readonly Knoop[]) => nodes.filter((node) => typeof node.inhoud === 'string');
const childrenOf = (node: Knoop) => node.inhoud as Knoop[];

/** Ways to damage a message; each changes the tree and says what it did. */
const MUTATIONS: readonly Mutation[] = [
  (nodes, random) => {
    const children = childrenOf(pick(containers(nodes), random));
    const at = Math.floor(random() * children.length);
    return `dropped ${children.splice(at, 1)[0]?.tag}`;
  },
  (nodes, random) => {
    const children = childrenOf(pick(containers(nodes), random));
    const at = Math.floor(random() * children.length);
    children.splice(at, 0, structuredClone(children[at]) as Knoop);
    return `doubled ${children[at]?.tag}`;
  },
  (nodes, random) => {
    const children = childrenOf(pick(containers(nodes), random));
    const a = Math.floor(random() * children.length);
    const b = Math.floor(random() * children.length);
    [children[a], children[b]] = [children[b] as Knoop, children[a] as Knoop];
    return `swapped ${children[a]?.tag} and ${children[b]?.tag}`;
  },
  (nodes, random) => {
    const leaf = pick(leaves(nodes), random);
    leaf.inhoud = pick(WAARDEN, random);
    return `${leaf.tag} = ${leaf.inhoud}`;
  },
  (nodes, random) => {
    const leaf = pick(leaves(nodes), random);
    leaf.inhoud = pick(WAARDEN, random);
    return `${leaf.tag} = ${leaf.inhoud}`;
  },
  (nodes, random) => {
    const from = pick(leaves(nodes), random);
    const to = pick(leaves(nodes), random);
    to.inhoud = from.inhoud;
    return `${to.tag} = value of ${from.tag}`;
  },
  (nodes, random) => {
    const node = pick(nodes.slice(1), random);
    const before = node.tag;
    node.tag = node.tag.startsWith('ijw:')
      ? node.tag.replace('ijw:', `${(nodes[0] as Knoop).tag.split(':')[0]}:`)
      : node.tag.replace(/^\w+:/, 'ijw:');
    return `${before} in the other namespace`;
  },
  (nodes, random) => {
    const node = pick(nodes, random);
    const extra: Knoop = { tag: pick(nodes, random).tag, attributes: '', inhoud: pick(WAARDEN, random) };
    if (Array.isArray(node.inhoud))
      node.inhoud.splice(Math.floor(random() * (node.inhoud.length + 1)), 0, extra);
    else node.inhoud = writeKnoop(extra);
    return `${extra.tag} inside ${node.tag}`;
  },
  (nodes, random) => {
    const node = pick(nodes, random);
    const attribute = pick(
      [
        ' a="1"',
        ' xml:lang="nl"',
        ' xmlns:q="urn:q"',
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"',
      ],
      random,
    );
    node.attributes += attribute;
    return `${node.tag} with${attribute}`;
  },
  (nodes, random) => {
    const node = pick(containers(nodes), random);
    childrenOf(node).push({ tag: 'x', attributes: '', inhoud: '' });
    const text = pick(['tekst', '<!-- commentaar -->', '<?doe dit?>', '&#32;', '&#160;'], random);
    const last = childrenOf(node).at(-1) as Knoop;
    last.tag = `raw`;
    last.inhoud = text;
    return `${node.tag} with ${text}`;
  },
  (nodes, random) => {
    const leaf = pick(leaves(nodes), random);
    leaf.inhoud = `${pick([' ', '\n', '', '0'], random)}${leaf.inhoud}${pick([' ', '\t', '', '0'], random)}`;
    return `${leaf.tag} padded`;
  },
];

function flatten(node: Knoop): Knoop[] {
  return [node, ...(Array.isArray(node.inhoud) ? node.inhoud.flatMap(flatten) : [])];
}

/** A damaged copy of a document. */
export interface Mutant {
  readonly text: string;
  readonly what: string;
}

export function mutate(root: Knoop, random: () => number): Mutant {
  const copy = structuredClone(root);
  const what = [pick(MUTATIONS, random)(flatten(copy), random)];
  const again = random() < 0.15 && containers(flatten(copy)).length > 0 && leaves(flatten(copy)).length > 0;
  if (again) what.push(pick(MUTATIONS, random)(flatten(copy), random));
  const text = writeKnoop(copy).replace(/<raw>([\s\S]*?)<\/raw>/g, '$1');
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}`, what: what.join('; ') };
}
