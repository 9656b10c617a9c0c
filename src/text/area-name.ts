// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseGebied } from '../contract/index.ts';
import type { Taal } from './taal.ts';
import { texts } from './texts.ts';

/** Name where room is scarce: the code of a group, the name of anything else. */
export function shortName({ soort, code, naam }: ReleaseGebied): string {
  return soort === 'groep' ? code : naam;
}

/** `Delft, Rijswijk en Westland`. */
export function listing(taal: Taal, areas: readonly ReleaseGebied[]): string {
  const names = areas.map(shortName);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${texts(taal).figuur.en} ${last}`;
}

/** A group by its own name, or by its members where that name does not say who they are or is in the other language. */
export function groepName(taal: Taal, groep: ReleaseGebied, gemeenten: readonly ReleaseGebied[]): string {
  if (taal === 'nl' && groep.naam !== groep.code) return groep.naam;
  const text = texts(taal);
  const inside = gemeenten.filter(({ code }) => groep.gemeenten.some((member) => member === code));
  const outside = gemeenten.filter((gemeente) => !inside.includes(gemeente));
  if (outside.length === 0) return text.groep.alle(groep.code);
  return outside.length < inside.length
    ? text.groep.zonder(groep.code, listing(taal, outside))
    : text.groep.met(groep.code, listing(taal, inside));
}
