// SPDX-License-Identifier: EUPL-1.2
import {
  type FigureRow,
  type FigureTable,
  OperatorError,
  parsePlainDate,
  type SqlColumns,
  type Unit,
} from '../contract/index.ts';
import {
  bundlePlans,
  bundleSql,
  type FigurePlan,
  kwantielGrenzen,
  mediaanGrenzen,
  overlevingGrenzen,
  planRequest,
  verdelingPerPeriode,
} from '../indicators/index.ts';
import type { Geraakt, Warehouse } from '../store/index.ts';
import { BOUND_RULES, type GeenGrens, type Omstandigheid, perStart } from './bound-rules.ts';
import { computePlans } from './compute-figures.ts';
import type { Context } from './context.ts';
import { indicatorIds, loadDefinition } from './definitions.ts';
import { yearsBetween } from './figure-options.ts';
import type { Workspace } from './workspace.ts';

/** How far findings could move one figure of the region. Source: docs/method/datakwaliteit.md */
export interface CijferGrens {
  readonly indicator: string;
  readonly variant: string;
  readonly periode: string;
  readonly eenheid: Unit;
  /** null = not known, and then nothing can be said of it. */
  readonly waarde: number | null;
  /** The figure without any record that a finding touches. */
  readonly zonder: number | null;
  /** What the figure can be at least and at most, whatever is wrong with what findings touch; null where nothing can be said. */
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
  /** Why a bound is absent. */
  readonly reden?: GeenGrens;
}

/** From least to most; null = no limit. */
interface Interval {
  readonly laag: number | null;
  readonly hoog: number | null;
  readonly reden?: GeenGrens | undefined;
}

/**
 * Bounds of every indicator for the region, in the years of the edition. Call after `check`; afterwards the warehouse shows figures without touched records until
 * it is derived again. An indicator that cannot be computed from this workspace is left out.
 */
export async function boundFigures(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
  geraakt: Geraakt,
): Promise<readonly CijferGrens[]> {
  const { regio } = workspace;
  const plans: FigurePlan[] = [];
  for (const indicator of await indicatorIds(context, workspace.dir)) {
    const definition = await loadDefinition(context, workspace.dir, indicator);
    const perioden = yearsBetween(regio.basisjaar, regio.publicatiejaar);
    const request = {
      indicator,
      dimensies: [],
      gebieden: [regio.code],
      perioden,
      samenstelling: 'restated',
    } as const;
    try {
      plans.push(...planRequest(request, regio, definition));
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
    }
  }
  const all = await computePlans(warehouse, plans);
  await warehouse.leaveOutGeraakt();
  const without = await computePlans(warehouse, plans);
  const bounds: CijferGrens[] = [];
  for (const [index, plan] of plans.entries()) {
    const table = all[index];
    if (table === undefined) continue;
    const lists = hasLists(plan) ? await listsOf(warehouse, plan) : [];
    for (const row of table.rows) {
      const other = without[index]?.rows.find(
        ({ variant, periode }) => variant === row.variant && periode === row.periode,
      );
      bounds.push(
        row.waarde === null
          ? unknownFigure(plan, row)
          : bound(plan, table, row, row.waarde, other, geraakt, lists),
      );
    }
  }
  const kosten = plans.filter(({ maten }) => maten.some(({ bron }) => bron === 'kosten'));
  const bases = new Map(kosten.flatMap(({ perioden }) => perioden.map(({ label, basis }) => [label, basis])));
  return bounds.map((grens) => (grens.reden === 'opdeling' ? fromSpending(grens, bounds, bases) : grens));
}

/**
 * A part of a change in costs is a sum of amounts of one year minus one of the other, and of three of the parts one of the two is spending itself: what products that are new cost now, what those that
 * stopped cost then, what clients who stayed away cost then, and what is paid now.
 */
function fromSpending(
  grens: CijferGrens,
  bounds: readonly CijferGrens[],
  bases: ReadonlyMap<string, string | undefined>,
): CijferGrens {
  const most = (periode: string | undefined): number | null =>
    bounds.find((other) => other.indicator === 'uitgaven' && other.periode === periode)?.bovengrens ?? null;
  const [now, then] = [most(grens.periode), most(bases.get(grens.periode))];
  const { variant, reden, ...known } = grens;
  const ondergrens = variant === 'omvang' || variant === 'clienten' ? (then === null ? null : -then) : null;
  const bovengrens = variant === 'omvang' || variant === 'prijs' ? now : null;
  const bounded = ondergrens !== null && bovengrens !== null;
  return { ...known, variant, ondergrens, bovengrens, ...(bounded || reden === undefined ? {} : { reden }) };
}

/** Whether its figures come from a list: of such a figure the list tells how far more numbers can move it. */
function hasLists({ varianten }: FigurePlan): boolean {
  return varianten.some(({ berekening }) => DISTRIBUTED.includes(berekening));
}

const DISTRIBUTED: readonly string[] = ['mediaan', 'p90', 'kaplan-meier', 'overleving'];

async function listsOf(warehouse: Warehouse, plan: FigurePlan): Promise<readonly SqlColumns[]> {
  const results: SqlColumns[] = [];
  for (const sql of bundleSql(bundlePlans([plan]))) results.push(await warehouse.queryColumns(sql));
  return results;
}

