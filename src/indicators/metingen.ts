// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, SqlRow } from '../contract/index.ts';
import { VASTE_CODES } from './dimensie.ts';
import type { FigureBundle } from './figure-bundle.ts';

/** What was measured in one cell: numbers in the order of the bundle's quantities. */
export interface Cell {
  /** Values of the split's dimensions. */
  readonly dimensies: readonly string[];
  readonly nu: readonly number[];
  /** The same in the base period; equal to `nu` where none was asked. */
  readonly basis: readonly number[];
}

interface Measured {
  readonly dimensies: readonly string[];
  readonly getallen: readonly number[];
}

const SEPARATOR = '\u0000';

/** The rows that the SQL of a bundle gave, by split, area and period. */
export class Metingen {
  readonly #measured = new Map<string, Map<string, Measured>>();
  readonly #sorted = new Map<string, readonly Cell[]>();
  readonly #splits: FigureBundle['splits'];
  readonly #zeros: readonly number[];

  constructor(bundle: FigureBundle, rows: readonly SqlRow[]) {
    this.#splits = bundle.splits;
    this.#zeros = bundle.maten.map(() => 0);
    const kolommen = bundle.maten.map(({ kolom }) => kolom);
    for (const row of rows) {
      if (row.split === null) continue;
      const split = Number(row.split);
      const place = placeOf(split, String(row.gebied), String(row.periode));
      const dimensies = (bundle.splits[split] ?? []).map((dimensie) => String(row[dimensie]));
      const cells = this.#measured.get(place) ?? new Map<string, Measured>();
      const getallen = kolommen.map((kolom) => Number(row[kolom]));
      this.#measured.set(place, cells.set(dimensies.join(SEPARATOR), { dimensies, getallen }));
    }
  }

  /**
   * Cells of an area and period, sorted by their values: those that are always shown and those that occur, also in the base period where one is
   * given. `members` are the gemeenten that the area then has.
   */
  cells(
    split: number,
    gebied: string,
    members: readonly string[],
    periode: string,
    basis: string | undefined,
  ): readonly Cell[] {
    const place = [placeOf(split, gebied, periode), basis, ...members].join(SEPARATOR);
    const known = this.#sorted.get(place);
    if (known !== undefined) return known;
    const nu = this.#measured.get(placeOf(split, gebied, periode));
    const toen = basis === undefined ? nu : this.#measured.get(placeOf(split, gebied, basis));
    const shown = new Map<string, readonly string[]>();
    for (const cell of fixedCells(this.#splits[split] ?? [], members)) shown.set(cell.join(SEPARATOR), cell);
    for (const [key, { dimensies }] of nu ?? []) shown.set(key, dimensies);
    for (const [key, { dimensies }] of toen ?? []) shown.set(key, dimensies);
    const cells = [...shown]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, dimensies]) => ({
        dimensies,
        nu: nu?.get(key)?.getallen ?? this.#zeros,
        basis: toen?.get(key)?.getallen ?? this.#zeros,
      }));
    this.#sorted.set(place, cells);
    return cells;
  }
}

function placeOf(split: number, gebied: string, periode: string): string {
  return [split, gebied, periode].join(SEPARATOR);
}

/** The cells that are shown even when nothing occurs in them. */
function fixedCells(
  dimensies: readonly Dimensie[],
  members: readonly string[],
): readonly (readonly string[])[] {
  return dimensies
    .map((dimensie) => (dimensie === 'gemeente' ? members : (VASTE_CODES[dimensie] ?? [])))
    .reduce<readonly (readonly string[])[]>(
      (cells, values) => cells.flatMap((cell) => values.map((value) => [...cell, value])),
      [[]],
    );
}
