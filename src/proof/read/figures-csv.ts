// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../../contract/index.ts';
import type { Areas } from '../areas.ts';
import type { PrintedTable } from '../printed.ts';
import { readFiguresJson } from './figures-json.ts';

/** Columns that say what a row is; every other column is a dimension. */
const KNOWN = [
  'tabel',
  'titel',
  'deel',
  'indicator',
  'variant',
  'gebied',
  'jaar',
  'periode',
  'waarde',
  'gedrukt',
  'eenheid',
  'bron',
  'tekst',
  'regel',
  'toelichting',
  'teller',
  'noemer',
  'status',
];

/**
 * Published figures as tidy CSV: one row per printed number. Needs `gebied`, `jaar` or `periode`, and `gedrukt` or `waarde`; rows with one
 * `tabel` (or else `indicator`) are one table. Source: docs/method/proef.nl.md
 * Throws: `proof.unreadable-figures`
 */
export function readFiguresCsv(text: string, name: string, areas: Areas): PrintedTable[] {
  const [header = [], ...rows] = csvRows(text);
  const has = (column: string) => header.includes(column);
  if (!has('gebied') || !(has('jaar') || has('periode')) || !(has('gedrukt') || has('waarde'))) {
    throw new OperatorError({
      code: 'proof.unreadable-figures',
      subject: `columns ${header.join(', ')}`,
      place: `${name}:1`,
      remedy:
        'a CSV file of figures needs gebied, jaar or periode, and gedrukt or waarde: docs/method/proef.nl.md',
    });
  }
  const records = rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
  const tables = new Map<string, Record<string, string>[]>();
  for (const record of records) {
    const key = [record.tabel || record.indicator || name, record.deel ?? ''].join('|');
    tables.set(key, [...(tables.get(key) ?? []), record]);
  }
  return readFiguresJson(
    JSON.stringify([...tables].map(([key, own]) => tableOf(key, own, header))),
    name,
    areas,
  );
}

/** Variant of a figure that running text prints. */
const QUOTED = 'tekst';

/** Indicators that are checked against each other; any other is compared with itself only. */
const COMPARABLE = /^(?:|clienten|clienten-groei|uitgaven-per-client)$/;

function tableOf(key: string, records: readonly Record<string, string>[], header: readonly string[]): object {
  const first = records[0] ?? {};
  const dimensions = header.filter((column) => !KNOWN.includes(column) || column === 'variant');
  const indicator = COMPARABLE.test(first.indicator ?? '') || first.titel ? '' : (first.indicator ?? '');
  return {
    id: key.replace(/\|+$/, ''),
    kind: /^figuur/i.test(first.tabel ?? '') ? 'figure' : 'table',
    number: first.tabel ?? '',
    scope: first.deel ?? '',
    title_nl: first.titel || first.indicator || '',
    unit: unitOf(first),
    source_nl: first.bron ?? '',
    notes: [],
    dimensions: ['gebied', ...dimensions].map((name) => ({
      name: name === 'gebied' ? 'region' : name,
      label_nl: name,
      values: [...new Set(records.map((record) => record[name] ?? ''))].map((code) => ({ code, nl: code })),
    })),
    lines: { file: first.tekst ?? '' },
    rows: records.map((record) => ({
      region: record.gebied,
      year: record.jaar || record.periode,
      period: record.periode ?? '',
      value: Number(record.waarde || '0'),
      raw: record.gedrukt || record.waarde,
      ...(record.regel ? { line: Number(record.regel) } : {}),
      ...(indicator === '' ? {} : { indicator }),
      ...(record.variant === QUOTED ? { origin: QUOTED } : {}),
      ...Object.fromEntries(
        dimensions.map((name) => [name, record[name] === QUOTED ? '' : (record[name] ?? '')]),
      ),
    })),
  };
}

/** Growth and averages by their indicator, where the unit alone does not tell them from counts. */
function unitOf({ eenheid = '', indicator = '' }: Record<string, string>): string {
  if (indicator === 'uitgaven-per-client') return '€ per cliënt';
  if (/-groei$/.test(indicator)) return '% ten opzichte van het basisjaar';
  return eenheid === 'aandeel' ? '%' : eenheid;
}

/** RFC 4180: quoted cells may hold commas, quotes and line ends. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  for (let at = 0; at < body.length; at += 1) {
    const letter = body[at] ?? '';
    if (quoted && letter === '"' && body[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === ',' || letter === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  if (cell !== '' || (rows.at(-1)?.length ?? 0) > 0) rows.at(-1)?.push(cell);
  return rows.filter((row) => row.length > 0);
}
