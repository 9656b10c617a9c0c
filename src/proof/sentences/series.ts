// SPDX-License-Identifier: EUPL-1.2
import { type Area, areaOf } from '../areas.ts';
import type { PrintedCell, PrintedDocument, PrintedTable } from '../printed.ts';

/** A quantity over the years: what a sentence about rising and falling speaks of. */
export interface Series {
  readonly tabel: PrintedTable;
  readonly eenheid: PrintedCell['eenheid'];
  readonly gebied: Area | undefined;
  /** Label of its row; empty for a table without rows. */
  readonly rij: string;
  /** Code of that row. */
  readonly code: string;
  readonly isTotaal: boolean;
  readonly punten: readonly SeriesPoint[];
}

/** One year of a series. */
export interface SeriesPoint {
  readonly jaar: number;
  readonly waarde: number;
  readonly cell: PrintedCell;
}

/** Every series of at least two years, and total spending where a table prints clients and the average per client. */
export function seriesOf(document: PrintedDocument): Series[] {
  const series = document.tabellen
    .filter(({ soort }) => soort !== 'tekst')
    .flatMap((table) => ofTable(table, document));
  return [...series, ...series.flatMap((one) => spending(one, series))];
}

function ofTable(table: PrintedTable, { gebieden }: PrintedDocument): Series[] {
  const rows = new Map<string, PrintedCell[]>();
  for (const cell of table.cellen) {
    if (cell.circa || !/^20\d\d/.test(cell.periode)) continue;
    const key = JSON.stringify([cell.eenheid, cell.splitsing, cell.gebied, cell.periode.slice(4)]);
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  const labels = new Map(
    table.dimensies.flatMap(({ waarden }) => waarden.map(({ code, label }) => [code, label] as const)),
  );
  return [...rows.values()].flatMap((cells) => {
    const [first] = cells;
    if (!first || cells.length < 2) return [];
    const codes = Object.values(first.splitsing);
    const punten = cells
      .map((cell) => ({ jaar: Number(cell.periode.slice(0, 4)), waarde: cell.waarde, cell }))
      .sort((a, b) => a.jaar - b.jaar);
    return [
      {
        tabel: table,
        eenheid: first.eenheid,
        gebied: areaOf(gebieden, first.gebied),
        rij: codes.map((code) => labels.get(code) ?? code).join(' '),
        code: codes.join(' '),
        isTotaal: codes.every((code) => code === 'totaal'),
        punten,
      },
    ];
  });
}

/** Clients times the average per client. */
function spending(average: Series, all: readonly Series[]): Series[] {
  if (average.eenheid !== 'euro') return [];
  const clients = all.find(
    ({ tabel, eenheid, gebied, rij }) =>
      tabel === average.tabel && eenheid === 'personen' && gebied === average.gebied && rij === average.rij,
  );
  if (!clients) return [];
  const punten = average.punten.flatMap((point) => {
    const count = clients.punten.find(({ jaar }) => jaar === point.jaar);
    return count ? [{ ...point, waarde: point.waarde * count.waarde }] : [];
  });
  return [{ ...average, eenheid: 'euro-totaal', punten }];
}
