// SPDX-License-Identifier: EUPL-1.2
import type { SqlColumns } from '../contract/index.ts';
import { bundlePlans } from './figure-bundle.ts';
import type { FigurePlan } from './figure-plan.ts';
import type { Lijst } from './lijsten-per-rij.ts';

/** What a list of a plan that splits nothing holds in all its areas together, from small to large, by period. `results`: what the queries of the plan alone gave, in order. */
export function verdelingPerPeriode(
  plan: FigurePlan,
  results: readonly SqlColumns[],
  kolom: string,
): ReadonlyMap<string, Lijst> {
  const place = bundlePlans([plan]).queries.findIndex(({ maten }) =>
    maten.some((maat) => maat.kolom === kolom),
  );
  const columns = results[place]?.columns;
  const lists = columns?.get(kolom);
  const [split, periode] = [columns?.get('split'), columns?.get('periode')];
  const found = new Map<string, number[]>();
  if (lists === undefined || !('einden' in lists)) return new Map();
  for (const [row, end] of lists.einden.entries()) {
    if (Number(read(split, row)) < 0) continue;
    const label = plan.meetperioden[Number(read(periode, row))]?.label ?? '';
    const own = found.get(label) ?? [];
    for (const value of lists.waarden.subarray(row === 0 ? 0 : (lists.einden[row - 1] ?? 0), end))
      own.push(value);
    found.set(label, own);
  }
  return new Map(
    [...found].map(([label, own]) => {
      const waarden = Int32Array.from(own).sort();
      return [label, { waarden, van: 0, tot: waarden.length }];
    }),
  );
}

function read(column: ReturnType<SqlColumns['columns']['get']>, row: number): unknown {
  return column === undefined || 'einden' in column ? undefined : column[row];
}
