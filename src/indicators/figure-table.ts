// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureRow, FigureStatus, FigureTable, SqlRow } from '../contract/index.ts';
import { VASTE_CODES } from './dimensie.ts';
import { maatColumn } from './duckdb.ts';
import { type FigureBundle, splitOf } from './figure-bundle.ts';
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';
import type { Maat } from './maat.ts';
import type { GebiedLeden } from './samenstelling.ts';

/** Dimension values, and what was measured there. */
interface Cell {
  readonly dimensies: readonly string[];
  readonly meting: Readonly<Partial<Record<Maat, number>>>;
}

/** Cells by their dimension values joined, of one area and period. */
type Cells = ReadonlyMap<string, Cell>;

/** Cells per area and period, of one split. */
type Metingen = Map<string, Map<string, Cell>>;

const SEPARATOR = '\u0000';
const NORMAAL: readonly FigureStatus[] = ['normaal'];
const NIET_VAN_TOEPASSING: readonly FigureStatus[] = ['niet_van_toepassing'];
const NO_CELLS: Cells = new Map();

/** The tables of a bundle's plans, in their order, from the rows that its SQL gave: complete with zeros, sorted by all key columns. */
export function bundleTables(bundle: FigureBundle, rows: readonly SqlRow[]): readonly FigureTable[] {
  const metingen: readonly Metingen[] = bundle.splits.map(() => new Map());
  const columns = bundle.maten.map((maat) => [maat, maatColumn(maat)] as const);
  for (const row of rows) {
    const nr = Number(row.split);
    const areas = metingen[nr] as Metingen;
    const area = keyOf([String(row.gebied), String(row.periode)]);
    const dimensies = (bundle.splits[nr] ?? []).map((dimensie) => String(row[dimensie]));
    const meting = Object.fromEntries(columns.map(([maat, column]) => [maat, Number(row[column])]));
    const cells = areas.get(area) ?? new Map<string, Cell>();
    areas.set(area, cells.set(keyOf(dimensies), { dimensies, meting }));
  }
  return bundle.plans.map((plan) => figureTable(plan, metingen[splitOf(bundle, plan)] as Metingen));
}

function figureTable(plan: FigurePlan, metingen: Metingen): FigureTable {
  const gebieden = plan.gebieden.toSorted((a, b) => compare(a.code, b.code));
  const perioden = plan.perioden.toSorted((a, b) => compare(a.label, b.label));
  const varianten = plan.varianten.toSorted((a, b) => compare(a.id, b.id));
  return {
    indicator: plan.indicator,
    definitie: plan.definitie,
    eenheid: plan.eenheid,
    dimensies: plan.dimensies,
    rows: varianten.flatMap((variant) =>
      perioden.flatMap((periode) =>
        gebieden.flatMap((gebied) => areaFigures(plan, variant, periode, gebied, metingen)),
      ),
    ),
  };
}

function areaFigures(
  plan: FigurePlan,
  variant: PlanVariant,
  periode: PlanPeriode,
  gebied: GebiedLeden,
  metingen: Metingen,
): readonly FigureRow[] {
  const members = membersIn(plan, gebied, periode);
  if (members.length === 0) return [];
  const now = metingen.get(keyOf([gebied.code, periode.label])) ?? NO_CELLS;
  const growth = variant.berekening === 'groei';
  const base = growth ? (metingen.get(keyOf([gebied.code, periode.basis ?? ''])) ?? NO_CELLS) : now;
  const cells = new Map(fixedCells(plan.dimensies, members).map((cell) => [keyOf(cell), cell]));
  for (const occurring of growth ? [now, base] : [now]) {
    for (const [key, { dimensies }] of occurring) cells.set(key, dimensies);
  }
  return [...cells]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, dimensies]) => ({
      indicator: plan.indicator,
      variant: variant.id,
      periode: periode.label,
      gebied: gebied.code,
      dimensies,
      ...figure(variant, now.get(key), base.get(key)),
    }));
}

function figure(
  variant: PlanVariant,
  now: Cell | undefined,
  base: Cell | undefined,
): Pick<FigureRow, 'waarde' | 'teller' | 'noemer' | 'status'> {
  const teller = now?.meting[variant.teller] ?? 0;
  if (variant.noemer === undefined) return { waarde: teller, teller: null, noemer: null, status: NORMAAL };
  const noemer = base?.meting[variant.noemer] ?? 0;
  if (noemer === 0) return { waarde: null, teller, noemer, status: NIET_VAN_TOEPASSING };
  const waarde = variant.berekening === 'groei' ? (teller - noemer) / noemer : teller / noemer;
  return { waarde, teller, noemer, status: NORMAAL };
}

/** Gemeenten of the area that belong to the region on at least one day of the period. */
function membersIn(plan: FigurePlan, gebied: GebiedLeden, periode: PlanPeriode): readonly string[] {
  return gebied.gemeenten.filter((gemeente) =>
    plan.leden.some((lid) => lid.gemeente === gemeente && lid.van <= periode.tot && lid.tot >= periode.van),
  );
}

/** The cells that are shown even when nothing occurs in them. */
function fixedCells(
  dimensies: readonly Dimensie[],
  members: readonly string[],
): readonly (readonly string[])[] {
  return dimensies
    .map((dimensie) => (dimensie === 'gemeente' ? members : (VASTE_CODES[dimensie] ?? [])))
    .reduce<readonly (readonly string[])[]>(
      (cells, values) => cells.flatMap((cell) => values.map((value) => [...cell, value])),
      [[]],
    );
}

function keyOf(parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
