// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Begrip, DefinitieBlad, SafeTable } from '../src/contract/index.ts';
import { composeRelease, figuresOfRelease, readRelease } from '../src/publish/index.ts';

/**
 * What the open data of a release cost: `node dist/bench/open-data.js RELEASE`. The tables are read back from the release, and its open data are
 * composed again in memory. Processor time is told beside the clock, because it does not depend on who else uses the machine.
 */
const [dir] = process.argv.slice(2);
if (dir === undefined) throw new Error('name the folder of a release');
const published = readRelease(dir);
const { release } = published.manifest;
const json = <Value>(pad: string): Value => JSON.parse(readFileSync(join(dir, pad), 'utf8')) as Value;
const tables = figuresOfRelease(published).map((table, index) => ({
  ...table,
  ...published.tabellen[index],
  zone: 'open',
  opbouw: table.opbouw ?? [],
})) as unknown as SafeTable[];
const { indicatoren } = json<{ indicatoren: { dimensies: { id: string }[] }[] }>('definities.json');
const definities = indicatoren.map((definitie) => ({
  ...definitie,
  dimensies: definitie.dimensies.map(({ id }) => id),
})) as unknown as DefinitieBlad[];
const { begrippen } = json<{ begrippen: Begrip[] }>('begrippen.json');
const compose = () =>
  composeRelease({ releasesDir: '', release, tables, definities, begrippen, geheimhouding: {}, pages: [] });

compose();
const rounds = 5;
const cpu = process.cpuUsage();
const begin = performance.now();
let files = compose().files;
for (let round = 1; round < rounds; round += 1) files = compose().files;
const wall = (performance.now() - begin) / rounds;
const { user, system } = process.cpuUsage(cpu);
const figures = tables.reduce((sum, { rows }) => sum + rows.length, 0);
process.stdout.write(
  `${release.id}: ${tables.length} tables, ${figures} figures, ${files.length} files\ncompose: ${wall.toFixed(0)} ms, processor ${((user + system) / 1000 / rounds).toFixed(0)} ms\n`,
);
for (const [name, pattern] of [
  ['csv', /\.csv$/],
  ['ods', /\.ods$/],
  ['all.json', /all\.json$/],
  ['api', /^dashboard\/v1\/(?!schemas)/],
  ['dcat.jsonld', /^dcat/],
] as const) {
  const own = files.filter(({ pad }) => pattern.test(pad)).map(({ inhoud }) => Buffer.from(inhoud));
  const bytes = own.reduce((sum, { length }) => sum + length, 0);
  const packed = own.map((one) => gzipSync(one).length);
  process.stdout.write(
    `${name}: ${own.length} files, ${(bytes / 1e6).toFixed(2)} MB, compressed ${(packed.reduce((a, b) => a + b, 0) / 1e3).toFixed(0)} kB, largest ${(Math.max(...packed) / 1e3).toFixed(0)} kB\n`,
  );
}
