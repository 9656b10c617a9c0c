// SPDX-License-Identifier: EUPL-1.2
import { type Area, type Areas, areaOf } from '../areas.ts';
import type { PrintedCell, PrintedDocument, PrintedTable } from '../printed.ts';

/** Numbers by what they are about, so that rules find their counterparts. */
export interface Lookup {
  readonly gebieden: Areas;
  readonly cellen: readonly PrintedCell[];
  /** Everything printed about the same quantity, area and period as this cell, the cell itself included. */
  same(cell: PrintedCell): readonly PrintedCell[];
  /** The same quantity with another area, period, unit or split; those of the own table first. */
  like(cell: PrintedCell, other: Other): readonly PrintedCell[];
  areaOf(cell: PrintedCell): Area | undefined;
}

/** In what the wanted cell differs from a given one. */
export interface Other {
  readonly gebied?: Area;
  readonly periode?: string;
  readonly eenheid?: PrintedCell['eenheid'];
  readonly splitsing?: Readonly<Record<string, string>>;
}

/** Indexes the numbers of a document. Numbers printed as roughly so much are left out. */
export function lookupOf(document: PrintedDocument): Lookup {
  const { gebieden } = document;
  const cellen = document.tabellen.flatMap((table) => table.cellen).filter((cell) => !cell.circa);
  const areas = new Map<string, Area | undefined>();
  const area = (written: string) => {
    if (!areas.has(written)) areas.set(written, areaOf(gebieden, written));
    return areas.get(written);
  };
  const key = (cell: PrintedCell, other: Other = {}) =>
    JSON.stringify([
      quantity(cell, other.eenheid ?? cell.eenheid),
      other.gebied?.code ?? area(cell.gebied)?.code ?? cell.gebied,
      other.periode ?? cell.periode,
      Object.entries(other.splitsing ?? cell.splitsing).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  const index = new Map<string, PrintedCell[]>();
  for (const cell of cellen) {
    const found = index.get(key(cell));
    if (found) found.push(cell);
    else index.set(key(cell), [cell]);
  }
  return {
    gebieden,
    cellen,
    same: (cell) => index.get(key(cell)) ?? [cell],
    like: (cell, other) => ownTableFirst(cell.tabel, index.get(key(cell, other)) ?? []),
    areaOf: (cell) => area(cell.gebied),
  };
}

/** Counts of persons are comparable across tables of one subject; other quantities only where the table says what they are. */
function quantity(cell: PrintedCell, eenheid: PrintedCell['eenheid']): readonly string[] {
  const { tabel } = cell;
  const about = tabel.onderwerpen.filter((topic) => topic !== 'grens' || eenheid === 'procent');
  const own = tabel.soort === 'tekst' && cell.splitsing.what !== undefined ? [tabel.id] : [];
  return [eenheid, ...about, ...own];
}

function ownTableFirst(table: PrintedTable, cells: readonly PrintedCell[]): readonly PrintedCell[] {
  return [...cells].sort((a, b) => Number(b.tabel === table) - Number(a.tabel === table));
}
