// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureTable, SqlRow } from '../contract/index.ts';
import { berekend } from './berekend.ts';
import { carriedBreuken } from './carried-breuken.ts';
import { type FigureBundle, splitOf, without } from './figure-bundle.ts';
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';
import { type Bron, MATEN } from './maat.ts';
import { cellKey, fixedCells, type Meting, Metingen } from './metingen.ts';
import { opbouwVan } from './opbouw.ts';
import type { GebiedLeden } from './samenstelling.ts';
import { type DataRange, dataRange, timeliness } from './timeliness.ts';

/** Where a quantity stands: in which query's measurements, under which way of splitting, at which place. */
interface Vindplaats {
  readonly bron: Bron;
  readonly afwezig: boolean;
  readonly metingen: Metingen;
  readonly split: number;
  readonly plek: number;
}

interface Formula {
  readonly variant: PlanVariant;
  readonly teller: Vindplaats;
  readonly noemer?: Vindplaats;
  /** Places, among the dimensions of the cell, of those that the denominator is split by; absent = all. */
  readonly noemerDimensies?: readonly number[];
}

/** One cell on its way to a figure. */
interface Cell {
  readonly key: string;
  readonly dimensies: readonly string[];
}

/** The tables of a bundle's plans, in their order, from the rows that its queries gave: complete with zeros, sorted by all key columns. */
export function bundleTables(
  bundle: FigureBundle,
  results: readonly (readonly SqlRow[])[],
): readonly FigureTable[] {
  const metingen = bundle.queries.map((query, index) => new Metingen(query, results[index] ?? []));
  const data = dataRange(results);
  const cells = new CellBook();
  return bundle.plans.map((plan, index) => {
    const formulas = plan.varianten
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((variant) => formulaOf(bundle, index, variant, metingen));
    return { ...headOf(plan), rows: tableRows(plan, formulas, data, cells) };
  });
}

function headOf(plan: FigurePlan): Omit<FigureTable, 'rows'> {
  const { indicator, definitie, eenheid, dimensies, interval, parameters, voorlopigheid } = plan;
  return {
    indicator,
    definitie,
    eenheid,
    dimensies,
    ...(interval === undefined ? {} : { interval }),
    opbouw: opbouwVan(plan),
    parameters: Object.fromEntries(Object.entries(parameters)),
    voorlopigheid,
    breuken: plan.breuken.map(({ id, datum, oorzaak, overbrugd }) => ({ id, datum, oorzaak, overbrugd })),
  };
}

function tableRows(
  plan: FigurePlan,
  formulas: readonly Formula[],
  data: DataRange,
  cells: CellBook,
): readonly FigureRow[] {
  const gebieden = plan.gebieden.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const perioden = plan.perioden.toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const rows: FigureRow[] = [];
  for (const formula of formulas) {
    for (const periode of perioden) {
      const time = timeliness(plan, formula.variant, periode, data);
      for (const gebied of gebieden) {
        const members = membersIn(plan, gebied, periode);
        if (members.length === 0) continue;
        const breuken = carriedBreuken(plan, formula.variant, periode, gebied.code);
        const basis = formula.variant.berekening === 'groei' ? periode.basis : undefined;
        const places = formula.noemerDimensies;
        const nu = formula.teller.metingen.cells(formula.teller.split, gebied.code, periode.label);
        const toen =
          formula.noemer?.metingen.cells(formula.noemer.split, gebied.code, basis ?? periode.label) ?? nu;
        for (const { key, dimensies } of cells.of(
          formula.teller.bron,
          plan,
          members,
          places === undefined ? [nu, toen] : [nu],
        )) {
          const noemerKey =
            places === undefined ? key : cellKey(places.map((place) => dimensies[place] ?? ''));
          const teller = (nu.get(key)?.getallen ?? formula.teller.metingen.niets)[formula.teller.plek] ?? 0;
          const noemer =
            formula.noemer === undefined
              ? undefined
              : Number((toen.get(noemerKey)?.getallen ?? formula.noemer.metingen.niets)[formula.noemer.plek]);
          const unknown =
            formula.teller.metingen.isUnknown(periode.label) ||
            formula.noemer?.metingen.isUnknown(basis ?? periode.label) === true ||
            (formula.teller.afwezig && !nu.has(key)) ||
            (formula.noemer?.afwezig === true && !toen.has(noemerKey));
          const uitkomst = berekend(formula.variant, teller, noemer, unknown ? 'onbekend' : time);
          const carried = breuken(dimensies);
          rows.push({
            indicator: plan.indicator,
            variant: formula.variant.id,
            periode: periode.label,
            gebied: gebied.code,
            dimensies,
            ...uitkomst,
            ...(carried === undefined ? {} : { breuken: carried }),
          });
        }
      }
    }
  }
  return rows;
}

