// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureRow, FigureTable, SqlRow } from '../contract/index.ts';
import { VASTE_CODES } from './dimensie.ts';
import { maatColumn } from './duckdb.ts';
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';
import type { Maat } from './maat.ts';
import type { GebiedLeden } from './samenstelling.ts';

/** Measured quantities of one cell. */
type Meting = Readonly<Partial<Record<Maat, number>>>;

/** Metingen by combination of dimension values, per area and period. */
type Metingen = ReadonlyMap<string, ReadonlyMap<string, Meting>>;

const SEPARATOR = '\u0000';

/** The figures of a plan from the rows that its SQL gave, complete with zeros and sorted by all key columns. */
export function toFigureTable(plan: FigurePlan, rows: readonly SqlRow[]): FigureTable {
  const metingen = groupMetingen(plan, rows);
  const figures = plan.varianten.flatMap((variant) =>
    plan.perioden.flatMap((periode) =>
      plan.gebieden.flatMap((gebied) => areaFigures(plan, variant, periode, gebied, metingen)),
    ),
  );
  return {
    indicator: plan.indicator,
    definitie: plan.definitie,
    eenheid: plan.eenheid,
    dimensies: plan.dimensies,
    rows: figures
      .map((row) => ({ row, key: [row.variant, row.periode, row.gebied, ...row.dimensies] }))
      .sort((a, b) => compareKeys(a.key, b.key))
      .map(({ row }) => row),
  };
}

function groupMetingen(plan: FigurePlan, rows: readonly SqlRow[]): Metingen {
  const groups = new Map<string, Map<string, Meting>>();
  for (const row of rows) {
    const area = keyOf([String(row['gebied']), String(row['periode'])]);
    const cells = groups.get(area) ?? new Map<string, Meting>();
    groups.set(area, cells);
    const meting = Object.fromEntries(plan.maten.map((maat) => [maat, Number(row[maatColumn(maat)])]));
    cells.set(keyOf(plan.dimensies.map((dimensie) => String(row[dimensie]))), meting);
  }
  return groups;
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
  const now = metingen.get(keyOf([gebied.code, periode.label]));
  const base = variant.berekening === 'groei' ? metingen.get(keyOf([gebied.code, periode.basis ?? ''])) : now;
  const cells = new Set([
    ...fixedCells(plan.dimensies, members),
    ...(now?.keys() ?? []),
    ...(base?.keys() ?? []),
  ]);
  return [...cells].map((cell) => ({
    indicator: plan.indicator,
    variant: variant.id,
    periode: periode.label,
    gebied: gebied.code,
    dimensies: plan.dimensies.length === 0 ? [] : cell.split(SEPARATOR),
    ...figure(variant, now?.get(cell), base?.get(cell)),
  }));
}

function figure(
  variant: PlanVariant,
  now: Meting | undefined,
  base: Meting | undefined,
): Pick<FigureRow, 'waarde' | 'teller' | 'noemer' | 'status'> {
  const teller = now?.[variant.teller] ?? 0;
  if (variant.noemer === undefined)
    return { waarde: teller, teller: null, noemer: null, status: ['normaal'] };
  const noemer = base?.[variant.noemer] ?? 0;
  if (noemer === 0) return { waarde: null, teller, noemer, status: ['niet_van_toepassing'] };
  const ratio = variant.berekening === 'groei' ? (teller - noemer) / noemer : teller / noemer;
  return { waarde: ratio, teller, noemer, status: ['normaal'] };
}

/** Gemeenten of the area that belong to the region on at least one day of the period. */
function membersIn(plan: FigurePlan, gebied: GebiedLeden, periode: PlanPeriode): readonly string[] {
  return gebied.gemeenten.filter((gemeente) =>
    plan.leden.some((lid) => lid.gemeente === gemeente && lid.van <= periode.tot && lid.tot >= periode.van),
  );
}

/** The cells that are shown even when nothing occurs in them. */
function fixedCells(dimensies: readonly Dimensie[], members: readonly string[]): readonly string[] {
  const codes = dimensies.map((dimensie) =>
    dimensie === 'gemeente' ? members : (VASTE_CODES[dimensie] ?? []),
  );
  return codes
    .reduce<readonly (readonly string[])[]>(
      (cells, values) => cells.flatMap((cell) => values.map((value) => [...cell, value])),
      [[]],
    )
    .map(keyOf);
}

function keyOf(parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
