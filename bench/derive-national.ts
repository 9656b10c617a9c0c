// SPDX-License-Identifier: EUPL-1.2
// Derives a warehouse that holds a region several times: fresh persons, messages, gemeenten and providers per copy, made in the raw layer itself.
// Usage: node dist/bench/derive-national.js WAREHOUSE PRODUCTEN.csv COPIES[,COPIES…] [MEMORY]
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';
import { readProducten } from '../src/policy/index.ts';
import { openWarehouse, RUWE_KOLOMMEN, RUWE_TABELLEN } from '../src/store/index.ts';

const [source = '', mapping = '', copies = '1', memoryLimit = '12GB'] = process.argv.slice(2);
const producten = readProducten(mapping, readFileSync(mapping, 'utf8'));

/** What a column holds in copy `k`; columns that are not here are the same in every copy. */
const ANDERS: Readonly<Record<string, string>> = {
  bericht_id: '(hash(bericht_id, k) >> 1)::BIGINT',
  levering_id: 'levering_id + k * 1000000',
  pseudoniem: 'CASE WHEN pseudoniem IS NOT NULL THEN hash(pseudoniem, k) END',
  sha256: 'sha256(concat(sha256, k))',
  gemeente: "'GM' || printf('%04d', (substr(gemeente, 3)::INTEGER + 37 * k) % 10000)",
  aanbieder: '(aanbieder::INTEGER + 1000 * k)::VARCHAR',
  afzender: `CASE WHEN length(afzender) = 4 THEN printf('%04d', (afzender::INTEGER + 37 * k) % 10000)
    ELSE (afzender::INTEGER + 1000 * k)::VARCHAR END`,
};

async function multiply(path: string, times: number): Promise<void> {
  await (await openWarehouse(path)).close();
  const instance = await DuckDBInstance.create(path, { memory_limit: memoryLimit });
  const connection = await instance.connect();
  await connection.run(`ATTACH '${source}' AS bron (READ_ONLY)`);
  for (const tabel of RUWE_TABELLEN) {
    const kolommen = RUWE_KOLOMMEN[tabel].map(({ naam }) => `${ANDERS[naam] ?? naam} AS ${naam}`);
    for (let k = 0; k < times; k += 1) {
      const van = `(SELECT *, ${k} AS k FROM bron.main.${tabel})`;
      await connection.run(`INSERT INTO ${tabel} SELECT ${kolommen.join(', ')} FROM ${van}`);
    }
  }
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
