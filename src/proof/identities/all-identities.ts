// SPDX-License-Identifier: EUPL-1.2
import type { Identity } from '../identity.ts';
import type { PrintedDocument } from '../printed.ts';
import { areaIdentities } from './areas.ts';
import { averageIdentities } from './averages.ts';
import { boundIdentities } from './bounds.ts';
import { lookupOf } from './lookup.ts';
import { percentageIdentities } from './percentages.ts';
import { repeatIdentities } from './repeats.ts';
import { sameSourceIdentities } from './same-source.ts';
import { totalIdentities } from './totals.ts';

/** Everything that must hold between the numbers of this document. */
export function allIdentities(document: PrintedDocument): Identity[] {
  const lookup = lookupOf(document);
  return [
    ...totalIdentities(document),
    ...percentageIdentities(document, lookup),
    ...repeatIdentities(lookup),
    ...areaIdentities(lookup),
    ...averageIdentities(lookup),
    ...boundIdentities(document, lookup),
    ...sameSourceIdentities(document),
  ];
}
