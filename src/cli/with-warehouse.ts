// SPDX-License-Identifier: EUPL-1.2
import { requireKey, type Sleutel, sleutelVan } from '../ingest/index.ts';
import { openWarehouse, SCHEMA_VERSIE, type Warehouse } from '../store/index.ts';
import type { Context } from './context.ts';
import { requireSecret } from './secret.ts';
import type { Workspace } from './workspace.ts';

/**
 * Opens the warehouse of a workspace for one piece of work and closes it whatever happens; the key is checked before anything is read.
 *
 * Throws: `cli.no-key`, `cli.bad-key`, `ingest.wrong-key`, `store.locked` and what the work throws.
 */
export async function withWarehouse<Result>(
  context: Context,
  workspace: Workspace,
  keyFile: string | undefined,
  work: (warehouse: Warehouse, sleutel: Sleutel) => Promise<Result>,
): Promise<Result> {
  const sleutel = sleutelVan(await requireSecret(context, keyFile));
  const warehouse = await openWarehouse(workspace.paths.magazijn);
  try {
    if (warehouse.schemaFound < SCHEMA_VERSIE) {
      context.note(
        `The warehouse had schema ${warehouse.schemaFound} and has schema ${SCHEMA_VERSIE} now, with everything that was in it.`,
      );
    }
    await requireKey(warehouse, sleutel);
    return await work(warehouse, sleutel);
  } finally {
    await warehouse.close();
  }
}
