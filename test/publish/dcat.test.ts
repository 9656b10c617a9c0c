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

test('a data set says over which time and how finely its figures are', () => {
  const [dataset] = nodesOf(catalog(), 'dcat:Dataset');
  const moments = JSON.stringify(dataset?.['dct:temporal']);
  assert.match(moments, /2020-01-01.*2024-12-31/);
  assert.deepEqual(dataset?.['dcat:temporalResolution'], { '@type': 'xsd:duration', '@value': 'P1Y' });
  const [quarters] = nodesOf(
    catalog({}, (periode) => `${periode}-Q2`),
    'dcat:Dataset',
  );
  assert.match(JSON.stringify(quarters?.['dct:temporal']), /2020-04-01.*2024-06-30/);
  assert.deepEqual(quarters?.['dcat:temporalResolution'], { '@type': 'xsd:duration', '@value': 'P3M' });
});

test('a catalogue without an address, and one of made-up data, say so', () => {
  const description = (change: Partial<Release>) =>
    JSON.stringify(nodesOf(catalog(change), 'dcat:Catalog')[0]?.['dct:description']);
  assert.match(description({ fictief: true }), /nog geen adres ingesteld.*verzonnen gegevens/);
  assert.doesNotMatch(
    description({ fictief: false, adres: 'https://jeugd.regio.test/' }),
    /geen adres|verzonnen/,
  );
});
