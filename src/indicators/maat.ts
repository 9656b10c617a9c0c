// SPDX-License-Identifier: EUPL-1.2
import type { Regio } from '../contract/index.ts';

/** Quantities that the engine can measure per cell; a definition names them as numerator and denominator. */
export const MATEN = {
  clienten: { parameters: [] },
  uitgaven: { parameters: [] },
  'clienten-boven-grens': { parameters: ['drempel-cents', 'drempel-over'] },
  'uitgaven-boven-grens': { parameters: ['drempel-cents', 'drempel-over'] },
  aanbieders: { parameters: [] },
} as const satisfies Record<string, { parameters: readonly ParameterNaam[] }>;
export type Maat = keyof typeof MATEN;
export const MAAT_NAMEN = Object.keys(MATEN) as readonly Maat[];

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

/** Names of the parameters that a definition can carry. */
export const PARAMETER_NAMEN = ['drempel-cents', 'drempel-over'] as const;
export type ParameterNaam = (typeof PARAMETER_NAMEN)[number];

/** What each parameter accepts. A value given in the request wins over the region's, and that over the default of the definition. */
export const PARAMETERS: Readonly<Record<ParameterNaam, GetalParameter | KeuzeParameter>> = {
  'drempel-cents': { soort: 'getal', minimum: 0, vanRegio: (regio) => regio.drempels.kostenGrensCents },
  'drempel-over': { soort: 'keuze', keuzen: ['gebied', 'cel'] },
};

/** Whole number or word. */
export type ParameterWaarde = number | string;

/** What a parameter accepts, or undefined when the value is accepted. */
export function parameterRemedy(naam: ParameterNaam, value: unknown): string | undefined {
  const parameter = PARAMETERS[naam];
  if (parameter.soort === 'keuze') {
    return typeof value === 'string' && parameter.keuzen.includes(value)
      ? undefined
      : `Expected one of: ${parameter.keuzen.join(', ')}.`;
  }
  return Number.isSafeInteger(value) && (value as number) >= parameter.minimum
    ? undefined
    : `Expected a whole number of ${parameter.minimum} or more.`;
}
