// SPDX-License-Identifier: EUPL-1.2
export type { BronKolom, BronTelling, BronVorm, VeldSoort } from './bron-vorm.ts';
export { BRON_VORMEN } from './bron-vormen.ts';
export { CBS_TABELLEN, cbsVraag } from './cbs/cbs-vragen.ts';
export { CBS_DIENST, type CbsDienst, type CbsVraag, countRows, fetchCbs } from './cbs/fetch-cbs.ts';
export { type CbsInhoud, writeCbs } from './cbs/write-cbs.ts';
export { BRON_CODES, type BronCode } from './finding-codes.ts';
export type { TemplateVooraf } from './invulblad.ts';
export { kwartaalVan, type Periode, parsePeriode } from './parse-veld.ts';
export { readBron, readBronBytes } from './read-bron.ts';
export type { BronUitkomst } from './read-rijen.ts';
export { BRON_FORMATEN, type BronFormaat, writeBron, writeTemplate } from './write-bron.ts';
