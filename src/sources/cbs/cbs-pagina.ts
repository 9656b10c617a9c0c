// SPDX-License-Identifier: EUPL-1.2
import { type CbsRecord, type CbsTabel, isRecord, recordsOf, text } from './cbs-tabel.ts';

/** A number of a table, in an address or in the name of a file. */
const TABEL = /(?<![0-9A-Za-z])\d{5}[A-Za-z]{3}(?![0-9A-Za-z])/;
/** A topic of version 3: its name and its place. */
const ONDERWERP = /^(?:[A-Z]|k_\d)\w*_\d+$/;
const REGIO = /^[A-Z]{2}\d{2,8}[A-Z]?$/;
const PERIODE = /^\d{4}(?:JJ|HJ|KW|MM|W1|X0|SJ|VJ)\d{2}$/;
/** Of a table that does not say when it was changed: any that does counts before it. */
const LANG_GELEDEN = '1970-01-01';

/**
 * Rows of a table without its description: one saved page of an answer, a bare list of its records, or a CSV file of them. Codes stay codes: what the
 * description would say (titles, units, marks of periods, when the table was changed) is not known. The table is named by the answer, else by the file. Undefined when the rows are not of CBS.
 */
export function parseCbsPagina(json: unknown, pad: string): CbsTabel | undefined {
  const context = isRecord(json) ? text(json['@odata.context'] ?? json['odata.metadata']) : '';
  const identifier = (TABEL.exec(context) ?? TABEL.exec(pad.split('/').at(-1) ?? ''))?.[0];
  const rijen = isRecord(json)
    ? recordsOf(json.Observations ?? json.TypedDataSet ?? json.UntypedDataSet ?? json)
    : recordsOf(json);
  const versie = versieOf(rijen[0]);
  if (identifier === undefined || versie === undefined) return undefined;
  const dimensies = Object.keys(rijen[0] ?? {}).filter((key) => isDimensie(key, versie));
  const withAll = (pattern: RegExp): string | undefined =>
    dimensies.find((key) => rijen.every((record) => pattern.test(text(record[key]))));
  return {
    versie,
    identifier,
    gewijzigd: LANG_GELEDEN,
    opgehaald: undefined,
    jaar: undefined,
    geo: withAll(REGIO),
    tijd: withAll(PERIODE),
    dimensies,
    onderwerpen: new Map(),
    periodeStatus: new Map(),
    rijen,
  };
}

function versieOf(record: CbsRecord | undefined): 3 | 4 | undefined {
  if (record === undefined) return undefined;
  if ('Measure' in record && 'Value' in record) return 4;
  return Object.keys(record).some((key) => ONDERWERP.test(key)) ? 3 : undefined;
}

function isDimensie(key: string, versie: 3 | 4): boolean {
  if (versie === 3) return key !== 'ID' && !key.startsWith('odata.') && !ONDERWERP.test(key);
  return !['Id', 'Measure', 'Value', 'StringValue', 'ValueAttribute'].includes(key);
}
