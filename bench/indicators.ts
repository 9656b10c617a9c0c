// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { eachPlanColumns } from '../src/cli/compute-figures.ts';
import {
  DIMENSIES,
  type Dimensie,
  OperatorError,
  type SqlColumns,
  type SqlQuery,
} from '../src/contract/index.ts';
import { type Definition, type FigurePlan, planRequest } from '../src/indicators/index.ts';
import { readRegio, readYaml } from '../src/policy/index.ts';
import { readColumns } from '../src/store/read-columns.ts';
import { definitionOf, indicatorIds } from '../test/indicators/definitions.ts';

/**
 * All indicators, split by every dimension of message traffic and every two of them, over all areas and five years, from the derived tables of a
 * workspace:
 *
 *     node dist/bench/indicators.js WORKSPACE [--single] [--copies N] [--memory 8GB]
 *
 * With `--single` by one dimension at a time. With `--copies` on as many times the clients, in the same gemeenten with the same providers (the derived
 * tables are multiplied in a file beside it, which is not timed). Prints processor seconds too: on a shared machine those tell more than the clock. Every
 * figure is computed, with numerator, denominator, status and interval, in columns; a table is added up and let go.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    single: { type: 'boolean', default: false },
    copies: { type: 'string', default: '1' },
    memory: { type: 'string' },
  },
});
const workspace = positionals[0] ?? '.';
const copies = Number(values.copies);
const { memory, single } = values;
const YEARS = ['2020', '2021', '2022', '2023', '2024'];
/** Dimensions of message traffic. */
const SPLITS = DIMENSIES.slice(0, 7);

const regio = readRegio(readYaml('regio.yaml', readFileSync(join(workspace, 'regio.yaml'), 'utf8')));
const source = join(workspace, 'magazijn.duckdb');
const folder = mkdtempSync(join(tmpdir(), 'indicators-'));
const instance = await DuckDBInstance.create(copies > 1 ? join(folder, 'veel.duckdb') : source, {
  ...(copies > 1 ? {} : { access_mode: 'READ_ONLY' }),
  threads: '2',
  ...(memory === undefined ? {} : { memory_limit: memory }),
});
const connection = await instance.connect();
if (copies > 1) await multiply();

const begin = { clock: performance.now(), cpu: process.cpuUsage() };
const plans = allPlans();
let [figures, known] = [0, 0];
for await (const [, { aantal, waarde }] of eachPlanColumns(plans, ask)) {
  figures += aantal;
  for (const one of waarde) if (!Number.isNaN(one)) known += 1;
}
process.stdout.write(`${figures} figures, ${known} with a value, in ${plans.length} tables\n`);
const indicators = new Set(plans.map(({ indicator }) => indicator)).size;
tell(`${indicators} indicators, ${figures} figures`, begin);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`peak memory of the process: ${peak} MiB\n`);
rmSync(folder, { recursive: true });

/** Every person so many times, each time another; what is no person stays as it is. */
async function multiply(): Promise<void> {
  await connection.run(`ATTACH '${source}' AS bron (READ_ONLY)`);
  const found = await connection.runAndReadAll(
    "SELECT table_name AS naam FROM duckdb_tables() WHERE database_name = 'bron'",
  );
  const persons = ['prestatie_staand', 'prestatie_jaar', 'client', 'zorg_interval', 'toewijzing_actueel'];
  for (const [naam] of found.getRows()) {
    const table = String(naam);
    const text = persons.includes(table)
      ? `SELECT t.* REPLACE (hash(t.pseudoniem, k.range) AS pseudoniem${table === 'zorg_interval' || table === 'toewijzing_actueel' ? `, t.toewijzing_nummer * ${copies} + k.range AS toewijzing_nummer` : ''}) FROM bron.${table} t, range(${copies}) k`
      : `FROM bron.${table}`;
    await connection.run(`CREATE ${persons.includes(table) ? 'TABLE' : 'VIEW'} ${table} AS ${text}`);
  }
  await connection.run('CHECKPOINT');
}

/** By the clock: the figures of earlier answers are made meanwhile. */
async function ask({ text, params }: SqlQuery): Promise<SqlColumns> {
  const start = { clock: performance.now(), cpu: process.cpuUsage() };
  const result = await readColumns(connection, text, params);
  const what = /^-- (.*)$/m.exec(text)?.[1] ?? '';
  tell(`  ${what}: ${result.rows} rows`, start);
  return result;
}

function tell(what: string, since: { readonly clock: number; readonly cpu: NodeJS.CpuUsage }): void {
  const { user, system } = process.cpuUsage(since.cpu);
  const clock = ((performance.now() - since.clock) / 1000).toFixed(1);
  process.stdout.write(`${what}: ${clock} s, ${((user + system) / 1e6).toFixed(1)} s of processor\n`);
}

function allPlans(): readonly FigurePlan[] {
  const splits: readonly (readonly Dimensie[])[] = [
    [],
    ...SPLITS.map((one) => [one]),
    ...(single ? [] : SPLITS.flatMap((one, index) => SPLITS.slice(index + 1).map((other) => [one, other]))),
  ];
  return indicatorIds.flatMap((id) => {
    const definition = definitionOf(id);
    const possible = splits.filter((split) => split.every((one) => definition.dimensies.includes(one)));
    return possible.flatMap((dimensies) => plansOf(definition, dimensies));
  });
}

/** No plan where no variant knows all of these dimensions together. */
function plansOf(definition: Definition, dimensies: readonly Dimensie[]): readonly FigurePlan[] {
  const request = {
    indicator: definition.id,
    dimensies,
    perioden: YEARS,
    samenstelling: 'restated' as const,
  };
  try {
    return planRequest(request, regio, definition);
  } catch (error) {
    if (error instanceof OperatorError) return [];
    throw error;
  }
}
