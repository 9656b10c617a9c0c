// SPDX-License-Identifier: EUPL-1.2
import type { Release, SafeTable } from '../contract/index.ts';
import { TALEN, type Taal, texts } from '../text/index.ts';
import { figureColumns, figureFileName } from './figure-file.ts';

export const LICENTIE = 'https://creativecommons.org/publicdomain/zero/1.0/';

const NUMERIC = ['waarde', 'teller', 'noemer'];

/**
 * CSV on the Web metadata that stands beside a figure file.
 * Source: W3C Metadata Vocabulary for Tabular Data; the notes carry the breaks that touch these figures.
 */
export function csvwMetadata(table: SafeTable, release: Release): object {
  const file = `${figureFileName(table)}.csv`;
  const keys = ['indicator', 'variant', 'periode', 'gebied', ...table.dimensies];
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: file,
    'dc:title': perTaal((taal) => {
      const text = texts(taal);
      return text.csvw.titel(text.indicatoren[table.indicator] ?? table.indicator);
    }),
    'dc:license': { '@id': LICENTIE },
    'dc:publisher': release.regio.naam,
    'dc:identifier': `${release.id}/cijfers/${file}`,
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
      ...release.breuken.map((breuk) => ({ type: 'reeksbreuk', ...breuk })),
    ],
    tableSchema: {
      columns: figureColumns(table).map((name) => column(name, table)),
      primaryKey: keys,
    },
  };
}

function column(name: string, table: SafeTable): object {
  const isKey = !NUMERIC.includes(name) && name !== 'eenheid' && name !== 'status';
  return {
    name,
    titles: perTaal((taal) => describe(name, table, taal).naam),
    'dc:description': perTaal((taal) => describe(name, table, taal).uitleg),
    datatype: NUMERIC.includes(name) ? 'decimal' : 'string',
    required: (isKey && name !== 'variant') || name === 'eenheid' || name === 'status',
    ...(name === 'status' ? { separator: '+' } : {}),
    ...(NUMERIC.includes(name) ? { null: '' } : {}),
    ...(name === 'variant' ? { default: '' } : {}),
  };
}

function describe(name: string, table: SafeTable, taal: Taal): { naam: string; uitleg: string } {
  const text = texts(taal);
  const dimensie = table.dimensies.find((candidate) => candidate === name);
  if (dimensie) return text.dimensies[dimensie];
  const kolommen: Readonly<Record<string, { naam: string; uitleg: string }>> = text.csvw.kolommen;
  return kolommen[name] ?? { naam: name, uitleg: name };
}

function perTaal(make: (taal: Taal) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(TALEN.map((taal) => [taal, make(taal)]));
}
