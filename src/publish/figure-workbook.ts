// SPDX-License-Identifier: EUPL-1.2
import { FIGUUR_STATUSSEN, type ReleaseBreuk, type SafeTable } from '../contract/index.ts';
import { type Sheet, spreadsheet } from '../opendocument/index.ts';
import { notation, sourceLine, texts } from '../text/index.ts';
import { uitgeverOf } from './addresses.ts';
import { figuresSheet } from './figures-sheet.ts';
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
  return { name: ods.over, rows: lines.map((line) => [line]), widths: [17] };
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
    widths: [4.5, 12.5],
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
    widths: [4.5, 12.5],
  };
}
