// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type Dimensie } from '../contract/index.ts';
import type { Variant } from './definition.ts';
import { BRON_DIMENSIES } from './dimensie.ts';
import type { FigurePlan, PlanMaat, PlanPeriode, PlanVariant } from './figure-plan.ts';
import { type Bron, MATEN, type Maat } from './maat.ts';
import type { ParameterNaam } from './parameter.ts';
import type { GebiedLeden } from './samenstelling.ts';

/** What several plans want from one source: one query, so that the records are read and folded once for all of them. */
export interface SourceQuery
  extends Pick<FigurePlan, 'gebieden' | 'leden' | 'parameters' | 'grenzen' | 'normen' | 'schalen'> {
  readonly bron: Bron;
  /** Areas of the same gemeenten as another: that other, which stands in `gebieden`. */
  readonly zelfde: Readonly<Record<string, string>>;
  readonly meetperioden: readonly PlanPeriode[];
  readonly maten: readonly PlanMaat[];
  /** Each way of splitting once, its dimensions in the order of `DIMENSIES`. */
  readonly splits: readonly (readonly Dimensie[])[];
}

/** Plans that are answered together, and for each where its quantities come from. */
export interface FigureBundle {
  readonly queries: readonly SourceQuery[];
  readonly plans: readonly FigurePlan[];
  /** By plan: per source the place of its query. */
  readonly bronnen: readonly Readonly<Partial<Record<Bron, number>>>[];
}

interface Share {
  readonly plan: FigurePlan;
  readonly bron: Bron;
  readonly parameters: FigurePlan['parameters'];
}

/** Gathers plans into as few queries as possible: one per source, areas, composition and set of parameters. */
export function bundlePlans(plans: readonly FigurePlan[]): FigureBundle {
  const groups: { readonly world: string; readonly shares: Share[] }[] = [];
  const bronnen = plans.map((plan) => {
    const places: Partial<Record<Bron, number>> = {};
    for (const bron of new Set(plan.maten.map((maat) => maat.bron))) {
      const share = { plan, bron, parameters: parametersOf(plan, bron) };
      const world = JSON.stringify([bron, plan.gebieden, plan.leden]);
      let place = groups.findIndex(
        (group) => group.world === world && group.shares.every((other) => agree(share, other)),
      );
      if (place < 0) place = groups.push({ world, shares: [] }) - 1;
      groups[place]?.shares.push(share);
      places[bron] = place;
    }
    return places;
  });
  return { plans, bronnen, queries: groups.map(({ shares }) => sourceQuery(shares)) };
}

/** Some of the plans of a request, which share no query with the others. */
export interface BundlePart {
  readonly bundle: FigureBundle;
  /** Where its plans stand among all. */
  readonly plaatsen: readonly number[];
}

/** Plans gathered as `bundlePlans` does, apart where they share no query; the part with most plans first. */
export function bundleParts(plans: readonly FigurePlan[]): readonly BundlePart[] {
  const { queries, bronnen } = bundlePlans(plans);
  const part = queries.map((_, query) => query);
  for (const used of bronnen) {
    const [first = 0, ...more] = Object.values(used).map((query) => part[query] ?? 0);
    for (const [query, own] of part.entries()) if (more.includes(own)) part[query] = first;
  }
  const plaatsen = new Map<number | undefined, number[]>();
  for (const [place, used] of bronnen.entries()) {
    const own = part[Object.values(used)[0] ?? 0];
    plaatsen.set(own, [...(plaatsen.get(own) ?? []), place]);
  }
  return [...plaatsen.values()]
    .toSorted((a, b) => b.length - a.length)
    .map((own) => ({ plaatsen: own, bundle: bundlePlans(plans.filter((_, place) => own.includes(place))) }));
}

function sourceQuery(shares: readonly Share[]): SourceQuery {
  const [first] = shares;
  if (first === undefined) throw new RangeError('a query answers at least one plan');
  const { bron } = first;
  const grenzen = Object.assign({}, ...shares.map(({ plan }) => plan.grenzen ?? {}));
  const normen = shares.find(({ plan }) => plan.normen !== undefined)?.plan.normen;
  return {
    bron,
    ...distinctGebieden(first.plan.gebieden, bron),
    leden: first.plan.leden,
    parameters: Object.assign({}, ...shares.map(({ parameters }) => parameters)),
    ...(Object.keys(grenzen).length > 0 ? { grenzen } : {}),
    ...(normen === undefined ? {} : { normen }),
    ...(first.plan.schalen === undefined ? {} : { schalen: first.plan.schalen }),
    meetperioden: mergedPerioden(shares.flatMap(({ plan }) => plan.meetperioden)),
    maten: uniqueBy(
      shares.flatMap(({ plan }) => plan.maten.filter((maat) => maat.bron === bron)),
      ({ kolom }) => kolom,
    ),
    splits: uniqueBy(
      shares
        .flatMap(({ plan }) => splitsOf(plan))
        .filter((split) => split.every((dimensie) => BRON_DIMENSIES[bron].includes(dimensie)))
        .map(inOrder),
      (dimensies) => dimensies.join(),
    ),
  };
}

