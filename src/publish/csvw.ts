// SPDX-License-Identifier: EUPL-1.2
import { FIGUUR_STATUSSEN, RELEASE_STATUSSEN, type SafeTable } from '../contract/index.ts';
import { TALEN, type Taal, texts } from '../text/index.ts';
import { addressesOf, uitgeverOf } from './addresses.ts';
import { cellNotes } from './csvw-notes.ts';
import { figureFileName, releaseColumns } from './figure-file.ts';
import { LICENTIE, type TableSource } from './table-source.ts';

/** Units whose figures are never below zero. */
const NEGATIVE_TOO = ['aandeel', 'eurocent'];

/**
 * CSV on the Web metadata that stands beside a figure file. The notes say which rows a break touches and which cells were corrected.
 * Source: W3C Metadata Vocabulary for Tabular Data; RFC 7111 for the places of rows and cells
 */
export function csvwMetadata(table: SafeTable, source: TableSource): object {
  const { release, definitie } = source;
  const file = `${figureFileName(table)}.csv`;
  const keys = ['indicator', 'variant', 'periode', 'gebied', ...table.dimensies];
  const uitgever = uitgeverOf(release);
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: file,
    'dc:title': literals((taal) => {
      const text = texts(taal);
      return text.csvw.titel(definitie?.naam[taal] ?? text.indicatoren[table.indicator] ?? table.indicator);
    }),
    ...(definitie === undefined
      ? {}
      : { 'dc:description': literals((taal) => `${definitie.betekenis[taal]} ${definitie.telt[taal]}`) }),
    'dc:license': { '@id': LICENTIE },
    'dc:publisher': { '@id': uitgever.uri },
    'dc:identifier': `${addressesOf(release).permalink}cijfers/${file}`,
    'dc:modified': { '@value': release.uitgegeven ?? release.dataTot, '@type': 'date' },
    'dc:language': TALEN,
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\n'] },
    notes: [
      {
        type: 'uitgave',
        release: release.id,
        status: release.status,
        dataTot: release.dataTot,
        definitie: table.definitie,
        ...(release.fictief ? { fictief: texts('nl').fictief.uitleg } : {}),
      },
      ...cellNotes(table, source),
    ],
    tableSchema: {
      columns: releaseColumns(table).map((name) => column(name, table)),
      primaryKey: keys,
    },
  };
}

function column(name: string, table: SafeTable): object {
  const named = {
    name,
    titles: perTaal((taal) => describe(name, table, taal).naam),
    'dc:description': literals((taal) => describe(name, table, taal).uitleg),
  };
  switch (name) {
    case 'waarde':
    case 'teller':
    case 'noemer': {
      const minimum = name === 'waarde' && NEGATIVE_TOO.includes(table.eenheid) ? {} : { minimum: 0 };
      const base = allWhole(table, name) ? 'integer' : 'decimal';
      return { ...named, datatype: { base, ...minimum }, null: '', required: false };
    }
    case 'ondergrens':
    case 'bovengrens':
      return { ...named, datatype: { base: 'decimal', minimum: 0, maximum: 1 }, null: '', required: false };
    case 'status':
      return { ...named, datatype: words(FIGUUR_STATUSSEN), separator: '+', required: true };
    case 'periode_status':
      return { ...named, datatype: words(RELEASE_STATUSSEN), null: '', required: false };
    case 'breuken':
      return { ...named, datatype: 'string', separator: '+', null: '', required: false };
    case 'variant':
      return { ...named, datatype: 'string', default: '', required: false };
    case 'indicator':
      return { ...named, datatype: words([table.indicator]), required: true };
    case 'eenheid':
      return { ...named, datatype: words([table.eenheid]), required: true };
    case 'periode':
      return {
        ...named,
        datatype: {
          base: 'string',
          format: '[0-9]{4}(-Q[1-4]|-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2})?',
        },
        required: true,
      };
    case 'gebied':
      return { ...named, datatype: { base: 'string', format: '[A-Z]{1,2}[0-9]{1,4}' }, required: true };
    default:
      return { ...named, datatype: 'string', required: true };
  }
}

/** A string that is one of these; CSVW gives the values as a pattern. */
function words(values: readonly string[]): object {
  return { base: 'string', format: values.join('|') };
}

function allWhole({ rows }: SafeTable, name: 'waarde' | 'teller' | 'noemer'): boolean {
  return rows.every((row) => row[name] === null || Number.isInteger(row[name]));
}

function describe(name: string, table: SafeTable, taal: Taal): { naam: string; uitleg: string } {
  const text = texts(taal);
  const dimensie = table.dimensies.find((candidate) => candidate === name);
  if (dimensie) return text.dimensies[dimensie];
  const kolommen: Readonly<Record<string, { naam: string; uitleg: string }>> = text.csvw.kolommen;
  return kolommen[name] ?? { naam: name, uitleg: name };
}

/** A property of another vocabulary in each language; only `titles` may have languages as names. */
function literals(make: (taal: Taal) => string): readonly object[] {
  return TALEN.map((taal) => ({ '@value': make(taal), '@language': taal }));
}

function perTaal(make: (taal: Taal) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(TALEN.map((taal) => [taal, make(taal)]));
}