function formulaOf(
  bundle: FigureBundle,
  index: number,
  variant: PlanVariant,
  metingen: readonly Metingen[],
): Formula {
  const plan = bundle.plans[index] as FigurePlan;
  const find = (kolom: string, dimensies: FigurePlan['dimensies']): Vindplaats => {
    const bron = plan.maten.find((maat) => maat.kolom === kolom)?.bron;
    const place = (bron === undefined ? undefined : bundle.bronnen[index]?.[bron]) ?? -1;
    const query = bundle.queries[place];
    const found = metingen[place];
    if (query === undefined || found === undefined) throw new RangeError(`${kolom} was not measured`);
    return {
      bron: query.bron,
      afwezig: query.maten.some((maat) => maat.kolom === kolom && MATEN[maat.maat].afwezig === 'onbekend'),
      metingen: found,
      split: splitOf(query, dimensies),
      plek: query.maten.findIndex((maat) => maat.kolom === kolom),
    };
  };
  const { teller, noemer, over } = variant;
  const whole = over === undefined ? plan.dimensies : without(plan.dimensies, over);
  return {
    variant,
    teller: find(teller, plan.dimensies),
    ...(noemer === undefined ? {} : { noemer: find(noemer, whole) }),
    ...(whole.length === plan.dimensies.length
      ? {}
      : { noemerDimensies: whole.map((dimensie) => plan.dimensies.indexOf(dimensie)) }),
  };
}

/** Cells to show, sorted: those that always are and those that occur. The same question is answered once. */
class CellBook {
  readonly #sorted = new Map<ReadonlyMap<string, Meting>, Map<string, readonly Cell[]>>();

  of(
    bron: Bron,
    plan: FigurePlan,
    members: readonly string[],
    [first, ...more]: readonly ReadonlyMap<string, Meting>[],
  ): readonly Cell[] {
    const occurring = first ?? new Map();
    const others = more.filter((one) => one !== occurring);
    const name = [bron, plan.dimensies.join(), ...members].join('|');
    const known = others.length === 0 ? this.#sorted.get(occurring)?.get(name) : undefined;
    if (known !== undefined) return known;
    const shown = new Map<string, readonly string[]>();
    for (const cell of fixedCells(bron, plan.dimensies, members)) shown.set(cellKey(cell), cell);
    for (const cells of [occurring, ...others])
      for (const [key, { dimensies }] of cells) shown.set(key, dimensies);
    const sorted = [...shown]
      .map(([key, dimensies]) => ({ key, dimensies }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    if (others.length === 0) {
      const names = this.#sorted.get(occurring) ?? new Map<string, readonly Cell[]>();
      this.#sorted.set(occurring, names.set(name, sorted));
    }
    return sorted;
  }
}

/** Gemeenten of the area that belong to the region on at least one day of the period. */
function membersIn(plan: FigurePlan, gebied: GebiedLeden, periode: PlanPeriode): readonly string[] {
  if (gebied.extern) return [gebied.code];
  return gebied.gemeenten.filter((gemeente) =>
    plan.leden.some((lid) => lid.gemeente === gemeente && lid.van <= periode.tot && lid.tot >= periode.van),
  );
}
