// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseGebied } from '../contract/index.ts';
import { groepName as groepNameIn, listing as listingIn, shortName } from '../text/index.ts';
import { type Edition, gemeentenOf } from './edition.ts';

export { shortName };

/** `Delft, Rijswijk en Westland`, in the language of the edition. */
export function listing({ taal }: Edition, areas: readonly ReleaseGebied[]): string {
  return listingIn(taal, areas);
}

/** Name of a group in the language of the edition. */
export function groepName(edition: Edition, groep: ReleaseGebied): string {
  return groepNameIn(edition.taal, groep, gemeentenOf(edition));
}

/** Name of any area in the language of the edition. */
export function areaName(edition: Edition, gebied: ReleaseGebied): string {
  return gebied.soort === 'groep' ? groepName(edition, gebied) : gebied.naam;
}
