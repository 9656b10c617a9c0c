// SPDX-License-Identifier: EUPL-1.2
import {
  type Dimensie,
  FIGUUR_STATUSSEN,
  type FigureRow,
  type ReleaseBreuk,
  type SafeTable,
} from '../contract/index.ts';
import { type Sheet, type SheetCell, spreadsheet } from '../opendocument/index.ts';
import { codeName, codeNames, notation, sourceLine, texts } from '../text/index.ts';
import { uitgeverOf } from './addresses.ts';
import { sortedRows } from './figure-file.ts';
import { intervalOf } from './share-interval.ts';
import { LICENTIE, type TableSource } from './table-source.ts';

/**
 * A table as a spreadsheet for people, in Dutch: a cover, the contents, words and notes, and the figures with names beside the codes.
 * Source: the accessibility checklist of the UK Government Analysis Function
 */
export function figureWorkbook(table: SafeTable, source: TableSource): Uint8Array {
  const text = texts('nl');
  const title = text.csvw.titel(
    source.definitie?.naam.nl ?? text.indicatoren[table.indicator] ?? table.indicator,
  );
  const notes = notesOf(table, source);
  return spreadsheet({
    title,
    language: 'nl',
    sheets: [cover(table, source, title), contents(), notesSheet(notes), figuresSheet(table, source, notes)],
  });
}

function cover(table: SafeTable, { release, definitie }: TableSource, title: string): Sheet {
  const { stempel, fictief, ods, monitor, status, verantwoording } = texts('nl');
  const uitgever = uitgeverOf(release);
  const lines = [
    title,
    ...(release.fictief ? [`${fictief.titel}. ${fictief.uitleg}`] : []),
    ...(definitie === undefined
      ? []
      : [
          definitie.betekenis.nl,
          `${ods.telt}: ${definitie.telt.nl}`,
          `${ods.populatie}: ${definitie.populatie.nl}`,
        ]),
    `${stempel.release}: ${release.id}`,
    `${stempel.status}: ${status[release.status].naam}. ${status[release.status].uitleg}`,
    `${stempel.dataTot}: ${notation('nl').date(release.dataTot)}`,
    monitor.definitieVersie(table.indicator, table.definitie),
    `${monitor.bron}: ${sourceLine('nl', [table.indicator])}`,
    `${verantwoording.licentie} ${LICENTIE}`,
    `${ods.contact}: ${uitgever.naam}, ${uitgever.email}`,
  ];
  return { name: ods.over, rows: lines.map((line) => [line]), widths: [18] };
}

function contents(): Sheet {
  const { ods } = texts('nl');
  return {
    name: ods.inhoud,
    head: [ods.blad, ods.betekenis],
    rows: [
      [ods.over, ods.bladOver],
      [ods.inhoud, ods.bladInhoud],
      [ods.noten, ods.bladNoten],
      [ods.cijfers, ods.bladCijfers],
    ],
    widths: [6, 18],
  };
}

/** Breaks that touch figures of the table; the place in the list is the number of the note. */
function notesOf(table: SafeTable, { release }: TableSource): readonly ReleaseBreuk[] {
  return release.breuken.filter(({ id }) => table.rows.some(({ breuken }) => breuken?.includes(id)));
}

function notesSheet(notes: readonly ReleaseBreuk[]): Sheet {
  const { figuurStatus, ods, noot } = texts('nl');
  const words = FIGUUR_STATUSSEN.filter((status) => status !== 'normaal').map((status) => [
    `[${figuurStatus[status].teken}]`,
    figuurStatus[status].uitleg,
  ]);
  const breaks = notes.map((breuk, index) => [
    ods.noot(index + 1),
    breuk.overbrugd
      ? noot.overbrugd(breuk.oorzaak.nl)
      : noot.breuk(breuk.oorzaak.nl, notation('nl').date(breuk.datum)),
  ]);
  return {
    name: ods.noten,
    head: [ods.woord, ods.betekenis],
    rows: [...words, [ods.telling, noot.telling], ...breaks],
    widths: [6, 18],
  };
}

interface Column {
  readonly head: string;
  readonly width: number;
  readonly cell: (row: FigureRow) => SheetCell;
}

function figuresSheet(table: SafeTable, source: TableSource, notes: readonly ReleaseBreuk[]): Sheet {
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
