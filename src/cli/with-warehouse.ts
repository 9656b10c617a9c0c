// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { OperatorError } from '../contract/index.ts';
import { archiveKeys, requireKey, type Sleutel, sleutelVan } from '../ingest/index.ts';
import { openWarehouse, SCHEMA_VERSIE, type Warehouse } from '../store/index.ts';
import type { Context } from './context.ts';
import { requireSecret } from './secret.ts';
import { quotePath } from './show-path.ts';
import type { Workspace } from './workspace.ts';

/**
 * Opens the warehouse of a workspace for one piece of work and closes it whatever happens; the key is checked before anything is read. One is made with `create` only.
 *
 * Throws: `cli.no-key`, `cli.bad-key`, `cli.no-warehouse`, `ingest.wrong-key`, `store.locked` and what the work throws.
 */
export async function withWarehouse<Result>(
  context: Context,
  workspace: Workspace,
  keyFile: string | undefined,
  work: (warehouse: Warehouse, sleutel: Sleutel) => Promise<Result>,
  { create = false }: { readonly create?: boolean } = {},
): Promise<Result> {
  const sleutel = sleutelVan(await requireSecret(context, keyFile));
  const { magazijn } = workspace.paths;
  const isNew = !existsSync(magazijn);
  if (isNew) await requireArchiveKey(workspace, sleutel);
  if (isNew && !create) throw noWarehouse(workspace);
  const warehouse = await openWarehouse(magazijn, { tempDir: context.tempDir });
  try {
    if (warehouse.schemaFound < SCHEMA_VERSIE) {
      context.note(
        `The warehouse had schema ${warehouse.schemaFound} and has schema ${SCHEMA_VERSIE} now, with everything that was in it.`,
      );
    }
    if (!create && (await warehouse.keyId()) === undefined) throw noWarehouse(workspace);
    await requireKey(warehouse, sleutel);
    return await work(warehouse, sleutel);
  } finally {
    await warehouse.close();
  }
}

/** Throws: `ingest.wrong-key`, where the archive of a workspace without warehouse was made with another key. */
export async function requireArchiveKey({ paths }: Workspace, sleutel: Sleutel): Promise<void> {
  const keys = await archiveKeys(paths.archief);
  if (keys.length === 0 || keys.includes(sleutel.id)) return;
  throw new OperatorError({
    code: 'ingest.wrong-key',
    subject: `the archive was made with key ${keys.join(', ')}, this is key ${sleutel.id}`,
    place: paths.archief,
    remedy: 'give the key of this workspace; with another key the same child would count twice',
  });
}

/** Nothing was ever taken into this workspace, or its warehouse is gone. */
export function noWarehouse({ dir, paths }: Workspace): OperatorError {
  const folder = quotePath(dir);
  return new OperatorError({
    code: 'cli.no-warehouse',
    subject: 'this workspace has no warehouse',
    place: paths.magazijn,
    remedy: `make it from the deliveries:  regiovisie ingest ${folder}  ; one that was lost from its archive:  regiovisie archive restore ${folder}`,
  });
}
