// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureRow, FigureTable, Regio } from '../contract/index.ts';
import { type Definition, type FigurePlan, type FigureRequest, planRequest } from '../indicators/index.ts';
import type { Warehouse } from '../store/index.ts';
import { computePlans } from './compute-figures.ts';

/** How many are counted more than once in the parts of a figure of distinct persons, families or providers. Exact, so for holders of the key only. */
export interface MeervoudigGeteld {
  readonly indicator: string;
  readonly variant: string;
  readonly periode: string;
  readonly gebied: string;
  /** The cell whose parts these are; empty = the whole. */
  readonly cel: Readonly<Partial<Record<Dimensie, string>>>;
  /** What tells the parts apart: the dimensions of a split, or `gemeente` for those of the area. */
  readonly over: readonly Dimensie[];
  readonly som: number;
  readonly uniek: number;
  /** `som` − `uniek` */
  readonly verschil: number;
}

const UNIEK: readonly string[] = ['personen', 'gezinnen', 'aanbieders'];

/**
 * The sum of the parts beside each figure that counts distinct persons, families or providers: of a split the cells beside their whole, of an area with several
 * gemeenten the gemeenten beside the area. `tables` are the figures of the request. Figures of which a part is not known are left out.
 */
export async function meervoudigGeteld(
  warehouse: Warehouse,
  request: FigureRequest,
  regio: Regio,
  definition: Definition,
  tables: readonly FigureTable[],
): Promise<readonly MeervoudigGeteld[]> {
  const counted = tables.map((table) => variantsOf(table));
  const split = request.dimensies;
  const asked = planRequest(request, regio, definition);
  const areas = areasOf(asked);
  const isSplit = split.length > 0 && counted.some(({ dimensies }) => dimensies.size > 0);
  const hasAreas =
    areas.size > 0 && !split.includes('gemeente') && counted.some(({ gebied }) => gebied.size > 0);
  const wholes = isSplit ? planRequest({ ...request, dimensies: [] }, regio, definition) : [];
  const there = new Set(asked.flatMap(({ gebieden }) => gebieden.map(({ code }) => code)));
  const missing = [...new Set([...areas.values()].flat())].filter((gemeente) => !there.has(gemeente));
  const parts =
    hasAreas && missing.length > 0 ? planRequest({ ...request, gebieden: missing }, regio, definition) : [];
  const made = await computePlans(warehouse, [...wholes, ...parts]);
  return tables.flatMap((table, index) => {
    const known = counted[index];
    const { indicator } = table;
    const variants = new Set(table.rows.map(({ variant }) => variant));
    const rowsOf = (others: readonly FigureTable[]): readonly FigureRow[] =>
      others.flatMap(({ rows }) => rows.filter(({ variant }) => variants.has(variant)));
    const whole = rowsOf(made.slice(0, wholes.length));
    const perWhole = byPlace(table.rows, 'gebied');
    const perCell = byPlace([...table.rows, ...rowsOf(made.slice(wholes.length))], 'dimensies');
    return [
      ...whole
        .filter(({ variant }) => known?.dimensies.has(variant))
        .flatMap((row) => compare(indicator, row, split, perWhole.get(placeOf(row, 'gebied')) ?? [], {})),
      ...table.rows
        .filter(({ variant, gebied }) => hasAreas && known?.gebied.has(variant) && areas.has(gebied))
        .flatMap((row) => {
          const own = areas.get(row.gebied) ?? [];
          const cells = (perCell.get(placeOf(row, 'dimensies')) ?? []).filter(({ gebied }) =>
            own.includes(gebied),
          );
          const cel = Object.fromEntries(split.map((name, place) => [name, row.dimensies[place] ?? '']));
          return compare(indicator, row, ['gemeente'], cells, cel);
        }),
    ];
  });
}

/** Variants that count what can stand in several parts: of the split that the table has, and of an area. */
function variantsOf({ opbouw = [], dimensies }: FigureTable): {
  readonly dimensies: ReadonlySet<string>;
  readonly gebied: ReadonlySet<string>;
} {
  const unique = opbouw.filter(({ vorm, teller }) => vorm === 'waarde' && UNIEK.includes(teller.telt));
  const overlaps = unique.filter(({ teller }) => dimensies.length > 0 && teller.delen.dimensie !== 'som');
  const apart = unique.filter(({ teller: { delen } }) => delen.gebied !== 'som');
  return {
    dimensies: new Set(overlaps.map(({ variant }) => variant)),
    gebied: new Set(apart.map(({ variant }) => variant)),
  };
}

/** Areas of more than one gemeente, with those. */
function areasOf(plans: readonly FigurePlan[]): ReadonlyMap<string, readonly string[]> {
  const areas = plans.flatMap(({ gebieden }) => gebieden);
  return new Map(
    areas.flatMap(({ code, gemeenten }) => (gemeenten.length > 1 ? [[code, gemeenten] as const] : [])),
  );
}

/** Rows that differ in nothing but what tells the parts apart have one place. */
function placeOf({ variant, periode, ...row }: FigureRow, by: 'gebied' | 'dimensies'): string {
  return JSON.stringify([variant, periode, row[by]]);
}

function byPlace(
  rows: readonly FigureRow[],
  by: 'gebied' | 'dimensies',
): ReadonlyMap<string, readonly FigureRow[]> {
  const places = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const place = placeOf(row, by);
    const there = places.get(place);
    if (there === undefined) places.set(place, [row]);
    else there.push(row);
  }
  return places;
}

function compare(
  indicator: string,
  { variant, periode, gebied, waarde }: FigureRow,
  over: readonly Dimensie[],
  parts: readonly FigureRow[],
  cel: MeervoudigGeteld['cel'],
): readonly MeervoudigGeteld[] {
  const values = parts.flatMap((part) => part.waarde ?? []);
  if (waarde === null || parts.length === 0 || values.length < parts.length) return [];
  const som = values.reduce((sum, value) => sum + value, 0);
  return [{ indicator, variant, periode, gebied, cel, over, som, uniek: waarde, verschil: som - waarde }];
}
