// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { bundlePlans, bundleSql, eachColumns, planRequest, tableOf } from '../src/indicators/index.ts';
import { readRegio, readYaml } from '../src/policy/index.ts';
import { readColumns } from '../src/store/read-columns.ts';
import { definitionOf } from '../test/indicators/definitions.ts';
import { LOOPT_DAG, PEER_FIGURES, type PeerFigure } from './figure-peers-sql.ts';

/**
 * Twelve figures as the product computes them, beside SQL that was written by hand for each alone: on DuckDB, and where they are given on PostgreSQL,
 * SQLite and ClickHouse, in the same run on the same rows. Every answer is compared.
 *
 *     node dist/bench/figure-peers.js WORKSPACE [--rounds N] [--indicator ID] [--sqlite] [--postgres CONNECTION] [--chdb FOLDER]
 *
 * Installs nothing. `--sqlite` needs the command sqlite3, `--postgres` the command psql and an empty database, `--chdb` a folder where `npm i chdb` was done.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    indicator: { type: 'string' },
    sqlite: { type: 'boolean', default: false },
    postgres: { type: 'string' },
    chdb: { type: 'string' },
  },
});
const workspace = positionals[0] ?? '.';
const rounds = Number(values.rounds);
const YEARS = [2020, 2021, 2022, 2023, 2024];
const TABLES = {
  p: 'client BIGINT, gemeente VARCHAR(6), aanbieder VARCHAR(8), type VARCHAR(24), verwijzer VARCHAR(8), jaar INTEGER, cents BIGINT',
  z: 'client BIGINT, gemeente VARCHAR(6), aanbieder VARCHAR(8), type VARCHAR(24), b INTEGER, e BIGINT, reden INTEGER, nr INTEGER',
  g: 'gebied VARCHAR(6), gemeente VARCHAR(6)',
  j: 'jaar INTEGER, van INTEGER, tot INTEGER',
} as const;
const INDEXES = [
  'CREATE INDEX p_waar ON p(gemeente, jaar, type)',
  'CREATE INDEX p_wie ON p(client, jaar)',
  'CREATE INDEX z_wie ON z(client, aanbieder, type, b)',
  'CREATE INDEX g_waar ON g(gemeente)',
];

/** Rows of an answer, each as text, sorted. */
type Answer = readonly string[];
interface Timed {
  readonly ms: number;
  readonly answer: Answer;
}
/** Runs the SQL of a figure; gives its rows as they come. */
type Peer = (
  figure: PeerFigure,
) => Promise<{ readonly ms: number; readonly rows: readonly (readonly unknown[])[] }>;

const regio = readRegio(readYaml('regio.yaml', readFileSync(join(workspace, 'regio.yaml'), 'utf8')));
const instance = await DuckDBInstance.create(join(workspace, 'magazijn.duckdb'), {
  access_mode: 'READ_ONLY',
  threads: '2',
});
const connection = await instance.connect();
const folder = mkdtempSync(join(tmpdir(), 'figure-peers-'));
try {
  await makeViews(connection);
  const peers: [string, Peer][] = [['duckdb', byHand]];
  if (values.sqlite || values.postgres !== undefined || values.chdb !== undefined) await exportTables();
  if (values.sqlite) peers.push(['sqlite', sqlite()]);
  if (values.postgres !== undefined) peers.push(['postgres', postgres(values.postgres)]);
  if (values.chdb !== undefined) peers.push(['clickhouse', clickhouse(values.chdb)]);
  await compare(peers);
} finally {
  rmSync(folder, { recursive: true });
}

async function compare(peers: readonly (readonly [string, Peer])[]): Promise<void> {
  const totals = new Map<string, number[]>();
  const chosen = PEER_FIGURES.filter(
    ({ indicator }) => values.indicator === undefined || indicator === values.indicator,
  );
  for (const figure of chosen) {
    const name = [figure.indicator, figure.variant, ...figure.dimensies].filter(Boolean).join(' ');
    const best = new Map<string, number>();
    const wrong = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const ours = await ourFigure(figure);
      best.set('ours', Math.min(ours.ms, best.get('ours') ?? Number.POSITIVE_INFINITY));
      for (const [peer, run] of peers) {
        if (round > 0 && (best.get(peer) ?? 0) > 5000) continue;
        const theirs = await run(figure);
        best.set(peer, Math.min(theirs.ms, best.get(peer) ?? Number.POSITIVE_INFINITY));
        if (answerOf(figure, theirs.rows, ours.unknown).join('\n') !== ours.answer.join('\n'))
          wrong.add(peer);
      }
    }
    const ours = best.get('ours') ?? 0;
    const parts = peers.map(([peer]) => {
      const ms = best.get(peer) ?? 0;
      totals.set(peer, [...(totals.get(peer) ?? []), ms / ours]);
      return `${peer} ${ms.toFixed(0)} ms (${(ms / ours).toFixed(2)} ×)${wrong.has(peer) ? ' OTHER ANSWER' : ''}`;
    });
    process.stdout.write(`${name.padEnd(28)} ours ${ours.toFixed(0)} ms; ${parts.join('; ')}\n`);
  }
  for (const [peer, ratios] of totals) {
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    process.stdout.write(
      `${peer}: time of ours × ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}, geometric mean ${mean.toFixed(2)}\n`,
    );
  }
}

