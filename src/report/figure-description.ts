// SPDX-License-Identifier: EUPL-1.2
import type { SafeTable } from '../contract/index.ts';
import type { Edition } from './edition.ts';

/** Where the CSV of a table stands in the release, and what is in it. */
export function figureDescription(
  { text }: Edition,
  table: SafeTable,
): { readonly href: string; readonly description: string } {
  const name = text.indicatoren[table.indicator] ?? table.indicator;
  const split = table.dimensies.map((dimensie) => text.dimensies[dimensie].naam.toLowerCase());
  return {
    href: `cijfers/${[table.indicator, ...table.dimensies].join('-')}.csv`,
    description: text.index.bestand(name, split),
  };
}
