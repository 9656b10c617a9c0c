// SPDX-License-Identifier: EUPL-1.2

/** A record of an OData answer, before anybody trusts it. */
export type CbsRecord = Readonly<Record<string, unknown>>;

/**
 * A table of CBS as it is saved: one JSON object with the entities of its OData service as CBS answered them. Version 4 has `Properties` and `Observations`, version 3 `TableInfos`
 * and `TypedDataSet` or `UntypedDataSet`. `opgehaald` is the day of fetching.
 */
export interface CbsTabel {
  readonly versie: 3 | 4;
  readonly identifier: string;
  /** Day on which CBS changed the table last, `YYYY-MM-DD`. */
  readonly gewijzigd: string;
  readonly opgehaald: string | undefined;
  /** The period of a table that has no dimension for it, `2020JJ00`. */
  readonly jaar: string | undefined;
  readonly geo: string | undefined;
  readonly tijd: string | undefined;
  /** Names of all dimensions. */
  readonly dimensies: readonly string[];
  readonly onderwerpen: ReadonlyMap<string, { readonly titel: string; readonly eenheid: string }>;
  /** Marks of periods: `Definitief`, `Voorlopig`, `NaderVoorlopig`. */
  readonly periodeStatus: ReadonlyMap<string, string>;
  readonly rijen: readonly CbsRecord[];
}

/** Recognises a saved table; undefined for any other JSON, and for one without its description or its rows. */
export function parseCbsTabel(json: unknown): CbsTabel | undefined {
  if (!isRecord(json)) return undefined;
  return isRecord(json.Properties) ? versie4(json, json.Properties) : versie3(json);
}

/** Whether JSON looks like something of CBS, so that what is missing in it is worth a finding. */
export function isCbsJson(json: unknown): boolean {
  if (Array.isArray(json)) return isRecord(json[0]) && 'ID' in json[0];
  if (!isRecord(json)) return false;
  const context = text(json['@odata.context'] ?? json['odata.metadata']);
  return (
    context.includes('cbs.nl') ||
    ['Observations', 'MeasureCodes', 'TypedDataSet', 'TableInfos'].some((name) => name in json)
  );
}

/** Entities whose names carry the number of their table (`TypedDataSet_84799NED`), as the libraries that keep several tables in one file write them: an object per table. */
export function perTabel(json: unknown): readonly CbsRecord[] {
  if (!isRecord(json)) return [];
  const tabellen = new Map<string, Record<string, unknown>>();
  for (const [key, entity] of Object.entries(json)) {
    const [, naam, tabel] = /^(\w+)_(\d{5}[A-Za-z]{3})$/.exec(key) ?? [];
    if (naam === undefined || tabel === undefined) continue;
    const entities = tabellen.get(tabel) ?? {};
    tabellen.set(tabel, entities);
    entities[naam === 'catalogTable' ? 'TableInfos' : naam] = entity;
  }
  return [...tabellen.values()];
}

/** The entities that a table would need to be read, for a finding. */
export function whatIsMissing(json: unknown): string {
  if (!isRecord(json)) return 'zonder tabelnummer';
  const has = (name: string): boolean => recordsOf(json[name]).length > 0;
  if (has('Observations') || has('TypedDataSet') || has('UntypedDataSet') || has('value'))
    return 'zonder tabelnummer of onderwerpen';
  return isRecord(json.Properties) ? 'zonder Observations' : 'zonder TypedDataSet';
}

/** A list of records; a single page of an answer gives its `value`. */
export function recordsOf(entity: unknown): readonly CbsRecord[] {
  const list = isRecord(entity) ? entity.value : entity;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** A text without the blanks that version 3 pads codes with; empty for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

export function isRecord(value: unknown): value is CbsRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function versie4(json: CbsRecord, properties: CbsRecord): CbsTabel | undefined {
  const dimensions = recordsOf(json.Dimensions);
  const identifier = text(properties.Identifier);
  const rijen = recordsOf(json.Observations);
  const gewijzigd = dayOfText(properties.ObservationsModified) ?? dayOfText(properties.Modified);
  if (identifier === '' || gewijzigd === undefined || rijen.length === 0) return undefined;
  const kind = (pattern: RegExp): string | undefined =>
    dimensions.filter((one) => pattern.test(text(one.Kind))).map((one) => text(one.Identifier))[0];
  const tijd = kind(/^Time/);
  return {
    versie: 4,
    identifier,
    gewijzigd,
    opgehaald: dayOfText(json.opgehaald),
    jaar: yearOfText(properties.TemporalCoverage),
    geo: kind(/^Geo/),
    tijd,
    dimensies: dimensions.map((one) => text(one.Identifier)),
    onderwerpen: new Map(
      recordsOf(json.MeasureCodes).map((one) => [
        text(one.Identifier),
        { titel: text(one.Title), eenheid: text(one.Unit) },
      ]),
    ),
    periodeStatus: statuses(recordsOf(json[`${tijd}Codes`]), 'Identifier'),
    rijen,
  };
}

function versie3(json: CbsRecord): CbsTabel | undefined {
  const [info] =
    isRecord(json.TableInfos) && !('value' in json.TableInfos)
      ? [json.TableInfos]
      : recordsOf(json.TableInfos);
  const properties = recordsOf(json.DataProperties);
  const rijen = recordsOf(json.TypedDataSet ?? json.UntypedDataSet);
  const gewijzigd = dayOfText(info?.Modified) ?? dayOfText(info?.Updated);
  const identifier = text(info?.Identifier);
  if (identifier === '' || gewijzigd === undefined || properties.length === 0 || rijen.length === 0)
    return undefined;
  const keys = (pattern: RegExp): readonly string[] =>
    properties.filter((one) => pattern.test(text(one.Type))).map((one) => text(one.Key));
  const [tijd] = keys(/^Time/);
  return {
    versie: 3,
    identifier,
    gewijzigd,
    opgehaald: dayOfText(json.opgehaald),
    jaar: yearOfText(info?.Period),
    geo: keys(/^Geo/)[0],
    tijd,
    dimensies: keys(/Dimension$|^GeoDetail$/),
    onderwerpen: new Map(
      properties
        .filter((one) => text(one.Type) === 'Topic')
        .map((one) => [text(one.Key), { titel: text(one.Title), eenheid: text(one.Unit) }]),
    ),
    periodeStatus: tijd === undefined ? new Map() : statuses(recordsOf(json[tijd]), 'Key'),
    rijen,
  };
}

function statuses(codes: readonly CbsRecord[], key: string): ReadonlyMap<string, string> {
  return new Map(codes.map((one) => [text(one[key]), text(one.Status)]));
}

function dayOfText(value: unknown): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(text(value))?.[0];
}

function yearOfText(value: unknown): string | undefined {
  return /^\d{4}$/.test(text(value)) ? `${text(value)}JJ00` : undefined;
}
