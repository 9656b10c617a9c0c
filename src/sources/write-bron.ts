// SPDX-License-Identifier: EUPL-1.2
import type { BronRijen, BronSoort } from '../contract/index.ts';
import { type Invulblad, invulblad, leegInvulblad, type TemplateVooraf } from './invulblad.ts';
import { writeCsv } from './write-csv.ts';
import { writeOds } from './write-ods.ts';
import { writeXlsx } from './write-xlsx.ts';

/** Formats in which a source can be filled in. */
export const BRON_FORMATEN = ['csv', 'ods', 'xlsx'] as const;
export type BronFormaat = (typeof BRON_FORMATEN)[number];

const WRITERS: Readonly<Record<BronFormaat, (blad: Invulblad) => Uint8Array>> = {
  csv: writeCsv,
  ods: writeOds,
  xlsx: writeXlsx,
};

/** Rows of a source as the file that `readBron` reads. Equal rows give equal bytes. */
export function writeBron<Soort extends BronSoort>(
  soort: Soort,
  rows: Iterable<BronRijen[Soort]>,
  formaat: BronFormaat = 'csv',
): Uint8Array {
  return WRITERS[formaat](invulblad(soort, rows));
}

/** A file to fill in. */
export function writeTemplate(soort: BronSoort, vooraf: TemplateVooraf, formaat: BronFormaat): Uint8Array {
  return WRITERS[formaat](leegInvulblad(soort, vooraf));
}
