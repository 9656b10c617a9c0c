// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DuckDBConnection } from '@duckdb/node-api';
import { TUSSENTABELLEN, type Tussentabel } from './figure-peers-sql.ts';

/** What an engine is asked: queries, and the tables that they share, made before them and timed with them. */
export interface Vraag {
  readonly tussen: readonly Tussentabel[];
  readonly selects: readonly string[];
}

/** Answers a question; per query its rows as they come. */
export type Peer = (
  vraag: Vraag,
) => Promise<{ readonly ms: number; readonly answers: readonly (readonly (readonly unknown[])[])[] }>;

/** The tables that every engine is given. */
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
const NEXT = '##';

/** Writes the tables as CSV for the engines that cannot read them where they are. */
export async function exportTables(connection: DuckDBConnection, folder: string): Promise<void> {
  for (const name of Object.keys(TABLES))
    await connection.run(`COPY (SELECT * FROM ${name}) TO '${join(folder, `${name}.csv`)}' (HEADER false)`);
}

/** DuckDB itself, on views of these names. */
export function duckdb(connection: DuckDBConnection): Peer {
  return async ({ tussen, selects }) => {
    const begin = performance.now();
    for (const name of tussen) await connection.run(`CREATE TEMP TABLE ${name} AS ${TUSSENTABELLEN[name]}`);
    const answers = [];
    for (const select of selects) answers.push((await connection.runAndReadAll(select)).getRows());
    const ms = performance.now() - begin;
    for (const name of tussen) await connection.run(`DROP TABLE ${name}`);
    return { ms, answers };
  };
}

export function sqlite(folder: string): Peer {
  const file = join(folder, 'peers.sqlite');
  const load = [
    ...Object.entries(TABLES).map(([name, columns]) => `CREATE TABLE ${name}(${columns});`),
    '.mode csv',
    ...Object.keys(TABLES).map((name) => `.import '${join(folder, `${name}.csv`)}' ${name}`),
    ...INDEXES.map((index) => `${index};`),
    'ANALYZE;',
  ];
  command('sqlite3', [file], load.join('\n'));
  const settings = [
    'PRAGMA cache_size = -2000000;',
    'PRAGMA mmap_size = 4000000000;',
    'PRAGMA temp_store = MEMORY;',
    '.timer on',
    '.mode list',
  ];
  return async ({ tussen, selects }) => {
    const script = [
      ...settings,
      ...tussen.map((name) => `CREATE TEMP TABLE ${name} AS ${TUSSENTABELLEN[name]}; ANALYZE temp.${name};`),
      ...selects.map((select) => `.print ${NEXT}\n${select};`),
    ];
    const text = command('sqlite3', [file], `${script.join('\n')}\n`);
    return { ms: summed(text, /Run Time: real ([0-9.]+)/g) * 1000, answers: rowsOf(text) };
  };
}

/** Tables of one session cannot be read by several workers, so shared ones are unlogged. */
export function postgres(connectionString: string, folder: string): Peer {
  const load = [
    ...Object.entries(TABLES).map(
      ([name, columns]) => `DROP TABLE IF EXISTS ${name}; CREATE UNLOGGED TABLE ${name}(${columns});`,
    ),
    ...Object.keys(TABLES).map((name) => `\\copy ${name} FROM '${join(folder, `${name}.csv`)}' (FORMAT csv)`),
    ...INDEXES.map((index) => `${index};`),
    'VACUUM ANALYZE;',
  ];
  command('psql', ['-X', '-q', connectionString], load.join('\n'));
  return async ({ tussen, selects }) => {
    const script = [
      "SET work_mem = '1GB'; SET max_parallel_workers_per_gather = 2;",
      ...tussen.map((name) => `DROP TABLE IF EXISTS ${name};`),
      '\\timing on',
      ...tussen.map((name) => `CREATE UNLOGGED TABLE ${name} AS ${TUSSENTABELLEN[name]}; ANALYZE ${name};`),
      ...selects.map((select) => `\\echo ${NEXT}\n${select};`),
      '\\timing off',
      ...tussen.map((name) => `DROP TABLE ${name};`),
    ];
    const text = command('psql', ['-X', '-q', '-A', '-t', connectionString], `${script.join('\n')}\n`);
    return { ms: summed(text, /Time: ([0-9.]+) ms/g), answers: rowsOf(text) };
  };
}

/** ClickHouse in the process, tables sorted by who and when. */
export function clickhouse(root: string, folder: string): Peer {
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
  return async ({ tussen, selects }) => {
    const settings = 'SETTINGS max_threads = 2';
    const begin = performance.now();
    for (const name of tussen)
      session.query(`CREATE TABLE ${name} ENGINE = Memory AS ${TUSSENTABELLEN[name]} ${settings}`);
    const texts = selects.map((select) => session.query(`${select} ${settings}`, 'TabSeparated'));
    const ms = performance.now() - begin;
    for (const name of tussen) session.query(`DROP TABLE ${name}`);
    const answers = texts.map((text) =>
      text
        .trimEnd()
        .split('\n')
        .map((row) => row.split('\t')),
    );
    return { ms, answers };
  };
}

function summed(text: string, time: RegExp): number {
  return [...text.matchAll(time)].reduce((sum, [, one]) => sum + Number(one), 0);
}

function rowsOf(text: string): readonly (readonly (readonly string[])[])[] {
  const [, ...parts] = text.split(`${NEXT}\n`);
  return parts.map((part) =>
    part
      .split('\n')
      .filter((row) => row.includes('|'))
      .map((row) => row.split('|')),
  );
}

function command(name: string, args: readonly string[], input: string): string {
  const { stdout, stderr, status } = spawnSync(name, args, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return stdout + stderr;
}