function unknownFigure({ indicator, eenheid }: FigurePlan, { variant, periode }: FigureRow): CijferGrens {
  const known = { indicator, variant, periode, eenheid };
  return { ...known, waarde: null, zonder: null, ondergrens: null, bovengrens: null, reden: 'onbekend' };
}

function bound(
  plan: FigurePlan,
  table: FigureTable,
  row: FigureRow,
  waarde: number,
  other: FigureRow | undefined,
  geraakt: Geraakt,
  lists: readonly SqlColumns[],
): CijferGrens {
  const { indicator, eenheid } = plan;
  const zonder = other?.waarde ?? null;
  const known = {
    indicator,
    variant: row.variant,
    periode: row.periode,
    eenheid,
    waarde,
    zonder,
  };
  const variant = plan.varianten.find(({ id }) => id === row.variant);
  const term = (kolom: string | undefined, all: number | null, without: number | null): Interval =>
    interval(plan, kolom, row.periode, all, without, geraakt);
  const limits = DISTRIBUTED.includes(variant?.berekening ?? '')
    ? distributed(plan, row, lists, geraakt)
    : variant?.noemer === undefined
      ? term(variant?.teller, waarde, zonder)
      : ratio(
          term(variant.teller, row.teller, other?.teller ?? null),
          term(variant.noemer, row.noemer, other?.noemer ?? null),
        );
  const vorm = table.opbouw?.find((opbouw) => opbouw.variant === row.variant)?.vorm ?? '';
  const most = eenheid === 'aandeel' && ['deel', 'waarde', 'kengetal'].includes(vorm) ? 1 : null;
  const growth = variant?.berekening === 'groei' ? 1 : 0;
  const hoog = least(limits.hoog, most);
  return {
    ...known,
    ondergrens: limits.laag === null ? null : Math.min(waarde, limits.laag - growth),
    bovengrens: hoog === null ? null : Math.max(waarde, hoog - growth),
    ...(limits.reden !== undefined && (limits.laag === null || hoog === null) && { reden: limits.reden }),
  };
}

/** What a quantity can be. Only a change in costs can be below zero. */
function interval(
  plan: FigurePlan,
  kolom: string | undefined,
  periode: string,
  all: number | null,
  without: number | null,
  geraakt: Geraakt,
): Interval {
  const { maat = '', bron = '' } = plan.maten.find((candidate) => candidate.kolom === kolom) ?? {};
  const rule = BOUND_RULES[maat];
  if (rule === undefined) throw new RangeError(`nothing says how findings move ${maat}`);
  const { basis, min, plus, reden } = rule(geraakt, omstandigheid(plan, periode));
  if (all === null || (basis === 'zonder' && without === null))
    return { laag: null, hoog: null, reden: 'te-veel' };
  const [low, high] = basis === 'alles' ? [all, all] : [without ?? all, without ?? all];
  const laag = min === null ? null : Math.min(all, low - min);
  return {
    laag: bron === 'kosten' ? laag : Math.max(0, laag ?? 0),
    hoog: plus === null ? null : Math.max(all, high + plus),
    reden,
  };
}

function omstandigheid({ meetperioden, parameters, grenzen }: FigurePlan, periode: string): Omstandigheid {
  const days = meetperioden.find(({ label }) => label === periode);
  const [van, tot] = [parsePlainDate(days?.van ?? ''), parsePlainDate(days?.tot ?? '')];
  return {
    drempelCents: Number(grenzen?.[periode] ?? parameters['drempel-cents'] ?? 0),
    dagen: van === undefined || tot === undefined ? 0 : tot - van + 1,
    kwartaal: `${periode}-Q${parameters.peilkwartaal ?? ''}`,
  };
}

/** What a median, percentile or share of a curve can be when the numbers of touched clients may be anything. */
function distributed(
  plan: FigurePlan,
  { variant, periode }: FigureRow,
  lists: readonly SqlColumns[],
  geraakt: Geraakt,
): Interval {
  const { berekening, teller, naDagen = 0 } = plan.varianten.find(({ id }) => id === variant) ?? {};
  const list = verdelingPerPeriode(plan, lists, teller ?? '').get(periode);
  const { min, plus } = perStart(geraakt);
  if (list === undefined || min === null || plus === null) return { laag: 0, hoog: null, reden: 'te-veel' };
  if (berekening === 'mediaan' || berekening === 'p90')
    return { ...kwantielGrenzen(list, berekening, min, plus), reden: 'te-veel' };
  if (min > 0) return { laag: 0, hoog: null, reden: 'rijen-opzij' };
  const limits =
    berekening === 'overleving' ? overlevingGrenzen(list, naDagen, plus) : mediaanGrenzen(list, plus);
  return { ...limits, reden: 'te-veel' };
}

/** Every quotient that two intervals allow. */
function ratio(teller: Interval, noemer: Interval): Interval {
  return {
    laag: noemer.hoog === null || noemer.hoog === 0 ? 0 : (teller.laag ?? 0) / noemer.hoog,
    hoog:
      teller.hoog === null || noemer.laag === null || noemer.laag === 0 ? null : teller.hoog / noemer.laag,
    reden: teller.reden ?? noemer.reden ?? 'te-veel',
  };
}

/** The smaller of two limits. */
function least(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
