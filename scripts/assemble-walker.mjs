// SPDX-License-Identifier: EUPL-1.2
// Assembles src/ijw/walker.wat into src/ijw/walker.generated.ts. The text may use a small part of the WebAssembly text format: one memory, functions in
// folded form, and the instructions of OPCODES. Usage: node scripts/assemble-walker.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TYPES = { i32: 0x7f, i64: 0x7e, f64: 0x7c };
const OPCODES = {
  return: 0x0f,
  'i32.load': 0x28,
  'i64.load': 0x29,
  'f64.load': 0x2b,
  'i32.load8_u': 0x2d,
  'i32.store': 0x36,
  'i64.store': 0x37,
  'f64.store': 0x39,
  'i32.store8': 0x3a,
  'i32.eqz': 0x45,
  'i32.eq': 0x46,
  'i32.ne': 0x47,
  'i32.lt_s': 0x48,
  'i32.lt_u': 0x49,
  'i32.gt_s': 0x4a,
  'i32.gt_u': 0x4b,
  'i32.le_s': 0x4c,
  'i32.le_u': 0x4d,
  'i32.ge_s': 0x4e,
  'i32.ge_u': 0x4f,
  'i64.eq': 0x51,
  'i64.ne': 0x52,
  'f64.lt': 0x63,
  'f64.gt': 0x64,
  'i32.add': 0x6a,
  'i32.sub': 0x6b,
  'i32.mul': 0x6c,
  'i32.div_u': 0x6e,
  'i32.rem_u': 0x70,
  'i32.and': 0x71,
  'i32.or': 0x72,
  'i32.shl': 0x74,
  'i32.shr_u': 0x76,
  'i64.add': 0x7c,
  'i64.mul': 0x7e,
  'i64.or': 0x84,
  'i64.shl': 0x86,
  'i64.extend_i32_u': 0xad,
  'f64.convert_i32_s': 0xb7,
  'f64.convert_i64_s': 0xb9,
};
/** Alignment of a memory access, as a power of two: no more than a hint. */
const ALIGN = { load: 2, load8_u: 0, store: 2, store8: 0 };

/** Lists of lists and words. */
function parse(text) {
  const stack = [[]];
  for (const [token] of text.replace(/;;.*/g, '').matchAll(/"[^"]*"|[()]|[^\s()]+/g)) {
    if (token === '(') stack.push([]);
    else if (token === ')') {
      const list = stack.pop();
      stack.at(-1).push(list);
    } else stack.at(-1).push(token);
  }
  return stack[0];
}

