// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { archiveKeys, rotateKey, sleutelVan } from '../ingest/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import type { Context } from './context.ts';
import { requireSecret } from './secret.ts';
import { noWarehouse, withWarehouse } from './with-warehouse.ts';
import { openWorkspace } from './workspace.ts';

export interface KeyRotateOptions {
  readonly keyFile?: string;
  readonly newKeyFile?: string;
  readonly json?: boolean;
}

/**
 * `regiovisie key rotate DIR`: gives a workspace another key; every figure stays what it was. May be run again after a crash.
 *
 * Throws: `cli.no-warehouse`, `ingest.wrong-key`, `ingest.same-key`.
 */
export async function keyRotateCommand(
  context: Context,
  folder: string,
  options: KeyRotateOptions,
): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const { magazijn, archief, logboek } = workspace.paths;
  const from = sleutelVan(await requireSecret(context, options.keyFile));
  const to = sleutelVan(await requireSecret(context, options.newKeyFile));
  if (!existsSync(magazijn)) throw noWarehouse(workspace);
  const begin = context.clock();
  await rotateKey({ path: magazijn, from, to, archief, progress: context.progress });
  await withWarehouse(context, workspace, options.newKeyFile, (warehouse) =>
    warehouse.derive(workspace.producten),
  );
  await appendVerwerking(logboek, {
    naam: 'key rotate',
    begin,
    eind: context.clock(),
    sleutelId: to.id,
    kenmerken: { vorige_sleutel_id: from.id },
  });
  const others = (await archiveKeys(archief)).filter((id) => id !== to.id);
  if (others.length > 0) {
    context.note(
      `The archive still holds files of another key (${others.join(', ')}): regiovisie doctor says what to do.`,
    );
  }
  context.out(
    options.json
      ? `${JSON.stringify({ vorige_sleutel_id: from.id, sleutel_id: to.id })}\n`
      : `The workspace has key ${to.id} now; key ${from.id} opens nothing in it any more.\nCopies of the workspace from before this stay open to the old key: destroy them, or keep the old key for them.\n`,
  );
}
