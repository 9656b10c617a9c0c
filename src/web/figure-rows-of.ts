// SPDX-License-Identifier: EUPL-1.2
import {
  type Dimensie,
  type FigureRow,
  type ReleaseGebied,
  type SafeTable,
  TYPEN_JEUGDHULP,
} from '../contract/index.ts';
import { codeName, codeNames } from '../text/index.ts';
import type { Site } from './dashboard-source.ts';
import type { RijData, TabelData } from './figure/figure-data.ts';

/** What places in a row stand for. */
export interface Places {
  readonly perioden: readonly string[];
  readonly gebieden: readonly string[];
  readonly varianten: readonly string[];
  readonly statussen: readonly string[];
}

/** A table in as few characters as possible. */
export function tableData(
  site: Site,
  { dimensies, rows }: Pick<SafeTable, 'dimensies' | 'rows'>,
  places: Places,
): TabelData {
  const codes = dimensies.map((dimensie, index) =>
    codesOf(site, dimensie, new Set(rows.map((row) => row.dimensies[index] ?? ''))),
  );
  const codePlace = (dimension: number, code: string) =>
    codes[dimension]?.findIndex(([known]) => known === code) ?? 0;
  return {
    dimensies,
    codes,
    rijen: rows
      .filter(({ gebied, periode }) => places.gebieden.includes(gebied) && places.perioden.includes(periode))
      .map((row) =>
        rowData(
          row,
          places,
          row.dimensies.map((code, index) => codePlace(index, code)),
        ),
      ),
  };
}

function rowData(
  row: FigureRow,
  { perioden, gebieden, varianten, statussen }: Places,
  codes: readonly number[],
): RijData {
  const { waarde, teller, noemer, grenzen } = row;
  const follows = waarde !== null && teller !== null && noemer !== null && waarde === teller / noemer;
  const values: (number | true | null)[] = [
    varianten.indexOf(row.variant),
    perioden.indexOf(row.periode),
    gebieden.indexOf(row.gebied),
    ...codes,
    follows ? true : waarde,
    statussen.indexOf(row.status.join('+')),
    teller,
    noemer,
    grenzen?.ondergrens ?? null,
    grenzen?.bovengrens ?? null,
  ];
  while (values.at(-1) === null) values.pop();
  return values;
}

/** Codes that occur, with their names: types as the monitor prints them, codes with a name in the order of their names, then the others. */
function codesOf(
  site: Site,
  dimensie: Dimensie,
  occurring: ReadonlySet<string>,
): (readonly [string, string])[] {
  const named =
    dimensie === 'type' ? [...TYPEN_JEUGDHULP, 'onbekend'] : Object.keys(codeNames(site.taal, dimensie));
  const others = [...occurring].filter((code) => !named.includes(code)).sort();
  return [...named.filter((code) => occurring.has(code)), ...others].map((code) => [
    code,
    nameOf(site, dimensie, code),
  ]);
}

function nameOf({ taal, release }: Site, dimensie: Dimensie, code: string): string {
  const area: ReleaseGebied | undefined =
    dimensie === 'gemeente'
      ? release.samenstelling.gebieden.find((gebied) => gebied.code === code)
      : undefined;
  return area?.naam ?? codeName(taal, dimensie, code);
}
