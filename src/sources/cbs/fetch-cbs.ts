// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../../contract/index.ts';
import { type CbsRecord, recordsOf, text } from './cbs-tabel.ts';
import { getJson, getRecords, type HttpOptions, NotThere } from './http.ts';

/** Addresses of the two services of CBS, without the table. */
export interface CbsDienst {
  readonly versie4: string;
  readonly versie3: string;
}

export const CBS_DIENST: CbsDienst = {
  versie4: 'https://datasets.cbs.nl/odata/v1/CBS',
  versie3: 'https://opendata.cbs.nl/ODataFeed/odata',
};

/** What is asked of a table. Codes as version 4 writes them: not padded. */
export interface CbsVraag {
  readonly tabel: string;
  /** Only these regions, where the table has regions. */
  readonly regios?: readonly string[];
  /** Only these codes of a dimension. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  /** Only these measures. */
  readonly onderwerpen?: readonly string[];
}

/** Longest list of codes in one question; addresses have a limit. */
const CODES_PER_QUESTION = 40;

/**
 * Fetches a table with its description, as the object that `readCbs` reads: from version 4, or from version 3 where version 4 does not have it. `opgehaald` is the
 * day, `YYYY-MM-DD`.
 *
 * Throws: `sources.cbs-offline`, `sources.cbs-refused`, `sources.cbs-unknown-table`, `sources.cbs-empty`.
 */
export async function fetchCbs(
  vraag: CbsVraag,
  opgehaald: string,
  dienst: CbsDienst = CBS_DIENST,
  options: HttpOptions = {},
): Promise<CbsRecord> {
  const answer =
    (await orNotThere(() => fetchVersie4(vraag, `${dienst.versie4}/${vraag.tabel}`, options))) ??
    (await orNotThere(() => fetchVersie3(vraag, `${dienst.versie3}/${vraag.tabel}`, options)));
  if (answer === undefined) {
    throw new OperatorError({
      code: 'sources.cbs-unknown-table',
      subject: `CBS has no table ${vraag.tabel}`,
      place: dienst.versie4,
      remedy: 'table numbers stand on opendata.cbs.nl/statline; capitals matter: 03759ned, 85098NED',
    });
  }
  if (countRows(answer) === 0) {
    throw new OperatorError({
      code: 'sources.cbs-empty',
      subject: `CBS has no figures in table ${vraag.tabel} for what was asked`,
      place: dienst.versie4,
      remedy:
        'its regions or measures may have changed; look at the table on opendata.cbs.nl/statline and report this',
    });
  }
  return { opgehaald, ...answer };
}

async function fetchVersie4(vraag: CbsVraag, base: string, options: HttpOptions): Promise<CbsRecord> {
  const entity = (name: string): URL => new URL(`${base}/${name}`);
  const properties = await getJson(entity('Properties'), options);
  const dimensions = await getRecords(entity('Dimensions'), options);
  const measures = await getRecords(entity('MeasureCodes'), options);
  const codes: Record<string, readonly CbsRecord[]> = {};
  for (const dimension of dimensions) {
    const name = `${text(dimension.Identifier)}Codes`;
    codes[name] = await getRecords(entity(name), options);
  }
  const geo = dimensions.find((one) => text(one.Kind).startsWith('Geo'));
  const filters: (readonly string[])[] = [];
  const known = new Set(dimensions.map((one) => text(one.Identifier)));
  const equals = (name: string, wanted: readonly string[]): readonly string[] =>
    wanted.map((code) => `${name} eq '${code}'`);
  if (vraag.onderwerpen !== undefined) filters.push(equals('Measure', vraag.onderwerpen));
  for (const [name, wanted] of Object.entries(vraag.codes ?? {})) {
    if (known.has(name)) filters.push(equals(name, wanted));
  }
  const observations = await inParts(vraag, geo && text(geo.Identifier), equals, filters, (filter) => {
    const url = entity('Observations');
    if (filter !== '') url.search = `?$filter=${encodeURIComponent(filter)}`;
    return getRecords(url, options);
  });
  return {
    Properties: properties,
    Dimensions: dimensions,
    MeasureCodes: measures,
    ...codes,
    Observations: observations,
  };
}

async function fetchVersie3(vraag: CbsVraag, base: string, options: HttpOptions): Promise<CbsRecord> {
  const entity = (name: string, filter = ''): URL => {
    const url = new URL(`${base}/${name}`);
    url.search = `?$format=json${filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`}`;
    return url;
  };
  const info = await getRecords(entity('TableInfos'), options);
  const properties = await getRecords(entity('DataProperties'), options);
  const dimensions = properties.filter((one) => /Dimension$|^GeoDetail$/.test(text(one.Type)));
  const codes: Record<string, readonly CbsRecord[]> = {};
  for (const { Key: key } of dimensions) codes[text(key)] = await getRecords(entity(text(key)), options);
  const geo = dimensions.find((one) => text(one.Type).startsWith('Geo'));
  // Version 3 compares codes with the blanks that it pads them with, so they are asked as its own code list writes them.
  const equals = (name: string, wanted: readonly string[]): readonly string[] =>
    (codes[name] ?? [])
      .map(({ Key: key }) => String(key))
      .filter((key) => wanted.includes(key.trim()))
      .map((key) => `${name} eq '${key}'`);
  const filters = Object.entries(vraag.codes ?? {})
    .map(([name, wanted]) => equals(name, wanted))
    .filter((parts) => parts.length > 0);
  const rows = await inParts(vraag, geo && text(geo.Key), equals, filters, (filter) =>
    getRecords(entity('TypedDataSet', filter), options),
  );
  return { TableInfos: info, DataProperties: properties, ...codes, TypedDataSet: rows };
}

/** Asks for some regions at a time, so that no address becomes too long. */
async function inParts(
  { regios }: CbsVraag,
  geo: string | undefined,
  equals: (name: string, wanted: readonly string[]) => readonly string[],
  filters: readonly (readonly string[])[],
  ask: (filter: string) => Promise<readonly CbsRecord[]>,
): Promise<readonly CbsRecord[]> {
  const fixed = filters.map((parts) => `(${parts.join(' or ')})`);
  const wanted = geo === undefined || regios === undefined ? [] : equals(geo, regios);
  if (wanted.length === 0) return ask(fixed.join(' and '));
  const records: CbsRecord[] = [];
  for (let from = 0; from < wanted.length; from += CODES_PER_QUESTION) {
    const part = `(${wanted.slice(from, from + CODES_PER_QUESTION).join(' or ')})`;
    records.push(...(await ask([...fixed, part].join(' and '))));
  }
  return records;
}

async function orNotThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NotThere) return undefined;
    throw error;
  }
}

/** How many cells or rows a fetched table has. */
export function countRows(tabel: CbsRecord): number {
  return recordsOf(tabel.Observations ?? tabel.TypedDataSet).length;
}
