// SPDX-License-Identifier: EUPL-1.2
import { parseDutchNumber, roundingInterval } from '../dutch-number.ts';
import type { Interval } from '../interval.ts';
import type { Eenheid } from '../printed.ts';

/** What kind of number stands in a table with this unit; `measure` decides where one table mixes two units. */
export function eenheidOf(unit: string, measure: string): Eenheid {
  if (/^gemiddelde?-/.test(measure)) return 'euro';
  if (/^pct-/.test(measure)) return 'procent';
  if (/%|procent/.test(unit) && /ten opzichte van|verandering|toename/i.test(unit)) return 'groei';
  if (/^%|^procent|percentage/i.test(unit)) return 'procent';
  if (/cliënten|jeugdigen|kinderen|wachtend/i.test(unit)) return 'personen';
  if (/€[^/]*per cliënt|euro per cliënt/i.test(unit)) return 'euro';
  if (/€|euro/i.test(unit)) return 'euro-totaal';
  if (/gezinnen|plaatsingen|besluiten|zaken|maatregelen|aantal|aanbieders/i.test(unit)) return 'aantal';
  return 'anders';
}

/** The value of a printed number with the interval that its rounding leaves; counts are exact. */
export function printedValue(
  gedrukt: string,
  waarde: number,
  eenheid: Eenheid,
): { waarde: number; decimalen: number; bereik: Interval } {
  const parsed = parseDutchNumber(gedrukt);
  const value = parsed?.waarde ?? waarde;
  const decimalen = parsed?.decimalen ?? 0;
  const exact = eenheid === 'personen' || eenheid === 'aantal' || eenheid === 'anders';
  return {
    waarde: value,
    decimalen,
    bereik: exact ? { low: value, high: value } : roundingInterval(value, decimalen),
  };
}

/** `Q2 2024`, `2024-Q2`, `Q2` of 2024 ─▶ `2024-Q2`; a bare year stays a year. */
export function periodeOf(year: string, period: string): string {
  const quarter = /Q([1-4])/.exec(period)?.[1];
  const named = /\b(20\d\d)\b/.exec(period)?.[1] ?? year;
  return quarter === undefined ? year || period : `${named}-Q${quarter}`;
}
