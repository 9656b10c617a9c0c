// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../../contract/index.ts';
import type { FigurePlan } from '../figure-plan.ts';
import type { UitlegCel } from './cel.ts';
import { prestatieMeting } from './prestaties.ts';
import type { UitlegMeting } from './stap.ts';
import { trajectMeting } from './trajecten.ts';

/**
 * How each quantity of a plan comes about in one cell, step by step, as SQL of its own: written for one area and read by people, it shares nothing with
 * the query that computes many figures at once, so that the two check each other. A quantity without an explanation is left out.
 *
 * The plan is one of one area, one period and the dimensions of the cell.
 */
export function explainPlan(
  plan: FigurePlan,
  selectie: Readonly<Partial<Record<Dimensie, string>>>,
): readonly UitlegMeting[] {
  const [gebied] = plan.gebieden;
  if (gebied === undefined) return [];
  return plan.meetperioden.flatMap((periode) => {
    const cel: UitlegCel = {
      gebied: gebied.code,
      gemeenten: gebied.gemeenten,
      leden: plan.leden,
      periode,
      selectie,
    };
    return plan.maten.flatMap(
      (maat) =>
        prestatieMeting(maat, cel, plan.parameters) ?? trajectMeting(maat, cel, plan.parameters) ?? [],
    );
  });
}
