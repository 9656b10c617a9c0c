// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureStatus, FigureTable, PlainDate, SqlRow } from '../contract/index.ts';
import { parsePlainDate } from '../contract/index.ts';
import { type FigureBundle, splitOf } from './figure-bundle.ts';
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';
import { type Cell, Metingen } from './metingen.ts';
import { opbouwVan } from './opbouw.ts';
import type { GebiedLeden } from './samenstelling.ts';

/** First and last day of the data; absent when there are none. */
interface DataRange {
  readonly vanaf: PlainDate | undefined;
  readonly tot: PlainDate | undefined;
}

/** The way from a cell to the numbers of one variant: places of numerator and denominator among the bundle's quantities. */
interface Formula {
  readonly groei: boolean;
  readonly teller: number;
  readonly noemer: number | undefined;
}

type Outcome = Pick<FigureRow, 'waarde' | 'teller' | 'noemer' | 'status'>;

const NORMAAL: readonly FigureStatus[] = ['normaal'];
const NIET_VAN_TOEPASSING: readonly FigureStatus[] = ['niet_van_toepassing'];
const ONVOLLEDIG: readonly FigureStatus[] = ['onvolledig'];
const NIET_VAN_TOEPASSING_ONVOLLEDIG: readonly FigureStatus[] = ['niet_van_toepassing', 'onvolledig'];
const NOG_NIET_BEKEND: Outcome = { waarde: null, teller: null, noemer: null, status: ['nog_niet_bekend'] };

/** The tables of a bundle's plans, in their order, from the rows that its SQL gave: complete with zeros, sorted by all key columns. */
export function bundleTables(bundle: FigureBundle, rows: readonly SqlRow[]): readonly FigureTable[] {
  const metingen = new Metingen(bundle, rows);
  const data = dataRange(rows);
  return bundle.plans.map((plan) => figureTable(bundle, plan, metingen, data));
}

function figureTable(
  bundle: FigureBundle,
  plan: FigurePlan,
  metingen: Metingen,
  data: DataRange,
): FigureTable {
  const split = splitOf(bundle, plan);
  const gebieden = plan.gebieden.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const perioden = plan.perioden.toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const rows: FigureRow[] = [];
  for (const variant of plan.varianten.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const formula = formulaOf(bundle, variant);
    for (const periode of perioden) {
      const time = timeliness(plan, periode, data);
      for (const gebied of gebieden) {
        const members = membersIn(plan, gebied, periode);
        if (members.length === 0) continue;
        const basis = formula.groei ? periode.basis : undefined;
        for (const cell of metingen.cells(split, gebied.code, members, periode.label, basis)) {
          const { waarde, teller, noemer, status } = outcome(formula, cell, time);
          rows.push({
            indicator: plan.indicator,
            variant: variant.id,
            periode: periode.label,
            gebied: gebied.code,
            dimensies: cell.dimensies,
            waarde,
            teller,
            noemer,
            status,
          });
        }
      }
    }
  }
  const { indicator, definitie, eenheid, dimensies, interval } = plan;
  return {
    indicator,
    definitie,
    eenheid,
    dimensies,
    ...(interval === undefined ? {} : { interval }),
    opbouw: opbouwVan(plan),
    rows,
  };
}

function formulaOf(bundle: FigureBundle, { berekening, teller, noemer }: PlanVariant): Formula {
  const placeOf = (name: string): number => bundle.maten.findIndex(({ kolom }) => kolom === name);
  return {
    groei: berekening === 'groei',
    teller: placeOf(teller),
    noemer: noemer === undefined ? undefined : placeOf(noemer),
  };
}

function outcome(formula: Formula, cell: Cell, time: FigureStatus | undefined): Outcome {
  if (time === 'nog_niet_bekend') return NOG_NIET_BEKEND;
  const complete = time === undefined;
  const teller = cell.nu[formula.teller] ?? 0;
  const known = complete ? NORMAAL : ONVOLLEDIG;
  if (formula.noemer === undefined) return { waarde: teller, teller: null, noemer: null, status: known };
  const noemer = cell.basis[formula.noemer] ?? 0;
  if (noemer === 0) {
    const status = complete ? NIET_VAN_TOEPASSING : NIET_VAN_TOEPASSING_ONVOLLEDIG;
    return { waarde: null, teller, noemer, status };
  }
  return { waarde: (formula.groei ? teller - noemer : teller) / noemer, teller, noemer, status: known };
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

/** Gemeenten of the area that belong to the region on at least one day of the period. */
function membersIn(plan: FigurePlan, gebied: GebiedLeden, periode: PlanPeriode): readonly string[] {
  return gebied.gemeenten.filter((gemeente) =>
    plan.leden.some((lid) => lid.gemeente === gemeente && lid.van <= periode.tot && lid.tot >= periode.van),
  );
}
