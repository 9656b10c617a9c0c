// SPDX-License-Identifier: EUPL-1.2
// Takes a folder of deliveries into a new warehouse and prints what it cost. Usage: node dist/bench/ingest-child.js FOLDER WAREHOUSE WORKERS
import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { silentProgress } from '../src/contract/index.ts';
import { findBronnen, ingest, sleutelVan } from '../src/ingest/index.ts';
import { openWarehouse } from '../src/store/index.ts';

const [folder = '', path = '', workers = '2'] = process.argv.slice(2);
const begin = performance.now();
const warehouse = await openWarehouse(path);
const report = await ingest({
  warehouse,
  files: await findBronnen(folder),
  key: sleutelVan('een sleutel die alleen in metingen bestaat'),
  clock: () => 0,
  progress: silentProgress,
  workers: Number(workers),
});
await warehouse.close();
const seconds = (performance.now() - begin) / 1000;
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    seconds,
    processor: (user + system) / 1e6,
    rssMib: process.resourceUsage().maxRSS / 1024,
    fileMib: statSync(path).size / 2 ** 20,
    berichten: report.berichten,
    rijen: report.rijen,
  }),
);
