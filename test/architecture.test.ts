// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from './project-root.ts';

interface Room {
  readonly name: string;
  readonly mayImport: readonly string[];
  readonly doors: readonly string[];
}

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const src = join(projectRoot, 'src');
const rooms = readRoomTable(readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8'));
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
const imports = files.flatMap((file) => importsOf(file));

function readRoomTable(markdown: string): Room[] {
  const rows = markdown.split('\n').filter((line) => /^\| `[a-z]+` *\|/.test(line));
  return rows.map((line) => {
    const [, name = '', , may = '', doors = ''] = line.split('|').map((cell) => cell.trim());
    return {
      name: name.replaceAll('`', ''),
      mayImport: /^(–|nothing)$/.test(may) ? [] : may.split(',').map((word) => word.trim()),
      doors: [...doors.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    };
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(?:[^;'"]*?from\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => ({ file, specifier: match[1] ?? match[2] ?? '' }));
}

function roomOf(file: string): string {
  return relative(src, file).split(sep)[0] ?? '';
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

test('every folder of src/ is a room of ARCHITECTURE.md, and every room exists', () => {
  const folders = readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  assert.deepEqual(folders.sort(), rooms.map((room) => room.name).sort());
});

test('every room has a README of one screen', () => {
  for (const { name } of rooms) {
    const lines = readFileSync(join(src, name, 'README.md'), 'utf8').split('\n').length;
    assert.ok(lines <= 60, `${name}/README.md has ${lines} lines`);
  }
});

test('rooms import only what the table allows, and only through index.ts', () => {
  const broken = imports.flatMap(({ file, specifier }) => {
    if (!specifier.startsWith('.')) return [];
    const target = resolve(dirname(file), specifier);
    const from = roomOf(file);
    const to = roomOf(target);
    if (from === to || relative(src, target).startsWith('..')) return [];
    const room = rooms.find((candidate) => candidate.name === from);
    const allowed =
      room?.mayImport.includes('everything') ||
      room?.mayImport.includes(to) ||
      (to === 'contract' && from !== 'contract');
    const place = `${relative(projectRoot, file)} ─▶ ${specifier}`;
    if (!allowed) return [`${place}: ${from} may not import ${to}`];
    return relative(src, target) === join(to, 'index.ts')
      ? []
      : [`${place}: enter ${to} through its index.ts`];
  });
  assert.deepEqual(broken, []);
});

test('each dependency has one door', () => {
  const declared = Object.keys(
    (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { dependencies: object })
      .dependencies,
  );
  const doors = rooms.flatMap((room) => room.doors.map((door) => [door, room.name] as const));
  for (const dependency of declared) {
    assert.equal(
      doors.filter(([door]) => door === dependency).length,
      1,
      `${dependency} has one line in the table`,
    );
  }
  const broken = imports.flatMap(({ file, specifier }) => {
    if (specifier.startsWith('.') || specifier.startsWith('node:')) return [];
    if (builtinModules.includes(specifier))
      return [`${relative(projectRoot, file)}: write node:${specifier}`];
    const owner = doors.find(([door]) => door === packageOf(specifier))?.[1];
    return owner === roomOf(file)
      ? []
      : [`${relative(projectRoot, file)} imports ${specifier}; its door is ${owner ?? 'nowhere'}`];
  });
  assert.deepEqual(broken, []);
});

test('environment, arguments and clock are read in bin only', () => {
  const pattern = /process\.env\b|process\.argv\b|Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/;
  const broken = files
    .filter((file) => roomOf(file) !== 'bin')
    .filter((file) => pattern.test(readFileSync(file, 'utf8')))
    .map((file) => relative(projectRoot, file));
  assert.deepEqual(broken, []);
});

test('there are no import cycles', () => {
  const edges = new Map<string, string[]>();
  for (const { file, specifier } of imports) {
    if (!specifier.startsWith('.')) continue;
    edges.set(file, [...(edges.get(file) ?? []), resolve(dirname(file), specifier)]);
  }
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0)
      assert.fail(`cycle: ${[...path.slice(at), file].map((step) => relative(src, step)).join(' ─▶ ')}`);
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
});

test('the attack shares nothing with the planner but the door to the solver', () => {
  const attack = join(src, 'disclose', 'attack');
  const inside = imports.filter(({ file }) => file.startsWith(attack + sep));
  const outside = inside
    .map(({ file, specifier }) => resolve(dirname(file), specifier))
    .filter((target) => !target.startsWith(attack + sep));
  const allowed = [join(src, 'contract', 'index.ts'), join(src, 'disclose', 'solver.ts')];
  assert.ok(inside.length > 20);
  assert.deepEqual([...new Set(outside)].sort(), allowed);
});

test('only disclose makes a SafeTable, and only ijw and ingest open a Bsn', () => {
  const broken = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const room = roomOf(file);
    const seals = /\bsealSafeTable\b/.test(text) && file !== join(src, 'disclose', 'show.ts');
    const casts = /\bas (unknown as )?(readonly )?SafeTable\b|<SafeTable>/.test(text);
    const opens = /\brevealBsn\(|Bsn\.reveal\(/.test(text) && !['ijw', 'ingest', 'contract'].includes(room);
    return (room !== 'contract' && (seals || casts)) || opens ? [relative(projectRoot, file)] : [];
  });
  assert.deepEqual(broken, []);
});
