// SPDX-License-Identifier: EUPL-1.2
import { type FigureTable, wilsonInterval } from '../contract/index.ts';
import { figureCsv } from '../publish/index.ts';
import type { Format } from './figure-options.ts';
import type { MeervoudigGeteld } from './meervoudig-geteld.ts';

/** Figures on their way to a terminal or a file, exact or protected. `naast`: not asked for, but it belongs beside what was. */
export type PrintableTable = Omit<FigureTable, 'definitie'> & {
  readonly definitie?: string;
  readonly naast?: boolean;
  /** How many stand in several of its parts, and of those of the other tables of its indicator; exact figures only. */
  readonly meervoudig?: readonly MeervoudigGeteld[];
};

/**
 * Tables of one question in the form asked for. As CSV with one header, sorted by all key columns. As table what belongs beside it follows, with the
 * definitions, parameters, breaks and how final the figures are, and how many are counted more than once in parts. JSON has all that on every figure, and the interval of shares that carry one as
 * `ondergrens` and `bovengrens`.
 */
export function printFigures(tables: readonly PrintableTable[], format: Format): string {
  const asked = tables.filter(({ naast }) => naast !== true);
  const sorted = [...asked].sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
  if (format === 'csv') return csv(sorted);
  if (format === 'json') {
    const beside = tables.filter(({ naast }) => naast === true);
    const twice = sorted.flatMap(({ meervoudig = [] }) => meervoudig);
    const figures = [...sorted, ...beside].flatMap(records);
    return `${JSON.stringify([...figures, ...twice.map(twiceRecord)], null, 1)}\n`;
  }
  const names = [...new Set(tables.filter(({ naast }) => naast === true).map(({ indicator }) => indicator))];
  const beside = names.map((name) => {
    const own = tables.filter(({ indicator, naast }) => naast === true && indicator === name);
    return `\n${aligned(own)}`;
  });
  return `${aligned(sorted)}${beside.join('')}${twiceTable(sorted)}${footer(tables)}`;
}

function twiceRecord({ cel, over, som, uniek, verschil, ...key }: MeervoudigGeteld): object {
  return { ...key, ...cel, naast: true, meervoudig_geteld: { over, som, uniek, verschil } };
}

/** Sums of parts beside what they are parts of, where these differ: distinct counts never add up. */
function twiceTable(tables: readonly PrintableTable[]): string {
  const rows = tables.flatMap(({ meervoudig = [], dimensies }) =>
    meervoudig
      .filter(({ verschil }) => verschil !== 0)
      .map(({ indicator, variant, periode, gebied, cel, over, som, uniek, verschil }) => [
        ...[indicator, variant, periode, gebied],
        ...dimensies.map((name) => cel[name] ?? ''),
        over.join(' '),
        ...[som, uniek, verschil].map(String),
      ]),
  );
  const dimensies = tables[0]?.dimensies ?? [];
  const head = ['counted more than once', 'variant', 'periode', 'gebied', ...dimensies];
  return rows.length === 0
    ? ''
    : `\n${alignColumns([[...head, 'parts by', 'sum of parts', 'distinct', 'difference'], ...rows])}`;
}

function aligned(tables: readonly PrintableTable[]): string {
  return alignColumns(
    csv(tables)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',')),
  );
}

/** Tables of one indicator in several units are merged, so that all key columns decide the order. */
function csv(tables: readonly PrintableTable[]): string {
  const [header = ''] = figureCsv(tables[0] ?? EMPTY).split('\n');
  const names = [...new Set(tables.map(({ indicator }) => indicator))];
  const lines = names.flatMap((name) => {
    const own = tables.filter(({ indicator }) => indicator === name);
    const all = own.flatMap((table) => figureCsv(table).trimEnd().split('\n').slice(1));
    return own.length > 1 ? all.sort(byKeys(4 + (own[0]?.dimensies.length ?? 0))) : all;
  });
  return `${[header, ...lines].join('\n')}\n`;
}

const EMPTY: PrintableTable = { indicator: '', eenheid: 'aandeel', dimensies: [], rows: [] };

function byKeys(columns: number): (a: string, b: string) => number {
  const keyOf = (line: string): string => line.split(',').slice(0, columns).join('\u0000');
  return (a, b) => (keyOf(a) < keyOf(b) ? -1 : 1);
}

/** What the figures rest on, one line per indicator, and the breaks between them. */
function footer(tables: readonly PrintableTable[]): string {
  const lines = new Set(
    tables.flatMap(({ indicator, definitie, samenstelling, parameters = {} }) => {
      if (definitie === undefined) return [];
      const composition = samenstelling === 'actual' ? [', composition actual'] : [];
      const values = Object.entries(parameters).map(([name, value]) => `, ${name} ${value}`);
      return [`${indicator}: definition ${definitie}${[...composition, ...values].join('')}`];
    }),
  );
  const final = new Map(tables.flatMap(({ voorlopigheid = {} }) => Object.entries(voorlopigheid)));
  const carried = new Set(tables.flatMap(({ rows }) => rows.flatMap((row) => row.breuken ?? [])));
  const breuken = new Map(
    tables.flatMap(({ breuken: known = [] }) =>
      known.filter(({ id }) => carried.has(id)).map((breuk) => [breuk.id, breuk] as const),
    ),
  );
  const told = [
    ...lines,
    ...(final.size === 0 ? [] : [[...final].map(([periode, status]) => `${periode} ${status}`).join(', ')]),
    ...[...breuken.values()].map(
      ({ id, datum, oorzaak, overbrugd }) =>
        `break ${id}, ${datum}${overbrugd ? ' (bridged)' : ''}: ${oorzaak.en}`,
    ),
  ];
  return told.length === 0 ? '' : `\n${told.join('\n')}\n`;
}

function records(table: PrintableTable): readonly Record<string, unknown>[] {
  const {
    indicator,
    definitie,
    samenstelling,
    eenheid,
    dimensies,
    interval,
    parameters,
    voorlopigheid,
    naast,
  } = table;
  return table.rows.map((row) => {
    const { waarde, teller, noemer } = row;
    const uncertain = interval !== undefined && waarde !== null && teller !== null && noemer !== null;
    const known = row.voorlopigheid ?? voorlopigheid?.[row.periode];
    return {
      indicator,
      variant: row.variant,
      periode: row.periode,
      gebied: row.gebied,
      ...Object.fromEntries(dimensies.map((name, index) => [name, row.dimensies[index]])),
      waarde,
      eenheid,
      teller,
      noemer,
      status: row.status.join('+'),
      ...(uncertain ? wilsonInterval(teller, noemer) : row.grenzen),
      ...(known === undefined ? {} : { voorlopigheid: known }),
      ...(row.breuken === undefined ? {} : { breuken: row.breuken }),
      ...(definitie === undefined ? {} : { definitie }),
      ...(samenstelling === undefined ? {} : { samenstelling }),
      ...(parameters === undefined || Object.keys(parameters).length === 0 ? {} : { parameters }),
      ...(naast === true ? { naast } : {}),
    };
  });
}

/** Rows under their header, numbers to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const numeric = new Set([
    'waarde',
    'teller',
    'noemer',
    'findings',
    'lines',
    'eurocent',
    'clients',
    'months',
    'children',
    'too many',
    'value',
    'without',
    'at least',
    'at most',
    'sum of parts',
    'distinct',
    'difference',
  ]);
  const head = rows[0] ?? [];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    head
      .map((name, column) => {
        const text = row[column] ?? '';
        const width = widths[column] ?? 0;
        return numeric.has(name) ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
