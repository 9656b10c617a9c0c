// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type IjwRij, revealBsn, silentProgress } from '../../src/contract/index.ts';
import { findBronnen, type IngestReport, ingest, sleutelVan } from '../../src/ingest/index.ts';
import { openWarehouse, type Warehouse } from '../../src/store/index.ts';
import { projectRoot } from '../project-root.ts';
import { type Bericht, tijdelijkeMap } from '../store/voorbeeld.ts';

export const jsonWorker = pathToFileURL(join(projectRoot, 'dist/test/ingest/json-worker.js'));
export const sleutel = sleutelVan('een sleutel die alleen in tests bestaat');

/** A workspace with a warehouse, and what a test does to it. */
export interface Werkplaats {
  readonly folder: string;
  readonly warehouse: Warehouse;
  write(naam: string, inhoud: string): void;
  ingest(clock?: () => number): Promise<IngestReport>;
}

export async function werkplaats(t: TestContext): Promise<Werkplaats> {
  const folder = tijdelijkeMap(t);
  const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'), { memoryLimit: '1GB' });
  t.after(() => warehouse.close());
  mkdirSync(join(folder, 'bronnen'));
  return {
    folder,
    warehouse,
    write: (naam, inhoud) => {
      const path = join(folder, 'bronnen', naam);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, inhoud);
    },
    ingest: async (clock = () => 0) =>
      ingest({
        warehouse,
        files: await findBronnen(join(folder, 'bronnen'), folder),
        key: sleutel,
        clock,
        progress: silentProgress,
        workerScript: jsonWorker,
      }),
  };
}

/** Messages as lines of the test format. */
export function regels(berichten: readonly (Bericht & { readonly heel?: boolean })[]): string {
  return berichten
    .map(({ kop, rijen, heel }) => `${JSON.stringify({ kop, rijen: rijen.map(openRij), heel })}\n`)
    .join('');
}

function openRij(rij: IjwRij): object {
  return 'client' in rij && rij.client
    ? { ...rij, client: { ...rij.client, bsn: revealBsn(rij.client.bsn) } }
    : rij;
}
