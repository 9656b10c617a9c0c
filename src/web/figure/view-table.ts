// SPDX-License-Identifier: EUPL-1.2
import type { DataTable, TableCell } from '../../charts/index.ts';
import { figureTexts } from '../../text/index.ts';
import { type Cel, tableCell } from './cel.ts';
import { areaOf, type Blik, type Reeks } from './raster.ts';

/** Most periods that fit beside each other; more stand under each other. */
const MOST_COLUMNS = 8;

/** The table of a figure: the same numbers as the drawing, and the margins of shares. */
export function tableOf(blik: Blik): DataTable {
  const { data, keuze, raster, cellen } = blik;
  const text = figureTexts(data.taal);
  const { reeksen, rijKop } = raster;
  const columns = raster.kolommen.map((column) => columnName(blik, column));
  const oneEach = keuze.weergave === 'gebieden' || keuze.weergave === 'kaart';
  if (oneEach && reeksen.some((reeks) => reeks.cellen[0]?.marge)) {
    return {
      rowHeader: rijKop,
      groups: [{ columns: [...columns, text.van, text.tot] }],
      rows: reeksen.map((reeks) => ({
        ...rowHead(reeks),
        cells: [...cellsOf(reeks, false), ...marginCells(reeks.cellen[0], cellen.print)],
      })),
    };
  }
  if (keuze.weergave === 'jaren' && columns.length > MOST_COLUMNS) {
    return {
      rowHeader: text.periode,
      groups: [
        {
          columns: reeksen.map(({ naam, gebied, codes }) =>
            codes.length > 0 && keuze.deel === '' ? naam : areaOf(data, gebied).kort,
          ),
        },
      ],
      rows: columns.map((label, index) => ({
        label,
        marks: [],
        cells: reeksen.map(
          (reeks) => cellsOf(reeks, true)[index] ?? { text: '', waarde: null, reden: 'onbekend' },
        ),
      })),
    };
  }
  return {
    rowHeader: rijKop,
    groups: [{ columns }],
    rows: reeksen.map((reeks) => ({ ...rowHead(reeks), cells: cellsOf(reeks, keuze.weergave === 'jaren') })),
  };
}

/** A period with the sign of its status: `2024*` is provisional. */
export function columnName({ data }: Blik, column: string): string {
  const status = data.voorlopig[column];
  return status === undefined ? column : `${column}${status === 'voorlopig' ? '*' : '**'}`;
}

function rowHead({ naam, nadruk }: Reeks): {
  readonly label: string;
  readonly marks: readonly string[];
  readonly nadruk?: true;
} {
  return { label: naam, marks: [], ...(nadruk ? { nadruk: true as const } : {}) };
}

function cellsOf({ cellen }: Reeks, marked: boolean): TableCell[] {
  return cellen.map((cel) => tableCell(cel, marked));
}

function marginCells(cel: Cel | undefined, print: (value: number) => string): TableCell[] {
  return [0, 1].map((place) => {
    const bound = cel?.marge?.[place];
    return bound === undefined
      ? { text: cel?.waarde === null ? cel.text : '–', waarde: null, reden: 'niet_van_toepassing' as const }
      : { text: print(bound), waarde: bound };
  });
}
