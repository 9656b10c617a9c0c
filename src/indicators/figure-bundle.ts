// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { FigurePlan, PlanMaat, PlanPeriode } from './figure-plan.ts';
import type { ParameterNaam } from './maat.ts';

/** Plans over the same source, areas and composition, answered by one query: the records are read and folded once for all of them. */
export interface FigureBundle extends Pick<FigurePlan, 'bron' | 'gebieden' | 'leden' | 'parameters'> {
  readonly meetperioden: readonly PlanPeriode[];
  readonly maten: readonly PlanMaat[];
  /** Each way of splitting once; a plan's own is at `splits[splitOf(plan)]`. */
  readonly splits: readonly (readonly Dimensie[])[];
  readonly plans: readonly FigurePlan[];
}

/** Gathers plans into as few bundles as possible. Plans keep their order within a bundle. */
export function bundlePlans(plans: readonly FigurePlan[]): readonly FigureBundle[] {
  const worlds = new Map<string, FigurePlan[][]>();
  for (const plan of plans) {
    const world = JSON.stringify([plan.bron, plan.gebieden, plan.leden]);
    const groups = worlds.get(world) ?? [];
    worlds.set(world, groups);
    const group = groups.find((candidate) => candidate.every((other) => agreeOnParameters(plan, other)));
    if (group === undefined) groups.push([plan]);
    else group.push(plan);
  }
  return [...worlds.values()].flat().map((group) => bundle(group));
}

function bundle(plans: readonly FigurePlan[]): FigureBundle {
  const [first] = plans;
  if (first === undefined) throw new RangeError('a bundle holds at least one plan');
  return {
    bron: first.bron,
    gebieden: first.gebieden,
    leden: first.leden,
    parameters: Object.assign({}, ...plans.map(({ parameters }) => parameters)),
    meetperioden: uniqueBy(
      plans.flatMap(({ meetperioden }) => meetperioden),
      ({ label }) => label,
    ),
    maten: uniqueBy(
      plans.flatMap(({ maten }) => maten),
      ({ kolom }) => kolom,
    ),
    splits: uniqueBy(
      plans.map(({ dimensies }) => dimensies),
      (dimensies) => dimensies.join(),
    ),
    plans,
  };
}

/** Place of the plan's split in the bundle. */
export function splitOf(figures: FigureBundle, plan: FigurePlan): number {
  return figures.splits.findIndex((split) => split.join() === plan.dimensies.join());
}

function agreeOnParameters(a: FigurePlan, b: FigurePlan): boolean {
  return (Object.keys(a.parameters) as ParameterNaam[]).every(
    (name) => b.parameters[name] === undefined || a.parameters[name] === b.parameters[name],
  );
}

function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