function unsigned(value) {
  const bytes = [];
  let rest = value >>> 0;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

function signed(value) {
  const bytes = [];
  let rest = BigInt(value);
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    if ((rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const vector = (items) => [...unsigned(items.length), ...items.flat()];
const section = (id, bytes) => [id, ...unsigned(bytes.length), ...bytes];
const text = (quoted) => vector([...Buffer.from(quoted.replaceAll('"', ''))].map((byte) => [byte]));

/** One function: its type, its export, its code. */
function compileFunction([, name, ...items], functions) {
  const locals = new Map();
  const params = [];
  const results = [];
  const own = [];
  let exported;
  const body = [];
  for (const item of items) {
    if (item[0] === 'export') exported = item[1];
    else if (item[0] === 'param') {
      locals.set(item[1], locals.size);
      params.push(TYPES[item[2]]);
    } else if (item[0] === 'result') results.push(TYPES[item[1]]);
    else if (item[0] === 'local') {
      locals.set(item[1], locals.size);
      own.push([1, TYPES[item[2]]]);
    } else body.push(item);
  }
  const local = (word) => {
    if (!locals.has(word)) throw new TypeError(`${name}: no local ${word}`);
    return unsigned(locals.get(word));
  };
  const compile = (list, labels) => {
    const [op, ...rest] = list;
    const all = (items) => items.flatMap((item) => compile(item, labels));
    const depth = (label) => {
      const at = labels.lastIndexOf(label);
      if (at < 0) throw new TypeError(`${name}: no label ${label}`);
      return unsigned(labels.length - 1 - at);
    };
    switch (op) {
      case 'local.get':
        return [0x20, ...local(rest[0])];
      case 'local.set':
        return [...all(rest.slice(1)), 0x21, ...local(rest[0])];
      case 'local.tee':
        return [...all(rest.slice(1)), 0x22, ...local(rest[0])];
      case 'i32.const':
        return [0x41, ...signed(Number(rest[0]))];
      case 'i64.const':
        return [0x42, ...signed(rest[0])];
      case 'block':
      case 'loop': {
        const inner = rest.slice(1).flatMap((item) => compile(item, [...labels, rest[0]]));
        return [op === 'block' ? 0x02 : 0x03, 0x40, ...inner, 0x0b];
      }
      case 'if': {
        const branch = (word) =>
          (rest.find((item) => item[0] === word) ?? [word])
            .slice(1)
            .flatMap((item) => compile(item, [...labels, '']));
        const otherwise = branch('else');
        const tail = otherwise.length > 0 ? [0x05, ...otherwise] : [];
        return [...compile(rest[0], labels), 0x04, 0x40, ...branch('then'), ...tail, 0x0b];
      }
      case 'br':
        return [0x0c, ...depth(rest[0])];
      case 'br_if':
        return [...all(rest.slice(1)), 0x0d, ...depth(rest[0])];
      case 'call':
        return [...all(rest.slice(1)), 0x10, ...unsigned(functions.indexOf(rest[0]))];
      default: {
        const code = OPCODES[op];
        if (code === undefined) throw new TypeError(`${name}: no instruction ${op}`);
        const align = ALIGN[op.split('.')[1]];
        if (align === undefined) return [...all(rest), code];
        const offset = typeof rest[0] === 'string' ? Number(rest[0].replace('offset=', '')) : 0;
        return [...all(rest.filter((item) => typeof item !== 'string')), code, align, ...unsigned(offset)];
      }
    }
  };
  const code = [...vector(own), ...body.flatMap((item) => compile(item, [])), 0x0b];
  return {
    type: [0x60, ...vector(params.map((type) => [type])), ...vector(results.map((type) => [type]))],
    exported,
    code: [...unsigned(code.length), ...code],
  };
}

/** The bytes of the module that a text describes. */
export function assemble(source) {
  const [[, ...items]] = parse(source);
  const memory = items.find((item) => item[0] === 'memory');
  const pages = Number(memory[2]);
  const list = items.filter((item) => item[0] === 'func');
  const names = list.map((item) => item[1]);
  const functions = list.map((item) => compileFunction(item, names));
  const exports = functions.flatMap(({ exported }, index) =>
    exported === undefined ? [] : [[...text(exported), 0x00, ...unsigned(index)]],
  );
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(functions.map(({ type }) => type))),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(5, vector([[0x01, ...unsigned(pages), ...unsigned(pages)]])),
    ...section(7, vector([[...text(memory[1][1]), 0x02, 0x00], ...exports])),
    ...section(10, vector(functions.map(({ code }) => code))),
  ]);
}

/** The generated file for a text. */
export function generatedFile(source) {
  const base64 = Buffer.from(assemble(source)).toString('base64');
  const lines = base64.match(/.{1,100}/g) ?? [];
  return [
    '// SPDX-License-Identifier: EUPL-1.2',
    '// Generated from walker.wat by scripts/assemble-walker.mjs; do not edit.',
    '',
    '/** The module that walker.wat describes, as base64. */',
    'export const WALKER_WASM =',
    ...lines.map((line, index) => `  '${line}'${index < lines.length - 1 ? ' +' : ';'}`),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../src/ijw/', import.meta.url);
  const source = readFileSync(new URL('walker.wat', folder), 'utf8');
  writeFileSync(new URL('walker.generated.ts', folder), generatedFile(source));
}
