// SPDX-License-Identifier: EUPL-1.2

import { OperatorError } from '../../contract/index.ts';
import { slug } from '../../text/index.ts';
import { type Areas, areaOf } from '../areas.ts';
import {
  type PrintedCell,
  type PrintedDimension,
  type PrintedTable,
  type TableKind,
  tableName,
} from '../printed.ts';
import { topicsOf } from '../topics.ts';
import { eenheidOf, periodeOf, printedValue } from './printed-value.ts';

type Row = Readonly<Record<string, unknown>>;

const KINDS: Readonly<Record<string, TableKind>> = { table: 'tabel', figure: 'figuur', text: 'tekst' };
const NOT_A_SPLIT = new Set([
  'region',
  'year',
  'period',
  'value',
  'raw',
  'line',
  'approx',
  'origin',
  'footnote',
  'unit',
  'issue_published',
]);

/**
 * Published figures in the form of `monitor-2024.json`: a list of tables with `id`, `kind`, `number`, `scope`, `title_nl`, `unit`, `dimensions`,
 * `notes`, `rows` and `lines`. Source: docs/method/proef.nl.md
 * Throws: `proof.unreadable-figures`
 */
export function readFiguresJson(text: string, name: string, areas: Areas): PrintedTable[] {
  const value = parse(text, name);
  if (!Array.isArray(value)) throw unreadable(name, 'the file does not hold a list of tables');
  const tables = value.map((item, index) => tableOf(item, `${name}[${index}]`, areas));
  return withoutEchoes(tables);
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(name, 'the file is not JSON');
  }
}

function unreadable(place: string, subject: string): OperatorError {
  return new OperatorError({
    code: 'proof.unreadable-figures',
    subject,
    place,
    remedy: 'give the figures in the form that docs/method/proef.nl.md describes, as JSON or as CSV',
  });
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function tableOf(item: unknown, place: string, areas: Areas): PrintedTable {
  if (!isRow(item) || typeof item.id !== 'string' || !Array.isArray(item.rows))
    throw unreadable(place, 'a table needs an id and rows');
  const lines = isRow(item.lines) ? item.lines : {};
  const bron = textOf(lines.file);
  const cells: PrintedCell[] = [];
  const titel = textOf(item.title_nl);
  const table: PrintedTable = {
    id: item.id,
    soort: KINDS[textOf(item.kind)] ?? 'tabel',
    nummer: textOf(item.number),
    deel: textOf(item.scope),
    titel,
    eenheid: textOf(item.unit),
    bron: textOf(item.source_nl),
    noten: Array.isArray(item.notes) ? item.notes.map(textOf) : [],
    onderwerpen: topicsOf(titel),
    dimensies: dimensionsOf(item.dimensions),
    ...(typeof lines.from === 'number' && typeof lines.to === 'number'
      ? { regels: { bron, van: lines.from, tot: lines.to } }
      : {}),
    cellen: cells,
  };
  for (const row of item.rows) {
    const cell = isRow(row) ? cellOf(table, row, bron, areas) : undefined;
    if (cell) cells.push(cell);
  }
  return table;
}

function dimensionsOf(value: unknown): PrintedDimension[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRow).map((dimension) => ({
    naam: textOf(dimension.name),
    label: textOf(dimension.label_nl),
    waarden: (Array.isArray(dimension.values) ? dimension.values : []).map((entry: unknown) =>
      isRow(entry)
        ? {
            code: textOf(entry.code),
            label: textOf(entry.nl),
            ...(typeof entry.published_label === 'string' ? { gedrukt: entry.published_label } : {}),
          }
        : { code: textOf(entry), label: textOf(entry) },
    ),
  }));
}

function cellOf(table: PrintedTable, row: Row, bron: string, areas: Areas): PrintedCell | undefined {
  if (typeof row.value !== 'number') return undefined;
  const gedrukt = textOf(row.raw) || String(row.value);
  const measure = textOf(row.measure);
  const unit = textOf(row.unit) || table.eenheid;
  const eenheid = eenheidOf(unit === '€' && /per cliënt/i.test(table.titel) ? '€ per cliënt' : unit, measure);
  const quoted = table.soort === 'tekst' || row.origin !== undefined;
  const splits = Object.entries(row).filter(([key, value]) => !NOT_A_SPLIT.has(key) && textOf(value) !== '');
  const named = quoted ? areaNamed(areas, textOf(row.what)) : undefined;
  const splitsing = Object.fromEntries(
    splits
      .filter(([key]) => !(key === 'measure' && (eenheid === 'euro' || /^unieke-/.test(measure))))
      .filter(([key]) => !(key === 'what' && named !== undefined))
      .map(([key, value]) => [key, totalCode(textOf(value))]),
  );
  const periode = periodeOf(textOf(row.year), textOf(row.period));
  const gebied = named ?? textOf(row.region);
  return {
    id: [table.id, ...Object.values(splitsing), gebied, periode].filter((part) => part !== '').join('/'),
    tabel: table,
    plaats: {
      bron,
      ...(typeof row.line === 'number' ? { regel: row.line } : {}),
      waar: [tableName(table), ...labelsOf(table, row, areas)].join(', '),
    },
    gebied,
    periode,
    eenheid,
    splitsing,
    gedrukt,
    ...printedValue(gedrukt, row.value, eenheid),
    circa: row.approx === true,
    uitTekst: quoted,
  };
}

function areaNamed(areas: Areas, what: string): string | undefined {
  if (what === 'regio') return [...areas].sort((a, b) => b.leden.length - a.leden.length)[0]?.code;
  return what === '' ? undefined : areaOf(areas, what)?.code;
}

function totalCode(code: string): string {
  return slug(code) === 'totaal' ? 'totaal' : code;
}

function labelsOf(table: PrintedTable, row: Row, areas: Areas): string[] {
  const named = new Map(
    table.dimensies.flatMap((dimension) => dimension.waarden.map((w) => [w.code, w.label] as const)),
  );
  return Object.entries(row)
    .filter(([key]) => key === 'region' || key === 'year' || key === 'period' || !NOT_A_SPLIT.has(key))
    .filter(
      ([key, value]) =>
        !(key === 'region' && table.dimensies.every(({ naam }) => naam !== 'region')) && textOf(value) !== '',
    )
    .sort(([a], [b]) => Number(isPeriod(a)) - Number(isPeriod(b)))
    .map(([key, value]) => {
      const code = textOf(value);
      const label = named.get(code) ?? (key === 'region' ? areaOf(areas, code)?.naam : undefined) ?? code;
      return label === code && /[a-z]-[a-z]/.test(code) ? code.replaceAll('-', ' ') : label;
    });
}

function isPeriod(key: string): boolean {
  return key === 'year' || key === 'period';
}

/** Quoted text that stands in the file twice, once under a figure and once as text, is one printed number. */
function withoutEchoes(tables: readonly PrintedTable[]): PrintedTable[] {
  const seen = new Set<string>();
  const key = ({ plaats, gedrukt }: PrintedCell) => `${plaats.bron}:${plaats.regel}:${gedrukt}`;
  for (const table of tables)
    if (table.soort !== 'tekst') for (const cell of table.cellen) if (cell.uitTekst) seen.add(key(cell));
  return tables.map((table) =>
    table.soort === 'tekst'
      ? { ...table, cellen: table.cellen.filter((cell) => !seen.has(key(cell))) }
      : table,
  );
}
