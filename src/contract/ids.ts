// SPDX-License-Identifier: EUPL-1.2
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** CBS code of a gemeente with its prefix, `GM0503`. */
export type GemeenteCode = Branded<string, 'GemeenteCode'>;

/** An area of the region: a gemeente (`GM0503`), a group (`H8`) or the jeugdregio (`JZ24`). */
export type GebiedCode = Branded<string, 'GebiedCode'> | GemeenteCode;

/** Eight-digit AGB code of a provider. */
export type AgbCode = Branded<string, 'AgbCode'>;

/**
 * What is left of a person: 64 bits of a keyed hash of the BSN. Equal BSNs give equal pseudonyms under one key.
 * Source: docs/adr/a-person-is-64-bits-of-a-keyed-hash.md
 */
export type Pseudonym = Branded<bigint, 'Pseudonym'>;

/** `GM0503` from the four digits that iJw headers use (`0503`). */
export function gemeenteCode(digits: string): GemeenteCode {
  return `GM${digits}` as GemeenteCode;
}
