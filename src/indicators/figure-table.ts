// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureStatus, FigureTable, SqlColumns } from '../contract/index.ts';
import { berekenBlok, type Doel, type Grootheden } from './berekend.ts';
import { carriedBreuken } from './carried-breuken.ts';
import { type FigureBundle, geheelVan } from './figure-bundle.ts';
import { type FigureBlok, type FigureColumns, tableOf } from './figure-columns.ts';
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';
import { type Getoond, getoond, rijenVanGeheel } from './getoond.ts';
import { Kubus } from './kubus.ts';
import { MATEN } from './maat.ts';
import type { Metingen } from './metingen.ts';
import { opbouwVan } from './opbouw.ts';
import type { GebiedLeden } from './samenstelling.ts';
import { dataRange, timeliness } from './timeliness.ts';

/** Where a quantity stands: in which measurements, at which place of their query. */
interface Vindplaats {
  readonly metingen: Metingen;
  readonly maat: number;
  readonly verdeling: 'lijst' | 'tekst' | undefined;
  readonly afwezig: boolean;
}

interface Formula {
  readonly variant: PlanVariant;
  readonly teller: Vindplaats;
  readonly noemer?: Vindplaats;
  /** Per cell the cell of the whole that the denominator is about, where it is not the same. */
  readonly geheel?: Int32Array;
}

/** Figures of one variant, area and period before they are computed. */
interface Opgave {
  readonly formula: Formula;
  readonly periode: PlanPeriode;
  readonly gebied: GebiedLeden;
  readonly cellen: Getoond;
  readonly time: FigureStatus | undefined;
}

/** The tables of a bundle's plans, in their order, from what its queries gave: complete with zeros, sorted by all key columns. */
export function bundleTables(bundle: FigureBundle, results: readonly SqlColumns[]): readonly FigureTable[] {
  return Array.from(eachColumns(bundle, results), tableOf);
}

/** The same column by column and one table at a time: whoever writes each away and lets it go needs no memory for them all. Cost: some tens of nanoseconds per figure. */
export function* eachColumns(bundle: FigureBundle, results: readonly SqlColumns[]): Generator<FigureColumns> {
  const kubus = new Kubus(bundle, results);
  const data = dataRange(kubus.gelezen[0]?.data);
  const known = new Map<Metingen, Map<string, Getoond>>();
  for (const [index, plan] of bundle.plans.entries()) {
    const formulas = plan.varianten
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((variant) => formulaOf(bundle, kubus, index, variant));
    const plaatsen = plaatsenVan(plan);
    const opgaven = formulas.flatMap((formula) => {
      const times = new Map(
        plan.perioden.map((periode) => [periode, timeliness(plan, formula.variant, periode, data)]),
      );
      return plaatsen.map((plaats) => opgave(plan, formula, kubus, known, plaats, times.get(plaats.periode)));
    });
    yield columnsOf(plan, opgaven, kubus.cellen(plan.dimensies));
  }
}

function columnsOf(
  plan: FigurePlan,
  opgaven: readonly Opgave[],
  cellen: readonly (readonly string[])[],
): FigureColumns {
  const aantal = opgaven.reduce((sum, opgave) => sum + opgave.cellen.cel.length, 0);
  const own = plan.varianten.some(({ berekening }) => hasInterval(berekening));
  const empty = (size: number): Float64Array => new Float64Array(size).fill(Number.NaN);
  const doel: Doel = {
    waarde: empty(aantal),
    teller: empty(aantal),
    noemer: empty(aantal),
    status: new Uint8Array(aantal),
    ondergrens: empty(own ? aantal : 0),
    bovengrens: empty(own ? aantal : 0),
    voorlopigheid: new Map(),
  };
  const blokken: FigureBlok[] = [];
  let van = 0;
  for (const { formula, periode, gebied, cellen: shown, time } of opgaven) {
    const { variant, teller, noemer } = formula;
    const below = noemer === undefined ? undefined : grootheden(noemer, shown.toen);
    berekenBlok(doel, van, variant, grootheden(teller, shown.nu), below, time);
    blokken.push({
      variant: variant.id,
      periode: periode.label,
      gebied: gebied.code,
      van,
      cel: shown.cel,
      interval: hasInterval(variant.berekening),
      breuken: () => carriedBreuken(plan, variant, periode, gebied.code),
    });
    van += shown.cel.length;
  }
  return { kop: headOf(plan), aantal, blokken, cellen, ...doel };
}

function hasInterval(berekening: PlanVariant['berekening']): boolean {
  return berekening === 'kaplan-meier' || berekening === 'overleving';
}

function grootheden({ metingen, maat, verdeling, afwezig }: Vindplaats, rij: Int32Array): Grootheden {
  if (verdeling === 'lijst') return { rij, lijsten: metingen.lijsten(maat), afwezig };
  if (verdeling === 'tekst') return { rij, tekst: (row) => metingen.tekst(maat, row), afwezig };
  return { rij, getallen: metingen.getallen(maat), afwezig };
}

