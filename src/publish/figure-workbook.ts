// SPDX-License-Identifier: EUPL-1.2
import {
  type Dimensie,
  FIGUUR_STATUSSEN,
  type FigureRow,
  type Release,
  type SafeTable,
} from '../contract/index.ts';
import { type Sheet, type SheetCell, spreadsheet } from '../opendocument/index.ts';
import { codeName, codeNames, notation, texts } from '../text/index.ts';
import { LICENTIE } from './csvw.ts';
import { sortedRows } from './figure-file.ts';

/** A table as a spreadsheet for people: what it is, the words and breaks in it, and the figures with names beside the codes. In Dutch. */
export function figureWorkbook(table: SafeTable, release: Release): Uint8Array {
  const text = texts('nl');
  const title = text.csvw.titel(text.indicatoren[table.indicator] ?? table.indicator);
  return spreadsheet({
    title,
    language: 'nl',
    sheets: [cover(table, release, title), notesSheet(release), figuresSheet(table, release)],
  });
}

function cover(table: SafeTable, release: Release, title: string): Sheet {
  const { stempel, fictief, ods, monitor, status, verantwoording } = texts('nl');
  const lines = [
    title,
    ...(release.fictief ? [`${fictief.titel}. ${fictief.uitleg}`] : []),
    `${stempel.release}: ${release.id}`,
    `${stempel.status}: ${status[release.status].naam}. ${status[release.status].uitleg}`,
    `${stempel.dataTot}: ${notation('nl').date(release.dataTot)}`,
    monitor.definitieVersie(table.indicator, table.definitie),
    `${monitor.bron}: ${monitor.bronBerichten}`,
    `${verantwoording.licentie} ${LICENTIE}`,
    ods.bladen,
  ];
  return { name: ods.over, rows: lines.map((line) => [line]), widths: [18] };
}

function notesSheet(release: Release): Sheet {
  const { figuurStatus, ods, noot } = texts('nl');
  const words = FIGUUR_STATUSSEN.filter((status) => status !== 'normaal').map((status) => [
    `[${figuurStatus[status].teken}]`,
    figuurStatus[status].uitleg,
  ]);
  const breaks = release.breuken.map((breuk) => [
    ods.breuk(breuk.gebieden.join(', ')),
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

function figuresSheet(table: SafeTable, release: Release): Sheet {
  const { csvw, dimensies, ods } = texts('nl');
  const names = new Map(release.samenstelling.gebieden.map(({ code, naam }) => [String(code), naam]));
  const named = table.dimensies.map((dimensie) => ({ dimensie, hasName: hasNames(dimensie) }));
  const variants = table.rows.some(({ variant }) => variant !== '');
  return {
    name: ods.cijfers,
    head: [
      ...(variants ? [csvw.kolommen.variant.naam] : []),
      csvw.kolommen.periode.naam,
      csvw.kolommen.gebied.naam,
      ods.naamGebied,
      ...named.flatMap(({ dimensie, hasName }) => [
        dimensies[dimensie].naam,
        ...(hasName ? [ods.naamVan(dimensies[dimensie].naam)] : []),
      ]),
      `${csvw.kolommen.waarde.naam} (${ods.eenheden[table.eenheid]})`,
      csvw.kolommen.status.naam,
    ],
    rows: sortedRows(table).map((row) => [
      ...(variants ? [row.variant] : []),
      row.periode,
      row.gebied,
      names.get(row.gebied) ?? row.gebied,
      ...named.flatMap(({ dimensie, hasName }, index) => {
        const code = row.dimensies[index] ?? '';
        return hasName ? [code, valueName(names, dimensie, code)] : [code];
      }),
      valueCell(table, row),
      row.status.join('+'),
    ]),
    widths: [
      ...(variants ? [3] : []),
      2.2,
      2.4,
      6,
      ...named.flatMap(({ hasName }) => (hasName ? [4.5, 9] : [4])),
      5,
      3,
    ],
  };
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

function valueName(areas: ReadonlyMap<string, string>, dimensie: Dimensie, code: string): string {
  return (dimensie === 'gemeente' ? areas.get(code) : undefined) ?? codeName('nl', dimensie, code);
}
