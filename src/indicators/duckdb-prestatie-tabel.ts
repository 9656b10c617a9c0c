// SPDX-License-Identifier: EUPL-1.2
import type { SourceQuery } from './figure-bundle.ts';

/**
 * Where the standing prestaties of a query are read: the lines, or what they add up to per year. Where every period and membership is of whole calendar years, all days of a
 * year lie alike towards their beginnings and ends, and the years say the same in a third of the rows.
 */
export function prestatieTable({ meetperioden, leden }: SourceQuery): 'prestatie_jaar' | 'prestatie_staand' {
  const inYears = [...meetperioden, ...leden].every(
    ({ van, tot }) => van.endsWith('-01-01') && tot.endsWith('-12-31'),
  );
  return inYears ? 'prestatie_jaar' : 'prestatie_staand';
}
