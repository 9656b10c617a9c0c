// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Regio } from '../contract/index.ts';
import type { FiguresFile, PublishedFigure } from './published-figure.ts';

/** Codes of types in the published monitor that are called differently here. */
const TYPE_CODES: Readonly<Record<string, string>> = {
  'jeugd-opvoedhulp': 'jeugd-en-opvoedhulp',
  landelijk: 'landelijk-ingekocht',
};

/** What a row of the monitor means here; the value is turned into the unit of the indicator by `factor`. */
interface Meaning {
  readonly indicator: string;
  readonly variant: string;
  readonly factor: number;
}

interface MonitorTable {
  readonly id: string;
  readonly number: string;
  readonly scope: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Reads the JSON form: an array of tables of which Tabel 1 (region, groups, gemeenten), Figuur 3 and Tabel 3 are used. */
export function parseFiguresJson(
  file: FiguresFile,
  regio: Regio,
): { figures: PublishedFigure[]; problems: Problem[] } {
  const tables = monitorTables(file.text);
  if (!tables) {
    return {
      figures: [],
      problems: [
        {
          code: 'sample.figures-unreadable',
          subject: 'an array of tables with id and rows is expected',
          place: file.name,
          remedy:
            'Give JSON in the form of the published monitor, or CSV as in regio/haaglanden/gepubliceerd/.',
        },
      ],
    };
  }
  const gebieden = gebiedCodes(regio);
  const seen = new Set<string>();
  const figures = tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const meaning = meaningOf(table.id, row);
      const gebied = gebieden(String(row.region ?? slug(String(row.what))));
      const waarde = row.value;
      if (!meaning || gebied === undefined || typeof waarde !== 'number') return [];
      const type = typeof row.type === 'string' ? row.type : '';
      const figure: PublishedFigure = {
        indicator: meaning.indicator,
        variant: meaning.variant,
        gebied,
        type: TYPE_CODES[type] ?? type,
        splitsing: '',
        jaar: Number(row.year),
        periode: String(row.year),
        waarde: waarde * meaning.factor,
        gedrukt: waarde * meaning.factor,
        bron: `${table.scope}, ${table.number}, r. ${row.line ?? '?'}`,
        toelichting: '',
      };
      const key = [figure.indicator, figure.variant, gebied, figure.type, figure.jaar].join('|');
      if (seen.has(key)) return [];
      seen.add(key);
      return [figure];
    }),
  );
  return { figures, problems: [] };
}

function meaningOf(table: string, row: Readonly<Record<string, unknown>>): Meaning | undefined {
  if (/(^main-tabel-01|-tabel-1|-tabel-3)$/.test(table) && table !== 'main-tabel-03') {
    return { indicator: 'clienten', variant: '', factor: 1 };
  }
  if (table === 'main-figuur-03') {
    return row.measure === 'unieke-clienten'
      ? { indicator: 'clienten', variant: '', factor: 1 }
      : { indicator: 'uitgaven-per-client', variant: '', factor: 100 };
  }
  if (table === 'text-clienten-regio') return { indicator: 'clienten', variant: 'tekst', factor: 1 };
  if (table === 'main-tabel-03' && row.band === 'meer-dan-10000') {
    const variant = row.measure === 'kosten' ? 'uitgaven' : 'clienten';
    return { indicator: 'kosten-boven-grens', variant, factor: 0.01 };
  }
  return undefined;
}

function gebiedCodes(regio: Regio): (region: string) => string | undefined {
  const codes = new Map<string, string>(regio.gemeenten.map((lid) => [slug(lid.naam), lid.code]));
  const current = regio.gemeenten.filter((lid) => lid.tot === undefined).length;
  codes.set(slug(regio.naam), regio.code);
  return (region) => {
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

function monitorTables(text: string): readonly MonitorTable[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isTable = (candidate: unknown): candidate is MonitorTable =>
    typeof candidate === 'object' && candidate !== null && 'id' in candidate && 'rows' in candidate;
  return Array.isArray(value) && value.every(isTable) ? value : undefined;
}
