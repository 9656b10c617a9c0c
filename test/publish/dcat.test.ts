// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Release } from '../../src/contract/index.ts';
import { catalog, nodesOf } from './small-catalog.ts';

test('an indicator is a series, its figures in a release a data set, and each of its files a distribution', () => {
  const whole = catalog({ adres: 'https://example.org/jeugd/' });
  const ids = (type: string) => nodesOf(whole, type).map((node) => node['@id']);
  const permalink = 'https://example.org/jeugd/releases/2024-1/';
  assert.deepEqual(ids('dcat:DatasetSeries'), [
    'https://example.org/jeugd/dcat.jsonld#reeks-clienten',
    'https://example.org/jeugd/dcat.jsonld#reeks-alle-cijfers',
  ]);
  assert.deepEqual(ids('dcat:Dataset'), [
    `${permalink}dcat.jsonld#clienten`,
    `${permalink}dcat.jsonld#alle-cijfers`,
  ]);
  const csv = nodesOf(whole, 'dcat:Distribution').find((node) => node['@id'].endsWith('clienten-type.csv'));
  assert.deepEqual(csv?.['dcat:downloadURL'], { '@id': `${permalink}cijfers/clienten-type.csv` });
  assert.deepEqual(csv?.['dct:conformsTo'], {
    '@id': `${permalink}cijfers/clienten-type.csv-metadata.json`,
    '@type': 'dct:Standard',
  });
});

test('a catalogue without an address, and one of made-up data, say so', () => {
  const description = (change: Partial<Release>) =>
    JSON.stringify(nodesOf(catalog(change), 'dcat:Catalog')[0]?.['dct:description']);
  assert.match(description({ fictief: true }), /nog geen adres ingesteld.*verzonnen gegevens/);
  assert.doesNotMatch(
    description({ fictief: false, adres: 'https://example.org/jeugd/' }),
    /geen adres|verzonnen/,
  );
});
