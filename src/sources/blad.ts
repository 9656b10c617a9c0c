// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '../contract/index.ts';

/** A cell as the file has it; undefined is empty. A day is only what the file itself marks as one. */
export type Cel = string | number | boolean | { readonly dag: PlainDate } | undefined;

/** A row with something in it. */
export interface BladRij {
  /** As people count: the first row of a sheet, or the first line of a CSV file, is 1. */
  readonly nummer: number;
  readonly cellen: readonly Cel[];
}

/** One sheet, or a CSV file. Rows without anything in them are left out. */
export interface Blad {
  /** Empty for CSV. */
  readonly naam: string;
  readonly rijen: readonly BladRij[];
}

/** A file that cannot be read as a table at all; `code` is that of its finding. */
export class BladError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Most rows with something in them, and most columns, of one sheet. */
export const MAX_RIJEN = 500_000;
export const MAX_KOLOMMEN = 250;

/** `Blad1!C4`; for CSV `C4`. `kolom` counts from 0. */
export function celNaam({ naam }: Blad, rij: number, kolom: number): string {
  let letters = '';
  for (let left = kolom + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${naam === '' ? '' : `${naam}!`}${letters}${rij}`;
}

/** Collects rows, refusing sheets that are larger than anybody fills in. Throws: `BladError`. */
export class BladBouwer {
  readonly #naam: string;
  readonly #rijen: BladRij[] = [];

  constructor(naam: string) {
    this.#naam = naam;
  }

  push(nummer: number, cellen: readonly Cel[]): void {
    if (cellen.every((cel) => cel === undefined || cel === '')) return;
    if (this.#rijen.length >= MAX_RIJEN) throw new BladError('sources.te-groot');
    this.#rijen.push({ nummer, cellen });
  }

  finish(): Blad {
    return { naam: this.#naam, rijen: this.#rijen };
  }
}
