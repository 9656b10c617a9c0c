// SPDX-License-Identifier: EUPL-1.2
import type { Regio } from '../contract/index.ts';

/** Names of the parameters that a definition can carry. */
export const PARAMETER_NAMEN = [
  'drempel-cents',
  'drempel-over',
  'drempel-index',
  'vergelijk-met',
  'traject-gap-days',
  'terugkijk-dagen',
  'uitstroom-dagen',
  'return-window-days',
  'eerdere-hulp-dagen',
  'doorstroom-dagen',
  'in-een-keer-dagen',
  'naloop-dagen',
  'norm-dagen',
  'peilkwartaal',
  'positief-vanaf',
  'minimum-antwoorden',
] as const;
export type ParameterNaam = (typeof PARAMETER_NAMEN)[number];

interface GetalParameter {
  readonly soort: 'getal';
  readonly minimum: number;
  /** Where a region may set its own value. */
  readonly vanRegio?: (regio: Regio) => number | undefined;
}

interface KeuzeParameter {
  readonly soort: 'keuze';
  readonly keuzen: readonly string[];
}

/** What each parameter accepts. A value given in the request wins over the region's, and that over the default of the definition. */
export const PARAMETERS: Readonly<Record<ParameterNaam, GetalParameter | KeuzeParameter>> = {
  'drempel-cents': { soort: 'getal', minimum: 0, vanRegio: (regio) => regio.drempels.kostenGrensCents },
  'drempel-over': { soort: 'keuze', keuzen: ['gebied', 'cel'] },
  'drempel-index': { soort: 'keuze', keuzen: ['nee', 'ja'] },
  'vergelijk-met': { soort: 'keuze', keuzen: ['vorig-jaar', 'basisjaar'] },
  'traject-gap-days': { soort: 'getal', minimum: 0 },
  'terugkijk-dagen': { soort: 'getal', minimum: 1 },
  'uitstroom-dagen': { soort: 'getal', minimum: 0 },
  'return-window-days': { soort: 'getal', minimum: 1 },
  'eerdere-hulp-dagen': { soort: 'getal', minimum: 1 },
  'doorstroom-dagen': { soort: 'getal', minimum: 0 },
  'in-een-keer-dagen': { soort: 'getal', minimum: 1 },
  'naloop-dagen': { soort: 'getal', minimum: 0 },
  peilkwartaal: { soort: 'getal', minimum: 1 },
  'positief-vanaf': { soort: 'getal', minimum: 0 },
  'minimum-antwoorden': { soort: 'getal', minimum: 0 },
  'norm-dagen': { soort: 'getal', minimum: 0, vanRegio: (regio) => regio.normen?.startDagen.standaard },
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