function headOf(plan: FigurePlan): Omit<FigureTable, 'rows'> {
  const { indicator, definitie, eenheid, dimensies, interval, samenstelling, parameters, voorlopigheid } =
    plan;
  return {
    indicator,
    definitie,
    eenheid,
    dimensies,
    ...(interval === undefined ? {} : { interval }),
    samenstelling,
    opbouw: opbouwVan(plan),
    parameters: Object.fromEntries(Object.entries(parameters)),
    voorlopigheid,
    breuken: plan.breuken.map(({ id, datum, oorzaak, overbrugd }) => ({ id, datum, oorzaak, overbrugd })),
  };
}

/** Periods and areas with at least one gemeente, in the order of rows. */
function plaatsenVan(plan: FigurePlan): readonly Plaats[] {
  const gebieden = plan.gebieden.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const perioden = plan.perioden.toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return perioden.flatMap((periode) =>
    gebieden.flatMap((gebied) => {
      const members = membersIn(plan, gebied, periode);
      return members.length === 0 ? [] : [{ periode, gebied, members }];
    }),
  );
}

interface Plaats {
  readonly periode: PlanPeriode;
  readonly gebied: GebiedLeden;
  readonly members: readonly string[];
}

function opgave(
  plan: FigurePlan,
  formula: Formula,
  kubus: Kubus,
  known: Map<Metingen, Map<string, Getoond>>,
  { periode, gebied, members }: Plaats,
  timely: FigureStatus | undefined,
): Opgave {
  const { teller, noemer, geheel, variant } = formula;
  const label = variant.berekening === 'groei' ? (periode.basis ?? periode.label) : periode.label;
  const nu = { metingen: teller.metingen, strook: teller.metingen.strook(gebied.code, periode.label) };
  const other = noemer === undefined ? nu.metingen : noemer.metingen;
  const toen = { metingen: other, strook: other.strook(gebied.code, label) };
  const unknown =
    teller.metingen.isUnknown(gebied.code, periode.label) ||
    noemer?.metingen.isUnknown(gebied.code, label) === true;
  const time = unknown ? 'onbekend' : timely;
  const show = (then: typeof nu): Getoond =>
    getoond(kubus.vaste(teller.metingen.bron, plan.dimensies, members), nu, then);
  const same =
    nu.metingen === toen.metingen && nu.strook.van === toen.strook.van && nu.strook.tot === toen.strook.tot;
  if (geheel === undefined && !same) return { formula, periode, gebied, cellen: show(toen), time };
  const own = known.get(nu.metingen) ?? new Map<string, Getoond>();
  known.set(nu.metingen, own);
  const name = [periode.label, gebied.code, ...members].join('|');
  const cellen = own.get(name) ?? show(nu);
  own.set(name, cellen);
  if (geheel === undefined) return { formula, periode, gebied, cellen, time };
  return {
    formula,
    periode,
    gebied,
    cellen: { ...cellen, toen: rijenVanGeheel(cellen.cel, geheel, toen) },
    time,
  };
}

function formulaOf(bundle: FigureBundle, kubus: Kubus, index: number, variant: PlanVariant): Formula {
  const plan = bundle.plans[index] as FigurePlan;
  const find = (kolom: string, dimensies: readonly Dimensie[]): Vindplaats => {
    const bron = plan.maten.find((maat) => maat.kolom === kolom)?.bron;
    const place = (bron === undefined ? undefined : bundle.bronnen[index]?.[bron]) ?? -1;
    const maten = bundle.queries[place]?.maten ?? [];
    const maat = maten.findIndex((one) => one.kolom === kolom);
    const soort = maten[maat];
    if (soort === undefined) throw new RangeError(`${kolom} was not measured`);
    const { verdeling, afwezig } = MATEN[soort.maat];
    return { metingen: kubus.metingen(place, dimensies), maat, verdeling, afwezig: afwezig === 'onbekend' };
  };
  const { teller, noemer } = variant;
  const whole = geheelVan(plan, variant);
  return {
    variant,
    teller: find(teller, plan.dimensies),
    ...(noemer === undefined ? {} : { noemer: find(noemer, whole) }),
    ...(whole.length === plan.dimensies.length ? {} : { geheel: kubus.deelVan(plan.dimensies, whole) }),
  };
}

/** Gemeenten of the area that belong to the region on at least one day of the period. */
function membersIn(plan: FigurePlan, gebied: GebiedLeden, periode: PlanPeriode): readonly string[] {
  if (gebied.extern) return [gebied.code];
  return gebied.gemeenten.filter((gemeente) =>
    plan.leden.some((lid) => lid.gemeente === gemeente && lid.van <= periode.tot && lid.tot >= periode.van),
  );
}
