// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, SqlColumns, SqlValue } from '../contract/index.ts';
import { vasteCodes } from './dimensie.ts';
import type { SourceQuery } from './figure-bundle.ts';
import { type Bron, MATEN } from './maat.ts';
import { RIJ_TABELLEN } from './rij-bron.ts';

/** A cell that occurs, and in which row of the result its quantities stand. */
export interface Meting {
  /** Values of the split's dimensions. */
  readonly dimensies: readonly string[];
  readonly rij: number;
}

/** A quantity as measured: per row a number, or a distribution as text; and what stands where nothing was measured. */
export interface Kolom {
  readonly waarden: readonly SqlValue[];
  readonly niets: number | string;
}

const SEPARATOR = '\u0000';
const NOTHING: ReadonlyMap<string, Meting> = new Map();

/** What one query gave, by split, area and period. */
export class Metingen {
  readonly #measured = new Map<string, Map<string, Meting>>();
  readonly #kolommen: readonly Kolom[];
  /** Periods about which the source was delivered; undefined where there is no telling. */
  readonly #gedekt: ReadonlySet<string> | undefined;

  constructor(query: SourceQuery, { rows, columns }: SqlColumns) {
    const column = (name: string): readonly SqlValue[] => columns.get(name) ?? [];
    const [splits, gebieden, perioden] = [column('split'), column('gebied'), column('periode')];
    const dimensies = query.splits.map((split) => split.map(column));
    this.#kolommen = query.maten.map(({ maat, kolom }) => ({
      waarden: column(kolom),
      niets: MATEN[maat].verdeling === true ? '' : 0,
    }));
    const gedekt = new Set<string>();
    for (let rij = 0; rij < rows; rij += 1) {
      const [split, periode] = [splits[rij], perioden[rij]];
      if (split === null || split === undefined) {
        if (periode !== null && periode !== undefined) gedekt.add(String(periode));
        continue;
      }
      const place = placeOf(Number(split), String(gebieden[rij]), String(periode));
      const own = (dimensies[Number(split)] ?? []).map((values) => String(values[rij]));
      let cells = this.#measured.get(place);
      if (cells === undefined) {
        cells = new Map();
        this.#measured.set(place, cells);
      }
      cells.set(cellKey(own), { dimensies: own, rij });
    }
    const bron = query.bron as keyof typeof RIJ_TABELLEN;
    this.#gedekt = RIJ_TABELLEN[bron]?.levering === undefined ? undefined : gedekt;
  }

  /** The quantity at this place of the query. */
  kolom(plek: number): Kolom {
    const kolom = this.#kolommen[plek];
    if (kolom === undefined) throw new RangeError(`a query has no quantity ${plek}`);
    return kolom;
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
  return `${split}${SEPARATOR}${gebied}${SEPARATOR}${periode}`;
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
