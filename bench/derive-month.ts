// SPDX-License-Identifier: EUPL-1.2
// One more month into warehouses of some years, each an excerpt of one of five years (ten: twice, the second five years earlier, with other persons):
// bringing the derived layer up to date, then every indicator of the year of that month for every area; beside them a rebuild.
// Usage: node dist/bench/derive-month.js WAREHOUSE PRODUCTEN.csv [MONTH] [YEARS,…]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { bundlePlans, bundleSql, bundleTables, planRequest } from '../src/indicators/index.ts';
import { readProducten, readRegio, readYaml } from '../src/policy/index.ts';
import { openWarehouse } from '../src/store/index.ts';
import { definitionOf, indicatorIds } from '../test/indicators/definitions.ts';
import { projectRoot } from '../test/project-root.ts';
import { copyRaw } from './raw-copy.ts';

const [source = '', mapping = '', month = '2024-11', many = '1,2,5,10'] = process.argv.slice(2);
const producten = readProducten(mapping, readFileSync(mapping, 'utf8'));
const FIRST = `DATE '${month}-01'`;

async function inRaw(path: string, work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(`ATTACH '${source}' AS bron (READ_ONLY)`);
  await work(connection);
  await connection.run('DETACH bron');
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

interface Spent {
  readonly seconds: number;
  readonly processor: number;
}

async function spend(work: () => Promise<unknown>): Promise<Spent> {
  const begin = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const used = process.cpuUsage(cpu);
  return { seconds: (performance.now() - begin) / 1000, processor: (used.user + used.system) / 1e6 };
}

/** Every indicator of the year, as one request. */
const plans = indicatorIds.flatMap((id) => {
  const definition = definitionOf(id);
  const request = {
    indicator: id,
    dimensies: [],
    perioden: [month.slice(0, 4)],
    samenstelling: 'restated',
  } as const;
  return planRequest(request, regio(), definition);
});

function regio() {
  const file = join(projectRoot, 'regio/haaglanden/regio.yaml');
  return readRegio(readYaml(file, readFileSync(file, 'utf8')));
}

/** Derives, and computes every indicator; with another mapping everything is derived again. */
async function derive(
  path: string,
  mappings = producten,
): Promise<{ readonly derive: Spent; readonly figures: Spent; readonly prestaties: unknown }> {
  const warehouse = await openWarehouse(path);
  const made = await spend(() => warehouse.derive(mappings));
  const figures = await spend(async () => {
    const bundle = bundlePlans(plans);
    const results = [];
    for (const sql of bundleSql(bundle)) results.push(await warehouse.queryColumns(sql));
    bundleTables(bundle, results);
  });
  const [row] = await warehouse.query({ text: 'SELECT count(*) AS n FROM prestatie_staand', params: [] });
  await warehouse.close();
  return { derive: made, figures, prestaties: row?.n };
}

process.stdout.write(
  'years | prestaties | the month: s on the clock | of processor | all indicators: s on the clock | of processor | a rebuild: s on the clock | of processor\n',
);
for (const years of many.split(',').map(Number)) {
  const folder = mkdtempSync(join(dirname(source), 'month-'));
  const path = join(folder, 'magazijn.duckdb');
  await (await openWarehouse(path)).close();
  await inRaw(path, async (connection) => {
    const berichten = `dagtekening < ${FIRST} AND dagtekening >= ${FIRST} - INTERVAL ${years} YEAR`;
    await copyRaw(connection, { copy: 0, levering: 1, berichten });
    if (years > 5) await copyRaw(connection, { copy: 1, levering: 1, years: -5 });
  });
  await derive(path);
  await inRaw(path, (connection) =>
    copyRaw(connection, {
      copy: 0,
      levering: 2,
      berichten: `dagtekening >= ${FIRST} AND dagtekening < ${FIRST} + INTERVAL 1 MONTH`,
    }),
  );
  const one = await derive(path);
  const whole = await derive(path, producten.slice(1));
  const cells = [
    years,
    one.prestaties,
    ...[one.derive, one.figures, whole.derive].flatMap((m) => [m.seconds, m.processor]),
  ];
  process.stdout.write(
    `${cells.map((cell) => (typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(1) : cell)).join(' | ')}\n`,
  );
  rmSync(folder, { recursive: true });
}
