// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, SqlRow } from '../contract/index.ts';
import { vasteCodes } from './dimensie.ts';
import type { SourceQuery } from './figure-bundle.ts';
import { type Bron, MATEN } from './maat.ts';
import { RIJ_TABELLEN } from './rij-bron.ts';

/** What was measured in one cell, in the order of the query's quantities: numbers, and distributions as text. */
export interface Meting {
  /** Values of the split's dimensions. */
  readonly dimensies: readonly string[];
  readonly getallen: readonly (number | string)[];
}

const SEPARATOR = '\u0000';
const NOTHING: ReadonlyMap<string, Meting> = new Map();

/** The rows that one query gave, by split, area and period. */
export class Metingen {
  readonly #measured = new Map<string, Map<string, Meting>>();
  /** Periods about which the source was delivered; undefined where there is no telling. */
  readonly #gedekt: ReadonlySet<string> | undefined;
  /** In place of a cell that does not occur. */
  readonly niets: readonly (number | string)[];

  constructor(query: SourceQuery, rows: readonly SqlRow[]) {
    const verdeling = query.maten.map(({ maat }) => MATEN[maat].verdeling === true);
    this.niets = verdeling.map((text) => (text ? '' : 0));
    const kolommen = query.maten.map(({ kolom }) => kolom);
    const bron = query.bron as keyof typeof RIJ_TABELLEN;
    this.#gedekt =
      RIJ_TABELLEN[bron]?.levering === undefined
        ? undefined
        : new Set(
            rows
              .filter(({ split, periode }) => split === null && periode !== null)
              .map(({ periode }) => String(periode)),
          );
    for (const row of rows) {
      if (row.split === null) continue;
      const split = Number(row.split);
      const place = placeOf(split, String(row.gebied), String(row.periode));
      const dimensies = (query.splits[split] ?? []).map((dimensie) => String(row[dimensie]));
      const cells = this.#measured.get(place) ?? new Map<string, Meting>();
      const getallen = kolommen.map((kolom, index) =>
        verdeling[index] ? String(row[kolom] ?? '') : Number(row[kolom]),
      );
      this.#measured.set(place, cells.set(cellKey(dimensies), { dimensies, getallen }));
    }
  }

  /** Nothing was delivered about this period: a figure of it is unknown. */
  isUnknown(periode: string): boolean {
    return this.#gedekt !== undefined && !this.#gedekt.has(periode);
  }

  /** Cells that occur, by `cellKey`. */
  cells(split: number, gebied: string, periode: string): ReadonlyMap<string, Meting> {
    return this.#measured.get(placeOf(split, gebied, periode)) ?? NOTHING;
  }
}

export function cellKey(dimensies: readonly string[]): string {
  return dimensies.join(SEPARATOR);
}

function placeOf(split: number, gebied: string, periode: string): string {
  return [split, gebied, periode].join(SEPARATOR);
}

/** The cells that are shown even when nothing occurs in them; `members` are the gemeenten that the area then has. */
export function fixedCells(
  bron: Bron,
  dimensies: readonly Dimensie[],
  members: readonly string[],
): readonly (readonly string[])[] {
  return dimensies
    .map((dimensie) => (dimensie === 'gemeente' ? members : vasteCodes(bron, dimensie)))
    .reduce<readonly (readonly string[])[]>(
      (cells, values) => cells.flatMap((cell) => values.map((value) => [...cell, value])),
      [[]],
    );
}
