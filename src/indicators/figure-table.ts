// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureRow, FigureStatus, FigureTable, PlainDate, SqlRow } from '../contract/index.ts';
import { parsePlainDate } from '../contract/index.ts';
import { VASTE_CODES } from './dimensie.ts';
import { type FigureBundle, splitOf } from './figure-bundle.ts';
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';
import type { GebiedLeden } from './samenstelling.ts';

/** Dimension values, and what was measured there. */
interface Cell {
  readonly dimensies: readonly string[];
  readonly meting: Readonly<Record<string, number>>;
}

/** Cells by their dimension values joined, of one area and period. */
type Cells = ReadonlyMap<string, Cell>;

/** Cells per area and period, of one split. */
type Metingen = Map<string, Map<string, Cell>>;

/** First and last day of the data; absent when there are none. */
interface DataRange {
  readonly vanaf: PlainDate | undefined;
  readonly tot: PlainDate | undefined;
}

type Outcome = Pick<FigureRow, 'waarde' | 'teller' | 'noemer' | 'status'>;

const SEPARATOR = '\u0000';
const NORMAAL: readonly FigureStatus[] = ['normaal'];
const NIET_VAN_TOEPASSING: readonly FigureStatus[] = ['niet_van_toepassing'];
const NO_CELLS: Cells = new Map();

/** The tables of a bundle's plans, in their order, from the rows that its SQL gave: complete with zeros, sorted by all key columns. */
export function bundleTables(bundle: FigureBundle, rows: readonly SqlRow[]): readonly FigureTable[] {
  const metingen: readonly Metingen[] = bundle.splits.map(() => new Map());
  const data = dataRange(rows);
  for (const row of rows) {
    if (row.split === null) continue;
    const nr = Number(row.split);
    const areas = metingen[nr] as Metingen;
    const area = keyOf([String(row.gebied), String(row.periode)]);
    const dimensies = (bundle.splits[nr] ?? []).map((dimensie) => String(row[dimensie]));
    const meting = Object.fromEntries(bundle.maten.map(({ kolom }) => [kolom, Number(row[kolom])]));
    const cells = areas.get(area) ?? new Map<string, Cell>();
    areas.set(area, cells.set(keyOf(dimensies), { dimensies, meting }));
  }
  return bundle.plans.map((plan) => figureTable(plan, metingen[splitOf(bundle, plan)] as Metingen, data));
}

function figureTable(plan: FigurePlan, metingen: Metingen, data: DataRange): FigureTable {
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
        gebieden.flatMap((gebied) =>
          areaFigures(plan, variant, periode, gebied, metingen, timeliness(plan, periode, data)),
        ),
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
  status: FigureStatus | undefined,
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
      ...withStatus(status, figure(variant, now.get(key), base.get(key))),
    }));
}

function figure(variant: PlanVariant, now: Cell | undefined, base: Cell | undefined): Outcome {
  const teller = now?.meting[variant.teller] ?? 0;
  if (variant.noemer === undefined) return { waarde: teller, teller: null, noemer: null, status: NORMAAL };
  const noemer = base?.meting[variant.noemer] ?? 0;
  if (noemer === 0) return { waarde: null, teller, noemer, status: NIET_VAN_TOEPASSING };
  const waarde = variant.berekening === 'groei' ? (teller - noemer) / noemer : teller / noemer;
  return { waarde, teller, noemer, status: NORMAAL };
}

function dataRange(rows: readonly SqlRow[]): DataRange {
  const row = rows.find((candidate) => candidate.split === null);
  return {
    vanaf: parsePlainDate(String(row?.data_vanaf)),
    tot: parsePlainDate(String(row?.data_tot)),
  };
}

/** Whether the data reach far enough before and after the period. */
function timeliness(plan: FigurePlan, periode: PlanPeriode, data: DataRange): FigureStatus | undefined {
  const van = parsePlainDate(periode.van) ?? 0;
  const tot = parsePlainDate(periode.tot) ?? 0;
  if (plan.naloopDagen !== undefined && !(data.tot !== undefined && data.tot >= tot + plan.naloopDagen))
    return 'nog_niet_bekend';
  if (
    plan.voorloopDagen !== undefined &&
    !(data.vanaf !== undefined && data.vanaf <= van - plan.voorloopDagen)
  )
    return 'onvolledig';
  return undefined;
}

function withStatus(status: FigureStatus | undefined, outcome: Outcome): Outcome {
  if (status === undefined) return outcome;
  if (status === 'nog_niet_bekend') return { waarde: null, teller: null, noemer: null, status: [status] };
  return { ...outcome, status: outcome.waarde === null ? [...outcome.status, status] : [status] };
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
