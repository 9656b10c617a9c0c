// SPDX-License-Identifier: EUPL-1.2
import { BRON_SOORTEN } from '../contract/index.ts';
import type { Blad, Cel } from './blad.ts';
import type { BronVorm } from './bron-vorm.ts';
import { BRON_VORMEN } from './bron-vormen.ts';

/** A sheet that holds a form: where its header is and which of its columns stand where. */
export interface HerkendBlad {
  readonly blad: Blad;
  readonly vorm: BronVorm;
  /** Index in `blad.rijen` of the header row. */
  readonly kop: number;
  /** Per column of the form its place in the sheet. */
  readonly plaatsen: ReadonlyMap<string, number>;
  readonly dubbel: readonly number[];
  readonly onbekend: readonly number[];
  readonly ontbreekt: readonly string[];
}

/** Rows above the header in which a sheet may have titles. */
const HEADER_WITHIN = 20;
/** A form is recognised by this share of its mandatory columns, and by at least so many of its columns. */
const MIN_SHARE = 0.6;
const MIN_COLUMNS = 3;

/** The form that a sheet holds, by its header; undefined when it holds none. */
export function herkenVorm(blad: Blad): HerkendBlad | undefined {
  let best: { readonly herkend: HerkendBlad; readonly score: number } | undefined;
  for (const [kop, { cellen }] of blad.rijen.slice(0, HEADER_WITHIN).entries()) {
    const namen = cellen.map(kolomNaam);
    for (const soort of BRON_SOORTEN) {
      const vorm = BRON_VORMEN[soort];
      const found = compare(blad, kop, namen, vorm);
      const verplicht = vorm.kolommen.filter((kolom) => kolom.verplicht).length;
      const aanwezig = verplicht - found.ontbreekt.length;
      if (aanwezig < verplicht * MIN_SHARE || found.plaatsen.size < MIN_COLUMNS) continue;
      const score = aanwezig / verplicht + found.plaatsen.size / 100 - found.onbekend.length / 1000;
      if (best === undefined || score > best.score) best = { herkend: found, score };
    }
  }
  return best?.herkend;
}

function compare(blad: Blad, kop: number, namen: readonly string[], vorm: BronVorm): HerkendBlad {
  const plaatsen = new Map<string, number>();
  const dubbel: number[] = [];
  const onbekend: number[] = [];
  for (const [plaats, naam] of namen.entries()) {
    if (naam === '') continue;
    if (!vorm.kolommen.some((kolom) => kolom.naam === naam)) onbekend.push(plaats);
    else if (plaatsen.has(naam)) dubbel.push(plaats);
    else plaatsen.set(naam, plaats);
  }
  const ontbreekt = vorm.kolommen
    .filter(({ naam, verplicht }) => verplicht && !plaatsen.has(naam))
    .map(({ naam }) => naam);
  return { blad, vorm, kop, plaatsen, dubbel, onbekend, ontbreekt };
}

/** `Meer dan 90 dagen` is `meer_dan_90_dagen`. */
function kolomNaam(cel: Cel): string {
  if (typeof cel !== 'string') return '';
  return cel
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
