// SPDX-License-Identifier: EUPL-1.2
import type { DataTable, FigureParts, TableCell, TableRow } from '../charts/index.ts';
import {
  type Dimensie,
  type FigureRow,
  herkomstVan,
  type ReleaseGebied,
  type SafeTable,
} from '../contract/index.ts';
import type { TableBlock } from './document.ts';
import { cellOf, dataFile, type Edition } from './edition.ts';
import type { FigureKey } from './figure-book.ts';
import { tableFormat, type Vorm } from './figure-format.ts';
import { addRestatements, addStatuses, breakNote, NoteBook, provenanceOf } from './provenance.ts';
import { tableBreaks } from './table-breaks.ts';

/** What one row, group or column says about the figures in it. */
export type KeyPart = Partial<Omit<FigureKey, 'gebied'>> & { readonly gebied?: ReleaseGebied };

/** One row or column: its name, and what it says about its figures. */
export interface Item {
  readonly label: string;
  readonly part: KeyPart;
  /** The whole, or the subject of the page. */
  readonly nadruk?: boolean;
}

/** Columns under one heading. */
export interface ItemGroup {
  readonly label?: string;
  readonly part: KeyPart;
  readonly columns: readonly Item[];
}

/** A table whose rows and columns are any parts of a key. */
export interface AxisTableSpec {
  readonly number: number;
  readonly title: string;
  readonly unit: string;
  readonly rowHeader: string;
  readonly indicatoren: readonly string[];
  /** What holds for every figure. */
  readonly base: KeyPart;
  readonly rows: readonly Item[];
  readonly groups: readonly ItemGroup[];
  readonly vorm?: Vorm;
  /** Signed percentages. */
  readonly change?: boolean;
  /** Notes that hold for the whole, before those that the figures need. */
  readonly notes?: readonly string[];
}

/** A table with the figures behind its cells, row by row, for what a drawing needs beside the printed text. */
export interface AxisTable {
  readonly block: TableBlock;
  /** What the columns are, where they are no years. */
  readonly columnHeader?: string;
  readonly figures: readonly (readonly (FigureRow | undefined)[])[];
}

/** The table, with break marks and the notes that its figures need. */
export function axisTable(edition: Edition, spec: AxisTableSpec): AxisTable {
  const { text } = edition;
  const keys = spec.rows.map((row) => columnsOf(spec).map((column) => keyOf(spec, row, column)));
  const notes = new NoteBook();
  const breaks = tableBreaks(edition, keys.flat());
  for (const note of spec.notes ?? []) notes.add(note);
  const rows = spec.rows.map((row, index): TableRow => {
    const own = keys[index] ?? [];
    return {
      label: row.label,
      ...(row.nadruk ? { nadruk: true } : {}),
      marks: distinct(breaks.marked(own).map((breuk) => notes.mark(breakNote(edition, breuk)))),
      cells: own.map((key, place) => cell(edition, spec, key, breaks.between(own[place - 1], key))),
    };
  });
  for (const breuk of breaks.general) notes.add(breakNote(edition, breuk));
  if (rows.some(({ cells }) => cells.some((each) => each.text === NOTHING)))
    notes.add(text.noot.komtNietVoor);
  const tables = tablesOf(edition, keys.flat());
  addOverlap(edition, notes, spec, tables);
  addRestatements(notes, edition, distinct(keys.flat().map(({ gebied }) => gebied)));
  addStatuses(notes, edition, tables, distinct(keys.flat().map(({ jaar }) => jaar)));
  addResponse(edition, notes, spec, keys.flat());
  const table: DataTable = {
    rowHeader: spec.rowHeader,
    groups: spec.groups.map(({ label, columns }) => ({
      ...(label === undefined ? {} : { label }),
      columns: columns.map((column) => column.label),
    })),
    rows,
    figures: {
      whole: written({ indicator: spec.indicatoren[0] ?? '', ...spec.base }),
      rows: spec.rows.map(({ part }) => written(part)),
      columns: columnsOf(spec).map(written),
    },
  };
  const block: TableBlock = {
    kind: 'table',
    id: `tabel-${spec.number}`,
    number: `${text.tabel.woord} ${spec.number}`,
    title: spec.title,
    table,
    provenance: provenanceOf(edition, {
      unit: spec.unit,
      notes,
      indicatoren: spec.indicatoren,
      files: tables.map(dataFile),
    }),
  };
  return { block, figures: keys.map((row) => row.map((key) => edition.figures.find(bookKey(key)))) };
}

