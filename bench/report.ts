// SPDX-License-Identifier: EUPL-1.2
// How long the whole monitor takes from a release: pages, PDF and ODT of the region, every gemeente and every letter.
//   node dist/bench/report.js RELEASE_FOLDER WORKSPACE
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { loadChapters } from '../src/cli/chapters.ts';
import type { Begrip, DefinitieBlad, SafeTable } from '../src/contract/index.ts';
import { proveRelease } from '../src/proof/index.ts';
import { figuresOfRelease, readRelease } from '../src/publish/index.ts';
import { monitorDocuments, renderDocuments, renderPapers } from '../src/report/index.ts';

const [folder = '', workspace = ''] = argv.slice(2);
const read = readRelease(folder);
const { release } = read.manifest;
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const { indicatoren } = json('definities.json') as { indicatoren: (DefinitieBlad & { id: string })[] };
const { begrippen } = json('begrippen.json') as { begrippen: Begrip[] };
// What a release holds was protected once; only a measurement may read it back as such.
const tables = figuresOfRelease(read).map((table) => ({ ...table, zone: 'open' })) as unknown as SafeTable[];
const chapters = await loadChapters(workspace);
const out = mkdtempSync(join(tmpdir(), 'report-'));

const timed = async <Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> => {
  const begin = performance.now();
  const result = await work();
  stdout.write(`${name.padEnd(28)}${((performance.now() - begin) / 1000).toFixed(2)} s\n`);
  return result;
};

const begin = performance.now();
const documents = await timed('document trees', () =>
  monitorDocuments({
    release,
    tables,
    definities: indicatoren,
    indicatoren: readdirSync(new URL('../../indicatoren', import.meta.url)),
    begrippen,
    ...chapters,
  }),
);
const pages = await timed('HTML', () => renderDocuments(documents));
const papers = await timed('PDF and ODT', () => renderPapers(documents));
await timed('written', () => {
  for (const { pad, inhoud } of [...pages, ...papers]) writeFileSync(join(out, pad), inhoud);
});
stdout.write(
  `${'together'.padEnd(28)}${((performance.now() - begin) / 1000).toFixed(2)} s, ${pages.length} pages, ${papers.length} papers\n`,
);
const { bevindingen } = await timed('proof', () => proveRelease({ release, tables, pages }));
stdout.write(`findings of proof: ${bevindingen.length}\n`);
rmSync(out, { recursive: true });
