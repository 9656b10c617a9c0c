// SPDX-License-Identifier: EUPL-1.2
import type { TableCell, TableRow } from '../charts/index.ts';
import { type Dimensie, type ReleaseBreuk, type ReleaseGebied, TYPEN_JEUGDHULP } from '../contract/index.ts';
import { shortName } from './area-names.ts';
import type { TableBlock } from './document.ts';
import { breaksIn, breakYear, cellOf, type Edition, filesOf } from './edition.ts';
import type { FigureKey } from './figure-book.ts';
import { addRestatements, breakNote, NoteBook, provenanceOf, sharedBreaks } from './provenance.ts';

/** One indicator, a row per value of a dimension, the years of one or more areas side by side. */
export interface SplitTableSpec {
  readonly indicator: string;
  readonly variant?: string;
  readonly dimensie: Dimensie;
  readonly gebieden: readonly ReleaseGebied[];
  readonly jaren: readonly number[];
  readonly number: number;
  readonly title: string;
  readonly unit: string;
  readonly format: (value: number) => string;
  /** The parts do not add up to the row of the whole. */
  readonly overlap: boolean;
}

/** The table, with its row for the whole, break marks and notes. */
export function splitTable(edition: Edition, spec: SplitTableSpec): TableBlock {
  const { text } = edition;
  const { gebieden, jaren, dimensie, indicator } = spec;
  const notes = new NoteBook();
  const rows: TableRow[] = splitValues(edition, spec).map((value) => ({
    label: splitLabel(edition, dimensie, value),
    marks: breakMarks(edition, notes, gebieden, dimensie === 'type' ? value : undefined),
    cells: cellsOf(edition, spec, value),
  }));
  const total: TableRow = {
    label: dimensie === 'type' ? text.tabel.alleTypen : text.tabel.geheel,
    marks: breakMarks(edition, notes, gebieden),
    nadruk: true,
    cells: cellsOf(edition, spec),
  };
  for (const breuk of wholeTableBreaks(edition, gebieden)) notes.add(breakNote(edition, breuk));
  if (spec.overlap) notes.add(text.noot.telling);
  addRestatements(notes, edition, gebieden);
  return {
    kind: 'table',
    id: `tabel-${spec.number}`,
    number: `${text.tabel.woord} ${spec.number}`,
    title: spec.title,
    table: {
      rowHeader: text.dimensies[dimensie].naam,
      groups: gebieden.map((gebied) => ({
        ...(gebieden.length > 1 ? { label: shortName(gebied) } : {}),
        columns: jaren.map(String),
      })),
      rows: edition.figures.table(indicator) ? [...rows, total] : rows,
    },
    provenance: provenanceOf(edition, {
      unit: spec.unit,
      notes,
      indicatoren: [indicator],
      files: filesOf(edition, [indicator, dimensie], [indicator]),
    }),
  };
}

/** Values that get a row: the types in the order of the monitor, other dimensions as they occur; a row of unknowns only where there are any. */
export function splitValues(
  edition: Edition,
  {
    indicator,
    dimensie,
    gebieden,
    jaren,
  }: Pick<SplitTableSpec, 'indicator' | 'dimensie' | 'gebieden' | 'jaren'>,
): string[] {
  const rows = (edition.figures.table(indicator, dimensie)?.rows ?? []).filter(
    (row) =>
      gebieden.some(({ code }) => code === row.gebied) && jaren.some((jaar) => String(jaar) === row.periode),
  );
  const known = dimensie === 'type' ? [...TYPEN_JEUGDHULP] : [];
  const occurring = [...new Set(rows.map(({ dimensies: [value = ''] }) => value))].sort();
  const others = occurring.filter((value) => !known.some((type) => type === value) && value !== 'onbekend');
  const unknown = rows.some(({ dimensies: [value], waarde }) => value === 'onbekend' && (waarde ?? 0) > 0);
  return [...known, ...others, ...(unknown ? ['onbekend'] : [])];
}

/** A value of a dimension in words. */
export function splitLabel({ text }: Edition, dimensie: Dimensie, value: string): string {
  const labels: Readonly<Record<string, string>> = dimensie === 'type' ? text.typen : {};
  return labels[value] ?? value;
}

function cellsOf(edition: Edition, spec: SplitTableSpec, value?: string): TableCell[] {
  const { indicator, variant, dimensie, gebieden, jaren } = spec;
  return gebieden.flatMap((gebied) =>
    jaren.map((jaar) =>
      cellAt(edition, spec, gebied, {
        indicator,
        ...(variant === undefined ? {} : { variant }),
        gebied: gebied.code,
        jaar,
        ...(value === undefined ? {} : { split: { [dimensie]: value } }),
      }),
    ),
  );
}

function cellAt(edition: Edition, spec: SplitTableSpec, gebied: ReleaseGebied, key: FigureKey): TableCell {
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
  type?: string,
): string[] {
  const marks = gebieden.flatMap((gebied) =>
    breaksIn(edition, gebied, type === undefined ? {} : { type })
      .filter((breuk) => !wholeTableBreaks(edition, gebieden).includes(breuk))
      .map((breuk) => notes.mark(breakNote(edition, breuk))),
  );
  return [...new Set(marks)];
}
