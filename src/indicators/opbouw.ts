// SPDX-License-Identifier: EUPL-1.2
import type { Grootheid, Opbouw, Telbaar, Telling, Vorm } from '../contract/index.ts';
import { KENGETALLEN } from './definition.ts';
import type { FigurePlan, PlanMaat, PlanVariant } from './figure-plan.ts';
import { DUURKLASSEN, MATEN, type Maat, REDENEN_BEEINDIGING } from './maat.ts';

/** How parts relate to a whole for what is counted, where a quantity does not say otherwise. */
const DELEN: Readonly<Record<Telbaar, Grootheid['delen']>> = {
  personen: { gebied: 'overlap', kenmerk: 'som', dimensie: 'overlap', periode: 'overlap' },
  gezinnen: { gebied: 'overlap', kenmerk: 'overlap', dimensie: 'overlap', periode: 'overlap' },
  trajecten: { gebied: 'hoogstens-som', kenmerk: 'som', dimensie: 'som', periode: 'overlap' },
  momenten: { gebied: 'hoogstens-som', kenmerk: 'som', dimensie: 'overlap', periode: 'som' },
  zaken: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'som' },
  antwoorden: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'som' },
  aanbieders: { gebied: 'overlap', kenmerk: 'overlap', dimensie: 'overlap', periode: 'overlap' },
  eurocent: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'som' },
  dagen: { gebied: 'geen', kenmerk: 'som', dimensie: 'som', periode: 'geen' },
  openbaar: { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'geen' },
};

const SOMMEN: readonly Telbaar[] = ['eurocent', 'dagen'];

/** How the figures of a plan are made, per variant: what disclosure control and anybody who checks it must know. */
export function opbouwVan(plan: FigurePlan): readonly Opbouw[] {
  return plan.varianten.map((variant) => {
    const noemer = variant.noemer === undefined ? undefined : grootheid(plan, variant.noemer);
    const teller = nogLopend(plan, variant, noemer) ?? grootheid(plan, variant.teller);
    return {
      variant: variant.id,
      vorm: vormOf(variant, teller, noemer),
      teller,
      ...(noemer === undefined ? {} : { noemer }),
      ...(variant.over === undefined ? {} : { zonder: variant.over }),
    };
  });
}

/** What the share that lasts longer counts, as far as it was followed: part of what began, and of what lasts longer than fewer days. */
function nogLopend(
  { varianten }: FigurePlan,
  { naDagen }: PlanVariant,
  noemer: Grootheid | undefined,
): Grootheid | undefined {
  if (naDagen === undefined || noemer === undefined) return undefined;
  const codes = varianten.flatMap((other) => ((other.naDagen ?? 0) >= naDagen ? [`${other.naDagen}`] : []));
  return {
    naam: `nog-lopend ${naDagen} ${noemer.naam}`,
    telt: noemer.telt,
    maat: 'nog-lopend',
    codes,
    ...(noemer.parameters === undefined ? {} : { parameters: noemer.parameters }),
    deelVan: [noemer.maat, ...(noemer.deelVan ?? [])],
    delen: { gebied: 'geen', kenmerk: 'geen', dimensie: 'geen', periode: 'geen' },
  };
}

function vormOf({ berekening }: PlanVariant, teller: Grootheid, noemer: Grootheid | undefined): Vorm {
  if (berekening === 'groei') return 'groei';
  if (KENGETALLEN.includes(berekening) && teller.maat !== 'nog-lopend') return 'kengetal';
  if (berekening === 'gegeven') return 'waarde';
  if (berekening === 'waarde' || noemer === undefined) return 'waarde';
  if (isDeelVan(teller, noemer)) return 'deel';
  return SOMMEN.includes(teller.telt) && !SOMMEN.includes(noemer.telt) ? 'gemiddelde' : 'verhouding';
}

function isDeelVan(teller: Grootheid, noemer: Grootheid): boolean {
  if (teller.telt !== noemer.telt) return false;
  if (teller.maat !== noemer.maat && !teller.deelVan?.includes(noemer.maat)) return false;
  const { codes } = teller;
  return noemer.codes === undefined || codes?.every((code) => noemer.codes?.includes(code)) === true;
}

function grootheid(plan: FigurePlan, kolom: string): Grootheid {
  const planMaat = plan.maten.find((candidate) => candidate.kolom === kolom);
  if (planMaat === undefined) throw new Error(`${kolom} is not measured in this plan`);
  const { maat, soorten } = planMaat;
  const { telt, parameters: names, delen = {}, deelVan, gelijkAan, negatief, over } = MATEN[maat];
  const parameters = Object.fromEntries(
    names.flatMap((name) => {
      const value = plan.parameters[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  return {
    naam: naamOf(planMaat, parameters),
    telt,
    maat,
    ...codesOf(planMaat),
    ...(soorten === undefined ? {} : { codes: soorten }),
    ...(names.length === 0 ? {} : { parameters }),
    ...(deelVan === undefined ? {} : { deelVan }),
    ...(gelijkAan === undefined ? {} : { gelijkAan }),
    ...(negatief === undefined ? {} : { negatief }),
    ...(over === undefined ? {} : { over }),
    delen: { ...DELEN[telt], ...delen, ...overGrens(maat, parameters) },
  };
}

/** Codes that count; all there are when the quantity has codes and none are named. */
function codesOf({ maat, redenen, duurklasse }: PlanMaat): { readonly codes?: readonly string[] } {
  const soort = MATEN[maat];
  if (soort.duurklasse === true)
    return { codes: duurklasse === undefined ? DUURKLASSEN.map(({ code }) => code) : [duurklasse] };
  return soort.redenen === undefined ? {} : { codes: redenen ?? REDENEN_BEEINDIGING };
}

/** A threshold tested on the cell alone: a client can be above it in the whole and in none of the parts. */
function overGrens(
  maat: Maat,
  parameters: Readonly<Record<string, string | number>>,
): { readonly dimensie?: Telling } {
  if (parameters['drempel-over'] !== 'cel') return {};
  return { dimensie: maat === 'uitgaven-boven-grens' ? 'minstens-som' : 'minstens-deel' };
}

/** `clienten`, `eindes 32+33 traject-gap-days=1`. */
function naamOf(
  { maat, redenen, duurklasse, soorten }: PlanMaat,
  parameters: Readonly<Record<string, string | number>>,
): string {
  return [
    maat,
    ...(redenen === undefined ? [] : [redenen.toSorted().join('+')]),
    ...(duurklasse === undefined ? [] : [duurklasse]),
    ...(soorten === undefined ? [] : [soorten.toSorted().join('+')]),
    ...Object.entries(parameters).map(([name, value]) => `${name}=${value}`),
  ].join(' ');
}
