// SPDX-License-Identifier: EUPL-1.2
import type { Release } from '../../src/contract/index.ts';
import { composeRelease } from '../../src/publish/index.ts';
import { editionSource, withRows } from '../report/haaglanden-release.ts';
import { clientenBlad } from './definitie-bladen.ts';

export interface Node {
  readonly '@id': string;
  readonly '@type': string;
  readonly [property: string]: unknown;
}

export interface Catalog {
  readonly '@context': object;
  readonly '@graph': readonly Node[];
}

/** The catalogue of a small release: one indicator in two tables. */
export function catalog(
  change: Partial<Release> = {},
  period = (periode: string): string => periode,
): Catalog {
  const { release, tables } = editionSource();
  const { files } = composeRelease({
    releasesDir: '/nergens',
    release: { ...release, ...change },
    tables: tables
      .slice(0, 2)
      .map((table) => withRows(table, (row) => ({ ...row, periode: period(row.periode) }))),
    definities: [clientenBlad],
    geheimhouding: {},
    pages: [{ pad: 'index.html', inhoud: '<!doctype html>' }],
  });
  const file = files.find(({ pad }) => pad === 'dcat.jsonld');
  return JSON.parse(String(file?.inhoud)) as Catalog;
}

export function nodesOf({ '@graph': graph }: Catalog, type: string): readonly Node[] {
  return graph.filter((node) => node['@type'] === type);
}
