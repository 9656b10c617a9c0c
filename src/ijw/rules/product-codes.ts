// SPDX-License-Identifier: EUPL-1.2
import { JZ021_FEITEN } from '../facts.generated.ts';

const categories = new Map(
  Object.entries(JZ021_FEITEN).flatMap(([categorie, codes]) =>
    codes.split(' ').map((code) => [code, categorie]),
  ),
);

/** Category of a national product code; undefined for a code that is not national. */
export function categorieOfCode(code: string): string | undefined {
  return categories.get(code);
}
