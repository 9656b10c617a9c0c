// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { silentProgress } from '../../src/contract/index.ts';
import { findBronnen, ingest } from '../../src/ingest/index.ts';
import { openWarehouse } from '../../src/store/index.ts';
import { producten } from '../store/voorbeeld.ts';
import { sleutel } from './werkplaats.ts';

/** A process to be killed: takes the deliveries of a workspace in many transactions, moves them to the archive and derives. */
const folder = process.argv[2] ?? '';
const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'), { memoryLimit: '1GB' });
process.stdout.write('open\n');
await ingest({
  warehouse,
  files: await findBronnen(join(folder, 'bronnen'), folder),
  key: sleutel,
  clock: () => 0,
  progress: silentProgress,
  transactionBytes: 20_000,
  archief: { folder: join(folder, 'archief'), inbox: join(folder, 'bronnen') },
});
await warehouse.derive(producten);
await warehouse.close();
