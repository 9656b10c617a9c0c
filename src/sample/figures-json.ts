// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Regio } from '../contract/index.ts';
import { readFigure } from './figure-record.ts';
import { type MonitorRow, meaningOf } from './monitor-meaning.ts';
import type { FiguresFile, PublishedFigure } from './published-figure.ts';

interface MonitorTable {
  readonly id: string;
  readonly number: string | null;
  readonly scope: string;
  readonly rows: readonly MonitorRow[];
}

type Read = { figures: PublishedFigure[]; problems: Problem[] };

/**
 * Reads the JSON forms: an array of figures with the names of the CSV columns, as any region can give them; or an array of tables, as the published
 * monitor was typed over.
 */
export function parseFiguresJson(file: FiguresFile, regio: Regio): Read {
  const value = jsonOf(file.text);
  if (isArrayOf(value, isTable)) return { figures: monitorFigures(value, regio), problems: [] };
  if (isArrayOf(value, isRecord)) return recordFigures(value, file.name);
  return {
    figures: [],
    problems: [
      {
        code: 'sample.figures-unreadable',
        subject: 'an array of figures with indicator, gebied, jaar and waarde is expected',
        place: file.name,
        remedy: 'Give JSON or CSV as docs/reference/gepubliceerde-cijfers.md has it.',
      },
    ],
  };
}

function recordFigures(records: readonly Readonly<Record<string, unknown>>[], name: string): Read {
  const problems: Problem[] = [];
  const figures = records.flatMap((record, index) => {
    const read = readFigure((column) => String(record[column] ?? '').trim(), `${name}[${index}]`);
    if ('figure' in read) return [read.figure];
    problems.push(read.problem);
    return [];
  });
  return { figures, problems };
}

/** What the tables say that the sample knows how to make; the first of equal ones. Tables that repeat others in percentages say nothing new. */
function monitorFigures(tables: readonly MonitorTable[], regio: Regio): PublishedFigure[] {
  const gebieden = gebiedCodes(regio);
  const seen = new Set<string>();
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const meaning = meaningOf(table.id, row);
      const gebied = meaning?.isRegion ? regio.code : gebieden(String(row.region ?? slug(String(row.what))));
      if (!meaning || gebied === undefined || typeof row.value !== 'number') return [];
      const { indicator, variant = '', type = '', splitsing = '', factor = 1 } = meaning;
      const jaar = meaning.jaar ?? Number(row.year);
      if (!Number.isInteger(jaar)) return [];
      const waarde = meaning.isShare ? Math.round(row.value * 1000) / 100_000 : row.value * factor;
      const figure: PublishedFigure = {
        indicator,
        variant,
        gebied,
        type,
        splitsing,
        jaar,
        periode: meaning.periode ?? String(jaar),
        waarde,
        gedrukt: waarde,
        bron: `${table.scope}, ${table.number ?? 'lopende tekst'}, r. ${row.line ?? '?'}`,
        toelichting: '',
      };
      const key = [indicator, variant, gebied, type, splitsing, figure.periode].join('|');
      if (seen.has(key)) return [];
      seen.add(key);
      return [figure];
    }),
  );
}

function gebiedCodes(regio: Regio): (region: string) => string | undefined {
  const codes = new Map<string, string>(regio.gemeenten.map((lid) => [slug(lid.naam), lid.code]));
  const current = regio.gemeenten.filter((lid) => lid.tot === undefined).length;
  codes.set(slug(regio.naam), regio.code);
  return (text) => {
    const [region = ''] = text.split(' ');
    const known = codes.get(region);
    if (known !== undefined) return known;
    const group = regio.groepen.find((candidate) => region.endsWith(`-${candidate.code.toLowerCase()}`));
    if (group) return group.gemeenten.length === current ? regio.code : group.code;
    return region.startsWith(`${slug(regio.naam)}-`) && region.endsWith(String(current))
      ? regio.code
      : undefined;
  };
}

function slug(naam: string): string {
  return naam
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isArrayOf<T>(value: unknown, is: (candidate: unknown) => candidate is T): value is readonly T[] {
  return Array.isArray(value) && value.length > 0 && value.every(is);
}

function isTable(value: unknown): value is MonitorTable {
  return typeof value === 'object' && value !== null && 'id' in value && 'rows' in value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'indicator' in value && 'waarde' in value;
}
