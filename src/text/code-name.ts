// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Taal } from './taal.ts';
import { texts } from './texts.ts';

type Names = Readonly<Record<string, string>>;

/** Codes of this dimension that have a name, with it, in the order in which they are shown. Empty where codes are shown as they are. */
export function codeNames(taal: Taal, dimensie: Dimensie): Names {
  const { typen, codes } = texts(taal);
  if (dimensie === 'type' || dimensie === 'van' || dimensie === 'naar') return typen;
  const known: Readonly<Partial<Record<Dimensie, Names>>> = codes;
  return known[dimensie] ?? {};
}

/** Name of a code for people; the code itself where it has none. */
export function codeName(taal: Taal, dimensie: Dimensie, code: string): string {
  return codeNames(taal, dimensie)[code] ?? code;
}
