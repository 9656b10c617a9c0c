// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { eachPlanColumns } from '../src/cli/compute-figures.ts';
import type { FigureTable } from '../src/contract/index.ts';
import { type FigureColumns, planRequest, tableOf } from '../src/indicators/index.ts';
import { readRegio, readYaml } from '../src/policy/index.ts';
import { readColumns } from '../src/store/read-columns.ts';
import { definitionOf } from '../test/indicators/definitions.ts';
import {
  clickhouse,
  duckdb,
  exportTables,
  type Peer,
  postgres,
  sqlite,
  type Vraag,
} from './figure-peers-engines.ts';
import {
  aloneSql,
  LOOPT_DAG,
  PEER_FIGURES,
  PEER_FIGURES_TOGETHER,
  type PeerFigure,
  TUSSENTABELLEN,
  type Tussentabel,
} from './figure-peers-sql.ts';

/**
 * Twelve figures as the product computes them, beside SQL that was written by hand for each alone: on DuckDB, and where they are given on PostgreSQL,
 * SQLite and ClickHouse, in the same run on the same rows. Every answer is compared.
 *
 *     node dist/bench/figure-peers.js WORKSPACE [--together] [--rounds N] [--indicator ID] [--sqlite] [--postgres CONNECTION] [--chdb FOLDER]
 *
 * With `--together` the same quantities by none, one and two dimensions: one request of the product, and for the peers one query after the other, which
 * share tables that are made once. Installs nothing. `--sqlite` needs the command sqlite3, `--postgres` the command psql and an empty database, `--chdb` a folder
 * where `npm i chdb` was done.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    together: { type: 'boolean', default: false },
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

/** Rows of an answer, each as text, sorted. */
type Answer = readonly string[];

const regio = readRegio(readYaml('regio.yaml', readFileSync(join(workspace, 'regio.yaml'), 'utf8')));
const instance = await DuckDBInstance.create(join(workspace, 'magazijn.duckdb'), {
  access_mode: 'READ_ONLY',
  threads: '2',
});
const connection = await instance.connect();
const folder = mkdtempSync(join(tmpdir(), 'figure-peers-'));
try {
  await makeViews(connection);
  const peers: [string, Peer][] = [['duckdb', duckdb(connection)]];
  if (values.sqlite || values.postgres !== undefined || values.chdb !== undefined)
    await exportTables(connection, folder);
  if (values.sqlite) peers.push(['sqlite', sqlite(folder)]);
  if (values.postgres !== undefined) peers.push(['postgres', postgres(values.postgres, folder)]);
  if (values.chdb !== undefined) peers.push(['clickhouse', clickhouse(values.chdb, folder)]);
  await (values.together ? compareTogether(peers) : compareEach(peers));
} finally {
  rmSync(folder, { recursive: true });
}

async function compareEach(peers: readonly (readonly [string, Peer])[]): Promise<void> {
  const totals = new Map<string, number[]>();
  for (const figure of chosen(PEER_FIGURES)) {
    const ratios = await compare(
      nameOf(figure),
      [figure],
      { tussen: [], selects: [aloneSql(figure)] },
      peers,
    );
    for (const [peer, ratio] of ratios) totals.set(peer, [...(totals.get(peer) ?? []), ratio]);
  }
  for (const [peer, ratios] of totals) {
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    process.stdout.write(
      `${peer}: time of ours × ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}, geometric mean ${mean.toFixed(2)}\n`,
    );
  }
}

async function compareTogether(peers: readonly (readonly [string, Peer])[]): Promise<void> {
  const figures = chosen(PEER_FIGURES_TOGETHER);
  const used = new Set<Tussentabel>(['f', ...figures.flatMap(({ tussen }) => tussen)]);
  const tussen = (Object.keys(TUSSENTABELLEN) as Tussentabel[]).filter((name) => used.has(name));
  const selects = figures.map(({ select }) => select('f'));
  await compare(`${figures.length} tables together`, figures, { tussen, selects }, peers);
}