function written({ gebied, jaar, split, ...part }: KeyPart): FigureParts {
  return {
    ...part,
    ...(gebied === undefined ? {} : { gebied: gebied.code }),
    ...(jaar === undefined ? {} : { jaar: String(jaar) }),
    ...split,
  };
}

type FullKey = Omit<FigureKey, 'gebied'> & { readonly gebied: ReleaseGebied };

function columnsOf({ groups }: AxisTableSpec): KeyPart[] {
  return groups.flatMap(({ part, columns }) => columns.map((column) => joinedPart(part, column.part)));
}

function keyOf({ base, indicatoren: [indicator = ''] }: AxisTableSpec, row: Item, column: KeyPart): FullKey {
  const { gebied, jaar, periode, ...key } = joinedPart(joinedPart(base, row.part), column);
  if (!gebied || jaar === undefined) throw new Error(`a figure of ${indicator} needs an area and a year`);
  const inYear = periode?.startsWith('Q') ? `${jaar}-${periode}` : periode;
  return { indicator, ...key, gebied, jaar, ...(inYear === undefined ? {} : { periode: inYear }) };
}

function joinedPart(left: KeyPart, right: KeyPart): KeyPart {
  return { ...left, ...right, split: { ...left.split, ...right.split } };
}

function bookKey({ gebied, ...key }: FullKey): FigureKey {
  return { ...key, gebied: gebied.code };
}

function tableOf({ figures }: Edition, { indicator, split = {}, variant }: FullKey): SafeTable | undefined {
  return figures.table(indicator, Object.keys(split) as Dimensie[], variant);
}

function tablesOf(edition: Edition, keys: readonly FullKey[]): SafeTable[] {
  return distinct(keys.map((key) => tableOf(edition, key))).filter((table) => table !== undefined);
}

/** Stands where a combination does not occur. */
const NOTHING = '–';

function cell(edition: Edition, spec: AxisTableSpec, key: FullKey, broken: boolean): TableCell {
  const { figures } = edition;
  if (!figures.find(bookKey(key)) && figures.tells(bookKey(key))) {
    return { text: NOTHING, waarde: null, reden: 'niet_van_toepassing' };
  }
  const eenheid = tableOf(edition, key)?.eenheid ?? 'aandeel';
  const format = spec.change
    ? (share: number) => edition.notation.change(share, 1)
    : tableFormat(edition, eenheid, spec.vorm);
  const made = cellOf(edition, bookKey(key), format);
  return broken ? { ...made, breuk: true } : made;
}

/** Says that parts do not add up to their whole, where a child can be in more than one of them. */
function addOverlap(
  { text }: Edition,
  notes: NoteBook,
  { rows }: AxisTableSpec,
  tables: readonly SafeTable[],
): void {
  const [dimensie] = Object.keys(rows[0]?.part.split ?? {});
  if (dimensie === undefined || !rows.some(({ nadruk }) => nadruk)) return;
  const overlapping = tables.some(({ opbouw, dimensies }) =>
    opbouw.some(
      ({ vorm, teller }) =>
        vorm === 'waarde' &&
        dimensies.some((own) => own === dimensie) &&
        (dimensie === 'leeftijd' || dimensie === 'geslacht'
          ? teller.delen.kenmerk
          : teller.delen.dimensie) !== 'som',
    ),
  );
  if (overlapping) notes.add(dimensie === 'type' ? text.noot.telling : text.noot.tellingDelen);
}

/** What part of those asked answered: a figure of a survey is never shown without it. */
function addResponse(edition: Edition, notes: NoteBook, spec: AxisTableSpec, keys: readonly FullKey[]): void {
  const { figures, regio, text, notation } = edition;
  if (!spec.indicatoren.some((id) => id !== 'respons' && herkomstVan(id).includes('wachttijden'))) return;
  const parts = distinct(keys.map((key) => key.jaar)).flatMap((jaar) => {
    const row = figures.find({ indicator: 'respons', gebied: regio.code, jaar });
    return row && row.waarde !== null ? [text.noot.responsIn(jaar, notation.percent(row.waarde))] : [];
  });
  if (parts.length > 0) notes.add(text.noot.respons(parts.join(', ')));
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
