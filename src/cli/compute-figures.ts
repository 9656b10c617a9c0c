// SPDX-License-Identifier: EUPL-1.2
import type { FigureTable } from '../contract/index.ts';
import { bundlePlans, bundleSql, bundleTables, type FigurePlan } from '../indicators/index.ts';
import type { Warehouse } from '../store/index.ts';

/** The tables of many plans, in their order, in as few queries as possible: much faster than one by one. */
export async function computePlans(
  warehouse: Warehouse,
  plans: readonly FigurePlan[],
): Promise<readonly FigureTable[]> {
  const bundle = bundlePlans(plans);
  const results = [];
  for (const sql of bundleSql(bundle)) results.push(await warehouse.queryColumns(sql));
  return bundleTables(bundle, results);
}
