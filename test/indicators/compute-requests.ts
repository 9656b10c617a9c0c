// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureTable, Regio, SqlColumns, SqlValue } from '../../src/contract/index.ts';
import {
  bundlePlans,
  bundleSql,
  bundleTables,
  type FigureBundle,
  type FigureRequest,
  planRequest,
} from '../../src/indicators/index.ts';
import { definitionOf } from './definitions.ts';

/** One table per request, with the variants of every unit, computed together in as few queries as possible. */
export async function computeRequests(
  requests: readonly FigureRequest[],
  regio: Regio,
  query: (text: string, params: readonly SqlValue[]) => Promise<SqlColumns>,
): Promise<readonly FigureTable[]> {
  const plans = requests.map((request) => planRequest(request, regio, definitionOf(request.indicator)));
  const bundle = bundlePlans(plans.flat());
  const stored = JSON.parse(JSON.stringify(bundle)) as FigureBundle;
  const results = [];
  for (const { text, params } of bundleSql(stored)) results.push(await query(text, params));
  const tables = [...bundleTables(bundle, results)];
  return plans.map((own) => {
    const made = tables.splice(0, own.length);
    return { ...(made[0] as FigureTable), rows: made.flatMap(({ rows }) => rows).sort(byKeys) };
  });
}

function byKeys(a: FigureRow, b: FigureRow): number {
  const keys = (row: FigureRow): string =>
    [row.variant, row.periode, row.gebied, ...row.dimensies].join('\u0000');
  return keys(a) < keys(b) ? -1 : 1;
}
