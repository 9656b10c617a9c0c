// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../../contract/index.ts';
import type { Berekening } from '../definition.ts';
import { geheelVan } from '../figure-bundle.ts';
import type { FigurePlan, PlanVariant } from '../figure-plan.ts';
import { andereMeting } from './anders.ts';
import { bronMeting } from './bron-meting.ts';
import type { UitlegCel } from './cel.ts';
import { durenMeting } from './duren.ts';
import { kostenMeting } from './kosten.ts';
import { prestatieMeting } from './prestaties.ts';
import type { PlanUitleg, UitlegMeting } from './stap.ts';
import { startMeting } from './starts.ts';
import { trajectMeting } from './trajecten.ts';

type Selectie = UitlegCel['selectie'];

/** Ways of computing whose value the steps lead to themselves: there is no fraction of two counts. */
const UIT_VERDELING: readonly Berekening[] = ['mediaan', 'p90', 'kaplan-meier', 'overleving', 'gegeven'];

/**
 * How each quantity of a plan comes about in one cell, step by step, as SQL of its own: written for one area and read by people, it shares nothing with
 * the query that computes many figures at once, so that the two check each other.
 *
 * The plan is one of one area, one period and the dimensions of the cell. With `asKnownOn` what was delivered later is not counted as delivered.
 */
export function explainPlan(plan: FigurePlan, selectie: Selectie, asKnownOn?: number): PlanUitleg {
  const metingen: UitlegMeting[] = [];
  const places = new Map<string, number | undefined>();
  const place = (
    kolom: string,
    label: string | undefined,
    own: Selectie,
    berekening: Berekening,
    naDagen?: number,
  ): number | undefined => {
    const how = UIT_VERDELING.includes(berekening) ? berekening : '';
    const key = JSON.stringify([kolom, label, own, how, naDagen]);
    if (!places.has(key)) {
      const made = measure(plan, kolom, label, own, { how, naDagen }, asKnownOn);
      places.set(key, made === undefined ? undefined : metingen.push(made) - 1);
    }
    return places.get(key);
  };
  const varianten = plan.varianten.map((variant) => {
    const periode = plan.perioden[0];
    const base = variant.berekening === 'groei' ? periode?.basis : periode?.label;
    const teller = place(variant.teller, periode?.label, selectie, variant.berekening, variant.naDagen);
    const noemer =
      variant.noemer === undefined
        ? undefined
        : place(variant.noemer, base, wholeOf(plan, variant, selectie), 'waarde');
    return {
      id: variant.id,
      isWaarde: variant.noemer === undefined || UIT_VERDELING.includes(variant.berekening),
      ...(teller !== undefined && { teller }),
      ...(noemer !== undefined && { noemer }),
    };
  });
  return { metingen, varianten };
}

function wholeOf(plan: FigurePlan, variant: PlanVariant, selectie: Selectie): Selectie {
  const whole = geheelVan(plan, variant);
  return Object.fromEntries(
    (Object.entries(selectie) as [Dimensie, string][]).filter(([dimensie]) => whole.includes(dimensie)),
  );
}

function measure(
  plan: FigurePlan,
  kolom: string,
  label: string | undefined,
  selectie: Selectie,
  { how, naDagen }: { readonly how: string; readonly naDagen: number | undefined },
  asKnownOn: number | undefined,
): UitlegMeting | undefined {
  const maat = plan.maten.find((candidate) => candidate.kolom === kolom);
  const periode = plan.meetperioden.find((candidate) => candidate.label === label);
  const [gebied] = plan.gebieden;
  if (maat === undefined || periode === undefined || gebied === undefined) return undefined;
  const cel: UitlegCel = {
    gebied: gebied.code,
    gemeenten: gebied.gemeenten,
    leden: plan.leden,
    heel: gebied.heel === true,
    periode,
    selectie,
    ...(asKnownOn !== undefined && { asKnownOn }),
  };
  const grens = plan.grenzen?.[periode.label];
  const parameters =
    grens === undefined || grens === null ? plan.parameters : { ...plan.parameters, 'drempel-cents': grens };
  return (
    prestatieMeting(maat, cel, parameters) ??
    trajectMeting(maat, cel, parameters) ??
    durenMeting(maat, cel, parameters, naDagen) ??
    andereMeting(maat, cel, parameters) ??
    startMeting(maat, cel, plan, how) ??
    kostenMeting(maat, cel, parameters, plan) ??
    bronMeting(maat, cel, parameters, plan)
  );
}
