// SPDX-License-Identifier: EUPL-1.2
export type { BronKolom, BronTelling, BronVorm, VeldSoort } from './bron-vorm.ts';
export { BRON_VORMEN } from './bron-vormen.ts';
export { writeBronCsv } from './write-csv.ts';
