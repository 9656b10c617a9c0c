// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../contract/index.ts';
import type { Warehouse } from '../store/index.ts';
import { quotePath } from './show-path.ts';
import type { Workspace } from './workspace.ts';

/** A warehouse that holds nothing has no figures: every one of them would be nought. Throws: `cli.empty-warehouse`. */
export async function requireDeliveries(warehouse: Warehouse, workspace: Workspace): Promise<void> {
  const [row] = await warehouse.query({
    text: "SELECT count(*) AS genomen FROM levering WHERE status = 'genomen'",
    params: [],
  });
  if (Number(row?.genomen) === 0) throw emptyWarehouse(workspace);
}

/** What to say of a warehouse without messages. */
export function emptyWarehouse({ dir, paths }: Workspace): OperatorError {
  return new OperatorError({
    code: 'cli.empty-warehouse',
    subject: 'there are no messages in the warehouse yet',
    place: paths.magazijn,
    remedy: `put deliveries in ${paths.bronnen} and run:  regiovisie ingest ${quotePath(dir)}`,
  });
}
