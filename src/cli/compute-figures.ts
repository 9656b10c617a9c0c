// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureTable, Regio } from '../contract/index.ts';
import {
  type Definition,
  type FigureRequest,
  figureSql,
  planFigures,
  toFigureTable,
} from '../indicators/index.ts';
import type { Warehouse } from '../store/index.ts';

/** The exact figures of one request: definition ─▶ plan ─▶ SQL ─▶ table. Throws: what `planFigures` finds wrong with the request. */
export async function computeFigures(
  warehouse: Warehouse,
  regio: Regio,
  definition: Definition,
  request: Omit<FigureRequest, 'indicator'>,
): Promise<FigureTable> {
  const plan = planFigures({ ...request, indicator: definition.id }, regio, definition);
  return toFigureTable(plan, await warehouse.query(figureSql(plan)));
}

/** What every release publishes, and so what can be shown without a key holder's `--raw`. Grain: one table. */
export const RELEASE_TABLES: readonly {
  readonly indicator: string;
  readonly dimensies: readonly Dimensie[];
}[] = [
  { indicator: 'clienten', dimensies: [] },
  { indicator: 'clienten', dimensies: ['type'] },
  { indicator: 'clienten-groei', dimensies: [] },
  { indicator: 'clienten-groei', dimensies: ['type'] },
  { indicator: 'uitgaven', dimensies: [] },
  { indicator: 'uitgaven-per-client', dimensies: [] },
  { indicator: 'kosten-boven-grens', dimensies: [] },
  { indicator: 'aanbieders', dimensies: [] },
];
