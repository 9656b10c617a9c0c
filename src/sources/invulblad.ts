// SPDX-License-Identifier: EUPL-1.2
import type { BronRijen, BronSoort, PlainDate } from '../contract/index.ts';
import type { BronKolom, BronVorm } from './bron-vorm.ts';
import { BRON_VORMEN } from './bron-vormen.ts';

/** A value to write; undefined is an empty cell. A day of a column `datum` counts from 1970. */
export type InvulWaarde = string | number | undefined;

/** What a file of a source holds when it is written: the same in every format. */
export interface Invulblad {
  readonly vorm: BronVorm;
  readonly rijen: readonly (readonly InvulWaarde[])[];
  /** Rows, from the second on, whose `opgesteld_op` follows the first row, so that it has to be changed in one place. */
  readonly volgt: boolean;
}

/** Rows of a source as they are written. */
export function invulblad<Soort extends BronSoort>(
  soort: Soort,
  rows: Iterable<BronRijen[Soort]>,
): Invulblad {
  const vorm: BronVorm = BRON_VORMEN[soort];
  const rijen = Array.from(rows, (row) => {
    const values = row as unknown as Readonly<Record<string, InvulWaarde>>;
    return vorm.kolommen.map(({ naam }) => values[veldVan(naam)]);
  });
  return { vorm, rijen, volgt: false };
}

/** What is known before anybody fills in a template. */
export interface TemplateVooraf {
  readonly leverancier?: string;
  /** A quarter, a year or a day, as the form asks for it. */
  readonly periode?: InvulWaarde;
  readonly reeks?: string;
  readonly opgesteldOp: PlainDate;
}

const LEGE_RIJEN = 100;

/** Rows to fill in: what is known stands there already. The reader skips rows in which nothing else was filled in. */
export function leegInvulblad(soort: BronSoort, vooraf: TemplateVooraf): Invulblad {
  const vorm = BRON_VORMEN[soort];
  const rij = vorm.kolommen.map(({ naam }): InvulWaarde => {
    if (naam === vorm.leverancier) return vooraf.leverancier;
    if (naam === vorm.periode.kolom) return vooraf.periode;
    if (naam === vorm.reeks) return vooraf.reeks;
    return naam === 'opgesteld_op' ? vooraf.opgesteldOp : undefined;
  });
  return { vorm, rijen: Array.from({ length: LEGE_RIJEN }, () => rij), volgt: true };
}

/** Columns that say who and when; a row with nothing else is empty. */
export function isVooraf(vorm: BronVorm, kolom: string): boolean {
  return [vorm.leverancier, vorm.periode.kolom, vorm.reeks, 'opgesteld_op'].includes(kolom);
}

/** The rows of the sheet that explains the form, with its title first. */
export function uitleg(vorm: BronVorm): readonly (readonly string[])[] {
  return [
    [vorm.titel.nl],
    ['Vul het blad “invullen” in: één ding per regel. Kolommen mogen in een andere volgorde staan.'],
    ['Regels waarin alleen staat wie en wanneer, tellen niet mee en mogen blijven staan.'],
    [
      'Een dag is 2024-06-30 of 30-06-2024. Een getal is 1234 of 1.234,5. Laat leeg wat niet bekend is; schrijf geen nul.',
    ],
    ['Iets te verbeteren? Stuur het hele bestand opnieuw, met een latere dag in opgesteld_op.'],
    ['Schrijf nergens namen of andere gegevens van personen in dan waar een kolom om vraagt.'],
    ['kolom', 'verplicht', 'uitleg', 'waarden'],
    ...vorm.kolommen.map(({ naam, verplicht, uitleg: tekst, keuzes, standaard, voorbeeld }) => [
      naam,
      verplicht ? 'ja' : standaard === undefined ? 'nee' : `nee (leeg = ${standaard})`,
      tekst.nl,
      keuzes?.join(', ') ?? (voorbeeld === undefined || voorbeeld === '' ? '' : `bijvoorbeeld ${voorbeeld}`),
    ]),
  ];
}

/** Columns that an office program must keep as text, or it would make numbers and days of codes. */
export function isTekst({ soort }: BronKolom): boolean {
  return soort !== 'datum' && soort !== 'aantal' && soort !== 'getal';
}

/** Field of a row interface for a column: `meer_dan_90_dagen` is `meerDan90Dagen`. */
export function veldVan(kolom: string): string {
  return kolom.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
