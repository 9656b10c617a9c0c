// SPDX-License-Identifier: EUPL-1.2
// Derives a warehouse that holds a region several times: fresh persons, messages, gemeenten and providers per copy, made in the raw layer itself.
// Usage: node dist/bench/derive-national.js WAREHOUSE PRODUCTEN.csv COPIES[,COPIES…] [MEMORY]
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';
import { readProducten } from '../src/policy/index.ts';
import { openWarehouse } from '../src/store/index.ts';
import { copyRaw } from './raw-copy.ts';

const [source = '', mapping = '', copies = '1', memoryLimit = '12GB'] = process.argv.slice(2);
const producten = readProducten(mapping, readFileSync(mapping, 'utf8'));

async function multiply(path: string, times: number): Promise<void> {
  await (await openWarehouse(path)).close();
  const instance = await DuckDBInstance.create(path, { memory_limit: memoryLimit });
  const connection = await instance.connect();
  await connection.run(`ATTACH '${source}' AS bron (READ_ONLY)`);
  for (let copy = 0; copy < times; copy += 1) await copyRaw(connection, { copy });
  await connection.run('DETACH bron');
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

process.stdout.write(
  'copies | messages | prestaties | derive, s on the clock | of processor | peak RSS, MiB | file, MiB\n',
);
for (const times of copies.split(',').map(Number)) {
  const folder = mkdtempSync(join(dirname(source), 'national-'));
  const path = join(folder, 'magazijn.duckdb');
  await multiply(path, times);
  const warehouse = await openWarehouse(path, { memoryLimit });
  const begin = performance.now();
  const cpu = process.cpuUsage();
  await warehouse.derive(producten);
  const seconds = (performance.now() - begin) / 1000;
  const used = process.cpuUsage(cpu);
  const [row] = await warehouse.query({
    text: 'SELECT (SELECT count(*) FROM bericht) AS berichten, (SELECT count(*) FROM prestatie_staand) AS prestaties',
    params: [],
  });
  await warehouse.close();
  const cells = [
    times,
    row?.berichten,
    row?.prestaties,
    seconds.toFixed(1),
    ((used.user + used.system) / 1e6).toFixed(1),
    (process.resourceUsage().maxRSS / 1024).toFixed(0),
    (statSync(path).size / 2 ** 20).toFixed(0),
  ];
  process.stdout.write(`${cells.join(' | ')}\n`);
  rmSync(folder, { recursive: true });
}
