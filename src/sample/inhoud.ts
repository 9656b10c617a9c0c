// SPDX-License-Identifier: EUPL-1.2
import type { BerichtInhoud, BerichtWaarde } from '../ijw/index.ts';

/** A copy with the value at `path` replaced; of several elements the first. Undefined when there is none, or `to` gives none. */
export function change(
  inhoud: BerichtInhoud,
  path: readonly string[],
  to: (value: BerichtWaarde) => BerichtWaarde,
): BerichtInhoud | undefined {
  const [naam, ...rest] = path;
  if (naam === undefined) return undefined;
  const waarde = inhoud[naam];
  const many = isMany(waarde);
  const first = many ? waarde[0] : waarde;
  if (first === undefined) return undefined;
  const next = rest.length === 0 ? to(first) : isInhoud(first) ? change(first, rest, to) : undefined;
  if (next === undefined || isMany(next)) return undefined;
  return { ...inhoud, [naam]: many ? [next, ...waarde.slice(1)] : next };
}

/** As `change`, for an element with child elements. */
export function changeClass(
  inhoud: BerichtInhoud,
  path: readonly string[],
  to: (value: BerichtInhoud) => BerichtInhoud | undefined,
): BerichtInhoud | undefined {
  return change(inhoud, path, (value) => (isInhoud(value) ? to(value) : undefined));
}

/** The elements of this name as a list, also when there is one or none. */
export function elements(inhoud: BerichtInhoud, naam: string): readonly BerichtInhoud[] {
  const waarde = inhoud[naam];
  return (isMany(waarde) ? waarde : [waarde]).filter(isInhoud);
}

/** The element at this path; of several the first. */
export function element(inhoud: BerichtInhoud, ...path: readonly string[]): BerichtInhoud | undefined {
  let found: BerichtInhoud | undefined = inhoud;
  for (const naam of path) found = found && elements(found, naam)[0];
  return found;
}

export function isMany(waarde: BerichtWaarde): waarde is readonly (string | number | BerichtInhoud)[] {
  return Array.isArray(waarde);
}

export function isInhoud(waarde: BerichtWaarde): waarde is BerichtInhoud {
  return typeof waarde === 'object' && !Array.isArray(waarde);
}
