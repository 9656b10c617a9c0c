// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureRow, ReleaseBreuk, SafeTable } from '../contract/index.ts';
import type { Sheet, SheetCell } from '../opendocument/index.ts';
import { codeName, codeNames, texts } from '../text/index.ts';
import { sortedRows } from './figure-file.ts';
import { intervalOf } from './share-interval.ts';
import type { TableSource } from './table-source.ts';

interface Column {
  readonly head: string;
  readonly width: number;
  readonly cell: (row: FigureRow) => SheetCell;
}

/** The figures with names beside the codes, words where there is none, and the numbers of their notes. Shape: one row per figure. */
export function figuresSheet(table: SafeTable, source: TableSource, notes: readonly ReleaseBreuk[]): Sheet {
  const columns = figureColumns(table, source, notes);
  return {
    name: texts('nl').ods.cijfers,
    head: columns.map(({ head }) => head),
    rows: sortedRows(table).map((row) => columns.map(({ cell }) => cell(row))),
    widths: columns.map(({ width }) => width),
  };
}

function figureColumns(
  table: SafeTable,
  { release, definitie }: TableSource,
  notes: readonly ReleaseBreuk[],
): readonly Column[] {
  const { csvw, dimensies, ods, status: names } = texts('nl');
  const areas = new Map(release.samenstelling.gebieden.map(({ code, naam }) => [String(code), naam]));
  const variantNames = new Map(definitie?.varianten.map(({ id, naam }) => [id, naam.nl]));
  const shown = (value: number | undefined): SheetCell =>
    value === undefined ? ods.geen : { value, style: 'procent' };
  const final = (row: FigureRow) => row.voorlopigheid ?? table.voorlopigheid?.[row.periode];
  return [
    ...(table.rows.some(({ variant }) => variant !== '')
      ? [
          { head: csvw.kolommen.variant.naam, width: 3, cell: (row: FigureRow) => row.variant },
          {
            head: ods.naamVan(csvw.kolommen.variant.naam),
            width: 7,
            cell: (row: FigureRow) => variantNames.get(row.variant) ?? row.variant,
          },
        ]
      : []),
    { head: csvw.kolommen.periode.naam, width: 2.2, cell: (row) => row.periode },
    { head: csvw.kolommen.gebied.naam, width: 2.4, cell: (row) => row.gebied },
    { head: ods.naamGebied, width: 6, cell: (row) => areas.get(row.gebied) ?? row.gebied },
    ...table.dimensies.flatMap((dimensie, index): Column[] => {
      const code = (row: FigureRow): string => row.dimensies[index] ?? '';
      const { naam } = dimensies[dimensie];
      if (!hasNames(dimensie)) return [{ head: naam, width: 4, cell: code }];
      const name = (row: FigureRow): string =>
        (dimensie === 'gemeente' ? areas.get(code(row)) : undefined) ?? codeName('nl', dimensie, code(row));
      return [
        { head: naam, width: 4.5, cell: code },
        { head: ods.naamVan(naam), width: 9, cell: name },
      ];
    }),
    {
      head: `${csvw.kolommen.waarde.naam} (${ods.eenheden[table.eenheid]})`,
      width: 5,
      cell: (row) => valueCell(table, row),
    },
    ...(table.interval === undefined
      ? []
      : [
          {
            head: csvw.kolommen.ondergrens.naam,
            width: 3,
            cell: (row: FigureRow) => shown(intervalOf(table, row).ondergrens),
          },
          {
            head: csvw.kolommen.bovengrens.naam,
            width: 3,
            cell: (row: FigureRow) => shown(intervalOf(table, row).bovengrens),
          },
        ]),
    { head: csvw.kolommen.status.naam, width: 3, cell: (row) => row.status.join('+') },
    ...(table.voorlopigheid === undefined
      ? []
      : [
          {
            head: csvw.kolommen.periode_status.naam,
            width: 4,
            cell: (row: FigureRow) => {
              const known = final(row);
              return known === undefined ? ods.geen : names[known].naam;
            },
          },
        ]),
    ...(notes.length === 0
      ? []
      : [{ head: ods.notenBij, width: 4, cell: (row: FigureRow) => noteMarks(row, notes) }]),
  ];
}

function noteMarks({ breuken = [] }: FigureRow, notes: readonly ReleaseBreuk[]): string {
  const { ods } = texts('nl');
  const marks = notes.flatMap(({ id }, index) => (breuken.includes(id) ? [ods.noot(index + 1)] : []));
  return marks.length === 0 ? ods.geen : marks.join(' ');
}

function valueCell({ eenheid }: SafeTable, { waarde, status }: FigureRow): SheetCell {
  const { figuurStatus } = texts('nl');
  if (waarde === null) {
    return status.map((reason) => `[${figuurStatus[reason].teken}]`).join(' ');
  }
  if (eenheid === 'eurocent') return { value: waarde / 100, style: 'euro' };
  return { value: waarde, style: eenheid === 'aandeel' ? 'procent' : 'getal' };
}

function hasNames(dimensie: Dimensie): boolean {
  return dimensie === 'gemeente' || Object.keys(codeNames('nl', dimensie)).length > 0;
}