/** The figure as the product computes it, its query and its columns timed; zeros that only completeness shows are left out. */
async function ourFigure({
  indicator,
  variant,
  dimensies,
}: PeerFigure): Promise<Timed & { readonly unknown: ReadonlySet<string> }> {
  const definition = definitionOf(indicator);
  const request = { indicator, dimensies, perioden: YEARS.map(String), samenstelling: 'restated' as const };
  const bundle = bundlePlans(planRequest({ ...request, variant }, regio, definition));
  const [sql] = bundleSql(bundle);
  if (sql === undefined) throw new RangeError(`${indicator} has no query`);
  const begin = performance.now();
  const result = await readColumns(connection, sql.text, sql.params);
  const [columns] = [...eachColumns(bundle, [result])];
  const ms = performance.now() - begin;
  const table = columns === undefined ? undefined : tableOf(columns);
  const answer = (table?.rows ?? []).flatMap(
    ({ gebied, periode, dimensies: cell, waarde, teller, noemer }) => {
      const value = teller === null ? [waarde] : [teller, noemer];
      return value.every((number) => number === 0 || number === null)
        ? []
        : [line([gebied, periode, ...cell, ...value])];
    },
  );
  const unknown = (table?.rows ?? []).filter(({ status }) => status.includes('nog_niet_bekend'));
  return { ms, answer: answer.sort(), unknown: new Set(unknown.map(({ periode }) => periode)) };
}

function line(values: readonly unknown[]): string {
  return values.map(String).join('|');
}

/** Rows without those that only say that nothing was counted, and of years that are not known yet. */
function answerOf(
  { dimensies }: PeerFigure,
  rows: readonly (readonly unknown[])[],
  unknown: ReadonlySet<string>,
): Answer {
  const keys = 2 + dimensies.length;
  return rows
    .filter((row) => !unknown.has(String(row[1])))
    .filter((row) => row.slice(keys).some((value) => Number(value) !== 0))
    .map((row) => line([...row.slice(0, keys), ...row.slice(keys).map(Number)]))
    .sort();
}

async function byHand(figure: PeerFigure) {
  const begin = performance.now();
  const reader = await connection.runAndReadAll(figure.sql);
  const ms = performance.now() - begin;
  return { ms, rows: reader.getRows() };
}

/** The derived tables as all engines know them: days are whole numbers, codes of ends too. */
async function makeViews(duckdb: DuckDBConnection): Promise<void> {
  const [plan] = planRequest(
    { indicator: 'clienten', dimensies: [], perioden: ['2024'], samenstelling: 'restated' },
    regio,
    definitionOf('clienten'),
  );
  const areas = (plan?.gebieden ?? []).flatMap(({ code, gemeenten }) =>
    gemeenten.map((gemeente) => `('${code}', '${gemeente}')`),
  );
  const years = YEARS.map(
    (year) => `(${year}, DATE '${year}-01-01' - DATE '1970-01-01', DATE '${year}-12-31' - DATE '1970-01-01')`,
  );
  const day = (column: string): string => `(${column} - DATE '1970-01-01')`;
  await duckdb.run(`CREATE TEMP VIEW g AS SELECT * FROM (VALUES ${areas.join(', ')}) v(gebied, gemeente)`);
  await duckdb.run(`CREATE TEMP VIEW j AS SELECT * FROM (VALUES ${years.join(', ')}) v(jaar, van, tot)`);
  await duckdb.run(`CREATE TEMP VIEW p AS SELECT (pseudoniem >> 1)::BIGINT AS client, gemeente, aanbieder, type, coalesce(verwijzer, 'onbekend') AS verwijzer,
    year("begin")::INTEGER AS jaar, bedrag_cents AS cents FROM prestatie_staand`);
  await duckdb.run(`CREATE TEMP VIEW z AS SELECT (pseudoniem >> 1)::BIGINT AS client, gemeente, aanbieder, type, ${day('"begin"')} AS b,
    coalesce(${day('eind')}, ${LOOPT_DAG})::BIGINT AS e, CASE WHEN eind IS NULL THEN 97 WHEN eind_afgeleid THEN 98 ELSE coalesce(try_cast(reden AS INTEGER), 96) END AS reden,
    toewijzing_nummer AS nr FROM zorg_interval`);
}

