// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectRoot } from '../project-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'one-way-glass-'));
after(() => rmSync(folder, { recursive: true }));

const TEKST = (body: string) => `
import type { FigureTable, SafeTable, PublishedTable } from '${join(projectRoot, 'src/contract/index.ts')}';
import { attack, protect } from '${join(projectRoot, 'src/disclose/index.ts')}';
declare const exact: FigureTable;
declare const safe: SafeTable;
declare const read: PublishedTable;
declare const regio: Parameters<typeof protect>[0]['regio'];
declare function publish(tables: readonly SafeTable[]): void;
void [attack, protect, publish, exact, safe, read, regio];
${body}
`;

/** Codes of the compiler's errors, one per mistake. */
function errorsOf(snippets: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  for (const [name, body] of Object.entries(snippets)) writeFileSync(join(folder, `${name}.ts`), TEKST(body));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(projectRoot, 'tsconfig.json'),
      compilerOptions: {
        noEmit: true,
        incremental: false,
        composite: false,
        rewriteRelativeImportExtensions: false,
        noUnusedLocals: false,
        rootDir: '/',
        typeRoots: [join(projectRoot, 'node_modules/@types')],
      },
      include: ['*.ts'],
    }),
  );
  const tsc = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--pretty', 'false', '-p', folder], {
    encoding: 'utf8',
  });
  const found = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    const match = /([^/\\(]+)\.ts\(\d+,\d+\): error (TS\d+)/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined && !found.has(match[1]))
      found.set(match[1], match[2]);
  }
  return found;
}

const WRONG = {
  'exact-table': 'publish([exact]);',
  'table-read-back': 'publish([read]);',
  'copy-of-a-safe-table': 'publish([{ ...exact, zone: "open" as const }]);',
  'made-by-hand':
    'publish([{ zone: "open", indicator: "clienten", definitie: "", eenheid: "aandeel", dimensies: [], rows: [] }]);',
  'brand-forged-with-a-symbol':
    'publish([{ ...exact, zone: "open" as const, [Symbol("safe")]: "open" as const }]);',
  'rows-changed-in-place': '(safe.rows as readonly unknown[]).length; safe.rows[0] = exact.rows[0];',
};
const RIGHT = {
  'what-protect-returns':
    'const made = await protect({ tables: [exact], regio, zone: "open" }); publish(made.tables); export {};',
  'a-safe-table-can-be-attacked':
    'void attack({ tables: [safe], publiek: {} as Parameters<typeof attack>[0]["publiek"] });',
};

test('only what protect made can be published; anything else does not compile', () => {
  const errors = errorsOf({ ...WRONG, ...RIGHT });
  for (const name of Object.keys(RIGHT)) assert.equal(errors.get(name), undefined, `${name} compiles`);
  for (const name of Object.keys(WRONG)) {
    assert.match(errors.get(name) ?? 'compiles', /^TS(2322|2345|2542|2540|2739|2741)$/, name);
  }
});
