// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureTable } from '../contract/index.ts';
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

/** What every release publishes, and so what can be shown without a key holder's `--raw`. Grain: one table. */
export const RELEASE_TABLES: readonly {
  readonly indicator: string;
  readonly dimensies: readonly Dimensie[];
  /** Absent = all variants. */
  readonly variant?: string;
}[] = [
  { indicator: 'clienten', dimensies: [] },
  { indicator: 'clienten', dimensies: ['type'] },
  { indicator: 'clienten-groei', dimensies: [] },
  { indicator: 'clienten-groei', dimensies: ['type'] },
  { indicator: 'uitgaven', dimensies: [] },
  { indicator: 'uitgaven-per-client', dimensies: [] },
  { indicator: 'kosten-boven-grens', dimensies: [] },
  { indicator: 'aanbieders', dimensies: [] },
  { indicator: 'trajecten', dimensies: [] },
  { indicator: 'trajecten', dimensies: ['type'] },
  { indicator: 'instroom', dimensies: [] },
  { indicator: 'instroom', dimensies: ['type'] },
  { indicator: 'uitstroom', dimensies: [] },
  { indicator: 'uitstroom', dimensies: ['type'] },
  { indicator: 'uitval', dimensies: [] },
  { indicator: 'duur', dimensies: [], variant: 'D1' },
  { indicator: 'terugkeer', dimensies: [], variant: 'R3' },
  { indicator: 'aandeel-jeugdigen', dimensies: [] },
  { indicator: 'bevolking-0-17', dimensies: [] },
  { indicator: 'in-een-keer-goed', dimensies: [] },
  { indicator: 'jeugdbescherming', dimensies: [] },
  { indicator: 'jeugdbescherming', dimensies: ['gi'] },
  { indicator: 'jeugdreclassering', dimensies: [] },
  { indicator: 'jeugdreclassering', dimensies: ['gi'] },
  { indicator: 'maatregelen', dimensies: [] },
  { indicator: 'muhp', dimensies: [], variant: 'muhp' },
  { indicator: 'jbt-aanmeldingen', dimensies: [] },
  { indicator: 'jbt-aanmeldingen', dimensies: ['verwijzer'] },
  { indicator: 'jbt-besluiten', dimensies: [] },
  { indicator: 'jbt-besluiten', dimensies: ['besluit'] },
  { indicator: 'cit-crisiszaken', dimensies: [] },
  { indicator: 'cit-huisverboden', dimensies: [] },
  { indicator: 'jeugdzorgplus-plaatsingen', dimensies: [] },
  { indicator: 'jeugdzorgplus-jeugdigen', dimensies: [] },
  { indicator: 'wachtenden', dimensies: ['zorgvorm'] },
  { indicator: 'wachtenden-lang', dimensies: ['zorgvorm'] },
  { indicator: 'respons', dimensies: [] },
  { indicator: 'doorlooptijd-start', dimensies: [], variant: 'start-mediaan' },
  { indicator: 'proeftuin-domeinen', dimensies: ['domein'] },
];