async function exportTables(): Promise<void> {
  for (const name of Object.keys(TABLES))
    await connection.run(`COPY (SELECT * FROM ${name}) TO '${join(folder, `${name}.csv`)}' (HEADER false)`);
}

function sqlite(): Peer {
  const file = join(folder, 'peers.sqlite');
  const load = [
    ...Object.entries(TABLES).map(([name, columns]) => `CREATE TABLE ${name}(${columns});`),
    '.mode csv',
    ...Object.keys(TABLES).map((name) => `.import '${join(folder, `${name}.csv`)}' ${name}`),
    ...INDEXES.map((index) => `${index};`),
    'ANALYZE;',
  ];
  command('sqlite3', [file], load.join('\n'));
  return async (figure) => {
    const text = command(
      'sqlite3',
      [file],
      `PRAGMA cache_size = -2000000;\nPRAGMA mmap_size = 4000000000;\n.timer on\n.mode list\n${figure.sql};\n`,
    );
    const ms = Number(/Run Time: real ([0-9.]+)/.exec(text)?.[1]) * 1000;
    const rows = text.split('\n').filter((row) => row.includes('|'));
    return { ms, rows: rows.map((row) => row.split('|')) };
  };
}

function postgres(connectionString: string): Peer {
  const load = [
    ...Object.entries(TABLES).map(
      ([name, columns]) => `DROP TABLE IF EXISTS ${name}; CREATE UNLOGGED TABLE ${name}(${columns});`,
    ),
    ...Object.keys(TABLES).map((name) => `\\copy ${name} FROM '${join(folder, `${name}.csv`)}' (FORMAT csv)`),
    ...INDEXES.map((index) => `${index};`),
    'VACUUM ANALYZE;',
  ];
  command('psql', ['-X', '-q', connectionString], load.join('\n'));
  return async (figure) => {
    const settings = "SET work_mem = '1GB'; SET max_parallel_workers_per_gather = 2;";
    const text = command(
      'psql',
      ['-X', '-q', '-A', '-t', connectionString],
      `${settings}\n\\timing on\n${figure.sql};\n`,
    );
    const ms = Number(/Time: ([0-9.]+) ms/.exec(text)?.[1]);
    const rows = text.split('\n').filter((row) => row.includes('|'));
    return { ms, rows: rows.map((row) => row.split('|')) };
  };
}

/** ClickHouse in the process, tables sorted by who and when. */
function clickhouse(root: string): Peer {
  const { Session } = createRequire(join(root, 'package.json'))('chdb') as {
    Session: new (path: string) => { query(sql: string, format?: string): string };
  };
  const session = new Session(join(folder, 'chdb'));
  session.query('CREATE DATABASE peers ENGINE = Atomic');
  const order = {
    p: '(gemeente, jaar, client)',
    z: '(client, aanbieder, type, b)',
    g: 'gemeente',
    j: 'jaar',
  };
  for (const [name, columns] of Object.entries(TABLES)) {
    const types = columns
      .replace(/VARCHAR\(\d+\)/g, 'LowCardinality(String)')
      .replaceAll('BIGINT', 'Int64')
      .replaceAll('INTEGER', 'Int32');
    session.query(
      `CREATE TABLE peers.${name} (${types}) ENGINE = MergeTree ORDER BY ${order[name as keyof typeof order]}`,
    );
    session.query(
      `INSERT INTO peers.${name} SELECT * FROM file('${join(folder, `${name}.csv`)}', CSV, '${types.replaceAll('LowCardinality(String)', 'String')}')`,
    );
    session.query(`OPTIMIZE TABLE peers.${name} FINAL`);
  }
  session.query('USE peers');
  return async (figure) => {
    const begin = performance.now();
    const text = session.query(`${figure.sql} SETTINGS max_threads = 2`, 'TabSeparated');
    const ms = performance.now() - begin;
    return {
      ms,
      rows: text
        .trimEnd()
        .split('\n')
        .map((row) => row.split('\t')),
    };
  };
}

function command(name: string, args: readonly string[], input: string): string {
  const { stdout, stderr, status } = spawnSync(name, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return stdout + stderr;
}
