// SPDX-License-Identifier: EUPL-1.2
import { SCHEMA_VERSIE } from '../store/index.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace } from './workspace.ts';

export interface DoctorOptions {
  readonly keyFile?: string;
  readonly json?: boolean;
}

/** `regiovisie doctor DIR`: whether the warehouse is whole. Exit code 1 when something deviates. */
export async function doctorCommand(
  context: Context,
  folder: string,
  options: DoctorOptions,
): Promise<number> {
  const workspace = await openWorkspace(context, folder);
  const checks = await withWarehouse(context, workspace, options.keyFile, (warehouse) =>
    warehouse.doctor(workspace.producten),
  );
  const broken = checks.filter(({ afwijkingen }) => afwijkingen > 0);
  const schema = `${'schema'.padEnd(40)} ${SCHEMA_VERSIE}, the newest that this program knows`;
  const lines = checks.map(({ id, tabel, afwijkingen }) => {
    const name = tabel === undefined ? id : `${id} ${tabel}`;
    return `${name.padEnd(40)} ${afwijkingen === 0 ? 'in order' : `${afwijkingen} deviate`}`;
  });
  const advice =
    broken.length === 0
      ? 'The warehouse is whole.'
      : 'Put back a copy of magazijn.duckdb, or remove it and ingest the delivered files again: they are what counts.';
  context.out(
    options.json ? `${JSON.stringify(checks, null, 1)}\n` : `${[schema, ...lines, advice].join('\n')}\n`,
  );
  return broken.length === 0 ? EXIT.done : EXIT.operator;
}