function chosen(figures: readonly PeerFigure[]): readonly PeerFigure[] {
  return figures.filter(({ indicator }) => values.indicator === undefined || indicator === values.indicator);
}

function nameOf({ indicator, variant, dimensies }: PeerFigure): string {
  return [indicator, variant, ...dimensies].filter(Boolean).join(' ');
}

/** Prints the best time of ours and of each peer; gives how many times longer each peer took. */
async function compare(
  name: string,
  figures: readonly PeerFigure[],
  vraag: Vraag,
  peers: readonly (readonly [string, Peer])[],
): Promise<readonly (readonly [string, number])[]> {
  const best = new Map<string, number>();
  const wrong = new Map<string, Set<string>>();
  for (let round = 0; round < rounds; round += 1) {
    const ours = await ourFigures(figures);
    best.set('ours', Math.min(ours.ms, best.get('ours') ?? Number.POSITIVE_INFINITY));
    for (const [peer, run] of peers) {
      if (round > 0 && (best.get(peer) ?? 0) > 5000) continue;
      const { ms, answers } = await run(vraag);
      best.set(peer, Math.min(ms, best.get(peer) ?? Number.POSITIVE_INFINITY));
      for (const [place, figure] of figures.entries()) {
        const { answer = [], unknown = new Set<string>() } = ours.answers[place] ?? {};
        if (answerOf(figure, answers[place] ?? [], unknown).join('\n') !== answer.join('\n'))
          wrong.set(peer, (wrong.get(peer) ?? new Set()).add(nameOf(figure)));
      }
    }
  }
  const ours = best.get('ours') ?? 0;
  const ratios = peers.map(([peer]) => [peer, (best.get(peer) ?? 0) / ours] as const);
  const parts = ratios.map(([peer, ratio]) => {
    const other = wrong.has(peer) ? ` OTHER ANSWER: ${[...(wrong.get(peer) ?? [])].join(', ')}` : '';
    return `${peer} ${(best.get(peer) ?? 0).toFixed(0)} ms (${ratio.toFixed(2)} ×)${other}`;
  });
  process.stdout.write(`${name.padEnd(28)} ours ${ours.toFixed(0)} ms; ${parts.join('; ')}\n`);
  return ratios;
}

/** The figures as the product computes them in one request, from its plans to its columns; zeros that only completeness shows are left out of the answers. */
async function ourFigures(figures: readonly PeerFigure[]): Promise<{
  readonly ms: number;
  readonly answers: readonly { readonly answer: Answer; readonly unknown: ReadonlySet<string> }[];
}> {
  const plans = figures.flatMap(({ indicator, variant, dimensies }) =>
    planRequest(
      { indicator, variant, dimensies, perioden: YEARS.map(String), samenstelling: 'restated' },
      regio,
      definitionOf(indicator),
    ),
  );
  const begin = performance.now();
  const columns: FigureColumns[] = [];
  for await (const [place, one] of eachPlanColumns(plans, ({ text, params }) =>
    readColumns(connection, text, params),
  ))
    columns[place] = one;
  const ms = performance.now() - begin;
  return { ms, answers: columns.map((one) => ourAnswer(tableOf(one))) };
}

function ourAnswer({ rows }: FigureTable): {
  readonly answer: Answer;
  readonly unknown: ReadonlySet<string>;
} {
  const answer = rows.flatMap(({ gebied, periode, dimensies, waarde, teller, noemer }) => {
    const value = teller === null ? [waarde] : [teller, noemer];
    return value.every((number) => number === 0 || number === null)
      ? []
      : [line([gebied, periode, ...dimensies, ...value])];
  });
  const unknown = rows.filter(({ status }) => status.includes('nog_niet_bekend'));
  return { answer: answer.sort(), unknown: new Set(unknown.map(({ periode }) => periode)) };
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
