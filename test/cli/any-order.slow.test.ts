// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writeZip } from '../../src/ijw/index.ts';
import { asXml } from '../ingest/xml-bericht.ts';
import { projectRoot } from '../project-root.ts';
import { Dobbelsteen, willekeurigeKeten } from '../store/willekeurige-keten.ts';
import { unpack } from './met-de-hand.ts';
import { Terminal } from './small-region.ts';

const INDICATOREN = readdirSync(join(projectRoot, 'indicatoren'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Exact figures of every indicator, as text. */
async function figures(terminal: Terminal, ...more: readonly string[]): Promise<string> {
  const argv = ['figures', 'w', ...INDICATOREN, '--area', 'JZ24,GM0518', '--year', '2023-2024'];
  const { code, out, notes } = await terminal.run(...argv, '--raw', '--format', 'csv', ...more);
  assert.equal(code, 0, notes);
  return out;
}

async function terminalWithWorkspace(t: TestContext): Promise<Terminal> {
  const terminal = new Terminal();
  t.after(() => terminal.remove());
  assert.equal((await terminal.run('new', 'w', '--regio', 'haaglanden')).code, 0);
  appendFileSync(terminal.path('w', 'regio.yaml'), '\narchief: uit\n');
  return terminal;
}

async function take(terminal: Terminal, name: string, bytes: Uint8Array): Promise<void> {
  const path = terminal.path('w', 'bronnen', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

async function ingest(terminal: Terminal): Promise<void> {
  const { code, out, notes } = await terminal.run('ingest', 'w', '--json');
  assert.equal(code, 0, notes);
  assert.deepEqual(JSON.parse(out).opzij, []);
}

interface Bronbestand {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Sources of which every provider sends a file. */
const MANY = /(wachttijden|wachtlijst|uitkomsten)$/;

/** Files of a small sample: those of messages, and of the other sources all, or one in ten where there are many. */
async function sampleFiles(t: TestContext): Promise<{
  readonly berichten: readonly Bronbestand[];
  readonly anders: readonly Bronbestand[];
}> {
  const maker = await terminalWithWorkspace(t);
  assert.equal((await maker.run('sample', 'w', '--scale', '0.001')).code, 0);
  const bronnen = maker.path('w', 'bronnen');
  const files = readdirSync(bronnen, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ folder: entry.parentPath, name: entry.name }))
    .toSorted((a, b) => (a.folder + a.name < b.folder + b.name ? -1 : 1))
    .map(({ folder, name }) => ({ folder, name, bytes: readFileSync(join(folder, name)) }));
  const other = files.filter(({ folder }) => folder.includes('overige-bronnen'));
  return {
    berichten: files.filter(({ folder }) => !folder.includes('overige-bronnen')),
    anders: other.filter(({ folder }, n) => !MANY.test(folder) || n % 10 === 0),
  };
}

/** Every message of a sample, and traffic full of repetitions, credits, retours and changed messages. */
function traffic(sampled: readonly Bronbestand[]): readonly Buffer[] {
  const sample = sampled.flatMap(({ bytes }) => unpack(bytes));
  const chains = [3, 4].flatMap((seed) =>
    willekeurigeKeten(seed).map((bericht) => Buffer.from(asXml(bericht).inhoud)),
  );
  return [...sample, ...chains];
}

const isAnswer = (bytes: Buffer): boolean =>
  /jw(302|304|306|308|316|318|320|325):Bericht/.test(bytes.subarray(0, 400).toString());

test('messages and other sources shuffled, doubled, split over runs, in ZIPs and gzip, answers before their messages: `figures --raw` is the same to the byte', async (t) => {
  const { berichten: sampled, anders } = await sampleFiles(t);
  const berichten = traffic(sampled);
  const dobbel = new Dobbelsteen(23);
  const plain = await terminalWithWorkspace(t);
  for (const { name, bytes } of anders) await take(plain, name, bytes);
  for (const [n, bytes] of berichten.entries()) await take(plain, `${Math.floor(n / 500)}/${n}.xml`, bytes);
  await ingest(plain);
  const expected = await figures(plain);
  assert.match(expected, /^clienten,,2023,JZ24,[1-9]/m);
  assert.match(expected, /^uitstroom,,2023,JZ24,[1-9]/m);
  for (const measured of ['wachtenden,bruto', 'maatregelen,ots-lang', 'cbs-jeugdhulp,jeugdhulp'])
    assert.match(expected, new RegExp(`^${measured},202[34],[A-Z0-9]+,[0-9]`, 'm'));

  const split = await terminalWithWorkspace(t);
  const shuffled = dobbel.schud([...berichten, ...berichten.slice(0, Math.floor(berichten.length / 2))]);
  const twice = dobbel.schud([...anders, ...anders]);
  const runs = 4;
  for (let run = 0; run < runs; run += 1) {
    const part = shuffled.filter((_, n) => n % runs === run);
    for (const [n, bytes] of part.entries()) await take(split, `${run}-${n}.xml.gz`, gzipSync(bytes));
    const others = twice.filter((_, n) => n % runs === run);
    for (const [n, { name, bytes }] of others.entries()) await take(split, `${run}-${n}-${name}`, bytes);
    await ingest(split);
  }
  assert.equal(await figures(split), expected, 'shuffled, doubled and split');

  const zipped = await terminalWithWorkspace(t);
  const parts = [berichten.filter(isAnswer), berichten.filter((bytes) => !isAnswer(bytes)), berichten];
  for (const [n, part] of parts.entries()) {
    assert.ok(part.length > 0);
    mkdirSync(zipped.path('w', 'bronnen'), { recursive: true });
    const messages = part.map((bytes, index) => ({ name: `${index}.xml`, bytes }));
    const entries = dobbel.schud([...messages, ...(n === 1 ? [] : anders)]);
    await writeZip(zipped.path('w', 'bronnen', `${n}.zip`), entries);
    await ingest(zipped);
  }
  assert.equal(await figures(zipped), expected, 'in ZIPs, answers first, then everything again');
});

test('after every one of twenty deliveries, of messages and other sources, the figures are saved; asked later with that date, all twenty are equal', async (t) => {
  const terminal = await terminalWithWorkspace(t);
  const dobbel = new Dobbelsteen(31);
  const berichten = dobbel.schud([5, 6].flatMap((seed) => willekeurigeKeten(seed)));
  const anders = dobbel.schud((await sampleFiles(t)).anders);
  const perDay = Math.ceil(berichten.length / 20);
  const saved: { readonly day: string; readonly out: string }[] = [];
  for (let n = 0; n < 20; n += 1) {
    terminal.now = Date.UTC(2025, 2, 1 + n, 9);
    for (const [index, bericht] of berichten.slice(n * perDay, (n + 1) * perDay).entries())
      await take(terminal, `${n}-${index}.xml`, Buffer.from(asXml(bericht).inhoud));
    for (const { name, bytes } of anders.filter((_, at) => at % 20 === n)) await take(terminal, name, bytes);
    await ingest(terminal);
    saved.push({ day: new Date(terminal.now).toISOString().slice(0, 10), out: await figures(terminal) });
  }
  assert.equal(new Set(saved.map(({ out }) => out)).size, 20, 'every delivery changes figures');
  for (const { day, out } of saved) assert.equal(await figures(terminal, '--as-known-on', day), out, day);
});
