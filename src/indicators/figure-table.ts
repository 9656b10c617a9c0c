// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureTable, SqlColumns } from '../contract/index.ts';
import { berekend, type Uitkomst } from './berekend.ts';
import { carriedBreuken } from './carried-breuken.ts';
import { type FigureBundle, splitOf, without } from './figure-bundle.ts';
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';
import { type Bron, MATEN } from './maat.ts';
import { cellKey, fixedCells, type Kolom, type Meting, Metingen } from './metingen.ts';
import { opbouwVan } from './opbouw.ts';
import type { GebiedLeden } from './samenstelling.ts';
import { type DataRange, dataRange, timeliness } from './timeliness.ts';

/** Where a quantity stands: in which query's measurements, under which way of splitting, at which place. */
interface Vindplaats {
  readonly bron: Bron;
  readonly afwezig: boolean;
  readonly metingen: Metingen;
  readonly split: number;
  readonly kolom: Kolom;
}

interface Formula {
  readonly variant: PlanVariant;
  readonly teller: Vindplaats;
  readonly noemer?: Vindplaats;
  /** Places, among the dimensions of the cell, of those that the denominator is split by; absent = all. */
  readonly noemerDimensies?: readonly number[];
}

/** One cell on its way to a figure; `rij` is where it was measured now, -1 when it was not. */
interface Cell extends Meting {
  readonly key: string;
}

/** The tables of `eachTable`, all at once. */
export function bundleTables(bundle: FigureBundle, results: readonly SqlColumns[]): readonly FigureTable[] {
  return [...eachTable(bundle, results)];
}

/**
 * The tables of a bundle's plans, in their order, from what its queries gave: complete with zeros, sorted by all key columns. One at a time: whoever
 * writes each away and lets it go needs no memory for them all.
 */
export function* eachTable(bundle: FigureBundle, results: readonly SqlColumns[]): Generator<FigureTable> {
  const metingen = bundle.queries.map((query, index) => new Metingen(query, results[index] ?? NO_ROWS));
  const data = dataRange(results);
  const cells = new CellBook();
  for (const [index, plan] of bundle.plans.entries()) {
    const formulas = plan.varianten
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((variant) => formulaOf(bundle, index, variant, metingen));
    yield { ...headOf(plan), rows: tableRows(plan, formulas, data, cells) };
  }
}

const NO_ROWS: SqlColumns = { rows: 0, columns: new Map() };

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
  const { indicator } = plan;
  const rows: FigureRow[] = [];
  for (const formula of formulas) {
    const variant = formula.variant.id;
    for (const periode of perioden) {
      const { label } = periode;
      const time = timeliness(plan, formula.variant, periode, data);
      for (const gebied of gebieden) {
        const members = membersIn(plan, gebied, periode);
        if (members.length === 0) continue;
        const { code } = gebied;
        const breuken = carriedBreuken(plan, formula.variant, periode, gebied.code);
        const basis = formula.variant.berekening === 'groei' ? periode.basis : undefined;
        const { teller, noemer, noemerDimensies: places } = formula;
        const nu = teller.metingen.cells(teller.split, gebied.code, periode.label);
        const toen = noemer?.metingen.cells(noemer.split, gebied.code, basis ?? periode.label) ?? nu;
        const unknown =
          teller.metingen.isUnknown(periode.label) ||
          noemer?.metingen.isUnknown(basis ?? periode.label) === true;
        const shown = places === undefined ? [nu, toen] : [nu];
        for (const { key, dimensies, rij } of cells.of(teller.bron, plan, members, shown)) {
          const toenRij =
            places === undefined && toen === nu
              ? rij
              : (toen.get(places === undefined ? key : keyOf(dimensies, places))?.rij ?? -1);
          const absent = (teller.afwezig && rij < 0) || (noemer?.afwezig === true && toenRij < 0);
          const uitkomst = berekend(
            formula.variant,
            measured(teller.kolom, rij),
            noemer === undefined ? undefined : Number(measured(noemer.kolom, toenRij)),
            unknown || absent ? 'onbekend' : time,
          );
          const place: Place = { indicator, variant, periode: label, gebied: code, dimensies };
          rows.push(figureRow(place, uitkomst, breuken(dimensies)));
        }
      }
    }
  }
  return rows;
}

type Place = Pick<FigureRow, 'indicator' | 'variant' | 'periode' | 'gebied' | 'dimensies'>;

/** Written out, and not spread: there are millions. */
function figureRow(place: Place, uitkomst: Uitkomst, breuken: FigureRow['breuken']): FigureRow {
  const { indicator, variant, periode, gebied, dimensies } = place;
  const { waarde, teller, noemer, status, grenzen, voorlopigheid } = uitkomst;
  const row = { indicator, variant, periode, gebied, dimensies, waarde, teller, noemer, status };
  if (grenzen === undefined && voorlopigheid === undefined)
    return breuken === undefined ? row : Object.assign(row, { breuken });
  return {
    ...row,
    ...(grenzen === undefined ? {} : { grenzen }),
    ...(voorlopigheid === undefined ? {} : { voorlopigheid }),
    ...(breuken === undefined ? {} : { breuken }),
  };
}

function measured({ waarden, niets }: Kolom, rij: number): number | string {
  const waarde = rij < 0 ? niets : waarden[rij];
  return typeof waarde === 'number' || typeof waarde === 'string' ? waarde : niets;
}

function keyOf(dimensies: readonly string[], places: readonly number[]): string {
  return cellKey(places.map((place) => dimensies[place] ?? ''));
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
      kolom: found.kolom(query.maten.findIndex((maat) => maat.kolom === kolom)),
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
      .map(([key, dimensies]) => ({ key, dimensies, rij: occurring.get(key)?.rij ?? -1 }))
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
