// SPDX-License-Identifier: EUPL-1.2
import type { Chart } from '../charts/index.ts';
import type { FigureBlock, TableBlock } from './document.ts';
import type { Edition } from './edition.ts';
import {
  bars,
  curves,
  type Drawable,
  dots,
  heat,
  lines,
  panels,
  partsOf,
  shares,
  shortLabel,
  tiles,
} from './figure-drawings.ts';

/**
 * Ways to draw a table: bars per row, lines over its columns, a panel per row, each column divided over the rows, a dot per row with its interval,
 * a tile per gemeente, a heat map of all its cells, or curves of what is left.
 */
export const FIGUUR_VORMEN = [
  'staven',
  'lijnen',
  'vakken',
  'delen',
  'stippen',
  'kaart',
  'warmte',
  'overleving',
] as const;
export type FiguurVorm = (typeof FIGUUR_VORMEN)[number];

/** Most series that a form can show apart. */
export const MOST_SERIES: Readonly<Record<FiguurVorm, number>> = {
  staven: 3,
  lijnen: 6,
  vakken: 16,
  delen: 6,
  stippen: 1,
  kaart: 1,
  warmte: 24,
  overleving: 3,
};

/** How many series a table would give in this form. */
export function seriesIn({ table }: TableBlock, vorm: FiguurVorm): number {
  switch (vorm) {
    case 'lijnen':
    case 'vakken':
    case 'overleving':
      return table.rows.length;
    case 'delen':
      return partsOf(table).length;
    default:
      return table.groups.reduce((sum, group) => sum + group.columns.length, 0);
  }
}

/** The table as a figure: the same numbers, drawn, with the table under it. */
export function figureOf(
  edition: Edition,
  drawable: Drawable,
  vorm: FiguurVorm,
  number: number,
): FigureBlock {
  const { block } = drawable;
  const id = `figuur-${number}`;
  const base = { id, title: block.title, description: describe(edition, block, vorm), table: block.table };
  const charts: Record<FiguurVorm, () => Chart> = {
    staven: () => bars(block.table, base),
    lijnen: () => lines(edition, block, base),
    vakken: () => panels(edition, drawable, base),
    delen: () => shares(edition, block.table, base),
    stippen: () => dots(drawable, base),
    kaart: () => tiles(drawable, base),
    warmte: () => heat(drawable, base),
    overleving: () => curves(edition, drawable, base),
  };
  return {
    kind: 'figure',
    id,
    number: `${edition.text.figuur.woord} ${number}`,
    title: block.title,
    chart: charts[vorm](),
    provenance: block.provenance,
  };
}

/** What the drawing shows in words: its form, its extremes, and where all numbers are. */
function describe({ text }: Edition, { title, table }: TableBlock, vorm: FiguurVorm): string {
  const last = table.rows.flatMap((row) => {
    const cell = row.cells.at(-1);
    return cell && cell.waarde !== null && !row.nadruk ? [{ row, cell, waarde: cell.waarde }] : [];
  });
  const isHidden = table.rows.some(({ cells, nadruk }) => !nadruk && cells.at(-1)?.reden === 'geheim');
  const ordered = [...last].sort((a, b) => b.waarde - a.waarde);
  const [top, bottom] = [ordered[0], ordered.at(-1)];
  const column = table.groups.at(-1)?.columns.at(-1) ?? '';
  const extremes =
    top && bottom && ordered.length > 1
      ? (isHidden ? text.figuur.uiterstenGetoond : text.figuur.uitersten)(
          column,
          shortLabel(top.row),
          top.cell.text,
          shortLabel(bottom.row),
          bottom.cell.text,
        )
      : '';
  return [text.figuurVormen[vorm](title), extremes, text.figuur.tabelHieronder]
    .filter((part) => part !== '')
    .join(' ');
}
