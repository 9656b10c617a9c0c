// SPDX-License-Identifier: EUPL-1.2
import type { TableCell, TableRow } from '../charts/index.ts';
import {
  type ReleaseBreuk,
  type ReleaseGebied,
  TYPEN_JEUGDHULP,
  type TypeJeugdhulp,
} from '../contract/index.ts';
import { shortName } from './area-names.ts';
import type { TableBlock } from './document.ts';
import { breaksIn, breakYear, cellOf, type Edition, filesOf } from './edition.ts';
import type { FigureKey } from './figure-book.ts';
import { addRestatements, breakNote, NoteBook, provenanceOf, sharedBreaks } from './provenance.ts';

interface TypeTable {
  readonly indicator: 'clienten' | 'clienten-groei';
  readonly number: number;
  readonly title: string;
  readonly unit: string;
  readonly format: (value: number) => string;
}

/** Unique clients per type and year, of one area or of two side by side. */
export function typeCounts(edition: Edition, number: number, gebieden: readonly ReleaseGebied[]): TableBlock {
  const { text, notation } = edition;
  return typeTable(edition, gebieden, {
    indicator: 'clienten',
    number,
    title: text.tabel.typenPerJaar,
    unit: text.tabel.eenheidClienten,
    format: notation.count,
  });
}

/** Change of the number of clients per type since the base year, of one area or of two side by side. */
export function typeGrowth(edition: Edition, number: number, gebieden: readonly ReleaseGebied[]): TableBlock {
  const { text, notation, release } = edition;
  return typeTable(edition, gebieden, {
    indicator: 'clienten-groei',
    number,
    title: text.tabel.groei(release.basisjaar),
    unit: text.tabel.groeiEenheid(release.basisjaar),
    format: (share) => notation.change(share, 1),
  });
}

/** The type that occurs most, when no number is hidden and none shares its place; otherwise nothing is claimed. */
export function largestTypeSentence(edition: Edition, gebied: ReleaseGebied): string | undefined {
  const { text, notation, release } = edition;
  const cells = shownTypes(edition, [gebied]).map((type) => {
    const key = { indicator: 'clienten', gebied: gebied.code, jaar: release.jaar, split: { type } };
    return { type, cell: cellOf(edition, key, notation.count) };
  });
  const [first, second] = [...cells].sort((a, b) => (b.cell.waarde ?? 0) - (a.cell.waarde ?? 0));
  const certain =
    cells.every(({ cell }) => cell.waarde !== null) && first?.cell.waarde !== second?.cell.waarde;
  return first && certain
    ? text.zin.grootsteType(release.jaar, gebied.naam, text.typen[first.type], first.cell.text)
    : undefined;
}

function typeTable(edition: Edition, gebieden: readonly ReleaseGebied[], spec: TypeTable): TableBlock {
  const { text, release } = edition;
  const notes = new NoteBook();
  const rows: TableRow[] = shownTypes(edition, gebieden).map((type) => ({
    label: text.typen[type],
    marks: breakMarks(edition, notes, gebieden, type),
    cells: gebieden.flatMap((gebied) =>
      release.jaren.map((jaar) =>
        cellAt(edition, spec, gebied, {
          indicator: spec.indicator,
          gebied: gebied.code,
          jaar,
          split: { type },
        }),
      ),
    ),
  }));
  const total: TableRow = {
    label: text.tabel.alleTypen,
    marks: breakMarks(edition, notes, gebieden),
    nadruk: true,
    cells: gebieden.flatMap((gebied) =>
      release.jaren.map((jaar) =>
        cellAt(edition, spec, gebied, { indicator: spec.indicator, gebied: gebied.code, jaar }),
      ),
    ),
  };
  for (const breuk of wholeTableBreaks(edition, gebieden)) notes.add(breakNote(edition, breuk));
  notes.add(text.noot.telling);
  addRestatements(notes, edition, gebieden);
  return {
    kind: 'table',
    id: `tabel-${spec.number}`,
    number: `${text.tabel.woord} ${spec.number}`,
    title: spec.title,
    table: {
      rowHeader: text.tabel.type,
      groups: gebieden.map((gebied) => ({
        ...(gebieden.length > 1 ? { label: shortName(gebied) } : {}),
        columns: release.jaren.map(String),
      })),
      rows: [...rows, total],
    },
    provenance: provenanceOf(edition, {
      unit: spec.unit,
      notes,
      indicatoren: [spec.indicator],
      files: filesOf(edition, [spec.indicator, 'type'], [spec.indicator]),
    }),
  };
}

function shownTypes(edition: Edition, gebieden: readonly ReleaseGebied[]): TypeJeugdhulp[] {
  const unmapped = gebieden.some((gebied) =>
    edition.release.jaren.some(
      (jaar) =>
        (edition.figures.find({
          indicator: 'clienten',
          gebied: gebied.code,
          jaar,
          split: { type: 'onbekend' },
        })?.waarde ?? 0) > 0,
    ),
  );
  return [...TYPEN_JEUGDHULP, ...(unmapped ? (['onbekend'] as const) : [])];
}

function cellAt(edition: Edition, spec: TypeTable, gebied: ReleaseGebied, key: FigureKey): TableCell {
  const cell = cellOf(edition, key, spec.format);
  const type = key.split?.type;
  const breaks = breaksIn(edition, gebied, type === undefined ? {} : { type });
  return breaks.some((breuk) => breakYear(breuk) === key.jaar) ? { ...cell, breuk: true } : cell;
}

/** Breaks that touch every row of every area need no mark at each row. */
function wholeTableBreaks(edition: Edition, gebieden: readonly ReleaseGebied[]): ReleaseBreuk[] {
  return sharedBreaks(edition, gebieden).filter(({ types }) => types.length === 0);
}

function breakMarks(
  edition: Edition,
  notes: NoteBook,
  gebieden: readonly ReleaseGebied[],
  type?: TypeJeugdhulp,
): string[] {
  const marks = gebieden.flatMap((gebied) =>
    breaksIn(edition, gebied, type === undefined ? {} : { type })
      .filter((breuk) => !wholeTableBreaks(edition, gebieden).includes(breuk))
      .map((breuk) => notes.mark(breakNote(edition, breuk))),
  );
  return [...new Set(marks)];
}
