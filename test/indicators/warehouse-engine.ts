// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BronSoort, type FigureTable, revealBsn } from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { PartijSink } from '../../src/ingest/index.ts';
import { BRON_VORMEN } from '../../src/sources/index.ts';
import { openWarehouse, type Warehouse } from '../../src/store/index.ts';
import { leverBron } from '../store/lever-bron.ts';
import { computeRequests } from './compute-requests.ts';
import type { Geleverd } from './evaluator-prestaties.ts';
import type { World } from './evaluator-world.ts';
import { leverCbs } from './lever-cbs.ts';

/** The tables of the requests from a real warehouse that took the world's messages, in `files` deliveries. */
export async function computeInWarehouse(
  world: World,
  requests: readonly FigureRequest[],
  files = 1,
): Promise<readonly FigureTable[]> {
  const folder = mkdtempSync(join(tmpdir(), 'regiovisie-indicators-'));
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'), { memoryLimit: '1GB' });
  try {
    const perFile = Math.ceil(world.delivered.length / files);
    for (let file = 0; file < files; file += 1) {
      await deliver(warehouse, world.delivered.slice(file * perFile, (file + 1) * perFile), file);
    }
    for (const [soort, rijen] of Object.entries(world.bronnen ?? {})) {
      if (soort === 'cbs') await leverCbs(warehouse, rijen);
      else await leverBron(warehouse, csvOf(soort, rijen));
    }
    await warehouse.derive(world.producten);
    return await computeRequests(requests, world.regio, (text, params) =>
      warehouse.queryColumns({ text, params }),
    );
  } finally {
    await warehouse.close();
    rmSync(folder, { recursive: true });
  }
}

async function deliver(warehouse: Warehouse, messages: readonly Geleverd[], file: number): Promise<void> {
  const sink = new PartijSink((bsn) => BigInt(revealBsn(bsn)));
  sink.openBestand(0);
  for (const { kop, rijen, sha256 } of messages) {
    sink.bericht(kop);
    for (const rij of rijen) sink.rij(rij);
    sink.einde(true, sha256);
  }
  const writer = await warehouse.begin();
  const id = writer.open();
  await writer.take(sink.finish(), [id]);
  const opname = writer.opname(id);
  const telling = {
    berichten: messages.length,
    berichtenHerhaald: opname.herhaald,
    berichtenOnleesbaar: 0,
    rijen: sink.stand.rijen,
    rijenHerhaald: opname.rijenHerhaald,
    rijenOnleesbaar: 0,
    anders: 0,
  };
  const levering = {
    sha256: String(file),
    pad: `bronnen/${file}.xml`,
    bytes: 1,
    status: 'genomen',
    telling,
  } as const;
  writer.close(id, levering, file);
  await writer.commit();
}

/** Rows as a file of their source: every column, what is not given empty. */
function csvOf(soort: string, rijen: readonly Readonly<Record<string, string | number>>[]): string {
  const kolommen = BRON_VORMEN[soort as BronSoort].kolommen.map(({ naam }) => naam);
  const lines = rijen.map((rij) =>
    kolommen.map((naam) => rij[naam] ?? (naam === 'opgesteld_op' ? '2025-01-01' : '')).join(';'),
  );
  return `${[kolommen.join(';'), ...lines].join('\n')}\n`;
}
