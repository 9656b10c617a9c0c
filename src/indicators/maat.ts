// SPDX-License-Identifier: EUPL-1.2
import type { Grootheid, Regio, Telbaar } from '../contract/index.ts';

/** What a quantity is counted in: standing prestaties, or trajecten made of starts and stops. */
export type Bron = 'prestaties' | 'trajecten';

interface MaatSoort {
  readonly bron: Bron;
  readonly parameters: readonly ParameterNaam[];
  /** Whether the definition names the reasons of ending that count. */
  readonly redenen: 'nee' | 'mag' | 'moet';
  /** What it counts: decides how it is protected (`opbouw.ts`). */
  readonly telt: Telbaar;
  /** Quantities that it is never more than, in the same cell: all of them, also indirectly. */
  readonly deelVan?: readonly Maat[];
  /** For a sum: what it is summed over. */
  readonly over?: Maat;
  /** How parts relate to a whole, where that differs from what is usual for what it counts. */
  readonly delen?: Partial<Grootheid['delen']>;
}

/** Names of the parameters that a definition can carry. */
export const PARAMETER_NAMEN = [
  'drempel-cents',
  'drempel-over',
  'traject-gap-days',
  'terugkijk-dagen',
  'uitstroom-dagen',
  'terugkeer-dagen',
] as const;
export type ParameterNaam = (typeof PARAMETER_NAMEN)[number];

/** Names of the quantities that the engine can measure per cell; a definition uses them as numerator and denominator. */
export const MAAT_NAMEN = [
  'clienten',
  'uitgaven',
  'clienten-boven-grens',
  'uitgaven-boven-grens',
  'aanbieders',
  'trajecten',
  'instroom',
  'uitstroom',
  'eindes',
  'dagen-van-eindes',
  'uitstroom-momenten',
  'momenten-met-terugkeer',
] as const;
export type Maat = (typeof MAAT_NAMEN)[number];

/** What each quantity needs. */
export const MATEN: Readonly<Record<Maat, MaatSoort>> = {
  clienten: { bron: 'prestaties', parameters: [], redenen: 'nee', telt: 'personen' },
  uitgaven: { bron: 'prestaties', parameters: [], redenen: 'nee', telt: 'eurocent', over: 'clienten' },
  'clienten-boven-grens': {
    bron: 'prestaties',
    parameters: ['drempel-cents', 'drempel-over'],
    redenen: 'nee',
    telt: 'personen',
    deelVan: ['clienten'],
    delen: { gebied: 'minstens-deel', periode: 'minstens-deel' },
  },
  'uitgaven-boven-grens': {
    bron: 'prestaties',
    parameters: ['drempel-cents', 'drempel-over'],
    redenen: 'nee',
    telt: 'eurocent',
    deelVan: ['uitgaven'],
    over: 'clienten-boven-grens',
    delen: { gebied: 'minstens-som', periode: 'minstens-som' },
  },
  aanbieders: { bron: 'prestaties', parameters: [], redenen: 'nee', telt: 'aanbieders' },
  trajecten: { bron: 'trajecten', parameters: ['traject-gap-days'], redenen: 'nee', telt: 'trajecten' },
  instroom: {
    bron: 'trajecten',
    parameters: ['traject-gap-days', 'terugkijk-dagen'],
    redenen: 'nee',
    telt: 'personen',
    deelVan: ['trajecten'],
    delen: { gebied: 'hoogstens-som' },
  },
  uitstroom: {
    bron: 'trajecten',
    parameters: ['traject-gap-days', 'uitstroom-dagen'],
    redenen: 'nee',
    telt: 'personen',
    deelVan: ['trajecten'],
    delen: { gebied: 'hoogstens-som' },
  },
  eindes: {
    bron: 'trajecten',
    parameters: ['traject-gap-days'],
    redenen: 'mag',
    telt: 'trajecten',
    deelVan: ['trajecten'],
    delen: { periode: 'som' },
  },
  'dagen-van-eindes': {
    bron: 'trajecten',
    parameters: ['traject-gap-days'],
    redenen: 'mag',
    telt: 'dagen',
    over: 'eindes',
    delen: { periode: 'som' },
  },
  'uitstroom-momenten': {
    bron: 'trajecten',
    parameters: ['traject-gap-days', 'uitstroom-dagen'],
    redenen: 'moet',
    telt: 'momenten',
    deelVan: ['eindes', 'trajecten'],
  },
  'momenten-met-terugkeer': {
    bron: 'trajecten',
    parameters: ['traject-gap-days', 'uitstroom-dagen', 'terugkeer-dagen'],
    redenen: 'moet',
    telt: 'momenten',
    deelVan: ['uitstroom-momenten', 'eindes', 'trajecten'],
    delen: { gebied: 'geen' },
  },
};

interface GetalParameter {
  readonly soort: 'getal';
  readonly minimum: number;
  /** Where a region may set its own value. */
  readonly vanRegio?: (regio: Regio) => number;
}

interface KeuzeParameter {
  readonly soort: 'keuze';
  readonly keuzen: readonly string[];
}

/** What each parameter accepts. A value given in the request wins over the region's, and that over the default of the definition. */
export const PARAMETERS: Readonly<Record<ParameterNaam, GetalParameter | KeuzeParameter>> = {
  'drempel-cents': { soort: 'getal', minimum: 0, vanRegio: (regio) => regio.drempels.kostenGrensCents },
  'drempel-over': { soort: 'keuze', keuzen: ['gebied', 'cel'] },
  'traject-gap-days': { soort: 'getal', minimum: 0 },
  'terugkijk-dagen': { soort: 'getal', minimum: 1 },
  'uitstroom-dagen': { soort: 'getal', minimum: 0 },
  'terugkeer-dagen': { soort: 'getal', minimum: 1 },
};

/** Whole number or word. */
export type ParameterWaarde = number | string;

/** What a parameter accepts, or undefined when the value is accepted. */
export function parameterRemedy(naam: ParameterNaam, value: unknown): string | undefined {
  const parameter = PARAMETERS[naam];
  if (parameter.soort === 'keuze') {
    return typeof value === 'string' && parameter.keuzen.includes(value)
      ? undefined
      : `expected one of: ${parameter.keuzen.join(', ')}`;
  }
  return Number.isSafeInteger(value) && (value as number) >= parameter.minimum
    ? undefined
    : `expected a whole number of ${parameter.minimum} or more`;
}

/** JZ588: reasons why help ended. 20 is a pause and ends nothing. */
export const REDENEN_BEEINDIGING = ['02', '31', '32', '33', '34', '35', '36', '37', '38', '39'] as const;
