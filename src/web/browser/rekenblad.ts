// SPDX-License-Identifier: EUPL-1.2
import { type SheetCell, spreadsheet } from '../../opendocument/index.ts';
import { figureTexts } from '../../text/index.ts';
import type { FigureData } from '../figure/figure-data.ts';
import { figureRows } from '../figure/figure-file.ts';
import type { FigureView } from '../figure/figure-view.ts';
import type { Keuze } from '../figure/keuze.ts';

/** What stands in a cell without a value: no cell is left empty. */
const NONE = '–';

/** What a figure shows as a spreadsheet: about, notes and numbers, a sheet each. Fetched only when somebody asks for one. */
export function figureSpreadsheet(
  data: FigureData,
  keuze: Keuze,
  view: FigureView,
  adres: string,
): Uint8Array {
  const { bestand } = figureTexts(data.taal);
  const { head, rows } = figureRows(data, keuze, view);
  const isShare = rows.some((row) => row.includes('aandeel'));
  return spreadsheet({
    title: view.titel,
    language: data.taal,
    sheets: [
      {
        name: bestand.over,
        widths: [5, 24],
        rows: [
          [view.titel, ''],
          [bestand.eenheid, view.ondertitel],
          [bestand.bron, data.bron],
          [bestand.stempel, data.stempel],
          [bestand.adres, adres],
        ],
      },
      { name: bestand.noten, widths: [29], rows: [[bestand.noten], ...view.noten.map((noot) => [noot])] },
      {
        name: bestand.cijfers,
        head,
        widths: head.map(() => 4),
        rows: rows.map((row) =>
          row.map((field) =>
            typeof field === 'number' ? numberCell(field, isShare) : field === '' ? NONE : field,
          ),
        ),
      },
    ],
  });
}

function numberCell(value: number, isShare: boolean): SheetCell {
  if (Number.isInteger(value)) return { value, style: 'getal' };
  return { value, style: isShare ? 'procent' : 'euro' };
}
