// SPDX-License-Identifier: EUPL-1.2
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';

type Carried = (dimensies: readonly string[]) => readonly string[] | undefined;

const NONE: Carried = () => undefined;

/**
 * The breaks between a figure and the earlier ones it is laid beside: for a comparison those after its base began, otherwise those after the first
 * period asked for began. A break of some types touches those types, and every figure that is not split by type.
 */
export function carriedBreuken(
  plan: FigurePlan,
  variant: PlanVariant,
  periode: PlanPeriode,
  gebied: string,
): Carried {
  if (plan.breuken.length === 0) return NONE;
  const compared = variant.berekening === 'groei' || variant.teller.startsWith('kosten_');
  const basis = compared
    ? plan.meetperioden.find(({ label }) => label === periode.basis)?.van
    : plan.perioden.map(({ van }) => van).sort()[0];
  const from = basis ?? periode.van;
  const near = plan.breuken.filter(
    (breuk) => breuk.datum > from && breuk.datum <= periode.tot && breuk.gebieden.includes(gebied),
  );
  if (near.length === 0) return NONE;
  const place = plan.dimensies.indexOf('type');
  if (place < 0) {
    const ids = near.map(({ id }) => id);
    return () => ids;
  }
  return (dimensies) => {
    const type = dimensies[place] ?? '';
    const ids = near.filter(({ types }) => types.length === 0 || types.includes(type)).map(({ id }) => id);
    return ids.length > 0 ? ids : undefined;
  };
}
