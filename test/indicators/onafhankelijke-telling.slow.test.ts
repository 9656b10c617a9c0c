// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { regiovisieIn, run } from '../cli/run-regiovisie.ts';
import { projectRoot } from '../project-root.ts';

const dir = mkdtempSync(join(tmpdir(), 'regiovisie-telling-'));
after(() => rmSync(dir, { recursive: true, force: true }));
const here = join(projectRoot, 'test', 'indicators');

type Row = Readonly<Record<string, string>>;

interface Vraag {
  readonly gebieden: Readonly<Record<string, readonly string[]>>;
  readonly perioden: Readonly<Record<string, readonly [string, string]>>;
  /** Unit: eurocent. */
  readonly grens: number;
}

const jaar = (name: number): readonly [string, readonly [string, string]] => [
  String(name),
  [`${name}-01-01`, `${name}-12-31`],
];

const voorbeeld: Vraag = {
  gebieden: {
    GM9001: ['GM9001'],
    GM9002: ['GM9002'],
    GM9003: ['GM9003'],
    G2: ['GM9001', 'GM9002'],
    G3: ['GM9002', 'GM9003'],
    JZ99: ['GM9001', 'GM9002', 'GM9003'],
  },
  perioden: {
    ...Object.fromEntries([2020, 2021, 2022, 2023].map(jaar)),
    '2022-Q3': ['2022-07-01', '2022-09-30'],
    '2024-Q1': ['2024-01-01', '2024-03-31'],
    '2024-Q3': ['2024-07-01', '2024-09-30'],
    '2021-10-01/2022-09-30': ['2021-10-01', '2022-09-30'],
  },
  grens: 1_000_000,
};

const h8 = ['GM0503', 'GM1916', 'GM1842', 'GM1926', 'GM0603', 'GM0629', 'GM1783', 'GM0637'];
const haaglanden: Vraag = {
  gebieden: { GM0503: ['GM0503'], GM0518: ['GM0518'], H8: h8, JZ24: [...h8, 'GM0518'] },
  perioden: Object.fromEntries([2020, 2022, 2024].map(jaar)),
  grens: 1_000_000,
};

const regiovisie = regiovisieIn(dir);
const python = (...argv: readonly string[]): string => run(dir, 'python3', ...argv);

const sleutel = join(dir, 'sleutel.txt');
writeFileSync(sleutel, regiovisie('key'));

const keyOf = (row: Row, dimensie: string, cel: string): string =>
  [row.indicator, row.variant, row.periode, row.gebied, dimensie, cel].join('|');

/** The figures of a workspace by both counts; its messages are read by the other language first, because ingest archives them. */
function bothCounts(workspace: string, vraag: Vraag): void {
  const ask = join(dir, 'vraag.json');
  writeFileSync(ask, JSON.stringify(vraag));
  const [bronnen, producten] = ['bronnen', 'producten.csv'].map((name) => join(workspace, name));
  const script = join(here, 'onafhankelijke_telling.py');
  const counted = new Map<string, Row>(
    (parse(python(script, bronnen ?? '', producten ?? '', ask), { columns: true }) as Row[]).map((row) => [
      keyOf(row, row.dimensie ?? '', row.cel ?? ''),
      row,
    ]),
  );
  const variants = new Set([...counted.values()].map(({ indicator, variant }) => `${indicator}|${variant}`));
  assert.equal(variants.size, 14);
  regiovisie('ingest', workspace, '--key-file', sleutel);
  const indicators = [...new Set([...variants].map((one) => one.split('|')[0] ?? ''))];
  const asked = [
    ...[workspace, ...indicators, '--raw', '--format', 'csv', '--key-file', sleutel],
    ...['--area', Object.keys(vraag.gebieden).join(','), '--period', Object.keys(vraag.perioden).join(',')],
  ];
  const different: string[] = [];
  const seen = new Set<string>();
  for (const dimensie of ['', 'type', 'aanbieder', 'verwijzer']) {
    const by = dimensie === '' ? [] : ['--by', dimensie];
    for (const row of parse(regiovisie('figures', ...asked, ...by), { columns: true }) as Row[]) {
      if (!variants.has(`${row.indicator}|${row.variant}`)) continue;
      const key = keyOf(row, dimensie, row[dimensie] ?? '');
      seen.add(key);
      const other = counted.get(key);
      if (!equal(row, other))
        different.push(`${key}: ${row.waarde} ${row.status}, counted ${other?.waarde} ${other?.status}`);
    }
  }
  for (const [key, { waarde }] of counted)
    if (!seen.has(key) && Number(waarde) !== 0) different.push(`${key}: absent, counted ${waarde}`);
  assert.deepEqual(different.slice(0, 20), [], `${different.length} of ${seen.size} figures differ`);
  assert.ok(seen.size > 3_000, `only ${seen.size} figures were compared`);
}

/** What was not counted is nothing or nought; numbers are equal but for the last digits of a division. */
function equal(row: Row, counted: Row | undefined): boolean {
  if (counted === undefined) return row.waarde === '' || Number(row.waarde) === 0;
  const known = !(row.status ?? '').includes('nog_niet_bekend');
  if (!known || counted.waarde === '')
    return !known && counted.status === 'nog_niet_bekend' && row.waarde === '';
  const [ours, theirs] = [Number(row.waarde), Number(counted.waarde)];
  return row.waarde !== '' && Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(theirs));
}

for (let seed = 1; seed <= Number(process.env.TELLINGEN ?? 1); seed += 1)
  test(`another language counts the same from delivered XML: random region ${seed}`, {
    timeout: 120_000,
  }, () => {
    const workspace = join(dir, `regio-${seed}`);
    cpSync(join(projectRoot, 'regio', 'voorbeeld', 'regio.yaml'), join(workspace, 'regio.yaml'));
    cpSync(join(projectRoot, 'regio', 'voorbeeld', 'producten.csv'), join(workspace, 'producten.csv'));
    python(join(here, 'willekeurige_berichten.py'), String(seed), join(workspace, 'bronnen'));
    bothCounts(workspace, voorbeeld);
  });

test('another language counts the same from the files of a small Haaglanden with planted faults', {
  timeout: 180_000,
}, () => {
  const workspace = join(dir, 'haaglanden');
  regiovisie('new', workspace, '--regio', 'haaglanden');
  regiovisie('sample', workspace, '--scale', '0.004', '--fault-rate', '0.05', '--seed', '11');
  bothCounts(workspace, haaglanden);
});
