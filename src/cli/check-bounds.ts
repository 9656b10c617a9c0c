// SPDX-License-Identifier: EUPL-1.2
import { type FigureRow, OperatorError, type Unit } from '../contract/index.ts';
import { type FigurePlan, planRequest } from '../indicators/index.ts';
import type { Geraakt, Warehouse } from '../store/index.ts';
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
  readonly waarde: number;
  /** The figure without any record that a finding touches. */
  readonly zonder: number | null;
  /** What the figure can be at least and at most, whatever is wrong with what findings touch; null where nothing can be said. */
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
  /** Why a bound is absent. */
  readonly reden?: GeenGrens;
}

/**
 * `rijen-opzij`: rows could not be read, and nothing is known of their amount or days. `geen-regel`: nothing says by how much a record can move a median, a change, or a figure of this source.
 */
export type GeenGrens = 'rijen-opzij' | 'geen-regel';

/** From least to most; null = no limit. */
interface Interval {
  readonly laag: number;
  readonly hoog: number | null;
}

/** Per quantity what the touched records, and rows that could not be read, can add at most to what is counted without them; null = no limit. */
type MostAdded = (geraakt: Geraakt, drempelCents: number) => number | null;

const MOST_ADDED: Readonly<Record<string, MostAdded>> = {
  clienten: perDebetClient,
  'clienten-boven-grens': perDebetClient,
  aanbieders: perDebetClient,
  uitgaven: (geraakt) => amount(geraakt, 0),
  'uitgaven-boven-grens': amount,
  instroom: perClient,
  uitstroom: perClient,
  trajecten: perStart,
  eindes: perStart,
  'uitstroom-momenten': perStart,
  'momenten-met-terugkeer': perStart,
  'dagen-van-eindes': ({ clienten, rijenOpzij }) => (clienten + rijenOpzij > 0 ? null : 0),
};

function perDebetClient({ debetClienten, rijenOpzij }: Geraakt): number {
  return debetClienten + rijenOpzij;
}

function perClient({ clienten, rijenOpzij }: Geraakt): number {
  return clienten + rijenOpzij;
}

function perStart({ starts, clienten, rijenOpzij }: Geraakt): number {
  return starts + clienten + rijenOpzij;
}

/** A touched line may also lift its client over the threshold, with all that the client cost below it. */
function amount({ debetClienten, debetCents, rijenOpzij }: Geraakt, drempelCents: number): number | null {
  return rijenOpzij > 0 ? null : debetCents + debetClienten * drempelCents;
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
  return plans.flatMap((plan, index) =>
    (all[index]?.rows ?? []).flatMap((row) => {
      const other = without[index]?.rows.find(
        ({ variant, periode }) => variant === row.variant && periode === row.periode,
      );
      return row.waarde === null || other === undefined ? [] : [bound(plan, row, other, geraakt)];
    }),
  );
}

function bound(plan: FigurePlan, row: FigureRow, other: FigureRow, geraakt: Geraakt): CijferGrens {
  const { indicator, eenheid } = plan;
  const known = { indicator, variant: row.variant, periode: row.periode, eenheid, waarde: row.waarde ?? 0 };
  const variant = plan.varianten.find(({ id }) => id === row.variant);
  const term = (
    kolom: string | undefined,
    all: number | null,
    without: number | null,
  ): Interval | undefined => {
    const maat = plan.maten.find((candidate) => candidate.kolom === kolom)?.maat ?? '';
    const most = MOST_ADDED[maat];
    if (most === undefined || all === null || without === null) return undefined;
    const added = most(geraakt, Number(plan.parameters['drempel-cents'] ?? 0));
    return { laag: Math.min(all, without), hoog: added === null ? null : Math.max(all, without + added) };
  };
  const zonder = other.waarde;
  const limits =
    variant?.noemer === undefined
      ? term(variant?.teller, row.waarde, other.waarde)
      : ratio(term(variant.teller, row.teller, other.teller), term(variant.noemer, row.noemer, other.noemer));
  if (limits === undefined)
    return { ...known, zonder, ondergrens: null, bovengrens: null, reden: 'geen-regel' };
  const growth = variant?.berekening === 'groei' ? 1 : 0;
  const clip = (value: number): number =>
    eenheid === 'aandeel' && growth === 0 ? Math.min(1, Math.max(0, value)) : value;
  return {
    ...known,
    zonder,
    ondergrens: clip(limits.laag - growth),
    bovengrens: limits.hoog === null ? null : clip(limits.hoog - growth),
    ...(limits.hoog === null && { reden: geraakt.rijenOpzij > 0 ? 'rijen-opzij' : 'geen-regel' }),
  };
}

/** Every quotient that two intervals allow. */
function ratio(teller: Interval | undefined, noemer: Interval | undefined): Interval | undefined {
  if (teller === undefined || noemer === undefined) return undefined;
  return {
    laag: noemer.hoog === null || noemer.hoog === 0 ? 0 : teller.laag / noemer.hoog,
    hoog: teller.hoog === null || noemer.laag === 0 ? null : teller.hoog / noemer.laag,
  };
}
