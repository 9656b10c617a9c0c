// SPDX-License-Identifier: EUPL-1.2

import type { Child } from './population.ts';
import { randomStream } from './random.ts';

/** What messages say about a child besides number, birth and sex. Nothing of it exists. */
export interface Person {
  readonly achternaam: string;
  readonly voorletters: string;
  readonly straat: string;
  readonly huisnummer: number;
  readonly postcode: string;
  readonly telefoon: string;
  readonly ouder: string;
}

const HEADS = [
  'Vroo',
  'Kla',
  'Spee',
  'Twij',
  'Zom',
  'Bree',
  'Grui',
  'Hof',
  'Lij',
  'Mork',
  'Nee',
  'Pluk',
  'Rui',
  'Sna',
  'Wem',
];
const MIDDLES = ['der', 'len', 'mer', 'nes', 'pel', 'ster', 'vel', 'zen', 'ger', 'kel'];
const TAILS = [
  'waard',
  'schoot',
  'mans',
  'kamp',
  'broek',
  'dorst',
  'stra',
  'veen',
  'zaal',
  'horst',
  'lo',
  'wold',
];
const STREETS = ['Proefstraat', 'Oefenlaan', 'Voorbeeldweg', 'Verzinpad', 'Fictieplein', 'Bedachtkade'];
const LETTERS = 'ABCDEFGHIJKLMNOPRSTVWZ';

/**
 * Name and address of a child; brothers and sisters share all but the initials.
 * Postcodes end in SS, which is never given out; telephone numbers begin with five zeros, which no number does.
 */
export function personOf(child: Child, seed: number): Person {
  const random = randomStream(seed, 'gezin', child.gezin);
  const own = randomStream(seed, 'naam', child.id);
  return {
    achternaam: `${random.pick(HEADS)}${random.pick(MIDDLES)}${random.pick(TAILS)}`,
    straat: random.pick(STREETS),
    huisnummer: random.integer(1, 240),
    postcode: `${random.integer(2200, 2799)}SS`,
    telefoon: `00000${String(random.integer(0, 99_999)).padStart(5, '0')}`,
    ouder: letter(random.next()),
    voorletters: `${letter(own.next())}${own.chance(0.4) ? letter(own.next()) : ''}`,
  };
}

function letter(fraction: number): string {
  return LETTERS[Math.floor(fraction * LETTERS.length)] ?? 'A';
}
