// SPDX-License-Identifier: EUPL-1.2
export type { BronKolom, BronTelling, BronVorm, VeldSoort } from './bron-vorm.ts';
export { BRON_VORMEN } from './bron-vormen.ts';
export { BRON_CODES, type BronCode } from './finding-codes.ts';
export { readBron, readBronBytes } from './read-bron.ts';
export type { BronUitkomst } from './read-rijen.ts';
export { writeBronCsv } from './write-csv.ts';