/** Areas of the same gemeenten, both the whole region or neither, have the same figures, but for what CBS says of each by its code. */
function distinctGebieden(
  gebieden: FigurePlan['gebieden'],
  bron: Bron,
): Pick<SourceQuery, 'gebieden' | 'zelfde'> {
  const name = ({ code, gemeenten, heel }: GebiedLeden): string =>
    bron === 'cbs' ? code : [heel === true, ...gemeenten].join();
  const first = new Map(gebieden.toReversed().map((gebied) => [name(gebied), gebied]));
  const zelfde = gebieden.flatMap((gebied) => {
    const other = first.get(name(gebied));
    return other === undefined || other === gebied ? [] : [[gebied.code, other.code] as const];
  });
  return {
    gebieden: gebieden.filter((gebied) => first.get(name(gebied)) === gebied),
    zelfde: Object.fromEntries(zelfde),
  };
}

/** The plan's own way of splitting, and those of the wholes that its shares are part of. */
function splitsOf(plan: FigurePlan): readonly (readonly Dimensie[])[] {
  return [plan.dimensies, ...plan.varianten.map((variant) => geheelVan(plan, variant))];
}

/** The dimensions of the whole that a share is part of: without the one it is taken over, and of residents without all that nobody knows of residents. */
export function geheelVan(
  { maten, dimensies }: Pick<FigurePlan, 'maten' | 'dimensies'>,
  { over, noemer }: PlanVariant,
): readonly Dimensie[] {
  const below = maten.find(({ kolom }) => kolom === noemer)?.maat;
  return dimensies.filter(
    (dimensie) =>
      dimensie !== over &&
      (below === undefined || MATEN[below].telt !== 'openbaar' || isKnownOf(below, dimensie)),
  );
}

/** Whether a figure can be split so. Of a denominator that anybody can look up, the whole is taken where parts are not known. */
export function canSplit(
  { teller, noemer }: Pick<Variant, 'teller' | 'noemer'>,
  dimensie: Dimensie,
): boolean {
  if (!isKnownOf(teller.maat, dimensie)) return false;
  return noemer === undefined || MATEN[noemer.maat].telt === 'openbaar' || isKnownOf(noemer.maat, dimensie);
}

/** Whether the records of the quantity's source can be split so. */
export function isKnownOf(maat: Maat, dimensie: Dimensie): boolean {
  return BRON_DIMENSIES[MATEN[maat].bron].includes(dimensie);
}

/** Place of a way of splitting in a query, whatever the order of its dimensions. */
export function splitOf(query: SourceQuery, dimensies: readonly Dimensie[]): number {
  const name = inOrder(dimensies).join();
  return query.splits.findIndex((split) => split.join() === name);
}

function inOrder(dimensies: readonly Dimensie[]): readonly Dimensie[] {
  return DIMENSIES.filter((dimensie) => dimensies.includes(dimensie));
}

/** The gemeenten whose records count; their places are the first `plek` numbers of a query, after them come its areas as a whole. */
export function gemeentenOf({ leden }: Pick<SourceQuery, 'leden'>): readonly string[] {
  return [...new Set(leden.map(({ gemeente }) => gemeente))];
}

function parametersOf(plan: FigurePlan, bron: Bron): FigurePlan['parameters'] {
  const names = plan.maten.filter((maat) => maat.bron === bron).flatMap(({ maat }) => MATEN[maat].parameters);
  return Object.fromEntries([...new Set(names)].map((name) => [name, plan.parameters[name]]));
}

function agree(a: Share, b: Share): boolean {
  return (Object.keys(a.parameters) as ParameterNaam[]).every(
    (name) => b.parameters[name] === undefined || a.parameters[name] === b.parameters[name],
  );
}

/** Each period once; where one of the plans compares it with another period, it keeps that. */
function mergedPerioden(perioden: readonly PlanPeriode[]): readonly PlanPeriode[] {
  const merged = new Map<string, PlanPeriode>();
  for (const periode of perioden) {
    const known = merged.get(periode.label);
    if (known === undefined || known.basis === undefined) merged.set(periode.label, periode);
  }
  return [...merged.values()];
}

function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
